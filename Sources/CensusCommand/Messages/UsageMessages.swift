package import ArgumentParser
package import CensusCore

extension ValidationError {
  /// Wrong usage, said in the language of whoever reads it.
  package init(_ sentence: Phrase) {
    self.init("\(Mark.chinese)\(sentence.chinese)\(Mark.english)\(sentence.english)\(Mark.end)")
  }
}

extension Phrase {
  /// A sentence of `ValidationError.init(_:)`, wherever it stands in a message.
  fileprivate static func said(in text: String, _ language: Language) -> String {
    guard let start = text.firstIndex(of: Mark.chinese),
      let middle = text[start...].firstIndex(of: Mark.english),
      let end = text[middle...].firstIndex(of: Mark.end)
    else { return text }
    let chinese = text[text.index(after: start)..<middle]
    let english = text[text.index(after: middle)..<end]
    return [
      text[..<start], language == .chinese ? chinese : english, text[text.index(after: end)...],
    ]
    .joined()
  }
}

/// What stands around the two halves of a sentence on its way through the parser of options.
private enum Mark {
  static let chinese: Character = "\u{1}"
  static let english: Character = "\u{2}"
  static let end: Character = "\u{3}"
}

extension Messages {
  /// What the parser of options says on wrong usage, in one language.
  ///
  /// The parser knows English only. Its sentences are few; one that is not among them stands as it
  /// is, and a test holds each.
  ///
  /// - Parameters:
  ///   - text: all that it says, without the word before it.
  ///   - language: of the person.
  /// - Returns: the lines, the first without the program's name.
  static func usage(_ text: String, _ language: Language) -> String {
    let lines = Phrase.said(in: text, language)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard language == .chinese else { return lines.joined(separator: "\n") }
    return lines.map { line in
      switch line {
      case _ where line.hasPrefix("Help:  "): "说明：" + line.dropFirst(7)
      case _ where line.hasPrefix("Usage: "): "用法：" + usageWords(String(line.dropFirst(7)))
      default: sentences.lazy.compactMap { $0.translated(line) }.first ?? line
      }
    }.joined(separator: "\n")
  }

  private static let sentences: [UsageSentence] = [
    UsageSentence(["  See '", "' for more information."]) { "  详见：\($0[0])" },
    UsageSentence(["Unknown option '", "'. Did you mean '", "'?"]) {
      "没有选项“\($0[0])”；您是不是指“\($0[1])”？"
    },
    UsageSentence(["Unknown option '", "'"]) { "没有选项“\($0[0])”。" },
    UsageSentence(["Missing value for '", "'"]) { "选项“\($0[0])”缺少值。" },
    UsageSentence(["The option '", "' does not take any value, but '", "' was specified."]) {
      "选项“\($0[0])”不带值，却给了“\($0[1])”。"
    },
    UsageSentence(["Unexpected argument '", "'"]) { "多出一个参数：“\($0[0])”。" },
    UsageSentence(["", " unexpected arguments: '", "'"]) {
      "多出\($0[0])个参数：“\($0[1].split(separator: "', '").joined(separator: "”“"))”。"
    },
    UsageSentence(["Missing expected argument '", "'"]) { "缺少参数“\($0[0])”。" },
    UsageSentence(["Missing one of: '", "'"]) { "缺少参数：“\($0[0])”之一。" },
    UsageSentence(["The value '", "' is invalid for '", "'. Please provide one of the following:"])
    {
      "“\($0[0])”不能用于“\($0[1])”；可用："
    },
    UsageSentence(["The value '", "' is invalid for '", "'. Please provide one of ", "."]) {
      "“\($0[0])”不能用于“\($0[1])”；可用："
        + $0[2].split(separator: "'").enumerated().filter { $0.offset % 2 == 0 }
        .map(\.element).joined(separator: "、") + "。"
    },
    UsageSentence(["The value '", "' is invalid for '", "': ", ""]) {
      "“\($0[0])”不能用于“\($0[1])”：\($0[2])"
    },
    UsageSentence(["The value '", "' is invalid for '", "'"]) {
      "“\($0[0])”不能用于“\($0[1])”。"
    },
  ]
}

/// One sentence of the parser: what stands between its holes, and its Chinese words.
private struct UsageSentence: Sendable {
  let fixed: [String]
  let chinese: @Sendable ([Substring]) -> String

  init(_ fixed: [String], _ chinese: @escaping @Sendable ([Substring]) -> String) {
    self.fixed = fixed
    self.chinese = chinese
  }

  /// The line in Chinese, if it is this sentence.
  func translated(_ line: String) -> String? {
    guard let first = fixed.first, let last = fixed.last, line.hasPrefix(first),
      line.hasSuffix(last), line.utf8.count >= first.utf8.count + last.utf8.count
    else { return nil }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    var holes: [Substring] = []
    for part in fixed.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return nil }
      holes.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return chinese(holes + [rest])
  }
}
