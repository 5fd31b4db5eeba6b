import Glibc

/// Lets the signals that stop a program wait until something is done whole.
///
/// Faults of the program itself are not held, and `KILL` cannot be: what it leaves behind is for
/// `check` to say.
package func holdingSignals<Value, Failure: Error>(
  _ body: () throws(Failure) -> Value
) throws(Failure) -> Value {
  var held = sigset_t()
  var before = sigset_t()
  sigfillset(&held)
  for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] {
    sigdelset(&held, fault)
  }
  pthread_sigmask(SIG_BLOCK, &held, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  return try body()
}
