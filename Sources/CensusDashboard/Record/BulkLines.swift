import CensusCore

extension Projection {
  /// By when reports on some things are due; nil where they are due on several days.
  func deadline(of references: [Reference]) -> Deadline? {
    let dues = references.flatMap { reference -> [Deadline?] in
      switch reference {
      case .unit(let id): [obligation(of: id)?.deadline]
      case .prefecture(let id):
        obligations.filter { $0.unit.prefecture == id }.map(\.deadline)
      case .finding(let id): [finding(id)?.deadline]
      case .site(let code): [site(code)?.deadline]
      case .event, .batch, .check, .notice: []
      }
    }
    let days = Set(dues)
    return days.count > 1 ? nil : days.first ?? nil
  }
}

extension State {
  /// Whom a dialog is about, for its title: up to a few names, and whom to call of one unit.
  func title(of dialog: RecordDialog) -> Phrase {
    let references = dialog.references
    guard references.count > 1 else {
      let name = name(of: references)
      guard dialog.act == .chase, case .unit(let id)? = references.first,
        let phone = projection.obligation(of: id)?.contact?.phone
      else { return name }
      return Phrase("\(name.chinese)  电话 \(phone)", "\(name.english)  Tel. \(phone)")
    }
    let names = references.prefix(4).map { self.name(of: [$0]) }
    let all = references.count
    guard all > 4 else { return names.joined(.listing) }
    return Array(names[..<3]).joined(.listing)
      + Phrase(
        "等\(all)\(references.allSatisfy(\.isOfUnit) ? "家" : "项")", " and \(all - 3) more")
  }

  /// What a receipt about several units comes to, a line for each of them: 昆明 只登纸质版，电子版10-19已到.
  func receiptLines(of dialog: RecordDialog) -> [Phrase] {
    guard !dialog.act.parts.isEmpty, let on = dialog.day(.day),
      let plan = try? dialog.plan(in: snapshot.known, today: snapshot.today)
    else { return [] }
    let units = bulkUnits(of: dialog.references)
    guard units.count > 1 else { return [] }
    return units.map { unit in
      let new = plan.drafts.compactMap { draft -> Part? in
        guard draft.subject == .unit(unit), case .receipt(let receipt) = draft.payload else {
          return nil
        }
        return receipt.part
      }
      let earlier = plan.leftOut.compactMap { one -> (part: Part, day: Day)? in
        guard one.id == .unit(unit),
          case .nothingToDo(.alreadyReceived(_, let part, let day)) = one.why
        else { return nil }
        return (part, day)
      }
      let rest = dialog.act.parts.filter { part in
        !new.contains(part) && !earlier.contains { $0.part == part }
      }.map { (part: $0, day: on) }
      return line(
        Terms.unit(unit, in: projection), dialog.act.parts.filter(new.contains),
        here: dialog.act.parts.count > 1 || new.isEmpty ? earlier + rest : [])
    }
  }

  private func line(_ unit: Phrase, _ new: [Part], here: [(part: Part, day: Day)]) -> Phrase {
    let parts = new.map(Terms.part).joined(.listing)
    let known = here.map { one in
      let part = Terms.part(one.part)
      return Phrase(
        "\(part.chinese)\(one.day.monthAndDay)已到",
        "\(part.english) here since \(one.day.monthAndDay)")
    }.joined(.comma)
    switch (new.isEmpty, here.isEmpty) {
    case (false, true): return unit + Phrase(" 登\(parts.chinese)", ": \(parts.english)")
    case (false, false):
      return unit
        + Phrase(
          " 只登\(parts.chinese)，\(known.chinese)", ": \(parts.english) only, \(known.english)")
    default: return unit + Phrase(" 不登，\(known.chinese)", ": nothing, \(known.english)")
    }
  }

  private func bulkUnits(of references: [Reference]) -> [UnitID] {
    var units: [UnitID] = []
    for reference in references {
      switch reference {
      case .unit(let id): units.append(id)
      case .prefecture: units += self.units(of: reference).map(\.id)
      case .site(let code): units += snapshot.known.site(code)?.findings.map(\.unit) ?? []
      case .finding(let id): units += snapshot.known.finding(id).map { [$0.unit] } ?? []
      case .event, .batch, .check, .notice: break
      }
    }
    return units.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Reference {
  /// Whether it is a unit, which is counted in 家.
  fileprivate var isOfUnit: Bool {
    if case .unit = self { true } else { false }
  }
}
