package import CensusCore
package import CensusStore

/// The store that ships in `data/`, opened for reading; no test writes there.
package enum ShippedStore {
  /// Its folder.
  package static let path = repository + "/data"

  /// The top of the repository.
  package static let repository: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The quarter with its findings.
  package static let quarter = Quarter("2018Q3") ?? Quarter(containing: Day(ordinal: 0))

  /// The store, opened anew.
  package static func open() throws -> Store { try Store.open(DiskFileSystem(root: path)) }

  /// A copy of all of it in memory, to be written to.
  package static func copy() throws -> InMemoryFileSystem {
    let source = try DiskFileSystem(root: path)
    let target = InMemoryFileSystem()
    try copy("", from: source, to: target)
    return target
  }

  private static func copy(
    _ folder: String, from source: DiskFileSystem, to target: InMemoryFileSystem
  ) throws {
    for entry in try source.list(folder) {
      let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        _ = try target.makeDirectory(path)
        try copy(path, from: source, to: target)
      } else {
        let bytes = try source.read(path, limit: 64 << 20)
        let file = try target.create(path)
        try target.write(bytes, to: file)
        try target.synchronize(file)
        try target.close(file)
      }
    }
  }
}
