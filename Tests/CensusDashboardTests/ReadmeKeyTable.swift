import CensusCore
import CensusDashboard
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

@Suite struct ReadmeKeyTable {
  @Test func readmeListsTheKeysOfTheKeyMap() throws {
    let folder = try DiskFileSystem(root: ShippedStore.repository)
    let readme = String(decoding: try folder.read("README.md", limit: 1 << 20), as: UTF8.self)
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex(of: "<!-- keys -->"))
    let last = try #require(lines.firstIndex(of: "<!-- /keys -->"))
    try #require(first < last)
    let actual = lines[(first + 1)..<last].joined(separator: "\n")
    let expected = Self.table.joined(separator: "\n")
    #expect(
      actual == expected,
      "put this between the markers in README.md:\n\(expected)")
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
    let keys = binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
    return "| \(keys) | \(binding.help.english) | \(binding.help.chinese) |"
  }
}
