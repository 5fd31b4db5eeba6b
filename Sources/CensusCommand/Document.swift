internal import CensusStore

/// An electronic document that a receipt names: its name and hash, never its content.
struct Document {
  let name: String
  let sha256: String

  /// The most bytes that are read for a hash: 1 GiB.
  private static let limit = 1 << 30

  /// Reads a regular file once.
  init(_ path: String, in world: World) throws(CommandError) {
    let bytes: [UInt8]
    (name, bytes) = try readFile(path, limit: Document.limit, in: world)
    sha256 = SHA256.hex(bytes)
  }
}

/// The text of a file, or of standard input, that a person pasted; UTF-8 with or without a mark.
func pastedText(_ path: String, in world: World) throws(CommandError) -> String {
  let limit = 1 << 20
  var bytes: [UInt8]
  if path == "-" {
    do throws(FileError) {
      bytes = try world.readInput(limit)
    } catch {
      throw .documentUnreadable(path: path, error.reason)
    }
  } else {
    bytes = try readFile(path, limit: limit, in: world).bytes
  }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: path) }
  return text
}

/// The name and the bytes of a regular file.
private func readFile(
  _ path: String, limit: Int, in world: World
) throws(CommandError) -> (name: String, bytes: [UInt8]) {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  guard let last = parts.last, !last.isEmpty else {
    throw .documentUnreadable(path: path, .badPath)
  }
  let folder = parts.dropLast().joined(separator: "/")
  let place = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
  do throws(FileError) {
    return (String(last), try world.openFolder(place, false).read(String(last), limit: limit))
  } catch {
    throw .documentUnreadable(path: path, error.reason)
  }
}
