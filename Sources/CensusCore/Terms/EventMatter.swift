/// Which rows, which site and which round a record is about, where it is not about all that its unit
/// owes for the notice: 第3行 石林县政府网，第2轮.
///
/// Every sentence about a record begins with it, so that records of two rows never read alike.
struct EventMatter {
  let projection: Projection
  /// Whether the name of a site is left out, beside its row.
  var isBrief = false
  /// Whether it is told to somebody who has no annex before him: sites by name, and no rows.
  var isNamingSites = false

  /// What a record is about; nil where that is a unit in the first round, or nothing of a unit.
  func words(of event: Event) -> Phrase? {
    let about = target(of: event)
    let parts = [
      place(of: about),
      about.round > 1 && about.payload.isOfRound ? Terms.round(about.round) : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(.comma)
  }

  /// The record that it is about in the end: a remark on a record is about what that is about, and
  /// so is what settles a conflict.
  private func target(of event: Event) -> Event {
    var event = event
    var seen: Set<EventID> = []
    while seen.insert(event.id).inserted, let id = event.remarkedOn,
      let next = projection.event(id)
    {
      event = next
    }
    return event
  }

  /// The rows, with the name of the site where they are of one.
  private func place(of event: Event) -> Phrase? {
    // What takes records back names each of them.
    if event.isRetract { return nil }
    if let named = event.payload.covers ?? event.subject.findings { return place(of: named) }
    guard let code = event.subject.siteCode else { return nil }
    let states = projection.findings(of: code)
    guard states.isEmpty else { return place(of: states.map(\.finding.id)) }
    return code.printed.map { Phrase($0, $0) }
      ?? code.shown(String(code.text.split(separator: "#", maxSplits: 1).last ?? ""))
  }

  private func place(of findings: [FindingID]) -> Phrase? {
    guard !isNamingSites else {
      let names = distinct(findings.compactMap { projection.finding($0)?.finding.shownName })
      return names.isEmpty
        ? Phrase("不涉及任何网站", "no site")
        : names.map { Phrase("“\($0.chinese)”", "“\($0.english)”") }.joined()
    }
    guard let rows = Terms.rows(findings, in: projection) else {
      return Phrase("不涉及任何一行", "no row")
    }
    let states = findings.map { projection.finding($0) }
    guard let first = states.first.flatMap(\.self),
      states.allSatisfy({ $0?.site == first.site })
    else { return rows }
    // On a screen the row and the unit beside it tell which site it is, and leave room to what was done.
    guard !isBrief else { return rows }
    let name = first.finding.shownName
    return rows + Phrase(" \(name.chinese)", " \(name.english)")
  }
}

extension Event {
  /// The record that a remark is on, or that counts of those it settles.
  fileprivate var remarkedOn: EventID? {
    if case .resolve(let resolve) = payload { return resolve.keep }
    guard !isRetract, case .event(let id) = subject else { return nil }
    return id
  }
}

extension Projection {
  /// The findings that a record names, itself or as those of its site; nil where it is about all that
  /// its unit owes.
  package func findings(namedBy event: Event) -> [FindingID]? {
    if let named = event.payload.covers ?? event.subject.findings { return named }
    return event.subject.siteCode.map { findings(of: $0).map(\.finding.id) }
  }
}

extension Event.Payload {
  /// Whether it belongs to one round of the report; a re-check counts rounds of its own, and what
  /// else is recorded of a finding holds in every round.
  fileprivate var isOfRound: Bool {
    switch self {
    case .receipt, .return, .waive, .extend, .order, .chase, .unknown: true
    case .contact, .detail, .recheck, .accountability, .availability, .correct, .void, .reinstate,
      .note, .retract, .resolve, .verify, .evidence, .remedy, .assign:
      false
    }
  }
}

extension Terms {
  /// Rows of annex 2, each once: 第3、5行; nil where there are none.
  ///
  /// One that the corrected notice has no more, and one of another quarter, says so.
  static func rows(_ findings: [FindingID], in projection: Projection) -> Phrase? {
    let known = distinct(findings)
    let gone = known.filter { projection.finding($0)?.finding.isGone == true }
    let own = known.filter { $0.quarter == projection.quarter && !gone.contains($0) }
    let others = distinct(known.map(\.quarter)).filter { $0 != projection.quarter }
    let parts =
      [
        numbered(own.map { projection.row(of: $0) }),
        numbered(gone.map { projection.row(of: $0) }).map { Phrase("原", "former ") + $0 },
      ]
      + others.map { quarter in
        let numbers = known.filter { $0.quarter == quarter }.map(\.number)
        return numbered(numbers).map { rows in
          Phrase(
            quarter.name.chinese + rows.chinese, "\(rows.english) of \(quarter.name.english)")
        }
      }
    let said = parts.compactMap(\.self)
    return said.isEmpty ? nil : said.joined()
  }

  /// That something is confined to rows of annex 2: 仅第3、5行.
  static func confined(to findings: [FindingID], in projection: Projection) -> Phrase? {
    rows(findings, in: projection).map { Phrase("仅\($0.chinese)", "\($0.english) only") }
  }

  /// Rows of the notice: 第3、4行; nil for none.
  package static func numbered(_ rows: [Int]) -> Phrase? {
    guard !rows.isEmpty else { return nil }
    let numbers = rows.sorted().map(String.init)
    return Phrase(
      "第\(numbers.joined(separator: "、"))行",
      "\(rows.count == 1 ? "row" : "rows") \(numbers.joined(separator: ", "))")
  }

  /// What the records of one batch say in one line, those that say the same together:
  /// 第1、18行：第1轮复查，整改到位；第17行：第1轮复查，整改不到位.
  ///
  /// - Parameters:
  ///   - events: the records, in the order in which they are to be told.
  ///   - projection: where their rows and units are found.
  ///   - telephones: whether the telephone number of a contact is said.
  /// - Returns: the words.
  package static func summary(
    ofBatch events: [Event], in projection: Projection, telephones: Bool = true
  ) -> Phrase {
    let matter = EventMatter(projection: projection, isBrief: true)
    let units = distinct(events.compactMap(\.subject.unitID))
    var order: [Phrase] = []
    var members: [Phrase: [Event]] = [:]
    for event in events {
      let said = content(of: event, in: projection, telephones: telephones)
      if members[said] == nil { order.append(said) }
      members[said, default: []].append(event)
    }
    return order.map { said in
      let events = members[said] ?? []
      return about(events, ofSeveral: units.count > 1, matter).map {
        $0 + Phrase("：", ": ") + said
      } ?? said
    }.joined(.semicolon)
  }

  /// The rows of some records, or their units where those differ within the batch; nil where neither is
  /// to be said.
  private static func about(
    _ events: [Event], ofSeveral: Bool, _ matter: EventMatter
  ) -> Phrase? {
    let named = events.map { $0.rows(in: matter.projection) }
    if named.allSatisfy({ $0 != nil }) {
      let round = events.map(\.round).max() ?? 1
      let isLater = round > 1 && events.allSatisfy(\.payload.isOfRound)
      return rows(named.flatMap { $0 ?? [] }, in: matter.projection).map { rows in
        isLater ? [rows, Terms.round(round)].joined(.comma) : rows
      }
    }
    let units = distinct(events.compactMap(\.subject.unitID))
    guard ofSeveral, !units.isEmpty else { return matter.words(of: events[0]) }
    return units.map { unit($0, in: matter.projection) }.joined()
  }

  /// What several records are, those of one kind together, with their rows and rounds:
  /// 第3、5行的复查、纸质版.
  package static func kinds(of events: [Event], in projection: Projection) -> [Phrase] {
    struct Group: Hashable {
      let word: Phrase
      let round: Int
      let isOfRows: Bool
    }
    let matter = EventMatter(projection: projection)
    var groups: [Group] = []
    var members: [Group: [Event]] = [:]
    for event in events {
      let group = Group(
        word: event.kindWord, round: event.payload.isOfRound ? event.round : 1,
        isOfRows: event.rows(in: projection) != nil)
      if members[group] == nil { groups.append(group) }
      members[group, default: []].append(event)
    }
    return groups.flatMap { group -> [Phrase] in
      let events = members[group] ?? []
      let round = group.round > 1 ? Terms.round(group.round) : nil
      let places =
        group.isOfRows
        ? [rows(events.flatMap { $0.rows(in: projection) ?? [] }, in: projection)]
        : distinct(events.map { matter.words(of: $0) })
      return places.map { place in
        let said = group.isOfRows ? [place, round].compactMap(\.self) : [place].compactMap(\.self)
        guard !said.isEmpty else { return group.word }
        let about = said.joined(Phrase("", " "))
        return Phrase(
          "\(about.chinese)的\(group.word.chinese)", "\(group.word.english) (\(about.english))")
      }
    }
  }
}

extension Event {
  /// What it is in a list of records: the part of a receipt, the round of a re-check, else its kind.
  fileprivate var kindWord: Phrase {
    switch payload {
    case .receipt(let receipt): Terms.part(receipt.part)
    case .recheck(let recheck) where recheck.recheckRound > 1:
      Phrase(
        "第\(recheck.recheckRound)轮复查", "re-check \(recheck.recheckRound)")
    default: Terms.eventType(payload)
    }
  }

  /// The findings it names, itself or as those of its site; nil where it names none.
  fileprivate func rows(in projection: Projection) -> [FindingID]? {
    if isRetract { return nil }
    if let named = payload.covers ?? subject.findings { return named.isEmpty ? nil : named }
    let states = subject.siteCode.map { projection.findings(of: $0) } ?? []
    return states.isEmpty ? nil : states.map(\.finding.id)
  }
}
