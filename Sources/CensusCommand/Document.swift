internal import CensusStore

/// An electronic document that a receipt names: its name and hash, never its content.
struct Document {
  let name: String
  let sha256: String

  /// The most bytes that are read for a hash: 1 GiB.
  private static let limit = 1 << 30

  /// Reads a regular file once.
  init(_ path: String, in world: World) throws(CommandError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty else {
      throw .documentUnreadable(path: path, .badPath)
    }
    let folder = parts.dropLast().joined(separator: "/")
    let place = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    name = String(last)
    do throws(FileError) {
      sha256 = SHA256.hex(try world.openFolder(place, false).read(name, limit: Document.limit))
    } catch {
      throw .documentUnreadable(path: path, error.reason)
    }
  }
}
