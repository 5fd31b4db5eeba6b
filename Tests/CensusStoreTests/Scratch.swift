import CensusStore
import FoundationEssentials
import Glibc

/// A folder of its own for a test, removed afterwards.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/census-store-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw FileError(.makeDirectory, "", .system(code: errno)) }
    path = made
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func disk() throws -> DiskFileSystem { try DiskFileSystem(root: path) }

  /// Puts bytes behind the store's back.
  func put(_ bytes: [UInt8], at name: String) throws {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0, write(descriptor, bytes, bytes.count) == bytes.count,
      close(descriptor) == 0
    else { throw FileError(.write, name, .system(code: errno)) }
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  func makeFolders(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }
}

/// Writes a file with all steps, into a folder that there is.
func write(_ text: String, to path: String, in fileSystem: any FileSystem) throws {
  let file = try fileSystem.create(path)
  try fileSystem.write(Array(text.utf8), to: file)
  try fileSystem.synchronize(file)
  try fileSystem.close(file)
}

func text(_ path: String, in fileSystem: any FileSystem) throws -> String {
  String(decoding: try fileSystem.read(path, limit: 1 << 20), as: UTF8.self)
}
