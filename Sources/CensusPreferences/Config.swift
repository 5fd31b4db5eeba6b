package import CensusCore
package import CensusDashboard
package import CensusLists
package import CensusViews
package import TerminalKit

/// What a person has set for good, in `config.json`; nil for what is not set.
package struct Config: Equatable, Sendable {
  /// How wide characters are whose width terminals dispute.
  package enum Ambiguous: String, CaseIterable, Sendable {
    /// The terminal is asked.
    case auto
    case narrow
    case wide
  }

  package var theme: Theme?
  package var language: Language?
  /// Whether only characters are drawn whose width no terminal disputes.
  package var ascii: Bool?
  package var ambiguous: Ambiguous?
  /// Whether the mouse is the program's.
  package var mouse: Bool?
  /// Who records.
  package var actor: String?
  /// Whether place, filters and marks come back at the next start.
  package var restore: Bool?
  /// Which keys mean what.
  package var keys = KeyMap.standard
  /// Lists under names, as the person likes to see them.
  package var views: [NamedView] = []
  /// Programs of the person's own, and the keys that start them.
  package var commands: [OwnCommand] = []
  /// The program that is told of every record, with its arguments; empty for none.
  package var onRecorded: [String] = []

  package init() {}
}

/// Something in `config.json` that cannot be used; all else is.
package struct ConfigFault: Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// It is no JSON; nothing of it is used.
    case syntax(column: Int)
    /// It has more bytes or levels than are read; nothing of it is used.
    case tooMuch
    /// The whole is no object.
    case noObject
    case unknownKey(String)
    /// A value that the key does not take, and what it takes.
    case wrongValue(key: String, takes: Phrase)
    case unknownCommand(String)
    /// What stands there names no key.
    case unknownKeyName(String, command: String)
    /// A view that cannot be used.
    case view(ViewFault)
    /// An own command that cannot be used: its number, from 1, and what is wrong.
    case own(Int, OwnFault)
    /// What is wrong with the keys of a command.
    case keys(KeyFault.Reason, command: String)
  }

  /// The line, from 1.
  package let line: Int
  package let reason: Reason

  package init(line: Int, _ reason: Reason) {
    self.line = line
    self.reason = reason
  }
}
