/// What `SHA256SUMS` says: the hash of every file of facts, as `sha256sum` writes and checks it.
///
/// Events need none: their names are their hashes.
struct Checksums: Equatable {
  static let path = "SHA256SUMS"

  /// The hashes by path; nil if there is no such file, or it is not what it should be.
  let hashes: [String: String]?
  let problems: [Problem]

  private static let limit = 1 << 20

  init(_ fileSystem: any FileSystem) {
    let bytes: [UInt8]
    do {
      bytes = try fileSystem.read(Checksums.path, limit: Checksums.limit)
    } catch {
      hashes = nil
      let isOld = error.reason == .missing
      problems = [Problem(isOld ? .noChecksums : .unreadableFile(error))]
      return
    }
    do throws(BadLine) {
      hashes = try Checksums.hashes(in: bytes)
      problems = []
    } catch {
      hashes = nil
      problems = [Problem(.damagedChecksums(line: error.number))]
    }
  }

  /// What is to be said of a file's bytes: nothing, or that somebody has changed them.
  func problems(with bytes: [UInt8], of path: String) -> [Problem] {
    guard let hashes else { return [] }
    guard let known = hashes[path] else { return [Problem(.editedFacts(path: path, .added))] }
    return known == SHA256.hex(bytes) ? [] : [Problem(.editedFacts(path: path, .changed))]
  }

  /// The hashes of the facts among some files, save where others are known for them.
  static func hashes(
    of files: [DurableWriter.Placement], knowing known: [String: String]? = nil
  ) -> [String: String] {
    var hashes: [String: String] = [:]
    for file in files {
      let isList = file.path == StoreFile.path || Lists.paths.contains(file.path)
      guard isList || QuarterFile.quarter(atPath: file.path) != nil else { continue }
      // What was edited in the store it is copied from is no less so in the copy.
      if let known {
        hashes[file.path] = known[file.path]
      } else {
        hashes[file.path] = SHA256.hex(file.bytes)
      }
    }
    return hashes
  }

  /// The file that holds some hashes, ordered by path.
  static func file(_ hashes: [String: String]) -> DurableWriter.Placement {
    let lines = hashes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      "\($0.value)  \($0.key)\n"
    }
    return DurableWriter.Placement(path: path, bytes: Array(lines.joined().utf8))
  }

  private struct BadLine: Error {
    let number: Int
  }

  private static func hashes(in bytes: [UInt8]) throws(BadLine) -> [String: String] {
    var hashes: [String: String] = [:]
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      guard let (path, hash) = entry(line), hashes.updateValue(hash, forKey: path) == nil else {
        throw BadLine(number: index + 1)
      }
    }
    return hashes
  }

  /// `<64 digits>  <path>`; a star in place of the second blank says the same.
  private static func entry(_ line: ArraySlice<UInt8>) -> (path: String, hash: String)? {
    let digits = line.prefix(64)
    let isHex = digits.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    let gap = line.dropFirst(64).prefix(2)
    guard digits.count == 64, isHex, gap.first == UInt8(ascii: " "),
      gap.last == UInt8(ascii: " ") || gap.last == UInt8(ascii: "*"), gap.count == 2,
      let path = String(validating: line.dropFirst(66), as: UTF8.self), !path.isEmpty
    else { return nil }
    return (path, String(decoding: digits, as: UTF8.self))
  }
}
