import CensusCommand
import CensusCore
import CensusDashboard
import Glibc
import StrictJSON

/// Asks git in the background how the store stands beside its remote: at the start, after each change, and
/// seldom else; never over a network, and nobody waits for it.
struct SharingWatch {
  private var program: OwnProgram?
  /// Whether what is known may have changed.
  private var isDue = true
  /// How often it was looked since the last answer.
  private var looks = 0
  private var known: SharingState?

  /// After so many looks, one a second, it is asked though nothing changed: others may have fetched.
  private static let patience = 300

  /// Something was recorded, or shared.
  mutating func change() { isDue = true }

  /// What is known anew.
  ///
  /// - Parameter store: the store's folder.
  /// - Returns: how it stands, if that is news.
  mutating func look(_ store: String) -> [Action] {
    looks += 1
    if var running = program {
      let outcome = running.look()
      program = running
      switch outcome {
      case .running: return []
      case .stopped:
        program = nil
        return learn(nil)
      case .ended(let output, let status):
        program = nil
        return learn(status == 0 ? Self.state(in: output) : nil)
      }
    }
    guard isDue || looks > Self.patience else { return [] }
    (isDue, looks) = (false, 0)
    // Only the top of a repository of its own is ever shared.
    guard access("\(store)/.git", F_OK) == 0 else { return learn(nil) }
    program = OwnProgram(
      OwnRuns.census, ["sync", "--status", "--json", "--store", store, "--lang", "en"])
    return []
  }

  private mutating func learn(_ state: SharingState?) -> [Action] {
    guard state != known else { return [] }
    known = state
    return [.shared(state)]
  }

  private static func state(in bytes: [UInt8]) -> SharingState? {
    guard let answer = SyncAnswer(bytes), let ahead = answer.count("ahead"),
      let behind = answer.count("behind")
    else { return nil }
    return SharingState(
      ahead: ahead, behind: behind, last: answer.text("lastSync").flatMap { Instant($0) })
  }
}
