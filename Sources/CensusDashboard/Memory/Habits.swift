/// What a person is used to; it outlives a session.
package struct Habits: Equatable, Sendable {
  /// What was typed into filters, the latest first.
  package var queries: [String] = []
  /// What was searched for, the latest first.
  package var searches: [String] = []
  /// The commands whose keys were used: tips about them are over.
  package var used: Set<Command> = []
}
