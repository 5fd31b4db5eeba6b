import CensusTestSupport
import FoundationEssentials
import Testing

/// A person who presses anything, on a large synthetic store: after every step the terminal shows
/// the frame that the program believes in, and the program is alive.
///
/// Nothing but a key records, whatever else the terminal sends.
///
/// `CENSUS_WALK_STEPS`, `CENSUS_WALK_FINDINGS` and `CENSUS_WALK_SEED` make it longer, larger or
/// another one; CI walks far, on the release build (`CENSUS_PROGRAMS`).
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct RandomWalk {
  private static let sizes = [(80, 24), (100, 30), (120, 36), (60, 16), (200, 60)]

  private static func number(_ name: String, or standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  @Test func everyFrameIsTheOneBelievedIn() async throws {
    let steps = Self.number("CENSUS_WALK_STEPS", or: 250)
    let findings = Self.number("CENSUS_WALK_FINDINGS", or: 1500)
    let seed = UInt64(Self.number("CENSUS_WALK_SEED", or: 1))
    let scratch = try Scratch()
    let store = scratch.path + "/demo"
    let made = try await Programs.run(
      Programs.census,
      [
        "demo", store, "--quarters", "2", "--prefectures", "90", "--findings", "\(findings)",
        "--events", "\(findings / 5)", "--today", "2024-02-10", "--lang", "zh",
      ])
    try #require(made.status == 0, "\(made.errors)")
    var compared = 0
    for (index, size) in Self.sizes.enumerated() {
      var walker = Walker(
        scratch: scratch, store: store, size: size, seed: seed &+ UInt64(index) &* 1000)
      compared += try await walker.walk(steps / Self.sizes.count)
    }
    #expect(compared >= steps / Self.sizes.count * Self.sizes.count)
    print("random walk: \(compared) frames compared, seed \(seed), \(findings) findings a quarter")
  }
}
