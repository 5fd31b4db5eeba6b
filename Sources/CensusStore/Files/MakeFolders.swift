import Glibc

/// Makes a folder that may be there already, and those above it; zero, or the number of the error.
func makeFolders(_ path: String) -> Int32 {
  guard mkdir(path, 0o777) != 0 else { return 0 }
  let code = errno
  guard code == ENOENT else { return code == EEXIST ? 0 : code }
  let parts = path.split(separator: "/", omittingEmptySubsequences: true)
  guard parts.count > 1 else { return code }
  let above = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  let failure = makeFolders(above)
  guard failure == 0 else { return failure }
  return mkdir(path, 0o777) == 0 || errno == EEXIST ? 0 : errno
}
