import CensusCore

/// Which of the copies of one store a folder is: 32 hex digits in `local/replica`, which nobody shares.
struct Replica: Equatable {
  static let path = "local/replica"

  let text: String

  /// What a folder says it is; nil if it says nothing, or nothing of that form.
  init?(of fileSystem: any FileSystem) {
    guard let bytes = try? fileSystem.read(Replica.path, limit: 64),
      let replica = Replica(Substring(decoding: bytes.dropLast(), as: UTF8.self))
    else { return nil }
    self = replica
  }

  /// Whether a folder does not say so at all: whoever gives its counterfoils up leaves an empty file.
  static func isMissing(in fileSystem: any FileSystem) -> Bool {
    do throws(FileError) {
      _ = try fileSystem.stamp(of: path)
      return false
    } catch {
      return error.reason == .missing
    }
  }

  /// One by its digits; nil if they are none.
  init?(_ digits: Substring) {
    guard let id = BatchID(digits) else { return nil }
    text = id.text
  }

  private init(random text: String) { self.text = text }

  /// What a folder says it is; it comes to say so if it did not.
  ///
  /// - Parameters:
  ///   - fileSystem: the folder.
  ///   - lost: what it was, where it does not say it any more.
  ///   - randomHex: chance for a new one.
  /// - Returns: what it says from now on.
  /// - Throws: why it cannot say so.
  static func made(
    in fileSystem: any FileSystem, as lost: Replica?, _ randomHex: () -> String
  ) throws(FileError) -> Replica {
    if let known = Replica(of: fileSystem) { return known }
    if try fileSystem.makeDirectory("local") { try fileSystem.synchronizeDirectory("") }
    let replica = lost ?? Replica(random: randomHex())
    do throws(FileError) {
      // The first of several programs says it for all of them.
      let file = try fileSystem.create(path)
      try fileSystem.write(replica.bytes, to: file)
      try fileSystem.synchronize(file)
      try fileSystem.close(file)
      try fileSystem.synchronizeDirectory("local")
      return replica
    } catch {
      guard error.reason == .exists else { throw error }
    }
    if let other = Replica(of: fileSystem) { return other }
    return try replaced(in: fileSystem, randomHex)
  }

  /// Says that a folder is another one from now on.
  static func replaced(
    in fileSystem: any FileSystem, _ randomHex: () -> String
  ) throws(FileError) -> Replica {
    let replica = Replica(random: randomHex())
    try DurableWriter(fileSystem: fileSystem, randomHex: Recorder.systemRandomHex)
      .put([DurableWriter.Placement(path: path, bytes: replica.bytes)])
    return replica
  }

  private var bytes: [UInt8] { Array("\(text)\n".utf8) }
}

extension EventPlace {
  /// The paths of all files of a store that have an event's name.
  ///
  /// - Throws: where a folder cannot be listed; one that is missing has none.
  static func names(in fileSystem: any FileSystem) throws(FileError) -> [EventID: String] {
    var names: [EventID: String] = [:]
    let folders = try entries(of: folder, in: fileSystem).map { "\(folder)/\($0.name)" }
    for place in folders + [contacts.path] {
      for day in try entries(of: place, in: fileSystem) where Day(day.name) != nil {
        for entry in try entries(of: "\(place)/\(day.name)", in: fileSystem) {
          guard let id = EventName.identity(in: entry.name) else { continue }
          names[id] = "\(place)/\(day.name)/\(entry.name)"
        }
      }
    }
    return names
  }

  private static func entries(
    of folder: String, in fileSystem: any FileSystem
  ) throws(FileError) -> [FolderEntry] {
    do throws(FileError) {
      return try fileSystem.list(folder)
    } catch {
      // What is no folder is told as that.
      guard error.reason == .missing || error.reason == .notAFolder else { throw error }
      return []
    }
  }
}
