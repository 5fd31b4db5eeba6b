internal import CensusCore

/// What was read, as facts.
extension Drafting {
  func places(_ body: BodyReading) -> [Draft.Sought: Place] {
    var places: [Draft.Sought: Place] = [:]
    places[.document] = body.document?.place
    places[.title] = body.title?.place
    places[.issued] = body.issued?.place
    places[.sampledTo] = body.sampledTo?.place
    places[.due] = body.deadline?.place
    places[.totals] = body.running?.place
    places[.quarter] = answers.quarter == nil ? body.period?.place : nil
    return places
  }

  func notFound(_ quarter: Quarter?, _ body: BodyReading) -> [Draft.Sought] {
    let found: [Draft.Sought: Bool] = [
      .quarter: quarter != nil, .document: body.document != nil, .title: body.title != nil,
      .issued: body.issued != nil, .sampledTo: body.sampledTo != nil,
      .due: body.deadline != nil, .parts: !body.parts.isEmpty,
      .totals: (body.running?.value ?? figures.total?.figures.running) != nil,
      .prefectures: !figures.rows.isEmpty,
      .findings: !findings.rows.isEmpty || !accounts.rows.isEmpty || saysNone(body),
    ]
    return Draft.Sought.allCases.filter { found[$0] != true }
  }

  func inspection(
    _ quarter: Quarter, _ body: BodyReading, _ findings: [Finding]
  ) -> Inspection {
    let frame = frames[.figures]
    let title = body.title?.value ?? ""
    let words = title + (frame?.title ?? "") + (frames[.findings]?.title ?? "")
    let scope: Inspection.Scope? =
      words.contains("抽查") ? .sample : words.contains("普查") ? .all : nil
    return Inspection(
      quarter: quarter, coverage: findings.isEmpty && !saysNone(body) ? .headline : .full,
      scope: scope,
      criteria: quarter.year <= 2018 ? "2015" : quarter.year >= 2020 ? "2019" : nil,
      source: origin, notice: notice(body),
      sampling: Inspection.Sampling(
        to: body.sampledTo?.value, covers: body.covers.map { Phrase($0, $0) },
        rounds: body.rounds, footnote: body.footnote),
      totals: Inspection.Figures(
        running: body.running?.value ?? figures.total?.figures.running,
        failing: body.failing?.value ?? figures.total?.figures.failing,
        publishedRate: body.rate ?? figures.total?.figures.publishedRate),
      annex1: frame.map {
        Inspection.Annex(title: $0.title, headings: $0.headings, total: figures.total)
      },
      rows: figures.rows.map(\.row),
      annex2: frames[.findings] ?? proseFrame ?? frames[.accounts], findings: findings,
      wordings: wordings, mentions: body.mentions, platforms: body.platforms,
      campaign: body.campaign, notes: corrections)
  }

  /// Whether the notice says that no site failed: its own number is 0, or annex 2 has nothing below its
  /// headings, and nothing contradicts that.
  func saysNone(_ body: BodyReading) -> Bool {
    let annexes = tables.filter { [.findings, .accounts].contains($0.table.meaning) }
    let printed = body.failing?.value ?? figures.total?.figures.failing
    let rows = figures.rows.compactMap(\.row.figures.failing)
    guard findings.rows.isEmpty, accounts.rows.isEmpty, printed ?? 0 == 0,
      rows.allSatisfy({ $0 == 0 }), annexes.allSatisfy({ $0.account.listed == 0 })
    else { return false }
    return printed == 0 || !rows.isEmpty || !annexes.isEmpty
  }

  /// The notice's own wording of a category, where it has one alone and no person explained it.
  private var wordings: [CategoryID: String] {
    findings.wordings.merging(accounts.wordings) { $0.union($1) }
      .compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private func notice(_ body: BodyReading) -> Notice {
    Notice(
      document: body.document?.value, series: body.series, title: body.title?.value,
      issuer: body.issuer, addressees: body.addressees, issued: body.issued?.value,
      deadline: body.deadline?.value, dueText: body.dueText, parts: body.parts,
      sendTo: body.sendTo, telephones: body.telephones, email: body.email,
      legalBases: body.legalBases, copiedTo: body.copiedTo, annexes: body.annexes)
  }
}
