package import CensusStore

/// The files that are to be kept as evidence, each read whole.
///
/// - Throws: `CommandError.documentUnreadable`, `.evidenceTooLarge`, `.evidenceEmpty`.
package func attachments(
  _ paths: [String], in world: World
) throws(CommandError) -> [Attachment] {
  var files: [Attachment] = []
  for path in paths {
    let file: Attachment
    do throws(CommandError) {
      file = try withFile(path, in: world) { folder, name throws(FileError) in
        Attachment(name: name, bytes: try folder.read(name, limit: Attachment.limit))
      }
    } catch .documentUnreadable(let path, .tooLarge) {
      throw .evidenceTooLarge(path: path)
    }
    guard !file.bytes.isEmpty else { throw .evidenceEmpty(path: path) }
    // The same bytes under two names are kept under the first.
    if !files.contains(where: { $0.sha256 == file.sha256 }) { files.append(file) }
  }
  return files
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
    bytes = try withFile(path, in: world) { folder, name throws(FileError) in
      try folder.read(name, limit: limit)
    }
  }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: path) }
  return text
}

/// The bytes of a file, or of standard input.
func documentBytes(
  _ path: String, limit: Int, in world: World
) throws(CommandError) -> [UInt8] {
  guard path == "-" else {
    return try withFile(path, in: world) { folder, name throws(FileError) in
      try folder.read(name, limit: limit)
    }
  }
  do throws(FileError) {
    return try world.readPaste(limit)
  } catch {
    throw .documentUnreadable(path: path, error.reason)
  }
}

/// Opens the folder of a file to do something with the file.
private func withFile<Value>(
  _ path: String, in world: World,
  _ body: (_ folder: any FileSystem, _ name: String) throws(FileError) -> Value
) throws(CommandError) -> Value {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  guard let last = parts.last, !last.isEmpty else {
    throw .documentUnreadable(path: path, .badPath)
  }
  let folder = parts.dropLast().joined(separator: "/")
  let place = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
  do throws(FileError) {
    return try body(try world.openFolder(place, false), String(last))
  } catch {
    throw .documentUnreadable(path: path, error.reason)
  }
}
