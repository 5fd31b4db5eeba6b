import CensusCore

/// Counterfoils (存根): copies of the records that were acknowledged on this machine, kept by a person
/// outside of the store.
///
/// A record that is missing from the store is told by them, and put back from them: whatever a reset, a
/// restored copy or a program that keeps folders alike did to it. One file is for one store in one place
/// (a replica), with a line for each record, its identity and its bytes; it is only ever added to.
public struct Counterfoils {
  /// Opens the folder of the person's state; makes it first if asked to.
  public typealias Open = (_ creating: Bool) throws(FileError) -> any FileSystem

  private let open: Open
  /// The hash of the store's identity.
  private let store: String
  /// Where the store lies.
  private let path: String
  /// The replica that the store at another path says it is.
  private let replica: (_ path: String) -> Replica?
  /// The replica whose file is known to be that of this place.
  private var settled: Replica?

  /// The counterfoils of a store.
  ///
  /// - Parameters:
  ///   - store: its identity.
  ///   - path: where it lies, with every link on the way resolved.
  ///   - open: opens the person's folder.
  ///   - openStore: opens another folder.
  public init(
    of store: String, at path: String, open: @escaping Open,
    openStore: @escaping (_ path: String) -> (any FileSystem)?
  ) {
    self.store = String(SHA256.hex(Array(store.utf8)).prefix(16))
    // It is one line of the file.
    self.path = path.utf8.contains(UInt8(ascii: "\n")) ? "" : path
    self.open = open
    replica = { openStore($0).flatMap { Replica(of: $0) } }
  }

  // MARK: - Reading

  /// The records that were acknowledged here and are not in a store, with their files.
  ///
  /// - Parameter fileSystem: the store's folder.
  /// - Returns: none also where the store cannot be listed, which is told as that.
  mutating func missing(in fileSystem: any FileSystem) -> [EventFile] {
    let kept = kept(of: fileSystem)
    guard !kept.isEmpty, let present = try? EventPlace.names(in: fileSystem) else { return [] }
    var gone: [EventID: EventFile] = [:]
    for content in kept {
      for (id, place) in content.places where present[id] == nil && gone[id] == nil {
        let bytes = Array(content.bytes[place])
        // A line that was damaged restores nothing.
        if EventFile.identity(of: bytes) == id { gone[id] = EventFile(reading: bytes) }
      }
    }
    return gone.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What was kept of a store in this place.
  private mutating func kept(of fileSystem: any FileSystem) -> [Content] {
    guard let replica = Replica(of: fileSystem) else {
      return Replica.isMissing(in: fileSystem) ? left().map(\.content) : []
    }
    guard let content = read(replica), isOurs(content, replica) else { return [] }
    if content.path == path { settled = replica }
    return [content]
  }

  /// What was kept of replicas that lay in this place last, the fullest first: a store that does not say any
  /// more which it is, since somebody has cleaned its folder, is one of them.
  private func left() -> [(replica: Replica, content: Content)] {
    let start = "counterfoils-\(store)-"
    guard !path.isEmpty, let names = try? open(false).list("") else { return [] }
    return names.compactMap { entry in
      guard entry.name.hasPrefix(start), let replica = Replica(entry.name.dropFirst(start.count)),
        let content = read(replica), content.path == path
      else { return nil }
      return (replica, content)
    }.sorted {
      ($1.content.places.count, $0.replica.text) < ($0.content.places.count, $1.replica.text)
    }
  }

  private func read(_ replica: Replica) -> Content? {
    guard let folder = try? open(false),
      let bytes = try? folder.read(name(replica), limit: Counterfoils.limit)
    else { return nil }
    return Content(bytes)
  }

  /// Whether a file's records were acknowledged in this place: a copy of the store says that it is the
  /// same replica, while what it was copied from still lies where it did.
  private func isOurs(_ content: Content, _ replica: Replica) -> Bool {
    guard let kept = content.path, kept != path else { return true }
    return self.replica(kept) != replica
  }

  private static let limit = 1 << 30

  private func name(_ replica: Replica) -> String { "counterfoils-\(store)-\(replica.text)" }

  // MARK: - Writing

  /// Adds records that are about to be acknowledged, and forces them to the disk.
  ///
  /// A copy of a store becomes a replica of its own by its first record; one that was moved goes on.
  ///
  /// - Parameters:
  ///   - files: the records.
  ///   - fileSystem: the store's folder.
  ///   - randomHex: chance for the name of a new replica.
  /// - Throws: why they cannot be kept.
  mutating func add(
    _ files: [EventFile], of fileSystem: any FileSystem, randomHex: () -> String
  ) throws(FileError) {
    guard !files.isEmpty else { return }
    let lost = Replica.isMissing(in: fileSystem) ? left().first?.replica : nil
    var replica = try Replica.made(in: fileSystem, as: lost, randomHex)
    var bytes: [UInt8] = []
    if replica != settled {
      let kept = try path(of: replica)
      let isCopy = kept.map { $0 != path && self.replica($0) == replica } ?? false
      if isCopy { replica = try Replica.replaced(in: fileSystem, randomHex) }
      if isCopy || kept != path { bytes = Array("\(Content.pathMark)\(path)\n".utf8) }
    }
    for file in files { bytes += Array("\(file.event.id) ".utf8) + file.bytes }
    let folder = try open(true)
    if try folder.append(bytes, to: name(replica)) { try folder.synchronizeDirectory("") }
    settled = replica
  }

  /// Where a replica lay by its file; nil where there is none yet.
  private func path(of replica: Replica) throws(FileError) -> String? {
    do throws(FileError) {
      return Content(try open(false).read(name(replica), limit: Counterfoils.limit)).path
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
  }

  /// What a file says.
  private struct Content {
    static let pathMark = "path "

    let bytes: [UInt8]
    /// Where the store lay when it was last written to.
    private(set) var path: String?
    /// Where the bytes of each record stand.
    private(set) var places: [EventID: Range<Int>] = [:]

    /// A line that was cut short, or is none of these, tells nothing.
    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      let newline = UInt8(ascii: "\n")
      var start = bytes.startIndex
      while let end = bytes[start...].firstIndex(of: newline) {
        add(start..<end + 1)
        start = end + 1
      }
    }

    private mutating func add(_ line: Range<Int>) {
      if bytes[line].starts(with: Content.pathMark.utf8) {
        let text = bytes[line].dropFirst(Content.pathMark.utf8.count).dropLast()
        path = String(validating: text, as: UTF8.self) ?? path
      } else if line.count > 34, bytes[line.lowerBound + 32] == UInt8(ascii: " "),
        let id = EventID(String(decoding: bytes[line].prefix(32), as: UTF8.self))
      {
        places[id] = line.lowerBound + 33..<line.upperBound
      }
    }
  }
}
