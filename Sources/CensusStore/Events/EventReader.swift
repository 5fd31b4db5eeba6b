import CensusCore

/// Reads single events: what is not whole is damaged, and says why.
struct EventReader {
  private let fileSystem: any FileSystem

  init(_ fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
  }

  /// What a file with an event's name holds.
  enum Content: Equatable {
    case event(Event)
    /// An event of an unknown kind that cannot even be placed.
    case unplaced(type: String)
    case damaged(Problem.EventDamage)
  }

  /// Reads the event of an identity; its bytes must be those that the identity was made from.
  func read(_ id: EventID, at path: String, in place: EventPlace) -> Content {
    do {
      return try content(id, at: path, in: place)
    } catch {
      return .damaged(error)
    }
  }

  private func content(
    _ id: EventID, at path: String, in place: EventPlace
  ) throws(Problem.EventDamage) -> Content {
    let bytes: [UInt8]
    do {
      bytes = try fileSystem.read(path, limit: EventFile.limit)
    } catch {
      throw .unreadable(error.reason)
    }
    guard EventFile.identity(of: bytes) == id else { throw .otherBytes }
    let record: EventRecord
    do {
      record = try EventFile.record(of: bytes)
    } catch {
      throw .content(error)
    }
    guard let event = record.event(id) else { return .unplaced(type: record.type) }
    guard EventPlace(event) == place || record.payload == nil else {
      throw .misplaced(says: event.quarter)
    }
    return .event(event)
  }
}
