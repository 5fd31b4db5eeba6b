import CensusCore

/// The events of one place as last seen; brought up to date by listing.
struct EventFolder {
  let place: EventPlace
  /// In the order of events.
  private(set) var events: [Event] = []
  private(set) var problems: [Problem] = []

  private var shards: [String: Shard] = [:]
  private var listingProblems: [Problem] = []
  private var patrolled = (day: "", index: 0)

  /// How many files are read again at each refresh: so many cost a few milliseconds.
  private static let patrolLength = 128

  /// One day's folder.
  private struct Shard: Equatable {
    var names: [FolderEntry] = []
    var contents: [EventID: EventReader.Content] = [:]
    var problems: [Problem] = []
    var hasDamage = false
  }

  init(_ place: EventPlace) {
    self.place = place
  }

  /// Why the folder, or that of a day, cannot be listed, if so.
  var listingFailure: FileError? {
    let all = listingProblems + shards.values.flatMap(\.problems)
    return all.lazy.compactMap { problem in
      guard case .unreadableFile(let error) = problem.kind, error.operation == .list else {
        return nil
      }
      return error
    }.first
  }

  /// Whether nothing lies in it, not even what is damaged, as far as can be told.
  var isBare: Bool { events.isEmpty && problems.isEmpty }

  /// Whether a file of the name lies in it, whole or damaged.
  func has(_ id: EventID) -> Bool { shards.values.contains { $0.contents[id] != nil } }

  /// The path of an event that has been loaded.
  func path(of id: EventID) -> String? {
    let day = shards.first { $0.value.contents[id] != nil }?.key
    return day.map { "\(place.path)/\($0)/\(id).json" }
  }

  /// Lists the names, reads the files that are new or were damaged; whether anything changed.
  mutating func refresh(_ fileSystem: any FileSystem) -> Bool {
    let reader = EventReader(fileSystem)
    let path = place.path
    var next: [String: Shard] = [:]
    let (entries, faults) = list(path, fileSystem)
    var odd: [FolderEntry] = []
    for entry in entries {
      guard entry.kind == .folder, Day(entry.name) != nil else {
        odd.append(entry)
        continue
      }
      next[entry.name] = refreshed(entry.name, at: "\(path)/\(entry.name)", fileSystem, reader)
    }
    let nextProblems = faults + OddNames.problems(with: odd, in: path)
    guard next != shards || nextProblems != listingProblems else { return false }
    shards = next
    listingProblems = nextProblems
    gather()
    return true
  }

  /// Reads some of the known files again, in turn; whether one of them is no longer whole.
  ///
  /// A name stays when the bytes below it are altered in place, and so does the time of its folder.
  mutating func patrol(_ fileSystem: any FileSystem) -> Bool {
    let reader = EventReader(fileSystem)
    let days = shards.keys.sorted()
    var left = min(EventFolder.patrolLength, shards.values.reduce(0) { $0 + $1.names.count })
    guard left > 0 else { return false }
    let first = days.firstIndex { $0 >= patrolled.day } ?? 0
    var isDamaged = false
    for turn in 0...days.count {
      let day = days[(first + turn) % days.count]
      let names = shards[day]?.names ?? []
      let start = day == patrolled.day ? min(patrolled.index, names.count) : 0
      let stretch = names[start...].prefix(left)
      for entry in stretch where isAltered(entry, of: day, reader) { isDamaged = true }
      patrolled = (day, start + stretch.count)
      left -= stretch.count
      guard left > 0 else { break }
      patrolled = ("", 0)
    }
    if isDamaged { gather() }
    return isDamaged
  }

  private mutating func isAltered(
    _ entry: FolderEntry, of day: String, _ reader: EventReader
  ) -> Bool {
    guard let id = EventName.identity(in: entry.name) else { return false }
    switch shards[day]?.contents[id] {
    case .event, .unplaced: break
    case .damaged, nil: return false
    }
    let content = reader.read(id, at: "\(place.path)/\(day)/\(entry.name)", in: place)
    guard case .damaged(let damage) = content, damage != .unreadable(.missing) else { return false }
    shards[day]?.contents[id] = content
    shards[day]?.hasDamage = true
    return true
  }

  private func refreshed(
    _ day: String, at path: String, _ fileSystem: any FileSystem, _ reader: EventReader
  ) -> Shard {
    let known = shards[day] ?? Shard()
    let (entries, faults) = list(path, fileSystem)
    if entries == known.names, faults.isEmpty, known.problems.isEmpty, !known.hasDamage {
      return known
    }
    var shard = Shard(names: entries, problems: faults)
    var odd: [FolderEntry] = []
    for entry in entries {
      guard let id = EventName.identity(in: entry.name) else {
        odd.append(entry)
        continue
      }
      let content = refreshed(known.contents[id], id, entry, at: path, reader)
      if case .damaged = content { shard.hasDamage = true }
      shard.contents[id] = content
    }
    shard.problems += OddNames.problems(with: odd, in: path)
    return shard
  }

  private func refreshed(
    _ known: EventReader.Content?, _ id: EventID, _ entry: FolderEntry, at path: String,
    _ reader: EventReader
  ) -> EventReader.Content {
    // Whole bytes stay whole: the name says which they are.
    switch known {
    case .event(let event): return .event(event)
    case .unplaced(let type): return .unplaced(type: type)
    case .damaged, nil: break
    }
    // A pipe or a device is not even opened.
    guard entry.kind == .file else { return .damaged(.unreadable(.notAFile)) }
    return reader.read(id, at: "\(path)/\(entry.name)", in: place)
  }

  private func list(
    _ path: String, _ fileSystem: any FileSystem
  ) -> ([FolderEntry], [Problem]) {
    do {
      return (try fileSystem.list(path), [])
    } catch {
      return ([], error.reason == .missing ? [] : [Problem(.unreadableFile(error))])
    }
  }

  /// Puts the events of all days in order, and the problems by day and name.
  private mutating func gather() {
    var known: Set<EventID> = []
    var found: [Event] = []
    var unknown: [String: Int] = [:]
    problems = listingProblems
    for (day, shard) in shards.sorted(by: { $0.key < $1.key }) {
      problems += shard.problems
      // The same file under two days is one event.
      for (id, content) in shard.contents where known.insert(id).inserted {
        switch content {
        case .event(let event):
          found.append(event)
          if case .unknown(let type) = event.payload { unknown[type, default: 0] += 1 }
        case .unplaced(let type): unknown[type, default: 0] += 1
        case .damaged: known.remove(id)
        }
      }
      problems += damaged(in: shard, of: day)
    }
    problems += unknown.sorted { $0.key < $1.key }.map { type, count in
      Problem(.unknownEventType(type: type, count: count))
    }
    events = Event.ordered(found)
  }

  private func damaged(in shard: Shard, of day: String) -> [Problem] {
    guard shard.hasDamage else { return [] }
    return shard.contents.sorted { $0.key < $1.key }.compactMap { id, content in
      guard case .damaged(let damage) = content else { return nil }
      let path = "\(place.path)/\(day)/\(id).json"
      return Problem(.damagedEvent(path: path, damage))
    }
  }
}
