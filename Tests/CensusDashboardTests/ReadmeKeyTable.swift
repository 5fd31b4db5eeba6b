import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// What README and its pages show of the dashboard is what the dashboard shows.
@Suite struct ReadmeKeyTable {
  @Test func thePageListsTheKeysOfTheKeyMap() throws {
    let lines = try Self.text(Self.page).split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex(of: "<!-- keys -->"))
    let last = try #require(lines.firstIndex(of: "<!-- /keys -->"))
    try #require(first < last)
    let actual = lines[(first + 1)..<last].joined(separator: "\n")
    let expected = Self.table.joined(separator: "\n")
    #expect(
      actual == expected,
      "put this between the markers in \(Self.page):\n\(expected)")
  }

  @Test(arguments: ["README.md", "Sources/CensusCore/CensusCore.docc/FiveMinutes.md"])
  func showsTheFrameOfItsKeys(_ path: String) throws {
    let keys = "5 G e"
    var script = try Script(asOf: "2018-10-19", today: "2026-11-23")
    try script.press(keys)
    let command = "--as-of 2018-10-19 --print-frame --size 80x24 --keys '\(keys)'\n"
    let text = try Self.text(path)
    let expected = script.frame.plainText
    #expect(
      text.contains(command + expected),
      "show this in \(path) after \(command)\(expected)")
  }

  private static let page = "Sources/CensusCore/CensusCore.docc/TheDashboard.md"

  private static func text(_ path: String) throws -> String {
    let folder = try DiskFileSystem(root: ShippedStore.repository)
    return String(decoding: try folder.read(path, limit: 1 << 20), as: UTF8.self)
  }

  /// The key map as the README shows it: groups in the order of help, both languages.
  private static var table: [String] {
    let head = ["| Keys | What they do | 作用 |", "| --- | --- | --- |"]
    return head
      + KeyMap.Group.allCases.flatMap { group in
        ["| **\(group.title.english)** | | **\(group.title.chinese)** |"]
          + KeyMap.standard.bindings.filter { $0.group == group }.map(row)
      }
  }

  private static func row(_ binding: KeyMap.Binding) -> String {
    // A key that is itself the sign of code needs two of them around it.
    let keys = binding.keys.map { $0.label == "`" ? "`` ` ``" : "`\($0.label)`" }
      .joined(separator: " ")
    return "| \(keys) | \(binding.help.english) | \(binding.help.chinese) |"
  }
}
