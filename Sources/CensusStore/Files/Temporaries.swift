import CensusCore

/// The files that writers have begun and not, or not yet, put in their places.
struct Temporaries {
  static let folder = "tmp"

  let fileSystem: any FileSystem

  /// One such file.
  struct Entry {
    let path: String
    /// The number of the process that began it.
    let process: String
  }

  /// Those whose names have the form that writers give: `<pid>.<32 hex digits>.tmp`.
  func entries() throws(FileError) -> [Entry] {
    let names = try fileSystem.list(Temporaries.folder)
    return names.compactMap { entry in
      let parts = entry.name.split(separator: ".", omittingEmptySubsequences: false)
      guard entry.kind == .file, parts.count == 3, parts[2] == "tmp", BatchID(parts[1]) != nil,
        !parts[0].isEmpty, parts[0].allSatisfy({ $0.isASCII && $0.isNumber })
      else { return nil }
      return Entry(path: "\(Temporaries.folder)/\(entry.name)", process: String(parts[0]))
    }
  }

  /// What hinders every recording, if anything: a link or a file in the folder's place.
  var problems: [Problem] {
    do throws(FileError) {
      _ = try fileSystem.list(Temporaries.folder)
      return []
    } catch {
      return error.reason == .missing ? [] : [Problem(.unreadableFile(error))]
    }
  }
}
