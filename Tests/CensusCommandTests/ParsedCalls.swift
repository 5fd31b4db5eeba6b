import ArgumentParser
import CensusCommand
import Synchronization

/// Commands as they were parsed before: in a debug build the parser checks every declaration again at each
/// call, which takes four fifths of a command's time.
///
/// Only what was parsed is kept, never a refusal.
enum ParsedCalls {
  private static let known = Mutex<[[String]: any WorldCommand]>([:])

  /// What the parser makes of arguments of `census`.
  static func parse(
    _ root: any ParsableCommand.Type, _ arguments: [String]
  ) throws -> any ParsableCommand {
    if let before = known.withLock({ $0[arguments] }) { return before }
    let parsed = try root.parseAsRoot(arguments)
    guard let command = parsed as? any WorldCommand else { return parsed }
    known.withLock { $0[arguments] = command }
    return command
  }
}
