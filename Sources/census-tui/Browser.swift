import CensusCore
import CensusDashboard
import Glibc

/// Shows addresses of the web in whatever the desktop shows them with.
enum Browser {
  /// Hands an address to `$BROWSER`, else to `xdg-open`, without waiting for it.
  static func open(_ address: String) -> Action {
    let program = getenv("BROWSER").map { String(cString: $0) } ?? "xdg-open"
    guard start(program, address) else {
      return .told(
        Phrase("这里没有可用的浏览器；网址：\(address)", "there is no browser here; the address: \(address)"))
    }
    return .told(Phrase("已交给浏览器打开：\(address)", "handed to the browser: \(address)"))
  }

  /// Whether the program could be started; its output goes nowhere, and it outlives this one.
  private static func start(_ program: String, _ address: String) -> Bool {
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
    return posix_spawnp(&process, program, &actions, &attributes, &arguments, environ) == 0
  }
}
