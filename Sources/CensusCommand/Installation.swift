internal import Glibc

/// Where the program that runs lies, and what was installed with it.
package enum Installation {
  /// The folder of the program that runs, links followed, with a slash at its end; nil where the
  /// system does not say.
  package static func folder() -> String? {
    let own = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) {
      buffer -> String? in
      let count = buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? 0
      guard count > 0, count < buffer.count else { return nil }
      return String(
        validating: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    guard let own, let slash = own.lastIndex(of: "/") else { return nil }
    return String(own[...slash])
  }

  /// The store that ships with the programs, where they were installed with it.
  static func example() -> String? {
    let below = "bin/"
    guard let folder = folder(), folder.hasSuffix("/" + below) else { return nil }
    let path = folder.dropLast(below.count) + "share/site-census-example"
    return access(path + "/store.json", R_OK) == 0 ? String(path) : nil
  }
}
