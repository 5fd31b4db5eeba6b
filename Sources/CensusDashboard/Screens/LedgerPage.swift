import CensusCore
import TerminalKit

/// The ledger of accountability (问责台账): whom to consider and why, what was opened and done.
struct LedgerPage: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Phrase("问责台账", "Ledger of accountability")] }

  func status(_ state: State) -> StyledText {
    let entries = LedgerEntry.all(in: state.projection)
    let counts = [Accountability.State.toBeConsidered, .opened, .measured, .concluded].compactMap {
      stage -> Phrase? in
      let count = entries.count { $0.state == stage }
      let word = Terms.accountability(stage)
      return count == 0
        ? nil : Phrase("\(word.chinese)\(count)家", "\(word.english) \(count)")
    }
    return StyledText(
      state.language == .chinese
        ? counts.map(\.chinese).joined(separator: "，")
        : counts.map(\.english).joined(separator: ", "), .muted)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    drawPage(state, in: body, on: &grid)
  }

  var hints: [Command] { [.up, .down, .pageDown, .undo, .back] }

  func lines(_ state: State, width: Int) -> [StyledText] {
    let entries = LedgerEntry.all(in: state.projection)
    var page = FactLines(state: state, width: width)
    guard !entries.isEmpty else {
      page.paragraph(
        Phrase(
          "没有需要研究问责的单位：没有一条问题复查后整改不到位。",
          "No unit is to be considered for accountability: no re-check has failed.")[
            state.language], .good)
      return page.lines
    }
    page.paragraph(LedgerEntry.tally(of: entries)[state.language], .text.bold)
    let sections: [([Accountability.State], Phrase, Style)] = [
      ([.toBeConsidered], Phrase("待研究问责", "To be considered"), .bad.bold),
      ([.opened, .measured], Phrase("已启动问责", "Opened"), .caution.bold),
      ([.concluded, .none], Phrase("问责办结", "Concluded"), .good.bold),
    ]
    for (states, title, style) in sections {
      let members = entries.filter { states.contains($0.state) }
      guard !members.isEmpty else { continue }
      page.heading(
        Phrase("\(title.chinese)\(members.count)家", "\(title.english): \(members.count)"), style)
      for entry in members { write(entry, on: &page) }
    }
    return page.lines
  }

  private func write(_ entry: LedgerEntry, on page: inout FactLines) {
    let language = page.state.language
    page.blank()
    page.paragraph(
      entry.unit.name[language] + "   " + Terms.accountability(entry.state)[language], .text.bold,
      indent: 2)
    for failed in entry.failed { page.paragraph(Self.ground(failed)[language], indent: 4) }
    if entry.failed.isEmpty, entry.state.isOpen {
      page.paragraph(
        Phrase("目前没有整改不到位的问题", "no re-check fails at present")[language], .muted, indent: 4)
    }
    for (day, step) in entry.steps {
      page.paragraph("\(day)  \(Self.said(step)[language])", indent: 4)
    }
  }

  /// Why a unit is to be considered: 第17行 耿马政府公众信息网：11-05第1轮复查整改不到位.
  private static func ground(_ state: FindingState) -> Phrase {
    let finding = state.finding
    let (chinese, english): (String, String)
    if let last = state.lastRecheck, last.recheck.verdict == .failed {
      chinese = "\(last.on)第\(last.round)轮复查整改不到位"
      english = "failed re-check \(last.round) on \(last.on)"
    } else {
      let since = state.siteStatus.map { "\($0.since)" } ?? ""
      chinese = "\(since)起擅自下线"
      english = "dark without filing since \(since)"
    }
    return Phrase(
      "第\(finding.id.row)行 \(finding.siteName)（\(finding.text)）：\(chinese)",
      "row \(finding.id.row) \(finding.siteName) (\(finding.text)): \(english)")
  }

  /// A step in words: 问责处理：约谈 信息中心主任（文件 临政督〔2018〕3号）.
  private static func said(_ step: Accountability) -> Phrase {
    let what = Terms.stage(step.stage)
    let measure = step.measure.map { Terms.measure($0) }
    let details = [
      measure, step.person.map { Phrase($0, $0) },
      step.approvedBy.map { Phrase("\($0)批准", "approved by \($0)") },
      step.document.map { Phrase("文件 \($0)", "document \($0)") },
      step.findings.map { ids in
        let rows = ids.map { String($0.row) }
        return Phrase(
          "第\(rows.joined(separator: "、"))行", "rows \(rows.joined(separator: ", "))")
      },
    ].compactMap(\.self)
    guard !details.isEmpty else { return what }
    return Phrase(
      "\(what.chinese)：\(details.map(\.chinese).joined(separator: "，"))",
      "\(what.english): \(details.map(\.english).joined(separator: ", "))")
  }
}

/// One unit of the ledger.
struct LedgerEntry {
  let unit: Unit
  let state: Accountability.State
  /// The findings whose latest re-check failed.
  let failed: [FindingState]
  /// The steps that count, with their days, in order.
  let steps: [(on: Day, step: Accountability)]

  /// The units that are to be considered, are held accountable, or were, in the order of annex 1.
  static func all(in projection: Projection) -> [LedgerEntry] {
    var steps: [String: [(on: Day, step: Accountability)]] = [:]
    for event in projection.liveEvents {
      guard case .accountability(let step) = event.payload, let unit = event.unit(in: projection)
      else { continue }
      steps[unit, default: []].append((event.on, step))
    }
    return projection.obligations.compactMap { obligation in
      let own = steps[obligation.unit.id] ?? []
      let state = obligation.accountability
      guard state != .none || !own.isEmpty else { return nil }
      return LedgerEntry(
        unit: obligation.unit, state: state,
        failed: obligation.followed.filter { $0.recheck == .failed }, steps: own)
    }
  }

  /// The tally as notices print it: 共问责3人：约谈2人、书面检查1人; 人次 where a person recurs.
  static func tally(of entries: [LedgerEntry]) -> Phrase {
    let taken = entries.flatMap { entry in
      entry.steps.compactMap { item in
        item.step.measure.map { ($0, entry.unit.id, item.step.person) }
      }
    }
    guard !taken.isEmpty else { return Phrase("尚无问责处理。", "No measure has been taken yet.") }
    let named = taken.compactMap { item in item.2.map { "\(item.1) \($0)" } }
    let measure = named.count == Set(named).count ? "人" : "人次"
    let parts = Accountability.Measure.allCases.compactMap { kind -> Phrase? in
      let count = taken.count { $0.0 == kind }
      let word = Terms.measure(kind)
      return count == 0
        ? nil : Phrase("\(word.chinese)\(count)\(measure)", "\(word.english) \(count)")
    }
    return Phrase(
      "共问责\(taken.count)\(measure)：\(parts.map(\.chinese).joined(separator: "、"))。",
      "\(taken.count) held accountable: \(parts.map(\.english).joined(separator: ", ")).")
  }
}

extension CensusCore.Event {
  /// The unit that a step of accountability is about.
  fileprivate func unit(in projection: Projection) -> String? {
    switch subject {
    case .unit(let id): id
    case .findings(let ids): ids.first.flatMap { projection.finding($0)?.unit }
    case .site, .event, .check, .notice: nil
    }
  }
}
