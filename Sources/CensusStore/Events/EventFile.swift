import CensusCore
import FoundationEssentials

/// An event as the bytes of its file, and back.
struct EventFile {
  /// Bytes beyond which an event is neither written nor read.
  static let limit = 256 << 10

  let id: EventID
  let path: String
  let bytes: [UInt8]

  /// Writes an event in the one form that gives it its identity.
  ///
  /// - Throws: `eventTooLarge`, `eventNotWritable`.
  init(_ record: EventRecord, at instant: Instant, quarter: Quarter?) throws(StoreError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else { throw .eventNotWritable(record.type) }
    bytes = Array(data) + [UInt8(ascii: "\n")]
    guard bytes.count <= EventFile.limit else {
      throw .eventTooLarge(bytes: bytes.count, limit: EventFile.limit)
    }
    guard let id = EventFile.identity(of: bytes) else { throw .eventNotWritable(record.type) }
    self.id = id
    let utc = Day(ordinal: Int((Double(instant.seconds) / 86_400).rounded(.down)))
    path = "\(EventFolders.path(of: quarter))/\(utc)/\(id).json"
  }

  static func identity(of bytes: [UInt8]) -> EventID? {
    EventID(String(SHA256.hex(bytes).prefix(32)))
  }
}

/// Where events lie.
enum EventFolders {
  static let root = "events"

  /// The folder of a quarter's events, or of those that outlive quarters.
  static func path(of quarter: Quarter?) -> String {
    "\(root)/\(quarter.map(\.description) ?? "standing")"
  }

  /// The identity in the name of an event's file; nil if the name has another form.
  static func identity(in name: String) -> EventID? {
    guard name.utf8.count == 37, name.hasSuffix(".json") else { return nil }
    return EventID(name.dropLast(5))
  }
}
