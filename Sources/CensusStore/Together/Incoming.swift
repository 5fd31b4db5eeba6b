import CensusCore
import StrictJSON

/// What comes over from one copy of a store to another: read, held against its name, and sorted.
struct Incoming {
  private typealias Placement = DurableWriter.Placement

  private let source: any FileSystem
  private let sourceHashes: [String: String]
  private let target: any FileSystem

  var merge = Merge()
  /// The records of known kinds, as their files.
  private(set) var files: [EventFile] = []
  /// The hashes of facts that were confirmed where they come from.
  private(set) var hashes: [String: String] = [:]
  private var placements: [Placement] = []
  private var facts: [Placement] = []
  private var marks: [Placement] = []
  private var places: Set<EventPlace> = []
  private var taken: Set<EventID> = []

  /// How many records are written before they get their names.
  private static let portion = 256

  init(from other: Store, to store: Store) {
    source = other.contents.fileSystem
    sourceHashes = other.contents.checksums.hashes ?? [:]
    target = store.contents.fileSystem
  }

  /// Reads what the other has, but for evidence.
  mutating func gather() throws(FileError) {
    try gatherRecords()
    try gatherFacts()
    compareLists()
  }

  // MARK: - Records

  private mutating func gatherRecords() throws(FileError) {
    let present = try EventPlace.names(in: target)
    var folders: [EventPlace] = []
    for entry in entries(EventPlace.folder) {
      if entry.kind == .folder, let quarter = Quarter(entry.name) {
        folders.append(.quarter(quarter))
      } else if entry.kind == .folder, entry.name == "standing" {
        folders.append(.standing)
      } else {
        stray(entry, in: EventPlace.folder)
      }
    }
    for place in folders + [.contacts] {
      for day in entries(place.path) {
        guard day.kind == .folder, Day(day.name) != nil else {
          stray(day, in: place.path)
          continue
        }
        let folder = "\(place.path)/\(day.name)"
        for entry in entries(folder) {
          guard let id = EventName.identity(in: entry.name) else {
            stray(entry, in: folder)
            continue
          }
          gather(id, at: "\(folder)/\(entry.name)", in: place, present[id])
        }
      }
    }
    merge.events = Event.ordered(files.map(\.event))
  }

  private mutating func gather(
    _ id: EventID, at path: String, in place: EventPlace, _ known: String?
  ) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try source.read(path, limit: EventFile.limit)
    } catch {
      return leave(path, .unreadable(error.reason))
    }
    switch EventReader(source).read(id, at: path, in: place) {
    case .damaged(let damage): return leave(path, .damagedRecord(damage))
    case .event, .unplaced: break
    }
    if let known {
      let here = try? target.read(known, limit: EventFile.limit)
      // What a program was killed over is no file to be kept.
      guard known == path, let here, isTorn(here, of: bytes) else {
        if here == bytes { merge.duplicates += 1 } else { leave(path, .damagedHere) }
        return
      }
    }
    guard taken.insert(id).inserted else { return }
    places.insert(place)
    // A kind that this program does not know stays where its writer has put it.
    if let file = EventFile(reading: bytes) {
      files.append(file)
    } else {
      merge.unknown.append(id)
      placements.append(Placement(path: path, bytes: bytes))
    }
  }

  // MARK: - Facts

  private mutating func gatherFacts() throws(FileError) {
    let folder = QuarterFile.folder
    let names = entries(folder).filter { entry in
      if QuarterFile.quarter(inName: entry.name) != nil { return true }
      if RevisionName(entry.name) != nil { return true }
      stray(entry, in: folder)
      return false
    }
    var others: Set<Quarter> = []
    for entry in names {
      guard let quarter = QuarterFile.quarter(inName: entry.name) else { continue }
      if gatherOriginal(quarter) { others.insert(quarter) }
    }
    var taken: Set<Quarter> = []
    for entry in names {
      guard let name = RevisionName(entry.name) else { continue }
      if others.contains(name.quarter) {
        if !isThere(name.path) { leave(name.path, .otherFacts) }
      } else if gather(name) {
        taken.insert(name.quarter)
      }
    }
    for quarter in taken.sorted() where hasRivals(quarter) { merge.rivals.append(quarter) }
  }

  /// Reads a quarter as it was in the beginning; whether the other has it otherwise.
  private mutating func gatherOriginal(_ quarter: Quarter) -> Bool {
    let path = QuarterFile.path(of: quarter)
    guard let bytes = bytes(of: path) else { return false }
    if isThere(path) {
      guard (try? target.read(path, limit: JSONLimits.store.file)) != bytes else { return false }
      leave(path, .otherFacts)
      return true
    }
    guard let record = try? read(QuarterRecord.self, from: bytes).0,
      record.inspection.quarter == quarter
    else {
      leave(path, .damaged)
      return true
    }
    facts.append(Placement(path: path, bytes: bytes))
    merge.facts.append(path)
    if sourceHashes[path] == SHA256.hex(bytes) { hashes[path] = sourceHashes[path] }
    return false
  }

  /// Reads what was taken in of a quarter, or back; whether it is new.
  private mutating func gather(_ name: RevisionName) -> Bool {
    guard let bytes = bytes(of: name.path) else { return false }
    if isThere(name.path) {
      let here = try? target.read(name.path, limit: JSONLimits.store.file)
      guard let here, isTorn(here, of: bytes) else {
        if here != bytes { leave(name.path, .damagedHere) }
        return false
      }
    }
    guard Revision.read(name, in: source).0 != nil else {
      leave(name.path, .damaged)
      return false
    }
    facts.append(Placement(path: name.path, bytes: bytes))
    marks.append(RecordedPlaces.placement(for: name))
    merge.facts.append(name.path)
    return true
  }

  /// Whether different facts stand under the number that counts, here and there together.
  private func hasRivals(_ quarter: Quarter) -> Bool {
    var revisions: [String: Revision] = [:]
    for folder in [target, source] {
      for entry in (try? folder.list(QuarterFile.folder)) ?? [] {
        guard let name = RevisionName(entry.name), name.quarter == quarter,
          let revision = Revision.read(name, in: folder).0
        else { continue }
        revisions[revision.id] = revision
      }
    }
    let all = Array(revisions.values)
    guard let number = all.counting(at: nil)?.revision.number else { return false }
    let same = all.standing(at: nil).filter { $0.revision.number == number }
    return same.contains { $0.inspection != same[0].inspection }
  }

  private mutating func compareLists() {
    for path in Lists.paths {
      let (there, here) = (bytes(of: path), try? target.read(path, limit: JSONLimits.store.file))
      if let there, there != here { merge.lists.append(path) }
    }
  }

  // MARK: - Writing

  /// Reads evidence and frozen reports that are new, file by file, and puts each in its place unless
  /// nothing is written.
  mutating func copyHashed(_ writer: DurableWriter?) throws(FileError) {
    try copy(Store.attachmentFolder, \.attachments, writer) { entry in
      Store.isAttachment(entry) ? { SHA256.hex($0) == entry.name } : nil
    }
    try copy(SnapshotName.folder, \.snapshots, writer) { entry in
      entry.kind == .file ? SnapshotName(entry.name).map { name in { name.isOf($0) } } : nil
    }
    merge.leftBehind.sort { $0.path < $1.path }
  }

  /// Copies the files of a folder that has them by the hashes of their bytes.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - list: where what is new is listed.
  ///   - writer: what writes it; nil where nothing is written.
  ///   - isOf: whether bytes are those of a name; nil for a name that the folder has not.
  /// - Throws: why a file could not be put in its place.
  private mutating func copy(
    _ folder: String, _ list: WritableKeyPath<Merge, [String]>, _ writer: DurableWriter?,
    _ isOf: (FolderEntry) -> (([UInt8]) -> Bool)?
  ) throws(FileError) {
    let present = Set(entries(folder, of: target).map(\.name))
    for entry in entries(folder) {
      guard let isWhole = isOf(entry) else {
        stray(entry, in: folder)
        continue
      }
      guard !present.contains(entry.name) else { continue }
      let path = "\(folder)/\(entry.name)"
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try source.read(path, limit: Attachment.limit)
      } catch {
        leave(path, .unreadable(error.reason))
        continue
      }
      guard isWhole(bytes) else {
        leave(path, .damaged)
        continue
      }
      if let writer { try writer.put([Placement(path: path, bytes: bytes)]) }
      merge[keyPath: list].append(entry.name)
    }
  }

  /// Puts facts and records in their places; evidence is there already, since records speak of it.
  func place(by writer: DurableWriter, sharingContacts: Bool) throws(FileError) {
    try writer.put(facts)
    let all = placements + files.map { $0.placement(sharingContacts: sharingContacts) }
    for start in stride(from: 0, to: all.count, by: Incoming.portion) {
      let end = min(start + Incoming.portion, all.count)
      try writer.put(Array(all[start..<end]))
    }
    // After the records: where a mark stands, there are some.
    try writer.put(marks + RecordedPlaces(target).placements(for: places))
  }

  // MARK: - Files

  private mutating func leave(_ path: String, _ why: Merge.Why) {
    merge.leftBehind.append(Merge.LeftBehind(path: path, why: why))
  }

  /// Dot files are those of other programs, and nobody's.
  private mutating func stray(_ entry: FolderEntry, in folder: String) {
    if !entry.name.hasPrefix(".") { leave("\(folder)/\(entry.name)", .strayName) }
  }

  private mutating func bytes(of path: String) -> [UInt8]? {
    do throws(FileError) {
      return try source.read(path, limit: JSONLimits.store.file)
    } catch {
      if error.reason != .missing { leave(path, .unreadable(error.reason)) }
      return nil
    }
  }

  private func isThere(_ path: String) -> Bool { (try? target.stamp(of: path)) != nil }

  private mutating func entries(_ folder: String) -> [FolderEntry] {
    do throws(FileError) {
      return try source.list(folder)
    } catch {
      if error.reason != .missing { leave(folder, .unreadable(error.reason)) }
      return []
    }
  }

  private func entries(_ folder: String, of fileSystem: any FileSystem) -> [FolderEntry] {
    (try? fileSystem.list(folder)) ?? []
  }
}
