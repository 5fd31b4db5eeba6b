internal import CensusCore

/// A group of departments is no unit: says which units are meant.
func groups(_ references: [Reference], in projection: Projection) -> [Phrase] {
  references.compactMap { reference in
    guard case .prefecture(let id) = reference else { return nil }
    let units = projection.obligations.filter { $0.unit.prefecture == id }.map(\.unit.id)
    guard units.count > 1 else { return nil }
    let name = projection.directory.prefecture(id)?.name ?? Phrase(id, id)
    let list = names(units, in: projection)
    return Phrase(
      "\(name.chinese)指其\(units.count)家单位：\(list.chinese)",
      "\(name.english) means its \(units.count) units: \(list.english)")
  }
}

extension Terms {
  /// Whom or what a plan is about: 昆明（5个网站）.
  static func about(_ plan: Plan, _ ids: [String], in projection: Projection) -> Phrase {
    let units =
      plan.units.isEmpty ? ids.map { Phrase($0, $0) }.joined : names(plan.units, in: projection)
    let sites = plan.sites.count
    guard sites > 0 else { return units }
    return Phrase(
      "\(units.chinese)（\(sites)个网站）", "\(units.english) (\(counted(sites, "site")))")
  }

  /// What was recorded about whom, or would be.
  ///
  /// - Parameters:
  ///   - count: how many events.
  ///   - about: whom or what they are about.
  ///   - hint: how they are taken back; nil if nothing was written.
  /// - Returns: the sentence.
  static func recorded(_ count: Int, _ about: Phrase, _ hint: UndoHint?) -> Phrase {
    guard let hint else {
      return Phrase(
        "将登记\(count)条：\(about.chinese)；未写入任何内容",
        "would record \(counted(count, "event")) for \(about.english); nothing was written")
    }
    return hint.after(
      Phrase(
        "已登记\(count)条：\(about.chinese)",
        "recorded \(counted(count, "event")) for \(about.english)"))
  }
}

extension Terms {
  /// That earlier records got details that they lacked (补登).
  static func supplemented(_ plan: Plan, in projection: Projection) -> [Phrase] {
    guard !plan.supplemented.isEmpty else { return [] }
    let names = names(plan.supplemented, in: projection)
    return [
      Phrase(
        "补登：\(names.chinese)（原记录已撤回，代之以内容更全的一条）",
        "supplemented: \(names.english) (the earlier record is retracted, a fuller one takes its "
          + "place)")
    ]
  }
}

extension Plan {
  /// The members of groups that there is nothing to do about, each once.
  var notTaken: [String] {
    var ids: [String] = []
    for one in leftOut {
      if case .nothingToDo = one.why, !ids.contains(one.id) { ids.append(one.id) }
    }
    return ids
  }
}

extension Terms {
  /// What was passed over, and why: members of groups in one line, parts of a report each in its own.
  static func leftOut(_ plan: Plan, in projection: Projection) -> [Phrase] {
    let said = { (one: LeftOut) in
      (name: Terms.unit(one.id, in: projection), why: Terms.leftOut(one.why))
    }
    let members = plan.notTaken.map { id -> Phrase in
      let whys = plan.leftOut.filter { $0.id == id }.map { said($0).why }
      let name = Terms.unit(id, in: projection)
      return Phrase(
        "\(name.chinese)（\(whys.joined.chinese)）", "\(name.english) (\(whys.joined.english))")
    }
    let parts = plan.leftOut.filter { !plan.notTaken.contains($0.id) }.map { one -> Phrase in
      let (name, why) = said(one)
      return Phrase("\(name.chinese)：\(why.chinese)", "\(name.english): \(why.english)")
    }
    guard !members.isEmpty else { return parts }
    return parts + [
      Phrase("已跳过：\(members.joined.chinese)", "skipped: \(members.joined.english)")
    ]
  }
}

extension Refusal {
  /// The same refusal with the names of prefectures as people read them.
  func named(in directory: Directory, _ language: Language) -> Refusal {
    guard case .unknownID(let text, let nearest) = self else { return self }
    return .unknownID(
      text, nearest: nearest.map { directory.prefecture($0)?.name[language] ?? $0 })
  }

  /// The same refusal with the names of units as people read them.
  func named(in projection: Projection, _ language: Language) -> Refusal {
    let name = { (id: String) -> String in
      let unit = Terms.unit(id, in: projection)
      // What is no unit may be a prefecture.
      guard unit == Phrase(id, id) else { return unit[language] }
      return projection.directory.prefecture(id)?.name[language] ?? id
    }
    switch self {
    case .unknownID(let text, let nearest): return .unknownID(text, nearest: nearest.map(name))
    case .alreadyReceived(let unit, let part, let day):
      return .alreadyReceived(unit: name(unit), part: part, on: day)
    case .nothingToReturn(let unit): return .nothingToReturn(unit: name(unit))
    case .noReportRound(let unit, let round, let known):
      return .noReportRound(unit: name(unit), round: round, known: known)
    case .alreadyReturned(let unit, let part, let day):
      return .alreadyReturned(unit: name(unit), part: part, on: day)
    case .alreadyOrdered(let unit, let round, let until):
      return .alreadyOrdered(unit: name(unit), round: round, until: until)
    case .nothingOwed(let id): return .nothingOwed(name(id))
    case .completeBefore(let id, let day): return .completeBefore(name(id), on: day)
    case .alreadySo(let id, let field, let value): return .alreadySo(name(id), field, value)
    case .nothingFailed(let id): return .nothingFailed(name(id))
    case .alreadyOpened(let id): return .alreadyOpened(name(id))
    case .alreadyConcluded(let id, let day): return .alreadyConcluded(name(id), on: day)
    case .owesNothing(let id, let quarter): return .owesNothing(name(id), quarter)
    case .isVoid(let id): return .isVoid(name(id))
    case .findingsOnly(let id): return .findingsOnly(name(id))
    case .notAFinding(let id): return .notAFinding(name(id))
    case .notASite(let id): return .notASite(name(id))
    case .notAnEvent(let id): return .notAnEvent(name(id))
    case .notACheck(let id): return .notACheck(name(id))
    case .notCorrectable(let id, let field): return .notCorrectable(name(id), field)
    case .circle(let path): return .circle(path.map(name))
    case .notOpened(let id): return .notOpened(name(id))
    case .nothingCallsForAccountability(let id): return .nothingCallsForAccountability(name(id))
    case .beforeReceipt(let unit, let part, let day):
      return .beforeReceipt(unit: name(unit), part: part, on: day)
    case .beforeFailure(let id, let day): return .beforeFailure(name(id), on: day)
    case .beforeOpening(let id, let day): return .beforeOpening(name(id), on: day)
    case .laterKnown(let id, let day): return .laterKnown(name(id), on: day)
    case .otherDetail(let id, let known, let given):
      return .otherDetail(name(id), known: known, given: given)
    default: return self
    }
  }
}
