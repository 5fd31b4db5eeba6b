internal import Glibc

/// What git reads, as a file without a name: a pipe would break where git ends before it has read all, and
/// that ends this program, or the library that writes into it.
enum GitInput {
  /// Opens such a file.
  ///
  /// - Parameter bytes: what stands in it.
  /// - Returns: its descriptor, at its beginning; whoever starts git closes it.
  /// - Throws: `GitError.notStarted`.
  static func file(of bytes: [UInt8]) throws(GitError) -> CInt {
    guard !bytes.isEmpty else { return try opened(open("/dev/null", O_RDONLY | O_CLOEXEC)) }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/census-XXXXXX".utf8CString)
    let file = try opened(mkstemp(&path))
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        let code = errno
        close(file)
        throw .notStarted(String(cString: strerror(code)))
      }
      rest = rest.dropFirst(max(count, 0))
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func opened(_ file: CInt) throws(GitError) -> CInt {
    guard file >= 0 else { throw .notStarted(String(cString: strerror(errno))) }
    return file
  }
}
