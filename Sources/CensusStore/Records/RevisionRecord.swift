import CensusCore
import StrictJSON

/// The file of a revision: a quarter's facts with who took them in, or a withdrawal.
extension Revision {
  /// Reads a revision; what is wrong with its file is in the problems.
  static func read(
    _ name: RevisionName, in fileSystem: any FileSystem
  ) -> (Revision?, [Problem]) {
    let bytes: [UInt8]
    do {
      bytes = try fileSystem.read(name.path, limit: JSONLimits.store.file)
    } catch {
      return (nil, [Problem(.unreadableFile(error))])
    }
    guard name.isOf(bytes) else {
      let fault = RecordFault(pointer: "", expectation: .bytesOfName)
      return (nil, [Problem(.damagedFile(path: name.path, .record(fault)))])
    }
    do throws(ContentFault) {
      let (content, acceptance, faults) = try content(of: bytes, name.kind)
      if case .facts(let facts) = content, facts.quarter != name.quarter {
        return (nil, [Problem(.otherQuarter(path: name.path, says: facts.quarter))])
      }
      return (
        Revision(id: name.hash, number: name.number, acceptance: acceptance, content: content),
        faults.map { Problem(.damagedPart(path: name.path, $0)) }
      )
    } catch {
      return (nil, [Problem(.damagedFile(path: name.path, error))])
    }
  }

  private static func content(
    of bytes: [UInt8], _ kind: RevisionName.Kind
  ) throws(ContentFault) -> (Content, Acceptance?, [RecordFault]) {
    switch kind {
    case .facts:
      let (record, faults) = try CensusStore.read(QuarterRecord.self, from: bytes)
      return (.facts(record.inspection), record.acceptance, faults)
    case .withdrawal:
      let (record, faults) = try CensusStore.read(WithdrawalRecord.self, from: bytes)
      return (.withdrawal(of: record.revisions, reason: record.reason), record.acceptance, faults)
    }
  }

  /// The name and the bytes of the file of facts that somebody takes in.
  static func file(
    of facts: Inspection, _ acceptance: Acceptance
  ) -> (name: RevisionName, bytes: [UInt8]) {
    let bytes = facts.file(acceptance)
    return (RevisionName(facts.quarter, .facts, facts.revision, bytes: bytes), bytes)
  }

  /// The name and the bytes of the file by which somebody takes back what was taken in.
  static func file(
    withdrawing ids: [String], _ number: Int, of quarter: Quarter, reason: String,
    _ acceptance: Acceptance
  ) -> (name: RevisionName, bytes: [UInt8]) {
    let bytes = PrettyJSON.object([
      ("format", .text("\(StoreRecord.format)-withdrawal")), ("version", .number(1)),
      ("quarter", .text(quarter.description)), ("acceptance", acceptance.json),
      ("withdraws", PrettyJSON(ids)), ("reason", .text(reason)),
    ]).file
    return (RevisionName(quarter, .withdrawal, number, bytes: bytes), bytes)
  }
}

extension Revision.Acceptance {
  var json: PrettyJSON {
    .row(
      [("at", .text(at.description)), ("by", .text(by))]
        + (after.map { [("after", .text($0))] } ?? []))
  }
}

/// Who took something in, and when.
struct AcceptanceRecord: Readable {
  let acceptance: Revision.Acceptance

  enum CodingKeys: String {
    case at
    case by
    case after
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    acceptance = Revision.Acceptance(
      at: try fields.required(.at, fields.checked(.at, .instant) { Instant($0) }),
      by: try fields.someText(.by), after: try fields.optionalText(.after))
  }
}

/// What takes back what was taken in.
struct WithdrawalRecord: Readable {
  let revisions: [String]
  let reason: String
  let acceptance: Revision.Acceptance?

  enum CodingKeys: String {
    case quarter
    case acceptance
    case withdraws
    case reason
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    _ = try fields.quarter(.quarter)
    acceptance = try fields.object(.acceptance, AcceptanceRecord.self)?.acceptance
    revisions = try fields.list(.withdraws, of: String.self)
    reason = try fields.someText(.reason)
  }
}
