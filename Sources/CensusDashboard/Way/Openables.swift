import CensusCore
import CensusLists

/// Something outside of the terminal that can be shown: an address of the web, or a file kept as evidence.
struct Openable: Equatable, Sendable {
  enum Target: Equatable, Sendable {
    case address(String)
    case file(Evidence)
  }

  let target: Target
  /// The day that a file is about, and who kept it.
  var on: Day?
  var actor: String?

  /// What is asked of the world to show it.
  var effect: Effect {
    switch target {
    case .address(let address): .openAddress(address)
    case .file(let file): .openEvidence(file)
    }
  }
}

extension State {
  /// The files kept as evidence of something, newest first; the same file on several rows is one.
  func evidence(of reference: Reference) -> [EvidenceEntry] {
    var known: Set<Evidence> = []
    return projection.evidence(
      among: projection.history(of: reference, among: snapshot.history)
    ).filter { known.insert($0.file).inserted }
  }

  /// The files kept with a record: its own, or those of its batch.
  func evidence(with id: EventID) -> [EvidenceEntry] {
    guard let event = projection.event(id) else { return [] }
    if case .evidence = event.payload { return evidence(of: .event(id)) }
    return evidence(of: .batch(event.batch))
  }

  /// Opens what belongs to the row, or to the page: the address of its site, or a file; of several a
  /// person chooses.
  mutating func openOutside() -> Effect {
    let things = openables
    guard let first = things.first else {
      talk.message = Message(Labels.nothingOutside, .problem)
      return .none
    }
    guard things.count > 1 else { return first.effect }
    overlay = OpenChooser(things)
    return .none
  }

  /// What there is to open of the row; where that has nothing, of the page.
  private var openables: [Openable] {
    let row = openables(of: rowUnderCursor?.reference)
    return row.isEmpty ? openables(of: placeSubject) : row
  }

  private func openables(of reference: Reference?) -> [Openable] {
    guard let reference else { return [] }
    let address = findings(of: reference).flatMap(\.detail).compactMap(\.address)
      .first(where: \.isWebAddress)
    let files: [EvidenceEntry]
    if case .event(let id) = reference {
      files = evidence(with: id)
    } else {
      files = evidence(of: reference)
    }
    return (address.map { [Openable(target: .address($0))] } ?? [])
      + files.map { Openable(target: .file($0.file), on: $0.event.on, actor: $0.event.actor) }
  }

  /// The findings whose detail lines may have an address.
  private func findings(of reference: Reference) -> [FindingState] {
    switch reference {
    case .finding(let id): projection.finding(id).map { [$0] } ?? []
    case .site(let code): projection.site(code)?.findings ?? []
    default: []
    }
  }
}

extension Labels {
  static let nothingOutside = Phrase(
    "没有登记网址，也没有佐证材料：网址填在问题明细里（m d），文件用 m z 存为佐证",
    "no address is known and no file is kept: detail lines may have an address (m d), m z keeps a file"
  )
}
