import CensusCore
import TerminalKit

/// A line as a person typed it in plain mode: a word, and what it is about.
struct PlainLine: Equatable {
  /// What the word means.
  enum Meaning: Equatable {
    /// The list once more.
    case again
    /// The next rows of a long list.
    case more
    case help
    /// Opens a row.
    case open
    case filter
    /// A named view, or saving one.
    case verb(Verb)
    /// Any other command of the dashboard.
    case command(Command)
  }

  let meaning: Meaning
  /// What follows the word.
  let rest: String

  /// Reads a line with the keys in force; nil if its word means nothing.
  init?(_ line: String, _ keys: KeyMap) {
    let line = Self.trimmed(line)
    if line.isEmpty {
      (meaning, rest) = (.again, "")
      return
    }
    if let first = line.first, Key.character(first).normalised == "/" {
      (meaning, rest) = (.filter, Self.trimmed(String(line.dropFirst())))
      return
    }
    if let (verb, name) = Verb.parse(line), verb == .view || verb == .saveView {
      (meaning, rest) = (.verb(verb), Self.trimmed(name))
      return
    }
    let word = line.prefix { !$0.isWhitespace }
    guard let meaning = Self.meaning(of: Self.narrow(word), keys) else { return nil }
    self.meaning = meaning
    rest = Self.trimmed(String(line.dropFirst(word.count)))
  }

  /// The rows named by `3 5 7-9`, with any comma between; nil if that is not what it says.
  var rows: [Int]? {
    var rows: [Int] = []
    let words = Self.narrow(rest[...]).split { $0.isWhitespace || $0 == "," || $0 == "、" }
    for word in words {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends[0], ends.count < 3 else { return nil }
      guard ends.count == 2 else {
        rows.append(first)
        continue
      }
      guard let last = ends[1], first <= last, last - first < 100_000 else { return nil }
      rows += first...last
    }
    return rows
  }

  private static func meaning(of word: String, _ keys: KeyMap) -> Meaning? {
    if let own = words[word.lowercased()] { return own }
    if word == "?" || word == "h" { return .help }
    if word == "o" { return .open }
    if let command = Command(rawValue: word) { return .command(command) }
    return Key(written: word).flatMap { keys.command(for: $0) }.map(Meaning.command)
  }

  private static let words: [String: Meaning] = [
    "list": .again, "列表": .again, "more": .more, "下页": .more, "help": .help, "帮助": .help,
    "open": .open, "打开": .open, "filter": .filter, "筛选": .filter,
    "back": .command(.back), "返回": .command(.back), "day": .command(.lookOn),
    "截至": .command(.lookOn), "menu": .command(.act), "办理": .command(.act),
    "催办": .command(.chase), "撤销": .command(.undo), "重做": .command(.redo),
    "copy": .command(.copy), "quit": .command(.close), "退出": .command(.close),
  ]

  /// Full-width letters and signs as the ones they stand for.
  private static func narrow(_ text: Substring) -> String {
    String(
      text.map { character in
        guard case .character(let plain) = Key.character(character).normalised else {
          return character
        }
        return plain
      })
  }

  static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
