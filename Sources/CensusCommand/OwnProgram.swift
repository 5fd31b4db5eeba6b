package import CensusCore
internal import Glibc

/// A program of the person's own, started without a shell and in a group of its own.
package struct OwnProgram {
  /// How it stands.
  package enum Outcome: Equatable {
    case running
    /// It has ended by itself, with a status, or by a signal where there is none.
    case ended(output: [UInt8], status: Int32?)
    /// It was ended: it said more than anybody reads, or took longer than anybody waits.
    case stopped(output: [UInt8], hasSaidTooMuch: Bool)
  }

  /// Seconds after which it is ended.
  package static let patience = 60
  /// Bytes of output beyond which it is ended.
  package static let most = 256 << 10

  private let id: pid_t
  private let output: Int32
  private let end: Int
  private var said: [UInt8] = []

  /// Starts a program and listens to it; nil where it cannot be started.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked for in `PATH`.
  ///   - arguments: what follows its name, each as it is.
  ///   - seconds: how long it may take.
  package init?(_ program: String, _ arguments: [String], seconds: Int = patience) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    guard let id = OwnProgram.spawn(program, arguments, input: nil, output: ends[1]) else {
      close(ends[0])
      close(ends[1])
      return nil
    }
    close(ends[1])
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    self.id = id
    output = ends[0]
    end = OwnProgram.now() + seconds
  }

  /// Looks how it stands, without waiting; once it is over it must not be asked again.
  package mutating func look() -> Outcome {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while said.count <= OwnProgram.most {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else {
        if count == 0 || errno != EAGAIN && errno != EINTR { return over() }
        break
      }
      said += buffer[..<count]
    }
    guard said.count > OwnProgram.most || OwnProgram.now() > end else { return .running }
    stop()
    return .stopped(
      output: Array(said.prefix(OwnProgram.most)), hasSaidTooMuch: said.count > OwnProgram.most)
  }

  /// What it has said so far.
  package var heard: [UInt8] { said }

  /// Asks it to end when it sees fit, as a person does by Ctrl-C; its children are not told.
  package func ask() { kill(id, SIGINT) }

  /// Ends it, with the children that it has.
  package func stop() {
    kill(-id, SIGKILL)
    close(output)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  /// It says no more: how it ended.
  ///
  /// One that goes on in silence is left to itself no longer.
  private mutating func over() -> Outcome {
    var status: Int32 = 0
    let ended = waitpid(id, &status, WNOHANG)
    guard ended != 0 else {
      guard OwnProgram.now() > end else { return .running }
      stop()
      return .stopped(output: said, hasSaidTooMuch: false)
    }
    close(output)
    return .ended(output: said, status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil)
  }

  /// Starts a program that nobody waits for: it may outlive this one, and its output goes nowhere.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked for in `PATH`.
  ///   - arguments: what follows its name.
  ///   - input: what its standard input holds, whole from the beginning, so that nobody waits for it to
  ///     read.
  /// - Returns: whether it was started.
  package static func leave(_ program: String, _ arguments: [String], input: [UInt8]) -> Bool {
    var name = Array("/tmp/census-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return false }
    unlink(name)
    defer { close(file) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var rest = input[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    guard lseek(file, 0, SEEK_SET) == 0 else { return false }
    return spawn(program, arguments, input: file, output: nil) != nil
  }

  /// Tells a program of records; what it does neither delays nor undoes them.
  ///
  /// - Parameters:
  ///   - words: the program and its arguments; none where nobody is to be told.
  ///   - files: the records, a line of JSON each.
  /// - Returns: that it could not be started, if so.
  package static func tell(_ words: [String], of files: [[UInt8]]) -> Phrase? {
    guard let program = words.first, !files.isEmpty,
      !leave(program, Array(words.dropFirst()), input: Array(files.joined()))
    else { return nil }
    return Phrase(
      "登记后要运行的程序“\(program)”启动不了；请检查 config.json 里的 onRecorded",
      "the program “\(program)” that is to be told of records cannot be started; check onRecorded in "
        + "config.json")
  }

  private static func spawn(
    _ program: String, _ arguments: [String], input: Int32?, output: Int32?
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      if let output {
        posix_spawn_file_actions_adddup2(&actions, output, stream)
      } else {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own (POSIX_SPAWN_SETSID, which is not imported) has no terminal: nobody is asked
    // over the screen, nor written to it.
    let ownSession: Int32 = 0x80
    posix_spawnattr_setflags(&attributes, Int16(ownSession | Int32(POSIX_SPAWN_SETSIGMASK)))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var id: pid_t = 0
    return posix_spawnp(&id, program, &actions, &attributes, &words, environ) == 0 ? id : nil
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
