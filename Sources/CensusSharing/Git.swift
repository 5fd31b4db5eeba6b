internal import Glibc
internal import Subprocess
internal import SystemPackage

/// Why git did not do what it was asked to.
package enum GitError: Error, Equatable, Sendable {
  /// There is no git.
  case notInstalled
  /// It could not be started.
  case notStarted(String)
  /// It refused, with these words.
  case failed(String)

  /// Whether it refused since two repositories were begun apart.
  package var isOfOtherHistory: Bool {
    if case .failed(let words) = self {
      words.contains("refusing to merge unrelated histories")
    } else {
      false
    }
  }
}

/// Runs git in one folder, untouched by the repository that the person may be in, and asking nobody.
package struct Git: Sendable {
  private let folder: String
  /// Settings that hold beside those of the repository.
  private let settings: [String]

  /// Git for a folder.
  package init(in folder: String) {
    self.init(in: folder, settings: [])
  }

  init(in folder: String, settings: [String]) {
    self.folder = folder
    self.settings = settings
  }

  /// Makes the folder a repository of its own, and commits all that is in it.
  ///
  /// - Parameters:
  ///   - message: of the commit.
  ///   - author: whose name it bears if git knows none.
  /// - Throws: `GitError`.
  package func initialise(message: String, author: String) async throws(GitError) {
    try await run(["init", "--quiet", "--initial-branch=main"])
    // What a person leaves out of all repositories, as `*.json`, is no reason to leave out the store.
    try await run(["-c", "core.excludesFile=/dev/null", "add", "--all"])
    let isKnown = try await answer(["config", "user.email"]).status == 0
    let identity =
      isKnown ? [] : ["-c", "user.name=\(author)", "-c", "user.email=\(author)@localhost"]
    try await run(
      identity + ["-c", "commit.gpgSign=false", "commit", "--quiet", "--message", message])
  }

  /// The same folder with further settings, each `name=value`.
  func setting(_ more: [String]) -> Git {
    Git(in: folder, settings: settings + more.flatMap { ["-c", $0] })
  }

  /// The path of a name in the folder.
  func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(folder)/\(name)" }

  // MARK: - Running

  /// What git left when it ended.
  struct Answer: Sendable {
    /// Its exit status; nil if a signal ended it.
    let status: Int?
    /// The signal that ended it, if one did.
    let signal: CInt?
    /// What it wrote.
    let output: [UInt8]
    /// What it complained of.
    let words: String

    /// Why it failed; what a signal ended may have said nothing.
    var complaint: String { words.isEmpty ? signal.map { "signal \($0)" } ?? words : words }

    /// What it wrote, without the end of its last line.
    var text: String {
      let text = String(decoding: output, as: UTF8.self)
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// What it wrote, as names that end with a zero byte.
    var names: [String] {
      output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Runs git, which has to succeed.
  @discardableResult
  func run(
    _ arguments: [String], input: [UInt8] = [], as person: Person? = nil
  ) async throws(GitError) -> Answer {
    let answer = try await answer(arguments, input: input, as: person)
    guard answer.status == 0 else { throw .failed(answer.complaint) }
    return answer
  }

  /// Runs git, whatever comes of it.
  ///
  /// A key at the terminal may reach it before it is out of the terminal's reach, where it has begun nothing:
  /// then it is run once more.
  func answer(
    _ arguments: [String], input: [UInt8] = [], as person: Person? = nil
  ) async throws(GitError) -> Answer {
    let answer = try await once(arguments, input, person)
    guard answer.signal == SIGINT, !Task.isCancelled else { return answer }
    return try await once(arguments, input, person)
  }

  private func once(
    _ arguments: [String], _ input: [UInt8], _ person: Person?
  ) async throws(GitError) -> Answer {
    let file = try GitInput.file(of: input)
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", folder] + Git.quiet + settings + arguments),
        environment: .inherit.updating(Git.environment).updating(person?.environment ?? [:]),
        platformOptions: Git.options,
        input: .fileDescriptor(.init(rawValue: file), closeAfterSpawningProcess: true),
        output: .bytes(limit: 1 << 28), error: .string(limit: 1 << 20))
      let (status, signal): (Int?, CInt?) =
        switch result.terminationStatus {
        case .exited(let code): (Int(code), nil)
        case .signaled(let number): (nil, number)
        }
      return Answer(
        status: status, signal: signal, output: result.standardOutput, words: result.standardError)
    } catch let error as SubprocessError {
      throw error.code == .executableNotFound
        ? .notInstalled : .notStarted(error.description)
    } catch {
      throw .notStarted(String(describing: error))
    }
  }

  /// A key at the terminal reaches whoever runs this, and not git in the midst of a step; whoever gives it up
  /// lets it take its locks away.
  private static var options: PlatformOptions {
    let isAtTerminal = [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO].contains { isatty($0) == 1 }
    var options = PlatformOptions()
    options.createSession = isAtTerminal
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: isAtTerminal, allowedDurationToNextStep: .seconds(2))
    ]
    return options
  }

  /// The monitor of a repository is a program, which only looking at a folder handed over would run.
  private static let quiet = ["-c", "core.fsmonitor=false"]

  // What points git to another repository, changes what it says, or makes it wait for somebody to type.
  private static let environment: [Environment.Key: String?] = [
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_OBJECT_DIRECTORY": nil,
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil, "GIT_COMMON_DIR": nil, "GIT_NAMESPACE": nil,
    "GIT_CEILING_DIRECTORIES": nil, "GIT_PREFIX": nil, "GIT_IMPLICIT_WORK_TREE": nil,
    "GIT_GRAFT_FILE": nil, "GIT_SHALLOW_FILE": nil, "GIT_REPLACE_REF_BASE": nil,
    "GIT_NO_REPLACE_OBJECTS": nil, "GIT_QUARANTINE_PATH": nil, "GIT_CONFIG": nil,
    "GIT_CONFIG_PARAMETERS": nil, "GIT_CONFIG_COUNT": nil, "GIT_LITERAL_PATHSPECS": nil,
    "GIT_GLOB_PATHSPECS": nil, "GIT_NOGLOB_PATHSPECS": nil, "GIT_ICASE_PATHSPECS": nil,
    "GIT_EXTERNAL_DIFF": nil, "GIT_DIFF_OPTS": nil, "GIT_ASKPASS": nil, "SSH_ASKPASS": nil,
    "GIT_AUTHOR_DATE": nil, "GIT_COMMITTER_DATE": nil, "GIT_EDITOR": "true",
    "GIT_SEQUENCE_EDITOR": "true", "GIT_MERGE_AUTOEDIT": "no", "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "LANGUAGE": nil,
  ]

  /// Whose name a commit bears.
  package struct Person: Sendable {
    let name: String
    let address: String

    fileprivate var environment: [Environment.Key: String?] {
      [
        "GIT_AUTHOR_NAME": name, "GIT_COMMITTER_NAME": name, "GIT_AUTHOR_EMAIL": address,
        "GIT_COMMITTER_EMAIL": address,
      ]
    }
  }
}
