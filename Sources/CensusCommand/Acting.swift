internal import CensusCore
internal import CensusStore

/// What an act is worked out from.
struct Occasion {
  /// How the quarter stands with all that is known.
  let projection: Projection
  /// What the IDs stand for.
  let references: [Reference]
  /// The day it happened.
  let on: Day
  /// The real day.
  let today: Day
  /// The files to be kept as evidence.
  var files: [Evidence] = []
  /// The names under which other periods list sites, by their codes.
  let codesElsewhere: () -> [SiteCode: [String]]

  /// The day that somebody typed, seen from the day it happened.
  func day(_ typed: TypedDay, _ side: TypedDay.Side = .either) throws(Refusal) -> Day {
    try typed.day(near: on, side)
  }

  /// The same, where one was typed.
  func day(_ typed: TypedDay?, _ side: TypedDay.Side = .either) throws(Refusal) -> Day? {
    guard let typed else { return nil }
    return try typed.day(near: on, side)
  }
}

/// Finds what IDs stand for, and the quarter that knows them.
typealias Resolving = ([String], inout Session) throws(CommandError) -> (Projection, [Reference])

extension WorldCommand {
  /// Works out what an act comes to, records it durably and says so.
  ///
  /// - Parameters:
  ///   - ids: whom or what it is about, as a person typed them; one refusal refuses all.
  ///   - record: as given.
  ///   - common: as given.
  ///   - world: where it reads, and where its answer goes.
  ///   - files: kept as evidence of what is recorded, before anything speaks of them.
  ///   - note: a remark on the files.
  ///   - resolving: finds what the IDs stand for.
  ///   - plan: works out the events.
  /// - Returns: `good`.
  /// - Throws: why nothing was recorded.
  func act(
    on ids: [String], _ record: RecordOptions, _ common: CommonOptions, in world: inout World,
    keeping files: [Attachment] = [], note: String? = nil, resolving: Resolving = resolve,
    _ plan: (Occasion) throws(Refusal) -> Plan
  ) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let actor = try session.actor(record, common, in: world)
    let quarter = try quarterMeant(by: ids, &session)
    _ = try session.inspection(of: quarter)
    let completed = record.dryRun ? [] : try session.completeCut(by: actor, in: quarter)
    // Events are looked for in several quarters; one of them may be damaged.
    defer { warnOfDamage(session.problems, in: &world) }
    let (projection, references) = try resolving(ids, &session)
    let store = session.store
    let occasion = Occasion(
      projection: projection, references: references,
      on: try session.day(record.on, .behind) ?? session.asOf, today: session.today,
      files: files.map { $0.evidence(note: note) },
      codesElsewhere: { store.namesByCode(besides: projection.quarter) })
    let plan = projection.keeping(
      occasion.files, of: try work(occasion, session.language, plan))
    var report = Report(skipped: (plan.skipped + plan.notTaken).map(\.description))
    report.sentences = completed + groups(references, in: projection)
    if !plan.skipped.isEmpty, !record.dryRun {
      try confirm(references, in: projection, session)
      report.sentences += try session.keepAgain(files)
    }
    if !plan.drafts.isEmpty {
      if record.dryRun {
        try session.check(plan.drafts, by: actor)
      } else {
        report.batch = try session.record(plan.drafts, keeping: files, by: actor, in: world)
      }
      let about = Terms.about(plan, ids, in: projection)
      report.sentences.append(
        Terms.recorded(
          plan.drafts.count, about, record.dryRun ? nil : UndoHint(record, common)))
    }
    report.sentences += Terms.returned(plan, in: projection)
    report.sentences += Terms.supplemented(plan, in: projection)
    if !plan.skipped.isEmpty {
      let names = names(plan.skipped, in: projection)
      report.sentences.append(
        Phrase(
          "已跳过：\(names.chinese)（此前已登记）", "skipped: \(names.english) (recorded before)"))
    }
    report.sentences += Terms.leftOut(plan, in: projection)
    report.sentences += Terms.remarks(plan.remarks)
    world.announce(report, json: record.json)
    return .good
  }

  private func work(
    _ occasion: Occasion, _ language: Language, _ plan: (Occasion) throws(Refusal) -> Plan
  ) throws(CommandError) -> Plan {
    do throws(Refusal) {
      return try plan(occasion)
    } catch {
      throw .refused(error.named(in: occasion.projection, language))
    }
  }

  /// What was done before may not have reached the disk; a repetition makes sure.
  private func confirm(
    _ references: [Reference], in projection: Projection, _ session: Session
  ) throws(CommandError) {
    let known = references.flatMap { projection.history(of: $0) }.filter { !$0.isRetracted }
    try session.confirm(known.map(\.event))
  }
}

/// Finds what IDs stand for in the quarter to record in.
///
/// Events, if no quarter was named, are looked for in the others too, newest first. A quarter as an
/// ID is its notice, of which the totals may be all that is known.
func resolve(
  _ ids: [String], _ session: inout Session
) throws(CommandError) -> (Projection, [Reference]) {
  if let quarter = ids.lazy.compactMap({ Quarter(searchKey($0).uppercased()) }).first,
    session.chosenQuarter ?? quarter == quarter, session.store.quarters().contains(quarter)
  {
    let projection = try session.currentProjection(of: quarter)
    do throws(Refusal) {
      return (projection, try ids.map { id throws(Refusal) in try projection.resolve(id) })
    } catch {
      throw .refused(error.named(in: projection, session.language))
    }
  }
  let projection = try session.recordingProjection(of: try quarterMeant(by: ids, &session))
  do throws(Refusal) {
    return (projection, try ids.map { id throws(Refusal) in try projection.resolve(id) })
  } catch {
    guard session.chosenQuarter == nil, case .unknownID = error else {
      throw .refused(error.named(in: projection, session.language))
    }
    for quarter in session.store.quarters() where quarter != projection.quarter {
      guard let other = try? session.recordingProjection(of: quarter) else { continue }
      let found = ids.compactMap { try? other.resolve($0) }
      guard found.count == ids.count, found.allSatisfy(\.isRecorded) else { continue }
      return (other, found)
    }
    throw .refused(error.named(in: projection, session.language))
  }
}

/// Finds what IDs stand for where only what was recorded can be meant.
func resolveRecords(
  _ ids: [String], _ session: inout Session
) throws(CommandError) -> (Projection, [Reference]) {
  do {
    return try resolve(ids, &session)
  } catch {
    guard case .refused(.unknownID(let text, _)) = error else { throw error }
    throw .refused(.unknownEvent(text))
  }
}

/// The quarter to record in: that of the findings among the IDs, which name theirs, else the one
/// looked at.
///
/// - Throws: `CommandError.contradiction` where IDs and options name different ones.
func quarterMeant(by ids: [String], _ session: inout Session) throws(CommandError) -> Quarter {
  let named = ids.compactMap { id in
    FindingID(searchKey(id).uppercased()).map { (id: id, quarter: $0.quarter) }
  }
  guard let (first, quarter) = named.first else { return try session.quarter() }
  if let chosen = session.chosenQuarter, chosen != quarter {
    throw .contradiction("--quarter \(chosen)", first)
  }
  if let other = named.first(where: { $0.quarter != quarter }) {
    throw .contradiction(first, other.id)
  }
  return session.store.quarters().contains(quarter) ? quarter : try session.quarter()
}

/// The period of which papers are meant: as ``quarterMeant(by:_:)``, and one that is named by itself.
func quarterNamed(by ids: [String], _ session: inout Session) throws(CommandError) -> Quarter {
  let periods = ids.compactMap { Quarter(searchKey($0).uppercased()) }
  guard let quarter = periods.first, session.chosenQuarter == nil,
    session.store.quarters().contains(quarter)
  else { return try quarterMeant(by: ids, &session) }
  let others =
    periods.dropFirst().filter { $0 != quarter }.map(\.description)
    + ids.compactMap { id in
      FindingID(searchKey(id).uppercased()).flatMap { $0.quarter == quarter ? nil : id }
    }
  if let other = others.first { throw .contradiction("\(quarter)", other) }
  return quarter
}

extension Reference {
  /// Whether it is something that was recorded.
  fileprivate var isRecorded: Bool {
    switch self {
    case .event, .batch: true
    case .prefecture, .unit, .site, .finding, .check, .notice: false
    }
  }
}

extension Store {
  /// The names under which the periods besides one list sites, by their codes, the newest period last.
  fileprivate func namesByCode(besides quarter: Quarter) -> [SiteCode: [String]] {
    let others = quarters().filter { $0 != quarter }.sorted()
    var store = self
    var findings: [Finding] = []
    for quarter in others { findings += store.inspection(of: quarter).inspection?.findings ?? [] }
    return Dictionary(grouping: findings, by: \.code).mapValues { $0.map(\.siteName) }
  }
}
