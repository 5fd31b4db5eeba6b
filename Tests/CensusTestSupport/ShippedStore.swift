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

  /// The store, opened anew in memory.
  package static func open() throws -> Store { try Store.open(copy()) }

  /// A copy of its facts in memory, to be written to.
  ///
  /// Marks may lie beside the facts, since README's first command records into this folder.
  package static func copy() throws -> InMemoryFileSystem {
    let target = InMemoryFileSystem()
    for (path, bytes) in try facts() {
      if let slash = path.lastIndex(of: "/") {
        _ = try? target.makeDirectory(String(path[..<slash]))
      }
      let file = try target.create(path)
      try target.write(bytes, to: file)
      try target.synchronize(file)
      try target.close(file)
    }
    return target
  }

  /// The files that ship, by their path in the folder: settings, lists, quarters, schemas, their
  /// checksums, and what git is told; never what was recorded beside them.
  package static func facts(in folder: String = path) throws -> [(path: String, bytes: [UInt8])] {
    let disk = try DiskFileSystem(root: folder)
    let top = try disk.list("").filter { entry in
      entry.kind != .folder
        && (entry.name.hasSuffix(".json") || entry.name.hasPrefix(".git")
          || entry.name == "SHA256SUMS")
    }.map(\.name)
    let below = try ["quarters", "schema"].flatMap { folder in
      try disk.list(folder).filter { $0.kind != .folder }.map { "\(folder)/\($0.name)" }
    }
    return try (top + below).map { ($0, try disk.read($0, limit: 64 << 20)) }
  }
}
