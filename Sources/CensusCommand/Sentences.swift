internal import CensusCore

/// A group of departments is no unit: says which units are meant.
func groups(_ references: [Reference], in projection: Projection) -> [Phrase] {
  references.compactMap { reference in
    guard case .prefecture(let id) = reference else { return nil }
    let units = projection.obligations.filter { $0.unit.prefecture == id }.map(\.unit.id)
    guard units.count > 1 else { return nil }
    let name = projection.directory.prefecture(id)?.name ?? Phrase(id)
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
      plan.units.isEmpty ? ids.map { Phrase($0, $0) }.joined() : names(plan.units, in: projection)
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
  /// Which parts of whose reports go back: what waits for it is not all that was named.
  static func returned(_ plan: Plan, in projection: Projection) -> [Phrase] {
    plan.drafts.compactMap { draft in
      guard case .return(let sent) = draft.payload else { return nil }
      let part = part(sent.part)
      switch draft.subject {
      case .unit(let id):
        let unit = unit(id, in: projection)
        return Phrase(
          "退回：\(unit.chinese)的\(part.chinese)（全部问题）",
          "returned: the \(part.english) part of \(unit.english) (all findings)")
      case .findings(let ids):
        guard let state = ids.first.flatMap({ projection.finding($0) }) else { return nil }
        let unit = unit(state.unit, in: projection)
        let rows = ids.map { String(projection.row(of: $0)) }
        return Phrase(
          "退回：\(unit.chinese)的\(part.chinese)（第\(rows.joined(separator: "、"))行）",
          "returned: the \(part.english) part of \(unit.english) "
            + "(\(rows.count == 1 ? "row" : "rows") \(rows.joined(separator: ", ")))")
      case .site, .check, .notice, .event: return nil
      }
    }
  }

  /// That earlier records got details that they lacked (补登).
  static func supplemented(_ plan: Plan, in projection: Projection) -> [Phrase] {
    guard !plan.supplemented.isEmpty else { return [] }
    let names = names(plan.supplemented, in: projection)
    return [Terms.supplemented(names, by: plan)]
  }
}

extension Plan {
  /// The members of groups that there is nothing to do about, each once.
  var notTaken: [Reference] {
    var ids: [Reference] = []
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
      (name: Terms.name(of: one.id, in: projection), why: Terms.leftOut(one.why))
    }
    let members = plan.notTaken.map { id -> Phrase in
      let whys = plan.leftOut.filter { $0.id == id }.map { said($0).why }
      let name = Terms.name(of: id, in: projection)
      return Phrase(
        "\(name.chinese)（\(whys.joined().chinese)）", "\(name.english) (\(whys.joined().english))")
    }
    let parts = plan.leftOut.filter { !plan.notTaken.contains($0.id) }.map { one -> Phrase in
      let (name, why) = said(one)
      return Phrase("\(name.chinese)：\(why.chinese)", "\(name.english): \(why.english)")
    }
    guard !members.isEmpty else { return parts }
    return parts + [
      Phrase("已跳过：\(members.joined().chinese)", "skipped: \(members.joined().english)")
    ]
  }
}
