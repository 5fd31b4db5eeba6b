import CensusCore

/// What lies in a store by its names: which quarters there are, and what belongs to nothing.
///
/// Folders are listed, and of each quarter's events one is read, so that every start can account for
/// all of it.
struct Survey: Equatable {
  /// The quarters, newest first: those with a file, and those of which something else speaks,
  /// whose file is missed.
  let quarters: [Quarter]
  /// The quarters of which all that was taken in was taken back, newest first.
  let withdrawn: [Quarter]
  /// The revisions of each quarter by their files' names.
  let revisions: [Quarter: [RevisionName]]
  let problems: [Problem]
  /// Why the quarters cannot be listed, if so.
  let failure: FileError?
  /// The folders of events that had some and have none any more.
  let vanished: [String]

  init(_ fileSystem: any FileSystem, _ checksums: Checksums) {
    let top = Listing("", in: fileSystem)
    let files = Listing(QuarterFile.folder, in: fileSystem)
    let events = Listing("events", in: fileSystem)
    let originals = Set(files.entries.compactMap { QuarterFile.quarter(inName: $0.name) })
    // What was taken in here and lies here no more is missed, and nothing older stands in for it.
    let places = RecordedPlaces(fileSystem)
    let listed = Set(files.entries.compactMap { RevisionName($0.name) })
    let revisions = Dictionary(
      grouping: files.failure == nil ? listed.union(places.revisions) : listed, by: \.quarter)
    let withdrawn = Survey.withdrawn(revisions, originals, in: fileSystem)
    let filed = originals.union(revisions.keys).subtracting(withdrawn.keys)
    let summed = Set((checksums.hashes ?? [:]).keys.compactMap { QuarterFile.quarter(atPath: $0) })
    let recorded = events.entries.compactMap { Quarter($0.name) }.filter {
      !filed.contains($0) && Survey.hasRecords("events/\($0)", in: fileSystem)
    }
    let missed = summed.union(recorded).subtracting(filed).subtracting(withdrawn.keys)
    self.revisions = revisions
    self.withdrawn = withdrawn.keys.sorted(by: >)
    quarters = filed.union(missed).sorted(by: >)
    failure = files.failure
    let gone = places.folders.filter {
      !Survey.hasRecords($0, in: fileSystem)
    }
    vanished = gone.filter { $0 != EventPlace.contacts.path }
    let foreign = events.entries.compactMap { Quarter($0.name) }.compactMap {
      Survey.foreignRecords(of: $0, in: fileSystem)
    }
    problems =
      top.problems { Survey.belongs($0) }
      + files.problems {
        QuarterFile.quarter(inName: $0.name) != nil || RevisionName($0.name) != nil
      }
      + events.problems { $0.name == "standing" || Quarter($0.name) != nil }
      + Listing(Store.letters, in: fileSystem).problems { !Store.isLostTemplate($0) }
      + (failure == nil ? missed.sorted(by: >) : []).map {
        Problem(.unreadableFile(FileError(.read, QuarterFile.path(of: $0), .missing)))
      }
      + gone.map { Problem(.vanishedRecords(folder: $0)) } + foreign
      + withdrawn.sorted { $0.key > $1.key }.map {
        Problem(.withdrawnQuarter($0.key, reason: $0.value))
      }
  }

  /// The quarters of which nothing that was taken in counts any more, each with the last reason.
  ///
  /// Only files that take something back are read for it.
  private static func withdrawn(
    _ revisions: [Quarter: [RevisionName]], _ originals: Set<Quarter>, in fileSystem: any FileSystem
  ) -> [Quarter: String] {
    revisions.compactMapValues { names -> String? in
      let takenBack = names.filter { $0.kind == .withdrawal }.sorted()
      guard let quarter = names.first?.quarter, !takenBack.isEmpty else { return nil }
      var left = Set(names.filter { $0.kind == .facts }.map(\.hash))
      if originals.contains(quarter) { left.insert(Revision.original) }
      var last: String?
      for name in takenBack {
        guard
          case .withdrawal(let ids, let reason)? = Revision.read(name, in: fileSystem).0?.content
        else { continue }
        left.subtract(ids)
        last = reason
      }
      return left.isEmpty ? last : nil
    }
  }

  /// That a quarter's folder holds the records of another, by the first of them: a folder that was
  /// given another name.
  private static func foreignRecords(
    of quarter: Quarter, in fileSystem: any FileSystem
  ) -> Problem? {
    let place = EventPlace.quarter(quarter)
    let days = ((try? fileSystem.list(place.path)) ?? []).map(\.name).sorted()
    for day in days {
      let folder = "\(place.path)/\(day)"
      let names = ((try? fileSystem.list(folder)) ?? []).filter { $0.kind == .file }.map(\.name)
      guard let first = names.filter({ EventName.identity(in: $0) != nil }).min(),
        let id = EventName.identity(in: first)
      else { continue }
      guard
        case .damaged(.misplaced(let says)) = EventReader(fileSystem).read(
          id, at: "\(folder)/\(first)", in: place)
      else { return nil }
      return Problem(.foreignRecords(folder: place.path, says: says))
    }
    return nil
  }

  /// Whether a name is one that the top of a store may have.
  private static func belongs(_ entry: FolderEntry) -> Bool {
    entry.name.hasPrefix(".") && !OddNames.isHiddenPart(entry)
      || entry.name.hasPrefix("README") || known.contains(entry.name)
  }

  private static let known: Set<String> = Set(
    Lists.paths + [
      StoreFile.path, Checksums.path, "LICENSE", QuarterFile.folder, "events",
      "private", SnapshotName.folder, "schema", "attachments", "letters", Temporaries.folder,
      "local",
    ])

  /// Whether anything lies below a quarter's folder of events; where that cannot be told, it does.
  ///
  /// Names that begin with a dot are those of other programs, and no record has one.
  private static func hasRecords(_ folder: String, in fileSystem: any FileSystem) -> Bool {
    func isHidden(_ entry: FolderEntry) -> Bool { entry.name.hasPrefix(".") }
    do throws(FileError) {
      for entry in try fileSystem.list(folder) where !isHidden(entry) {
        guard entry.kind == .folder else { return true }
        if try !fileSystem.list("\(folder)/\(entry.name)").allSatisfy(isHidden) { return true }
      }
      return false
    } catch {
      return error.reason != .missing
    }
  }

  /// A folder's names; a folder that is not there has none.
  private struct Listing {
    let folder: String
    let entries: [FolderEntry]
    let failure: FileError?

    init(_ folder: String, in fileSystem: any FileSystem) {
      self.folder = folder
      do {
        entries = try fileSystem.list(folder)
        failure = nil
      } catch {
        entries = []
        failure = error.reason == .missing ? nil : error
      }
    }

    func problems(_ belongs: (FolderEntry) -> Bool) -> [Problem] {
      if let failure { return [Problem(.unreadableFile(failure))] }
      return OddNames.problems(with: entries.filter { !belongs($0) }, in: folder)
    }
  }
}

/// Names that nothing of the store has.
enum OddNames {
  /// Those in one folder: what may hide something that was recorded or published, and what other
  /// programs leave about.
  static func problems(with entries: [FolderEntry], in folder: String) -> [Problem] {
    let strays = entries.filter { !isCompanion($0, in: folder) }
    let companions = entries.filter { isCompanion($0, in: folder) }
    var problems: [Problem] = []
    if let first = strays.first {
      problems.append(
        Problem(.strayNames(folder: folder, first: first.name, count: strays.count)))
    }
    if let first = companions.first {
      problems.append(
        Problem(.oddNames(folder: folder, first: first.name, count: companions.count)))
    }
    return problems
  }

  /// Whether a folder is one of the store's with a dot before its name: nobody would see its records.
  static func isHiddenPart(_ entry: FolderEntry) -> Bool {
    guard entry.kind == .folder, entry.name.hasPrefix(".") else { return false }
    let name = String(entry.name.dropFirst())
    return [QuarterFile.folder, "events", "private", SnapshotName.folder, "attachments"].contains(
      name)
      || Quarter(name) != nil
  }

  /// Dot files are those of other programs; so is a file at the top that is no JSON.
  private static func isCompanion(_ entry: FolderEntry, in folder: String) -> Bool {
    // A sync program puts such a name in the place of a file that it has taken away.
    entry.name.hasPrefix(".") && !entry.name.hasSuffix(".icloud") && !isHiddenPart(entry)
      || folder.isEmpty && entry.kind == .file && !entry.name.hasSuffix(".json")
  }
}
