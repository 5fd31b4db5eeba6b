import Glibc

/// Puts files in their places so that they survive a power cut, or not at all.
///
/// The order is the promise: every content is on the disk before any name, every name before
/// anybody says that it is done.
struct DurableWriter {
  /// A file to be put in its place.
  struct Placement {
    let path: String
    let bytes: [UInt8]
    /// Whether nobody but the owner may read it, nor enter the folders above it.
    var isPrivate = false
  }

  /// How far it came.
  enum Failure: Error {
    /// Nothing has changed.
    case refused(FileError)
    /// The files may be in place, or some of them, but not for sure on the disk.
    case unconfirmed(FileError)
  }

  let fileSystem: any FileSystem
  let randomHex: () -> String

  /// The same where nobody asks whether files that are not for sure on the disk are in place.
  func put(_ placements: [Placement]) throws(FileError) {
    do {
      try place(placements)
    } catch {
      switch error {
      case .refused(let cause), .unconfirmed(let cause): throw cause
      }
    }
  }

  /// Puts all of the files in their places, or none.
  ///
  /// A file that is in its place already, byte for byte, is only forced to the disk. From the
  /// first name on the signals that stop a program wait, so that they never part what belongs
  /// together.
  func place(_ placements: [Placement]) throws(Failure) {
    var missing: [(Placement, temporary: String)] = []
    do throws(FileError) {
      var above: Set<String> = []
      for placement in placements {
        if try isInPlace(placement) { continue }
        try makeFolders(to: placement, above: &above)
        do throws(FileError) {
          let path = try temporary()
          try write(placement, to: path)
          missing.append((placement, path))
        } catch {
          // Nobody has heard of the temporary file; what was to be written is what fails.
          guard error.path.hasPrefix("\(Temporaries.folder)/") else { throw error }
          throw FileError(error.operation, placement.path, error.reason)
        }
      }
    } catch {
      for (_, path) in missing { try? fileSystem.remove(path) }
      throw .refused(error)
    }
    let files = missing
    try holdingSignals { () throws(Failure) in
      try rename(files)
      do throws(FileError) {
        for folder in orderedFolders(of: placements) {
          try fileSystem.synchronizeDirectory(folder)
        }
      } catch {
        throw .unconfirmed(error)
      }
    }
  }

  private func isInPlace(_ placement: Placement) throws(FileError) -> Bool {
    guard isThere(placement) else { return false }
    try fileSystem.synchronizeFile(placement.path)
    return true
  }

  private func isThere(_ placement: Placement) -> Bool {
    let there = try? fileSystem.read(placement.path, limit: placement.bytes.count)
    return there == placement.bytes
  }

  /// Makes the folders above a file, and forces each folder that holds one of them to the disk.
  ///
  /// Also where nothing was missing: another may have made the folder a moment ago and stopped
  /// before forcing it. Forcing what is on the disk already costs nothing.
  private func makeFolders(
    to placement: Placement, above forced: inout Set<String>
  ) throws(FileError) {
    var folder = ""
    for part in placement.path.split(separator: "/").dropLast() {
      let parent = folder
      folder = parent.isEmpty ? String(part) : "\(parent)/\(part)"
      let isNew = try fileSystem.makeDirectory(folder, placement.isPrivate ? .ownFolder : nil)
      if placement.isPrivate, !isNew { close(folder) }
      if forced.insert(parent).inserted || isNew { try fileSystem.synchronizeDirectory(parent) }
    }
  }

  /// Takes a folder that was made before away from all but its owner.
  ///
  /// Who is not the owner cannot, and `check` says that it is open.
  private func close(_ folder: String) {
    guard let now = try? fileSystem.permissions(of: folder), !now.isOwnersAlone else { return }
    try? fileSystem.set(now.closed, of: folder)
  }

  private func temporary() throws(FileError) -> String {
    _ = try fileSystem.makeDirectory(Temporaries.folder)
    return "\(Temporaries.folder)/\(getpid()).\(randomHex()).tmp"
  }

  /// Writes a file and forces it to the disk; if that fails, removes it.
  private func write(_ placement: Placement, to path: String) throws(FileError) {
    let file = try fileSystem.create(path, placement.isPrivate ? .ownFile : nil)
    do throws(FileError) {
      do throws(FileError) {
        try fileSystem.write(placement.bytes, to: file)
        try fileSystem.synchronize(file)
      } catch {
        try? fileSystem.close(file)
        throw error
      }
      try fileSystem.close(file)
    } catch {
      try? fileSystem.remove(path)
      throw error
    }
  }

  /// Gives the files their names; if one is refused, takes the others back.
  private func rename(_ files: [(Placement, temporary: String)]) throws(Failure) {
    for (index, file) in files.enumerated() {
      do {
        try fileSystem.rename(file.temporary, to: file.0.path)
      } catch {
        // Another completed the batch of a program that it took for stopped.
        if error.reason == .missing, isThere(file.0) { continue }
        for (_, path) in files[index...] { try? fileSystem.remove(path) }
        throw takeBack(files[..<index].map(\.0)) ? .refused(error) : .unconfirmed(error)
      }
    }
  }

  private func takeBack(_ placements: [Placement]) -> Bool {
    do throws(FileError) {
      for placement in placements { try fileSystem.remove(placement.path) }
      for folder in orderedFolders(of: placements) {
        try fileSystem.synchronizeDirectory(folder)
      }
      return true
    } catch {
      return false
    }
  }

  /// The folders of some files, each once, in the order of the files.
  private func orderedFolders(of placements: [Placement]) -> [String] {
    var folders: [String] = []
    for placement in placements {
      let folder = placement.path.split(separator: "/").dropLast().joined(separator: "/")
      if !folders.contains(folder) { folders.append(folder) }
    }
    return folders
  }
}
