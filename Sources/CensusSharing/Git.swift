internal import Subprocess

/// Why git did not do what it was asked to.
package enum GitError: Error, Equatable, Sendable {
  /// There is no git.
  case notInstalled
  /// It could not be started.
  case notStarted(String)
  /// It refused, with these words.
  case failed(String)
}

/// Runs git in one folder, untouched by the repository that the person may be in.
package struct Git: Sendable {
  private let folder: String

  /// Git for a folder.
  package init(in folder: String) {
    self.folder = folder
  }

  /// Makes the folder a repository of its own, and commits all that is in it.
  ///
  /// - Parameters:
  ///   - message: of the commit.
  ///   - author: whose name it bears if git knows none.
  /// - Throws: `GitError`.
  package func initialise(message: String, author: String) async throws(GitError) {
    try await run(["init", "--quiet", "--initial-branch=main"])
    try await run(["add", "--all"])
    let isKnown = try await succeeds(["config", "user.email"])
    let identity =
      isKnown ? [] : ["-c", "user.name=\(author)", "-c", "user.email=\(author)@localhost"]
    try await run(
      identity + ["-c", "commit.gpgSign=false", "commit", "--quiet", "--message", message])
  }

  private func run(_ arguments: [String]) async throws(GitError) {
    let result = try await result(arguments)
    if !result.isSuccess { throw .failed(result.words) }
  }

  private func succeeds(_ arguments: [String]) async throws(GitError) -> Bool {
    try await result(arguments).isSuccess
  }

  private func result(
    _ arguments: [String]
  ) async throws(GitError) -> (isSuccess: Bool, words: String) {
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + arguments),
        environment: .inherit.updating(Git.environment), output: .discarded,
        error: .string(limit: 65_536))
      return (result.terminationStatus.isSuccess, result.standardError)
    } catch let error as SubprocessError {
      throw error.code == .executableNotFound
        ? .notInstalled : .notStarted(error.description)
    } catch {
      throw .notStarted(String(describing: error))
    }
  }

  // What points git to another repository, or makes it wait for somebody to type.
  private static let environment: [Environment.Key: String?] = [
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_OBJECT_DIRECTORY": nil,
    "GIT_NAMESPACE": nil, "GIT_CEILING_DIRECTORIES": nil, "GIT_TERMINAL_PROMPT": "0",
  ]
}
