import CensusSharing
import FoundationEssentials
import Testing

struct GitTests {
  /// A folder of its own for a test, removed afterwards.
  final class Scratch {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "census-git-\(UInt64.random(in: .min ... .max))")

    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
      try? FileManager.default.removeItem(at: url)
    }

    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
    }
  }

  @Test func makesARepositoryWithOneCommit() async throws {
    let scratch = try Scratch()
    try Data("{}\n".utf8).write(to: scratch.url.appending(path: "store.json"))
    let git = Git(in: scratch.url.path)
    try await git.initialise(message: "新建数据目录", author: "王处长")
    #expect(try scratch.text(".git/HEAD") == "ref: refs/heads/main\n")
    let log = try scratch.text(".git/logs/HEAD")
    #expect(log.hasSuffix("\tcommit (initial): 新建数据目录\n"))
  }

  @Test func saysWhatGitSays() async throws {
    let scratch = try Scratch()
    let git = Git(in: scratch.url.appending(path: "nowhere").path)
    let error = await #expect(throws: GitError.self) {
      try await git.initialise(message: "x", author: "x")
    }
    guard case .failed(let words) = error else {
      Issue.record("git must have refused, not \(String(describing: error))")
      return
    }
    #expect(words.contains("nowhere"))
  }
}
