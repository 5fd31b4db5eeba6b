import CensusCore
import CensusDashboard
import Glibc

/// Shows addresses of the web, and files, in whatever the desktop shows them with.
struct Browser {
  /// The programs that were started and have not been seen to end.
  private var running: [pid_t] = []

  /// Hands an address to `$BROWSER`, else to `xdg-open`, without waiting for it.
  mutating func open(_ address: String) -> Action {
    let program = getenv("BROWSER").map { String(cString: $0) } ?? "xdg-open"
    guard let process = Self.start(program, address) else {
      return .told(
        Phrase("这里没有可用的浏览器；网址：\(address)", "there is no browser here; the address: \(address)"))
    }
    running.append(process)
    return .told(Phrase("已交给浏览器打开：\(address)", "handed to the browser: \(address)"))
  }

  /// Hands a file to `xdg-open`, without waiting for it; the file is never run as a program.
  mutating func open(copy path: String, of name: String) -> Action {
    guard let process = Self.start("xdg-open", path) else {
      return .told(
        Phrase(
          "这里没有打开文件的程序（xdg-open）；“\(name)”的只读副本：\(path)",
          "there is no program here that opens files (xdg-open); a copy of “\(name)”, read-only: \(path)"
        ))
    }
    running.append(process)
    return .told(
      Phrase("已打开“\(name)”的只读副本：\(path)", "opened a copy of “\(name)”, read-only: \(path)"))
  }

  /// Lets the programs go that have ended, so that nothing is left of them.
  mutating func reap() {
    running.removeAll { waitpid($0, nil, WNOHANG) != 0 }
  }

  /// Starts the program; its output goes nowhere, and it may outlive this one.
  private static func start(_ program: String, _ address: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, &attributes, &arguments, environ)
    return code == 0 ? process : nil
  }
}
