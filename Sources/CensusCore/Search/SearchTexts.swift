/// What a search looks at, for each kind of row: what was published, what was corrected, and all
/// that people recorded about it.
///
/// Every screen, `--search` and the search for anything ask here, so that all find the same rows.
public struct SearchTexts: Equatable, Sendable {
  private let projection: Projection
  private var ofFinding: [FindingID: [String]] = [:]
  private var ofUnit: [UnitID: [String]] = [:]
  /// What units are called now, and who took over their duties; few have any.
  private var renamed: [UnitID: [String]] = [:]

  /// Makes what was recorded ready, once for all rows; what was taken back is left out.
  ///
  /// - Parameters:
  ///   - projection: the quarter.
  ///   - history: its history, where the caller has it already.
  public init(of projection: Projection, history: [HistoryEntry]? = nil) {
    self.projection = projection
    for entry in history ?? projection.history where !entry.isRetracted {
      let payload = entry.event.payload
      let texts = payload.texts + payload.chosenWords.flatMap { [$0.chinese, $0.english] }
      guard !texts.isEmpty else { continue }
      for id in entry.findings { ofFinding[id, default: []] += texts }
      if let unit = entry.unit { ofUnit[unit, default: []] += texts }
    }
    for id in projection.aliases.renamedUnits {
      renamed[id] = [projection.aliases.name(ofUnit: id)].compactMap(\.self)
    }
    for obligation in projection.obligations {
      guard let successor = obligation.successor else { continue }
      renamed[obligation.unit.id, default: []].append(successor.text)
    }
  }

  /// The texts of a site: those of its findings.
  public func of(_ site: SiteState) -> [String] {
    [site.code.text, site.printedCode.text] + distinct(site.findings.flatMap { of($0) })
  }

  /// The texts of a finding: as printed, its number, its categories, its unit, as corrected, and
  /// what was recorded about it.
  public func of(_ state: FindingState) -> [String] {
    let finding = state.finding
    return Self.printed(finding) + names(ofPrefecture: finding.prefecture)
      + names(ofUnit: state.unit) + names(ofIssues: finding.issues) + added(to: state)
  }

  /// What people added to the texts of a finding as published: corrections, and what they recorded
  /// about it; nothing for most.
  public func added(to state: FindingState) -> [String] {
    let finding = state.finding
    return (state.site == finding.code ? [] : [state.site.text])
      + [projection.aliases.name(of: state.site)].compactMap(\.self)
      + renamed(unit: state.unit) + recorded(about: finding.id)
  }

  /// The texts of a site that the notice names: as printed, its categories, its prefecture.
  public func of(_ mention: Mention) -> [String] {
    [mention.siteName, mention.code?.text ?? "", mention.text]
      + names(ofPrefecture: mention.prefecture) + names(ofIssues: mention.issues)
  }

  /// The texts of a unit: its names, whom to call, who took over its duties, what was recorded
  /// about it, and the texts of its findings.
  public func of(_ obligation: Obligation) -> [String] {
    names(ofPrefecture: obligation.unit.prefecture) + names(ofUnit: obligation.unit.id)
      + distinct(added(to: obligation) + obligation.findings.flatMap { of($0) })
  }

  /// What people added to the names of a unit: whom to call, who took over its duties, what was
  /// recorded about it.
  public func added(to obligation: Obligation) -> [String] {
    let (id, contact) = (obligation.unit.id, obligation.contact)
    return [contact?.name, contact?.post, contact?.phone, obligation.assignee].compactMap(\.self)
      + renamed(unit: id) + recorded(about: id)
  }

  /// The texts of a row of annex 1: its names, and those of its units.
  public func of(_ row: PrefectureState) -> [String] {
    names(ofPrefecture: row.prefecture.id) + row.obligations.flatMap { of($0) }
  }

  /// The texts of a record: when, by whom, whom it is about, and every word of it.
  public func of(_ entry: HistoryEntry) -> [String] {
    let event = entry.event
    let (type, summary) = (Terms.eventType(event.payload), Terms.summary(of: event, in: projection))
    return [
      event.on.description, type.chinese, type.english, summary.chinese, summary.english,
      event.actor, event.batch.text, event.id.text,
    ] + event.payload.texts + names(of: event.subject)
      + (entry.unit.map { names(ofUnit: $0) } ?? [])
      + entry.findings.compactMap { projection.finding($0) }.flatMap {
        [
          $0.finding.siteName, $0.site.text, $0.finding.code.printed ?? "",
          $0.finding.id.description,
        ]
          + Self.names(of: $0.finding.platform)
          + names(ofUnit: $0.unit)
      }
  }

  /// What people recorded about a finding; nothing for most.
  public func recorded(about id: FindingID) -> [String] { ofFinding[id] ?? [] }

  /// What people recorded about a unit as such.
  public func recorded(about unit: UnitID) -> [String] { ofUnit[unit] ?? [] }

  /// What no unit answers for has names of its own.
  private func names(of subject: Event.Subject) -> [String] {
    switch subject {
    case .notice(let quarter):
      [
        "整份通报", "the whole notice", quarter.description,
        projection.inspection.notice.document ?? "",
      ]
    case .check(let id): [id]
    case .unit, .findings, .site, .event: []
    }
  }

  private func names(ofPrefecture id: PrefectureID) -> [String] {
    Self.names(ofPrefecture: id, in: projection.directory)
  }

  private func names(ofUnit id: UnitID) -> [String] {
    let name = Terms.unit(id, in: projection)
    return [id.text, name.chinese, name.english] + renamed(unit: id)
  }

  private func renamed(unit id: UnitID) -> [String] { renamed.isEmpty ? [] : renamed[id] ?? [] }

  private func names(ofIssues ids: [CategoryID]) -> [String] {
    ids.flatMap { Self.names(ofIssue: $0, in: projection.inspection, projection.directory) }
  }
}

extension Event.Payload {
  /// Why a site could not be tested and what was done to hold a unit to account, which stand in lists.
  fileprivate var chosenWords: [Phrase] {
    switch self {
    case .recheck(let recheck): recheck.reason.map { [Terms.reason($0)] } ?? []
    case .accountability(let step): step.measure.map { [Terms.measure($0)] } ?? []
    default: []
    }
  }
}

// MARK: - As published

extension SearchTexts {
  /// A finding as printed, and its number.
  public static func printed(_ finding: Finding) -> [String] {
    let id = finding.id
    return [
      id.description, "第\(finding.row)行", "row \(finding.row)", finding.code.text, finding.siteName,
      finding.text,
    ] + names(of: finding.platform) + finding.formerCodes.compactMap(\.printed)
  }

  /// The names of a prefecture, under which all that is in it is found.
  public static func names(ofPrefecture id: PrefectureID, in directory: Directory) -> [String] {
    guard let prefecture = directory.prefecture(id) else { return [id.text] }
    return [id.text, prefecture.fullName, prefecture.name.chinese, prefecture.name.english]
  }

  /// The names of the platform of an account; nothing for a site.
  public static func names(of platform: AccountPlatform?) -> [String] {
    platform.map { [$0.words.chinese, $0.words.english] } ?? []
  }

  /// The names of a unit.
  public static func names(of unit: Unit) -> [String] {
    [unit.id.text, unit.name.chinese, unit.name.english]
  }

  /// The names of an issue category, as a notice words it and as the directory does.
  public static func names(
    ofIssue id: CategoryID, in inspection: Inspection, _ directory: Directory
  ) -> [String] {
    let name = directory.category(id).name
    return [id.text, inspection.wordings[id] ?? name.chinese, name.english, name.chinese]
  }
}
