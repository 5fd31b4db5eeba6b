package import TerminalKit

/// Keys that a person wants a command to have, in place of those that it comes with.
package struct KeyWish: Equatable, Sendable {
  package let command: Command
  package let keys: [Key]

  package init(_ command: Command, _ keys: [Key]) {
    self.command = command
    self.keys = keys
  }
}

/// A wish for keys that cannot be met; all others are.
package struct KeyFault: Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// This key always means that command.
    case fixed(Key, Command)
    /// This key was given to that command already.
    case taken(Key, by: Command)
    /// That command has no other key, and nothing was wished for it.
    case only(Key, of: Command)
    /// No key is left for the command; it keeps those that it comes with.
    case none
  }

  /// Which wish.
  package let wish: Int
  /// Which of its keys; nil for the wish as a whole.
  package let key: Int?
  package let reason: Reason
}

extension KeyMap {
  /// What must always work, whatever a person wishes: in, back, and out.
  package static let fixed: [(key: Key, command: Command)] = [
    (.enter, .open), (.escape, .back), (.control("c"), .quit),
  ]

  /// The keys with some commands bound anew.
  ///
  /// A key that is given to a command is taken from the command it comes with, unless that one
  /// would be left without any. What cannot be met is named, and the rest is done all the same.
  package func rebound(_ wishes: [KeyWish]) -> (map: KeyMap, faults: [KeyFault]) {
    var rebinding = Rebinding(standard: bindings)
    for (index, wish) in wishes.enumerated() { rebinding.take(wish, at: index) }
    rebinding.returnOnlyKeys()
    let bound = bindings.map { binding in
      var binding = binding
      binding.keys = rebinding.keys(of: binding)
      return binding
    }
    let faults = rebinding.faults.sorted {
      ($0.wish, $0.key ?? .max) < ($1.wish, $1.key ?? .max)
    }
    return (KeyMap(bound), faults)
  }
}

/// A rebinding in the making.
private struct Rebinding {
  let standard: [KeyMap.Binding]
  private(set) var faults: [KeyFault] = []
  /// The keys of each command that was bound anew.
  private var wanted: [Command: [Key]] = [:]
  /// Who has a key that was given away, and by which part of which wish.
  private var owners: [Key: (command: Command, wish: Int, key: Int)] = [:]
  /// The wish of each command.
  private var wishes: [Command: Int] = [:]

  init(standard: [KeyMap.Binding]) {
    self.standard = standard
  }

  mutating func take(_ wish: KeyWish, at index: Int) {
    let command = wish.command
    wishes[command] = index
    var keys = wanted[command] ?? []
    for (place, key) in wish.keys.enumerated() {
      if let fixed = KeyMap.fixed.first(where: { $0.key == key }), fixed.command != command {
        fault(index, place, .fixed(key, fixed.command))
      } else if let owner = owners[key] {
        fault(index, place, .taken(key, by: owner.command))
      } else {
        owners[key] = (command, index, place)
        keys.append(key)
      }
    }
    if let fixed = KeyMap.fixed.first(where: { $0.command == command }), !keys.contains(fixed.key) {
      fault(index, nil, .fixed(fixed.key, command))
      owners[fixed.key] = (command, index, wish.keys.count)
      keys.append(fixed.key)
    }
    if keys.isEmpty { fault(index, nil, .none) }
    wanted[command] = keys.isEmpty ? nil : keys
  }

  /// Gives a command its first key back where all of its keys were given away; until none is left
  /// so, since who loses a key may go back to its own.
  mutating func returnOnlyKeys() {
    while let poor = standard.first(where: { keys(of: $0).isEmpty }), let key = poor.keys.first,
      let owner = owners.removeValue(forKey: key)
    {
      fault(owner.wish, owner.key, .only(key, of: poor.command))
      wanted[owner.command]?.removeAll { $0 == key }
      if wanted[owner.command]?.isEmpty == true {
        wanted[owner.command] = nil
        fault(owner.wish, nil, .none)
      }
    }
  }

  func keys(of binding: KeyMap.Binding) -> [Key] {
    wanted[binding.command] ?? binding.keys.filter { owners[$0] == nil }
  }

  private mutating func fault(_ wish: Int, _ key: Int?, _ reason: KeyFault.Reason) {
    faults.append(KeyFault(wish: wish, key: key, reason: reason))
  }
}

extension Key {
  /// The key of that name, as scripts (`C-r`, `PPage`) or as help and hints (`Ctrl-R`, `PgUp`)
  /// write it; nil for anything that no keyboard sends.
  package init?(written text: String) {
    guard let key = Self.byLabel[text] ?? Key(name: text) else { return nil }
    switch key {
    case .character(let character):
      guard character == " " || character.unicodeScalars.allSatisfy(Self.isTyped) else {
        return nil
      }
    case .control(let letter):
      guard ("a"..."z").contains(letter) else { return nil }
    default: break
    }
    self = key
  }

  /// The keys that are no characters, by the names that help gives them.
  private static let byLabel: [String: Key] = {
    let letters = "abcdefghijklmnopqrstuvwxyz".map { Key.control($0) }
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .shiftUp, .shiftDown, .shiftPageUp, .shiftPageDown, .controlUp, .controlDown, .insert,
      .delete,
      .backspace,
    ]
    let keys = named + letters + (1...63).map { Key.function($0) }
    return Dictionary(keys.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  private static func isTyped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      false
    default: true
    }
  }
}
