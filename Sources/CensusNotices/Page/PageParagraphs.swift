/// Lines of text put together into paragraphs.
///
/// A line goes on the one above it where that one reaches the right edge of the text and it begins at the
/// left one or under the text of a numbered one, or where both are a title in the middle. It may stand on
/// the next page.
struct PageParagraphs {
  private let left: Int
  private let right: Int

  /// - Parameter pages: lines of all pages, whose text has one width.
  init(_ pages: [[PlacedLine]]) {
    let lines = pages.flatMap(\.self)
    left = lines.map(\.left).min() ?? 0
    right = lines.map(\.right).max() ?? 0
  }

  /// The paragraphs of some lines that follow each other.
  func paragraphs(_ lines: [PlacedLine]) -> [String] {
    var texts: [String] = []
    var above: [PlacedLine] = []
    for line in lines {
      if let last = above.last, goesOn(line, last) || hangs(line, above),
        let text = texts.popLast()
      {
        texts.append(text + line.text)
        above.append(line)
      } else {
        texts.append(line.text)
        above = [line]
      }
    }
    return texts
  }

  /// Whether a line stands under the text of a numbered one that is full: below its number, or at the
  /// same place as the lines that do.
  private func hangs(_ line: PlacedLine, _ above: [PlacedLine]) -> Bool {
    guard let first = above.first, let last = above.last else { return false }
    let height = line.height
    let isUnder =
      above.count == 1 ? line.left > first.left : abs(line.left - last.left) < height / 4
    return isUnder && line.left - first.left < 5 * height && right - last.right < 2 * height
      && line.top - last.bottom < height && abs(height - last.height) * 4 < height
      && ProseLine(first.text).style != nil && ProseLine(line.text).style == nil
  }

  private func goesOn(_ line: PlacedLine, _ above: PlacedLine) -> Bool {
    let height = line.height
    guard line.top - above.bottom < height, abs(height - above.height) * 4 < height else {
      return false
    }
    // What stands at the right, as a day, begins far from the left.
    let isFull =
      right - above.right < 2 * height && line.left - left < height / 2
      && above.left - left < 4 * height
    let middle = (left + right) / 2
    let isTitle =
      line.left - left > height
      && [line, above].allSatisfy { abs($0.left + $0.right - 2 * middle) < height }
    // The number and the title of a notice are both in the middle; a number ends by itself.
    return isFull || isTitle && !above.text.hasSuffix("号") && !CellLines.isEnd(above.text[...])
  }
}
