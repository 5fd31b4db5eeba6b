import CensusCore
import CensusLists
import TerminalKit

/// 5 期限: one row a unit, who owes most first; the daily work.
struct ReceiptDesk: Screen {
  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(.deadlines), Phrase("报送登记", "receipt desk")]
  }

  func status(_ state: State) -> StyledText {
    let shown = state.rows(0).count
    let count = StyledText("\(shown) / \(state.list(0)?.count ?? 0)", .muted)
    guard let deadline = state.projection.inspection.notice.deadline else { return count }
    let included =
      deadline.isInclusive ? Phrase("（含当日）", " (inclusive)") : Phrase("（不含当日）", " (exclusive)")
    let isBrief = state.size.columns < 100
    let due =
      isBrief
      ? Phrase(deadline.day.monthAndDay, deadline.day.monthAndDay) : Terms.dated(deadline.day)
    let text = Phrase(
      "\(due.chinese) 到期\(included.chinese)", "due \(due.english)\(included.english)")
    return StyledText(text[state.language] + "   ", .accent) + count
  }

  func list(_ state: State, pane: Int) -> RowList? {
    let snapshot = state.snapshot
    return RowList(
      snapshot.projection.unitsRoll(snapshot.receiptDesk, searched: snapshot.searched),
      showing: Self.fields.filter { $0.field != "lateness" || isAnyLate(snapshot) }
        .map { roomy($0, snapshot.receiptDesk) }
        .map { $0.field == "lane" && Self.prefersLanes(state.size) ? Self.lane : $0 },
      in: state,
      opens: { .unit($0.obligation.unit.id) },
      graphics: { LanePicture.graphics($0.obligation.unit.id, in: state) })
  }

  /// Whether any report has a grade of lateness, so that the column says something.
  private func isAnyLate(_ snapshot: Snapshot) -> Bool {
    let (day, policy) = (snapshot.projection.asOf, snapshot.projection.policy)
    return snapshot.receiptDesk.contains { obligation in
      obligation.daysBehind(on: day).flatMap(policy.grade(daysLate:)) != nil
    }
  }

  /// A field with the room that what is the matter needs, where anything is: 10-18 未签,
  /// 5/5 不到位1.
  private func roomy(_ pick: Pick, _ desk: [Obligation]) -> Pick {
    switch pick.field {
    case "paperOn" where desk.contains { $0.hasPaperToReturn }:
      Pick("paperOn", room: .fixed(10, 14))
    case "rechecked" where desk.contains { $0.failedCount > 0 }:
      Pick("rechecked", room: .fixed(11, 8, importance: 8))
    case "unit" where desk.contains { $0.hasPaperToReturn } && desk.contains { $0.failedCount > 0 }:
      Pick("unit", room: .flexible(14, 11, weight: 4, most: 26))
    case "sites": Pick("sites", room: .fixed(4, importance: 7))
    default: pick
    }
  }

  /// Whether lanes come before what can be read elsewhere.
  static func prefersLanes(_ size: Size) -> Bool { size.columns >= 110 }

  private static let lane = Pick("lane", room: .flexible(18, weight: 3, most: 46, importance: 7))

  private static let fields: [Pick] = [
    "unit", "sites", "findings", "paperOn", "electronicOn", "submission", "daysLeft",
    "lateness", "lane", "due", "rechecked", "chases", "next", .assignee, "concentration", "liaison",
    "lastChase",
    "siteNames",
  ]

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    spread(state, in: body).list
  }

  private func spread(_ state: State, in body: Rect) -> Spread {
    let strip = stripHeight(in: body)
    return Spread(
      rows: state.projection.obligations.count + 1, widest: 140,
      reserved: body.height >= 12 ? 4 : 0,
      in: Rect(x: body.x, y: body.y + strip, width: body.width, height: body.height - strip))
  }

  /// The strip of the next fourteen days stands above where there is room for it.
  private func stripHeight(in body: Rect) -> Int { body.height >= 18 ? DueStrip.height + 1 : 0 }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let strip = stripHeight(in: body)
    if strip > 0 {
      DueStrip(state: state).draw(
        in: Rect(x: body.x, y: body.y, width: body.width, height: strip - 1), on: &grid)
    }
    let spread = spread(state, in: body)
    spread.drawDivider(on: &grid)
    Beneath(state, [.map, .categories], below: [.records]).draw(
      in: spread.beneath(in: body), on: &grid)
    drawList(state, in: body, on: &grid)
    Aside(state: state).draw(in: spread.aside, on: &grid)
  }

  var hints: [Command] {
    [
      .open, .receivePaper, .receiveElectronic, .receiveBoth, .chase, .act, .undo, .markRow, .copy,
      .filter,
    ]
  }
}

extension Obligation {
  fileprivate var hasPaperToReturn: Bool {
    if case .toReturn = paper { true } else { false }
  }
}
