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
    guard let folder = Installation.folder(), access(folder + name, X_OK) == 0 else {
      return .missing
    }
    guard let process = ChildProcess(folder + name) else { return .stopped }
    let end = process.exchange(document, until: seconds * 1_000, most: largest)
    return end == .output([]) ? .stopped : end
  }
}
