import CensusCore

/// An event as the bytes of its file, and back.
struct EventFile {
  /// Bytes beyond which an event is neither written nor read.
  static let limit = 256 << 10

  let event: Event
  let path: String
  let bytes: [UInt8]

  /// Writes an event in the one form that gives it its identity.
  ///
  /// - Parameter record: the event, without an identity yet.
  /// - Throws: `eventTooLarge`; `eventNotWritable` for what could not be read again as it is.
  init(_ record: EventRecord) throws(StoreError) {
    bytes = record.bytes + [UInt8(ascii: "\n")]
    guard bytes.count <= EventFile.limit else {
      throw .eventTooLarge(bytes: bytes.count, limit: EventFile.limit)
    }
    let id = EventFile.identity(of: bytes)
    guard let event = record.event(id), let again = try? EventFile.record(of: bytes).event(id),
      again == event
    else { throw .eventNotWritable(record.type) }
    self.event = event
    path = EventFile.path(of: event)
  }

  /// Reads a file that a writer left unplaced; nil if it is no whole event.
  init?(reading bytes: [UInt8]) {
    guard let record = try? EventFile.record(of: bytes), record.payload != nil,
      let event = record.event(EventFile.identity(of: bytes))
    else { return nil }
    self.event = event
    self.bytes = bytes
    path = EventFile.path(of: event)
  }

  /// Where an event lies.
  static func path(of event: Event) -> String {
    "\(EventPlace(event).path)/\(event.at.description.prefix(10))/\(event.id).json"
  }

  /// How it is to be put in its place; contacts are their owner's alone, unless they are shared.
  func placement(sharingContacts: Bool) -> DurableWriter.Placement {
    DurableWriter.Placement(
      path: path, bytes: bytes, isPrivate: EventPlace(event) == .contacts && !sharingContacts)
  }

  /// The identity of some bytes: half of their hash.
  static func identity(of bytes: [UInt8]) -> EventID {
    let (high, low) = SHA256.firstHalf(bytes)
    return EventID(high: high, low: low)
  }

  /// Reads an event's bytes.
  static func record(of bytes: [UInt8]) throws(ContentFault) -> EventRecord {
    try read(EventRecord.self, from: bytes).0
  }
}

/// The names of events' files.
enum EventName {
  /// The identity in the name of an event's file; nil if the name has another form.
  static func identity(in name: String) -> EventID? {
    guard name.utf8.count == 37, name.utf8.suffix(5).elementsEqual(".json".utf8) else { return nil }
    return EventID(Substring(name.utf8.prefix(32)))
  }
}
