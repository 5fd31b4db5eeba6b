/// The text in lines of at most `columns` columns.
///
/// Chinese breaks anywhere but before closing and after opening punctuation (kinsoku); words and
/// numbers in Latin script stay whole where a line can hold them. Newlines are kept, blanks at a
/// break are not. A character wider than the column stands alone on its line, so that no width
/// makes this loop; an empty text is one empty line.
package func wrapped(_ text: String, to columns: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .flatMap { wrappedLine($0, to: max(1, columns)) }
}

private func wrappedLine(_ text: Substring, to columns: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for piece in unbreakablePieces(of: text) {
    let width = piece.displayWidth
    if used + width <= columns {
      line += piece
      used += width
      continue
    }
    let word = piece.trimmingLeadingBlanks
    if used > 0 { lines.append(line.trimmingTrailingBlanks) }
    (line, used) = ("", 0)
    for character in word {
      let width = character.displayWidth
      if used > 0, used + width > columns {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.append(character)
      used += width
    }
  }
  lines.append(line.trimmingTrailingBlanks)
  return lines
}

/// The text cut at every place where a line may end; blanks lead the piece that follows them.
private func unbreakablePieces(of text: Substring) -> [Substring] {
  var pieces: [Substring] = []
  var start = text.startIndex
  var previous: Character?
  var index = text.startIndex
  while index < text.endIndex {
    let character = text[index]
    if let previous, mayBreak(between: previous, and: character) {
      pieces.append(text[start..<index])
      start = index
    }
    previous = character
    index = text.index(after: index)
  }
  if start < text.endIndex { pieces.append(text[start...]) }
  return pieces
}

private func mayBreak(between left: Character, and right: Character) -> Bool {
  if right == " " { return left != " " }
  if left == " " { return false }
  if neverLast.contains(left) || neverFirst.contains(right) { return false }
  return left.displayWidth == 2 || right.displayWidth == 2
}

/// Closing punctuation: never at the head of a line.
private let neverFirst: Set<Character> = [
  "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "〕", "”", "’", "…", "—", "％",
  "·", "・", "～", ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", ">", "℃", "々",
]

/// Opening punctuation: never at the end of a line.
private let neverLast: Set<Character> = [
  "（", "《", "〈", "「", "『", "【", "〔", "“", "‘", "(", "[", "{", "<", "￥", "$", "＃",
]

extension Substring {
  fileprivate var trimmingLeadingBlanks: Substring { drop { $0 == " " } }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var line = self
    while line.last == " " { line.removeLast() }
    return line
  }
}
