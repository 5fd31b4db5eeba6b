import CensusCore
import CensusLists
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
    return done + StyledText("   " + unsaved[state.language], .caution.bold)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let (snapshot, run) = (state.snapshot, state.run)
    return RowList(
      snapshot.projection.rechecksRoll(
        snapshot.followed, past: snapshot.past, searched: snapshot.searched
      ) {
        Self.pending(run[$0.finding.id], $1)
      },
      showing: Self.fields, in: state, opens: { .site($0.site) }
    ).dimming(
      Set(snapshot.followed.filter(\.headline.isClosed).map { .finding($0.finding.id) }))
  }

  /// What is put down stands beside the number by which the row is known.
  private static let fields: [Pick] = [
    "row", "now", "name", "prefecture", "issues", "unit", "submission", "verdict", "nextRound",
    .assignee,
  ]

  /// The first row whose report is here and that nobody looked at, else the first that anybody has
  /// to look at.
  func firstRow(_ state: State, pane: Int) -> RowID? {
    Self.firstAwaiting(in: state.rows(pane), of: state)
  }

  static func firstAwaiting(in rows: [ListRow], of state: State) -> RowID? {
    let open = rows.filter { row in
      guard case .finding(let id) = row.id, state.run[id] == nil else { return false }
      return state.projection.finding(id)?.isToRecheck == true
    }
    let reported = open.first { row in
      guard case .finding(let id) = row.id else { return false }
      return state.projection.finding(id)?.headline == .awaitingRecheck
    }
    return (reported ?? open.first)?.id
  }

  /// A verdict that is not recorded yet: 无法：下线.
  private static func pending(_ pending: RunVerdict?, _ manner: Manner) -> Words {
    guard let pending else { return .none }
    let verdict = Recheck.State(pending.verdict)
    if pending.census != nil {
      return Words(manner(Phrase("到位：普查", "passed: census")), verdict.tone, strong: true)
    }
    guard let reason = pending.reason else {
      return Words(manner(Terms.shortRecheck(verdict)), verdict.tone, strong: true)
    }
    let short = Labels.shortReason(reason)
    // Unreachable says by itself that nothing could be tested.
    let english = reason == .connection ? short.english : "untestable: \(short.english)"
    return Words(manner(Phrase("无法：\(short.chinese)", english)), verdict.tone, strong: true)
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
