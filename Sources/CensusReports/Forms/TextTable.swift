package import CensusCore
package import CensusLists
internal import DisplayText

extension Roll {
  /// The rows in columns for people, measured in cells; a sentence if there is no row.
  ///
  /// - Parameters:
  ///   - language: of headings, words and remarks.
  ///   - colour: whether escape sequences may be used.
  /// - Returns: the text with its line ends.
  package func table(_ language: Language, colour: Bool) -> String {
    guard !rows.isEmpty else { return empty[language] + "\n" }
    let shown = tableFields
    let manner = Manner.full(language)
    let lines = (rows + [total].compactMap { $0 }).map { row in
      shown.map { $0.words(row, manner).neutralised }
    }
    let head = shown.map { Words($0.title[language], .heading).neutralised }
    // A text of megabytes in one row would be padded in every other.
    let widths = shown.indices.map { index in
      ([head] + lines).map { min($0[index].text.displayWidth, widestColumn) }.max() ?? 0
    }
    let paint = Paint(isOn: colour)
    func line(_ cells: [Words]) -> String {
      cells.enumerated().map { index, words in
        let padding = blanks(widths[index] - words.text.displayWidth)
        let painted = paint(words)
        if shown[index].alignment == .right { return padding + painted }
        return index == cells.count - 1 ? painted : painted + padding
      }.joined(separator: "  ") + "\n"
    }
    var text = line(head) + lines.prefix(rows.count).map(line).joined()
    if total != nil, let last = lines.last {
      let width = widths.reduce(0, +) + 2 * (widths.count - 1)
      text += String(repeating: "-", count: width) + "\n"
      text += line(last.map { Words($0.text, .heading) })
    }
    for remark in remarks where !remark[language].isEmpty {
      text += "\n" + DisplayText.neutralised(remark[language]) + "\n"
    }
    return text
  }
}

/// Beyond so many cells a text runs over its column.
private let widestColumn = 240

func blanks(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}

extension Words {
  /// The words with nothing in them that a terminal would obey.
  var neutralised: Words {
    pieces.reduce(.none) {
      $0
        + Words(
          DisplayText.neutralised($1.text), $1.tone, strong: $1.isStrong, struck: $1.isStruck)
    }
  }
}

/// Puts escape sequences around texts, or leaves them alone.
package struct Paint {
  let isOn: Bool

  /// A brush that paints only where colour is wanted.
  package init(isOn: Bool) {
    self.isOn = isOn
  }

  /// The text in its tone.
  package func callAsFunction(_ text: String, _ tone: Tone) -> String {
    guard isOn, !text.isEmpty, let code = tone.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The pieces, each in its tone.
  func callAsFunction(_ words: Words) -> String {
    words.pieces.map { self($0.text, $0.tone) }.joined()
  }
}

extension Tone {
  /// What a terminal is told, if anything.
  fileprivate var code: String? {
    switch self {
    case .text: nil
    case .heading: "1"
    case .quiet: "2"
    case .accent: "36"
    case .good: "32"
    case .caution: "33"
    case .bad: "31"
    }
  }
}
