internal import Glibc

/// `census-convert`, run beside the program: a document in, blocks out, and an end by the clock.
struct Converter {
  /// Beside the program that runs.
  static let name = "census-convert"
  /// How long it may take; its own limit of computing time is shorter.
  private static let seconds = 8
  /// The most bytes that are read of it.
  private static let largest = 64 << 20

  /// Reads a document.
  static func convert(_ document: [UInt8]) -> Conversion {
    guard let path = path(), access(path, X_OK) == 0 else { return .missing }
    guard let process = ChildProcess(path) else { return .stopped }
    let end = process.exchange(document, until: seconds * 1_000, most: largest)
    return end == .output([]) ? .stopped : end
  }

  /// Where it lies: in the folder of this program.
  private static func path() -> String? {
    let own = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) {
      buffer -> String? in
      let count = buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? 0
      guard count > 0, count < buffer.count else { return nil }
      return String(
        validating: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    guard let own, let slash = own.lastIndex(of: "/") else { return nil }
    return own[...slash] + name
  }
}
