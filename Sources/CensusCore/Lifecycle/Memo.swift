import Synchronization

/// What follows from values that never change, worked out when it is first asked for.
///
/// Copies of the values share it. It says nothing that they do not, so that all are equal.
final class Memo<Value: Sendable>: Sendable, Equatable {
  private let known = Mutex<Value?>(nil)

  /// The value, from `work` unless it is known.
  ///
  /// `work` runs without the lock held: it may ask for others of these, and at worst runs twice.
  func value(_ work: () -> Value) -> Value {
    if let value = known.withLock({ $0 }) { return value }
    let value = work()
    known.withLock { $0 = value }
    return value
  }

  static func == (_: Memo, _: Memo) -> Bool { true }
}
