import CensusCore
import TerminalKit

/// The ledger of accountability (问责台账): whom to consider and why, what was opened and done.
struct LedgerPage: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Phrase("问责台账", "Ledger of accountability")] }

  func status(_ state: State) -> StyledText {
    let entries = state.projection.accountability.rows
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
    let ledger = state.projection.accountability
    let entries = ledger.rows
    var page = FactLines(state: state, width: width)
    guard !entries.isEmpty else {
      page.paragraph(
        Phrase(
          "没有需要研究问责的单位：没有一条问题复查后整改不到位。",
          "No unit is to be considered for accountability: no re-check has failed.")[
            state.language], .good)
      return page.lines
    }
    page.paragraph(Terms.tally(of: ledger)[state.language], .text.bold)
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

  private func write(_ entry: AccountabilityLedger.Row, on page: inout FactLines) {
    let language = page.state.language
    page.blank()
    page.paragraph(
      Terms.unit(entry.unit, in: page.state.projection)[language] + "   "
        + Terms.accountability(entry.state)[language], .text.bold,
      indent: 2)
    for ground in Terms.grounds(entry) { page.paragraph(ground[language], indent: 4) }
    if entry.failed.isEmpty, entry.state.isOpen {
      page.paragraph(
        Phrase("目前没有整改不到位的问题", "no re-check fails at present")[language], .muted, indent: 4)
    }
    for taken in entry.steps {
      page.paragraph("\(taken.on)  \(Self.said(taken.step)[language])", indent: 4)
    }
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
