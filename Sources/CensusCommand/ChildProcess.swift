internal import Glibc

/// A program that runs as a child, with pipes to its input and from its output, and ends by the clock.
///
/// Signals that the parent holds (`holdingSignals`) end it, too: it is in a group of its own, to be ended
/// with the children that it has itself, and a key at the terminal does not reach it.
struct ChildProcess {
  private let id: pid_t
  private let input: Int32
  private let output: Int32

  /// Starts it as the head of a group of its own.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: what follows its name.
  ///   - environment: all of its environment, as `NAME=VALUE`.
  init?(_ path: String, _ arguments: [String] = [], environment: [String] = []) {
    var ends: [Int32] = [-1, -1]
    var back: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    guard pipe(&back) == 0 else {
      close(ends[0])
      close(ends[1])
      return nil
    }
    ends += back
    // The child has the two that become its streams, and no other.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[3], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var id = pid_t()
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    let code = posix_spawn(&id, path, &actions, &attributes, &words, &variables)
    close(ends[0])
    close(ends[3])
    guard code == 0 else {
      close(ends[1])
      close(ends[2])
      return nil
    }
    self.id = id
    input = ends[1]
    output = ends[2]
  }

  /// Writes all of the input while it reads the output, and waits for the end.
  func exchange(_ document: [UInt8], until milliseconds: Int, most: Int) -> Conversion {
    // A child that ends before it has read everything is no reason for this program to end.
    let former = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, former) }
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    let end = ChildProcess.now() + milliseconds
    var rest = document[...]
    var isOpen = !rest.isEmpty
    if !isOpen { close(input) }
    var read: [UInt8] = []
    var isLate = false
    while true {
      let left = end - ChildProcess.now()
      guard left > 0, read.count <= most, !ChildProcess.isAskedToEnd else {
        isLate = left <= 0
        kill(-id, SIGKILL)
        break
      }
      var waiting = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&waiting, nfds_t(waiting.count), Int32(min(left, 100))) >= 0 || errno == EINTR
      else { break }
      if isOpen, waiting[1].revents != 0 {
        let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        if rest.isEmpty || count < 0 && errno != EAGAIN && errno != EINTR {
          close(input)
          isOpen = false
        }
      }
      if waiting[0].revents != 0 {
        guard let chunk = ChildProcess.chunk(output) else { break }
        read += chunk
      }
    }
    if isOpen { close(input) }
    close(output)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    if isLate { return .tooLong }
    // Ended by a signal: the lower seven bits.
    return status & 0x7F != 0 || read.count > most ? .stopped : .output(read)
  }

  /// Whether a signal to end waits until it is no longer held.
  private static var isAskedToEnd: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains { number in
      sigismember(&waiting, number) == 1 && !isIgnored(number)
    }
  }

  /// Whether a signal is none for this program, as after `nohup`.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// What can be read now; nil at the end.
  private static func chunk(_ descriptor: Int32) -> [UInt8]? {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer -> [UInt8]? in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { return [] }
      return count > 0 ? Array(buffer.prefix(count)) : nil
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
