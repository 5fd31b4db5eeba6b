import Glibc

/// How many times more work a task of eight times the size is, on this thread alone.
///
/// A comparison of a machine with itself: neither its speed nor what else it does matters. A task
/// whose work grows with its size gives about 8, one that grows with the square about 64.
public func growth(_ size: Int, _ task: (Int) throws -> Void) rethrows -> Double {
  // Once for what is made at the first time.
  try task(size)
  let small = try work { try task(size) }
  let large = try work { try task(8 * size) }
  return large / max(small, 1)
}

/// Nanoseconds of this thread.
private func work(_ task: () throws -> Void) rethrows -> Double {
  let before = now()
  try task()
  return now() - before
}

private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
