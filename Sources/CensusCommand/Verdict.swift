package import ArgumentParser

/// How a command that did its work ended.
package enum Verdict: Int32, Sendable {
  /// The work is done.
  case good = 0
  /// The work is done, and the answer is bad.
  case bad = 2
  /// It did not come about; the warnings say why.
  case failed = 1
}

/// A command that sees the world only through what it is handed.
package protocol WorldCommand: ParsableCommand, Sendable {
  /// Does the work.
  ///
  /// - Parameter world: where it reads, and where its answer goes.
  /// - Returns: whether the answer is good.
  /// - Throws: why the work could not be done.
  func run(in world: inout World) throws(CommandError) -> Verdict
}
