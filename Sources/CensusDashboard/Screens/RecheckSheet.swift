import CensusCore
import TerminalKit

/// 6 复查: the run sheet, one row a finding, verdicts put down one after the other.
struct RecheckSheet: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.rechecks), Phrase("复查清单", "run sheet")]
  }

  func status(_ state: State) -> StyledText {
    let followed = state.snapshot.followed
    let counts = RecheckCounts(followed.map(\.recheck))
    let text = Phrase(
      "已复查 \(counts.total)/\(followed.count)，到位 \(counts.passed)",
      "re-checked \(counts.total)/\(followed.count), passed \(counts.passed)")
    let done = StyledText(text[state.language], .muted)
    let pending = state.pendingRun.count
    guard pending > 0 else { return done }
    let unsaved = Phrase("未保存 \(pending)条，w 保存", "\(pending) not saved, w saves")
    return StyledText(unsaved[state.language] + "   ", .caution.bold) + done
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let isChinese = state.language == .chinese
    let columns = [
      ListColumn("row", Labels.row, .fixed(isChinese ? 4 : 3), .right),
      ListColumn(
        "site", Labels.site, .flexible(minimum: isChinese ? 16 : 14, weight: 3, maximum: 40)),
      ListColumn(
        "prefecture", Phrase("州市", "Pref."), .fixed(isChinese ? 8 : 10), importance: 3),
      ListColumn(
        "issue", Labels.issue, .flexible(minimum: isChinese ? 10 : 11, weight: 2, maximum: 28),
        importance: 4),
      ListColumn("unit", Phrase("责任单位", "Unit"), .fixed(16), importance: 1),
      ListColumn("submission", Labels.submission, .fixed(isChinese ? 8 : 13), importance: 2),
      ListColumn("last", Phrase("复查", "Last"), .fixed(isChinese ? 6 : 10)),
      ListColumn("round", Phrase("轮次", "No."), .fixed(isChinese ? 5 : 3)),
      ListColumn("now", Phrase("本次", "Now"), .fixed(isChinese ? 12 : 19)),
    ]
    return RowList(columns: columns, rows: state.snapshot.followed.map { row($0, state) })
  }

  /// A verdict that is put down is no sort key and no text of the filter: the rows stay in place.
  private func row(_ finding: FindingState, _ state: State) -> ListRow {
    let (projection, language) = (state.projection, state.language)
    let (id, site) = (finding.finding.id, finding.finding.siteName)
    let prefecture = projection.name(ofPrefecture: finding.finding.prefecture)
    let unit = projection.obligation(of: finding.unit)?.unit
    let unitName = unit.map { language == .chinese ? $0.name.chinese : $0.short.english }
    let issues = Cells.issues(finding.finding.issues, in: projection, language)
    let submission = Terms.submission(finding.submission)
    let next = finding.nextRecheckRound
    let searched = state.snapshot.searched
    return ListRow(
      .finding(id), reference: .finding(id), opens: .site(finding.finding.code),
      cells: [
        StyledText(String(id.row), .muted), StyledText(site), StyledText(prefecture[language]),
        StyledText(issues), StyledText(unitName ?? finding.unit),
        StyledText(
          submission[language],
          Styles.submission(
            finding.submission, isOverdue: finding.isOverdue(on: projection.asOf))),
        StyledText(
          Labels.verdict(finding.recheck)[language], Styles.recheck(finding.recheck)),
        StyledText(Phrase("第\(next)轮", "#\(next)")[language], .muted),
        Cells.pending(state.run[id], language),
      ],
      keys: [
        .number(id.row), .name(site, at: id.row, state.nameOrder),
        .name(
          prefecture.chinese,
          at: projection.directory.position(ofPrefecture: finding.finding.prefecture),
          state.nameOrder),
        .text(issues), .name(unit?.name.chinese ?? finding.unit, at: id.row, state.nameOrder),
        .number(Submission.allCases.firstIndex(of: finding.submission) ?? 0),
        .number(Recheck.State.allCases.firstIndex(of: finding.recheck) ?? 0), .number(next),
        .none,
      ],
      texts: searched.of(finding) + [
        submission[language], Terms.recheck(finding.recheck)[language],
        Terms.headline(finding.headline)[language],
      ],
      values: [
        "prefecture": [finding.finding.prefecture], "issue": finding.finding.issues,
        "unit": [finding.unit], "submission": [finding.submission.rawValue],
        "last": [finding.recheck.rawValue],
      ])
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  /// The foot stands below the list on every screen; on wide ones the site stands beside it.
  private func spread(_ state: State, in body: Rect) -> Spread {
    let foot = body.height >= 12 ? 5 : 1
    let isBeside = body.width >= Spread.besideFrom
    let upper = Rect(
      x: body.x, y: body.y, width: body.width, height: body.height - (isBeside ? foot : 0))
    return Spread(
      rows: state.snapshot.followed.count + 1, widest: 134, reserved: isBeside ? 0 : foot, in: upper
    )
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard !state.snapshot.followed.isEmpty else {
      let text = Phrase("本季度没有需要复查的问题。", "Nothing has to be re-checked this quarter.")
      grid.write(text[state.language], at: Point(x: body.x + 2, y: body.y + 1), .good, clip: body)
      return
    }
    drawList(state, in: body, on: &grid)
    let spread = spread(state, in: body)
    let area = spread.list
    RecheckFoot(state: state, followed: state.snapshot.followed).draw(
      in: Rect(x: body.x, y: area.endY, width: area.width, height: body.endY - area.endY),
      on: &grid)
    guard spread.isBeside else { return }
    spread.drawDivider(on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] {
    [
      .verdictPassed, .verdictFailed, .verdictUntestable, .verdictClear, .saveRun, .undo, .filter,
    ]
  }
}

extension Cells {
  /// A verdict that is not recorded yet: 暂无法：下线.
  static func pending(_ pending: RunVerdict?, _ language: Language) -> StyledText {
    guard let pending else { return StyledText("-", .muted) }
    let style = Styles.recheck(Recheck.State(pending.verdict)).bold
    guard let reason = pending.reason else {
      return StyledText(Labels.verdict(Recheck.State(pending.verdict))[language], style)
    }
    let short = Labels.shortReason(reason)
    return StyledText(
      Phrase("暂无法：\(short.chinese)", "untestable: \(short.english)")[language], style)
  }
}

extension Styles {
  /// How a finding stands by its latest re-check.
  static func recheck(_ state: Recheck.State) -> Style {
    switch state {
    case .notYet: .muted
    case .passed: .good
    case .failed: .bad
    case .untestable: .caution
    }
  }
}
