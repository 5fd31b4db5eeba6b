/// A word of a page and the box in which it stands, in thousandths of a point from the upper left.
struct PlacedWord: Hashable, Sendable {
  let text: String
  let left: Int
  let top: Int
  let right: Int
  let bottom: Int

  var height: Int { bottom - top }
  /// Half-way between its top and its bottom.
  var middle: Int { (top + bottom) / 2 }

  /// How much of the word stands between two places of a line.
  func width(within range: Range<Int>) -> Int {
    max(0, min(right, range.upperBound) - max(left, range.lowerBound))
  }
}

/// The words of a page, in no order.
struct PlacedPage: Equatable, Sendable {
  let words: [PlacedWord]
}

/// Words that stand on one level, from left to right.
struct PlacedLine: Hashable, Sendable {
  let words: [PlacedWord]

  var left: Int { words.first?.left ?? 0 }
  var right: Int { words.map(\.right).max() ?? 0 }
  var top: Int { words.map(\.top).min() ?? 0 }
  var bottom: Int { words.map(\.bottom).max() ?? 0 }
  /// Half-way between top and bottom.
  var middle: Int { words.reduce(0) { $0 + $1.middle } / max(1, words.count) }
  /// The height of its highest word.
  var height: Int { words.map(\.height).max() ?? 0 }

  /// The text, with a blank where words stand further apart than a quarter of their height.
  var text: String {
    var text = ""
    var end: Int?
    for word in words {
      if let end, (word.left - end) * 4 >= word.height { text += " " }
      text += word.text
      end = word.right
    }
    return text
  }
}

extension [PlacedWord] {
  /// The words in lines, from the top down: on one level are those whose middles differ by less than a
  /// third of their height.
  var lines: [PlacedLine] {
    var lines: [[PlacedWord]] = []
    for word in sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let first = lines.last?.first,
        (word.middle - first.middle) * 3 < Swift.min(word.height, first.height)
      {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
      }
    }
    return lines.map { PlacedLine(words: $0.sorted { ($0.left, $0.top) < ($1.left, $1.top) }) }
  }
}
