/// Why no screen could be opened.
package enum NcursesError: Error, Equatable, Sendable {
  /// Standard input or output is a file, a pipe or nothing.
  case notATerminal
  /// The variable `TERM` is missing or empty.
  case noTerminalType
  /// The terminal database has no entry of that name.
  case unknownTerminal(String)
  /// A terminal of that type cannot place its cursor.
  case cannotPosition(String)
}
