import CensusCommand
import Glibc
import Synchronization

/// Whether somebody asked for sharing to stop: by Ctrl-C, by a signal of the system, or from the dashboard.
enum StopRequest {
  private static let count = Atomic(0)

  /// How often somebody asked.
  static var times: Int { count.load(ordering: .relaxed) }

  /// Asks for it.
  static func ask() { count.add(1, ordering: .relaxed) }

  /// Whether it was started to go on when whoever started it has gone, as by `nohup`.
  static var outlivesItsParent: Bool { isIgnored(SIGHUP) }

  /// From now on such a signal is a request.
  static func listen() {
    // Made before a signal comes: a handler must not make it.
    _ = times
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { _ in StopRequest.count.add(1, ordering: .relaxed) }
    }
  }

  /// Whether a signal is none for this program, as after `nohup`.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
