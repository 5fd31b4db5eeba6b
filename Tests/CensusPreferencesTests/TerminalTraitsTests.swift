import CensusPreferences
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// What a kind of terminal answered, from one start to the next.
@Suite struct TerminalTraitsTests {
  private func preferences(_ folder: any FileSystem, refusal: FileError.Reason? = nil)
    -> Preferences
  {
    Preferences(
      environment: ["XDG_STATE_HOME": "/state"],
      files: Preferences.Files(
        open: { _, _ throws(FileError) in
          if let refusal { throw FileError(.open, "", refusal) }
          return folder
        }, randomHex: { String(repeating: "0", count: 32) }))
  }

  private static let all: [TerminalTraits] =
    [nil, .dark, .light].flatMap { background in
      [nil, false, true].map { TerminalTraits(background: background, isWide: $0) }
    }

  @Test(arguments: all)
  func comesBackAsItWas(_ traits: TerminalTraits) {
    let preferences = preferences(InMemoryFileSystem())
    preferences.keep(traits, of: "TERM=a")
    #expect(preferences.traits(of: "TERM=a") == traits)
    #expect(preferences.traits(of: "TERM=b") == TerminalTraits())
  }

  @Test(arguments: [
    ("", TerminalTraits()), ("{", TerminalTraits()), ("[]", TerminalTraits()),
    ("{\"background\": 1, \"ambiguous\": \"auto\"}", TerminalTraits()),
    ("{\"background\": \"grey\", \"ambiguous\": \"wide\"}", TerminalTraits(isWide: true)),
    ("{\"background\": \"light\", \"more\": {}}", TerminalTraits(background: .light)),
  ])
  func whatCannotBeUsedIsNotKnown(_ text: String, _ traits: TerminalTraits) throws {
    let folder = InMemoryFileSystem()
    let preferences = preferences(folder)
    preferences.keep(TerminalTraits(isWide: false), of: "TERM=a")
    let name = try #require(try folder.list("").map(\.name).first)
    #expect(name.hasPrefix("terminal-") && name.hasSuffix(".json"))
    try folder.remove(name)
    let file = try folder.create(name)
    try folder.write(Array(text.utf8), to: file)
    try folder.close(file)
    #expect(preferences.traits(of: "TERM=a") == traits)
  }

  @Test func whereNothingCanBeKeptNothingIsKnown() {
    let preferences = preferences(InMemoryFileSystem(), refusal: .missing)
    preferences.keep(TerminalTraits(background: .light), of: "TERM=a")
    #expect(preferences.traits(of: "TERM=a") == TerminalTraits())
    let nowhere = Preferences(
      environment: [:],
      files: Preferences.Files(
        open: { _, _ throws(FileError) in throw FileError(.open, "", .missing) },
        randomHex: { "" }))
    nowhere.keep(TerminalTraits(background: .light), of: "TERM=a")
    #expect(nowhere.traits(of: "TERM=a") == TerminalTraits())
  }
}
