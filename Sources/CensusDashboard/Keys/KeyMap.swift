package import CensusCore
package import TerminalKit

/// Which keys mean what: the one table that lookup, hints, help and README are made from.
package struct KeyMap: Equatable, Sendable {
  /// Where help lists a binding.
  package enum Group: CaseIterable, Sendable {
    case recording
    case moving
    case views
    case list
    case program

    package var title: Phrase {
      switch self {
      case .recording: Phrase("登记", "Recording")
      case .moving: Phrase("移动", "Moving")
      case .views: Phrase("视图", "Views")
      case .list: Phrase("列表", "Lists")
      case .program: Phrase("程序", "Program")
      }
    }
  }

  /// One row of the table.
  package struct Binding: Equatable, Sendable {
    package let command: Command
    package internal(set) var keys: [Key]
    package let group: Group
    /// A few characters, for the hints.
    package let label: Phrase
    /// A sentence without a full stop, for help and README.
    package let help: Phrase

    /// The keys as a person reads them.
    package var keyNames: String { keys.map(\.label).joined(separator: " ") }

    /// The same with other keys.
    package func with(_ keys: [Key]) -> Binding {
      var binding = self
      binding.keys = keys
      return binding
    }
  }

  package let bindings: [Binding]
  private let commands: [Key: Command]

  package init(_ bindings: [Binding]) {
    self.bindings = bindings
    let pairs = bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } }
    commands = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// What a key means in normal mode; full-width forms count as the keys they stand for.
  package func command(for key: Key) -> Command? {
    commands[key] ?? commands[key.normalised]
  }

  /// The row of a command.
  package func binding(for command: Command) -> Binding? {
    bindings.first { $0.command == command }
  }
}

extension Key {
  /// The key as hints and help write it.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .escape: "Esc"
    case .backTab: "Shift-Tab"
    case .shiftUp: "Shift-Up"
    case .shiftDown: "Shift-Down"
    case .shiftPageUp: "Shift-PgUp"
    case .shiftPageDown: "Shift-PgDn"
    case .controlUp: "Ctrl-Up"
    case .controlDown: "Ctrl-Down"
    case .backspace: "Backspace"
    // Terminals tell Shift and F1 as F13.
    case .function(let number) where (13...24).contains(number): "Shift-F\(number - 12)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    default: name
    }
  }
}
