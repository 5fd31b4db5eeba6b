package import CensusStore

/// A file that is not there yet.
package struct NewFile {
  /// Why it could not be written.
  package struct Failure: Error {
    /// The path that was tried.
    package let path: String
    package let reason: FileError.Reason
    /// The folder, where it is that which cannot be opened.
    package var folder: String?
  }

  private let folder: String
  private let name: String
  /// Whether the path was a name alone, which is one in the folder where one stands.
  private let isAlone: Bool

  /// The path as it was given.
  private var given: String { isAlone ? name : folder + name }

  /// A folder without the sign at its end; the folder one is in is `.`.
  private static func named(_ folder: String) -> String {
    folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  /// A path from `/` on, or from the folder one is in.
  package init(path: String) {
    isAlone = !path.contains("/")
    let path = isAlone ? "./" + path : path
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    folder = parts.dropLast().joined(separator: "/") + "/"
    name = parts.last.map(String.init) ?? ""
  }

  /// Writes it whole and forces it to the disk; a file that has the name keeps it, and this one
  /// takes the next free number: `list-2.csv`.
  ///
  /// A name that is a folder or a device is none for a file.
  ///
  /// - Returns: the path as it was given, but for the number.
  /// - Throws: `Failure`; nothing is left behind then.
  package func write(_ text: String, in world: World) throws(Failure) -> String {
    try write(Array(text.utf8), in: world)
  }

  /// The same of bytes that are no text.
  package func write(_ bytes: [UInt8], in world: World) throws(Failure) -> String {
    guard !["", ".", ".."].contains(name) else {
      throw Failure(path: folder + name, reason: .notAFile)
    }
    let disk: any FileSystem
    do throws(FileError) {
      disk = try world.openFolder(folder, false)
    } catch {
      throw Failure(path: given, reason: error.reason, folder: Self.named(folder))
    }
    for number in 1...999 {
      let name = number == 1 ? name : numbered(number)
      let file: OpenFile
      do throws(FileError) {
        file = try disk.create(name)
      } catch {
        if error.reason == .exists, number > 1 || isFile(name, in: disk) { continue }
        if error.reason == .exists { throw Failure(path: folder + name, reason: .notAFile) }
        throw Failure(path: folder + name, reason: error.reason)
      }
      try attempt(name) { () throws(FileError) in
        do throws(FileError) {
          try disk.write(bytes, to: file)
          try disk.synchronize(file)
          try disk.close(file)
        } catch {
          try? disk.close(file)
          try? disk.remove(name)
          throw error
        }
      }
      // Its name has to last as well.
      try attempt(name) { () throws(FileError) in
        do throws(FileError) {
          try disk.synchronizeDirectory("")
        } catch {
          try? disk.remove(name)
          throw error
        }
      }
      return isAlone ? name : folder + name
    }
    throw Failure(path: folder + name, reason: .exists)
  }

  /// Whether what has the name is a regular file, as far as one can tell without reading it.
  private func isFile(_ name: String, in disk: any FileSystem) -> Bool {
    do throws(FileError) {
      _ = try disk.read(name, limit: 0)
      return true
    } catch {
      return error.reason != .notAFile && error.reason != .outside
    }
  }

  private func attempt<Value>(
    _ name: String, _ body: () throws(FileError) -> Value
  ) throws(Failure) -> Value {
    do {
      return try body()
    } catch {
      throw Failure(path: folder + name, reason: error.reason)
    }
  }

  /// The name with a number before its ending.
  private func numbered(_ number: Int) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "\(name)-\(number)"
    }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
