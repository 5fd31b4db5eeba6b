extension Key {
  /// The name that scripts use, and help texts may.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Escape"
    case .tab: "Tab"
    case .backTab: "BTab"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PPage"
    case .pageDown: "NPage"
    case .shiftUp: "S-Up"
    case .shiftDown: "S-Down"
    case .shiftPageUp: "S-PPage"
    case .shiftPageDown: "S-NPage"
    case .controlUp: "C-Up"
    case .controlDown: "C-Down"
    case .insert: "IC"
    case .delete: "DC"
    case .backspace: "BSpace"
    case .function(let number): "F\(number)"
    case .control(let letter): "C-\(letter)"
    }
  }

  /// Reads a script of key names separated by blanks: `5 Down p Enter C-c Space F1 lit:云南`.
  ///
  /// The names are those of tmux; `lit:` types the rest of the word letter by letter. Nil if a
  /// word is no key.
  package static func parse(script: String) -> [Key]? {
    var keys: [Key] = []
    for word in script.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }) {
      if word.hasPrefix("lit:") {
        keys += word.dropFirst(4).map { .character($0) }
      } else if let key = Key(name: word) {
        keys.append(key)
      } else {
        return nil
      }
    }
    return keys
  }

  /// The key of that name, under any of its spellings.
  package init?(name: some StringProtocol) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    if name.hasPrefix("C-"), name.count == 3, let letter = name.last {
      self = .control(Character(letter.lowercased()))
      return
    }
    if name.hasPrefix("S-F"), let number = Int(name.dropFirst(3)), (1...12).contains(number) {
      self = .function(number + 12)
      return
    }
    if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...63).contains(number) {
      self = .function(number)
      return
    }
    guard let key = Self.named[String(name)] else { return nil }
    self = key
  }

  private static let named: [String: Key] = [
    "Space": .character(" "), "Enter": .enter, "Escape": .escape, "Esc": .escape, "Tab": .tab,
    "BTab": .backTab, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home,
    "End": .end, "PPage": .pageUp, "PageUp": .pageUp, "PgUp": .pageUp, "NPage": .pageDown,
    "PageDown": .pageDown, "PgDn": .pageDown, "IC": .insert, "Insert": .insert, "DC": .delete,
    "Delete": .delete, "BSpace": .backspace, "Backspace": .backspace, "S-Up": .shiftUp,
    "S-Down": .shiftDown, "S-PPage": .shiftPageUp, "S-NPage": .shiftPageDown, "C-Up": .controlUp,
    "C-Down": .controlDown,
  ]
}
