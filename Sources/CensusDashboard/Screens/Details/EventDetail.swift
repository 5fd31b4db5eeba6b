import CensusCore
import CensusLists
import TerminalKit

/// One record: all that it says, who recorded it when, and whether it counts.
struct EventDetail: Screen {
  let id: EventID

  func crumbs(_ state: State) -> [Phrase] {
    let type = state.projection.event(id).map { Terms.eventType($0.payload) }
    let number = String(id.text.prefix(8))
    return [
      Labels.tab(state.view),
      Phrase(
        "\(type?.chinese ?? "记录") \(number)", "\(type?.english ?? "record") \(number)"),
    ]
  }

  func status(_ state: State) -> StyledText {
    guard state.projection.isLive(id) else {
      return StyledText(Phrase("已撤销", "undone")[state.language], .muted.bold)
    }
    return conflicts(state).isEmpty
      ? StyledText(Phrase("有效", "counts")[state.language], .good)
      : StyledText(Phrase("矛盾待裁定", "contradicted, to settle")[state.language], .bad)
  }

  /// What others contradict it about.
  private func conflicts(_ state: State) -> [Conflict] {
    state.projection.conflicts.filter { $0.events.contains(id) }
  }

  /// On wide screens the unit that the record is about stands beside it.
  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    guard body.width >= Spread.besideFrom,
      let unit = state.snapshot.history.first(where: { $0.event.id == id })?.unit
    else { return drawPage(state, in: body, on: &grid) }
    let width = pageWidth(in: body) + 4
    drawPage(
      state, in: Rect(x: body.x, y: body.y, width: width, height: body.height), on: &grid)
    grid.fill(
      Rect(x: width, y: body.y, width: 1, height: body.height), with: grid.alphabet.vertical,
      .muted)
    Aside(state: state, row: .unit(unit)).draw(
      in: Rect(x: width + 1, y: body.y, width: body.endX - width - 2, height: body.height),
      on: &grid)
  }

  func pageWidth(in body: Rect) -> Int {
    let width = TextPage.width(in: body)
    return body.width >= Spread.besideFrom ? min(width, 92) : width
  }

  var hints: [Command] { [.retract, .undo, .back] }

  func lines(_ state: State, width: Int) -> [StyledText] {
    guard let event = state.projection.event(id) else { return [] }
    let projection = state.projection
    var page = FactLines(state: state, width: width)
    let isLive = projection.isLive(id)
    page.paragraph(
      Terms.summary(of: event, in: projection).sentence(state.language),
      isLive ? .text.bold : .muted.struck)
    page.heading(Phrase("内容", "What it says"))
    for field in EventFields(event: event, projection: projection).fields {
      page.fact(field.0, field.1)
    }
    files(with: event, on: &page)
    subject(of: event, projection, on: &page)
    standing(of: event, projection, on: &page)
    recording(of: event, on: &page)
    return page.lines
  }

  /// The files kept with it, and the key that opens them.
  private func files(with event: CensusCore.Event, on page: inout FactLines) {
    let files = page.state.evidence(with: event.id)
    guard !files.isEmpty else { return }
    // What a record of a file says of it stands above.
    if files.contains(where: { $0.event.id != event.id }) {
      page.heading(Labels.evidence)
      for entry in files {
        let size = Terms.fileSize(kilobytes: entry.file.kilobytes)
        page.fact(Terms.evidenceForm(entry.file.form), "\(entry.file.name)  \(size)")
      }
    }
    let key = page.state.keys.binding(for: .openAddress)?.keys.first?.label ?? ""
    page.paragraph(
      Phrase("\(key) 打开只读副本", "\(key) opens a copy, read-only")[page.state.language], .muted)
  }

  /// Kind, days, who and from where.
  private func recording(of event: CensusCore.Event, on page: inout FactLines) {
    let language = page.state.language
    page.heading(Phrase("登记情况", "How it was recorded"))
    page.fact(Phrase("类型", "Kind"), Terms.eventType(event.payload))
    page.fact(Phrase("发生日期", "Happened"), Terms.dated(event.on))
    page.fact(Phrase("登记时间", "Recorded"), event.at.text(at: page.state.snapshot.offset))
    page.fact(Phrase("登记人", "By"), event.actor)
    page.fact(Phrase("来源", "From"), Labels.origin(event.origin))
    page.fact(
      Phrase("季度", "Quarter"),
      event.quarter?.name ?? Phrase("不限季度", "outlives quarters"))
    if event.quarter != nil { page.fact(Phrase("报送轮次", "Round"), Terms.round(event.round)) }
    page.fact(Phrase("记录号", "Record"), event.id.text)
    let others = page.state.projection.events.filter { $0.batch == event.batch && $0.id != id }
    let size = Phrase("共\(event.batchSize)条", "of \(event.batchSize)")[language]
    page.fact(Phrase("批次", "Batch"), "\(event.batch.text.prefix(8))  \(size)")
    for other in others { page.fact(Phrase("同批", "With it"), said(other, page.state)) }
  }

  /// Whom and what it is about.
  private func subject(
    of event: CensusCore.Event, _ projection: Projection, on page: inout FactLines
  ) {
    guard let entry = projection.history(of: .event(id)).first(where: { $0.event.id == id }) else {
      return
    }
    let matter = matter(of: event, projection)
    page.heading(Phrase("对象", "What it is about"))
    let language = page.state.language
    if case .event(let target) = event.subject, !event.isRetract {
      let target = projection.event(target)
      page.fact(Phrase("记录", "Record"), target.map { said($0, page.state) } ?? "-")
    }
    for unit in entry.units(in: projection) { page.fact(Labels.unit, unit.name) }
    switch matter {
    case .site(let code):
      page.fact(Labels.site, "\(projection.site(code)?.shownName[language] ?? "")  \(code)")
    case .notice(let quarter):
      let document = projection.inspection.notice.document.map { "  \($0)" } ?? ""
      page.fact(
        Phrase("通报", "Notice"),
        Phrase(
          "整份通报：\(quarter.name.chinese)\(document)",
          "as a whole: \(quarter.name.english)\(document)"))
    case .check(let id):
      let row = page.state.snapshot.discrepancies.first { $0.id == id }
      page.fact(
        Phrase("核对项", "Check"), row.map { "\(id)  \($0.message[language])" } ?? id)
    case .unit, .findings, .event: break
    }
    for finding in entry.findings.sorted().compactMap({ projection.finding($0)?.finding }) {
      let row = Phrase("第\(finding.row)行", "Row \(finding.row)")
      let separator = language == .chinese ? "：" : ": "
      page.fact(row, finding.shownName[language] + separator + finding.text)
    }
  }

  /// What a record is about; of a remark on a record, and of what takes one back, what that is about.
  private func matter(
    of event: CensusCore.Event, _ projection: Projection
  ) -> CensusCore.Event.Subject {
    var event = event
    var seen: Set<EventID> = []
    while seen.insert(event.id).inserted, let target = event.target.flatMap(projection.event) {
      event = target
    }
    return event.subject
  }

  /// Whether it counts, or what took it back; and what was remarked on it.
  private func standing(
    of event: CensusCore.Event, _ projection: Projection, on page: inout FactLines
  ) {
    page.heading(Phrase("效力", "Whether it counts"))
    let retractions = projection.events.filter { other in
      guard case .retract(let retract) = other.payload else { return false }
      return projection.isLive(other.id) && retract.targets.contains(id)
    }
    let conflicts = conflicts(page.state)
    for conflict in conflicts {
      page.fact(
        Phrase("矛盾", "Contradicted"), Terms.conflict(conflict).sentence(page.state.language),
        .caution)
    }
    if projection.isLive(id) {
      let words =
        conflicts.isEmpty
        ? Phrase("这条记录有效。M 撤回，须写明原因。", "It counts. M retracts it, with a reason.")
        : Phrase("m f 以此记录为准；M 撤回，须写明原因。", "m f keeps it; M retracts it, with a reason.")
      page.paragraph(words[page.state.language])
    }
    for other in retractions {
      page.fact(Phrase("撤销", "Undone by"), said(other, page.state), .caution)
    }
    for other in projection.events where other.subject == .event(id) {
      guard case .note = other.payload, projection.isLive(other.id) else { continue }
      page.fact(Phrase("备注", "Remark"), said(other, page.state))
    }
  }

  /// Another event in one line: day, words, who.
  private func said(_ event: CensusCore.Event, _ state: State) -> String {
    let undone = state.projection.isLive(event.id) ? "" : Labels.undone[state.language]
    let words = Terms.summary(of: event, in: state.projection).sentence(state.language)
    return "\(event.on)  \(undone)\(words)  \(event.actor)"
  }
}

extension CensusCore.Event {
  /// The record that it is about, the first of them if it takes back several.
  fileprivate var target: EventID? {
    if case .retract(let retract) = payload { return retract.targets.first }
    if case .event(let id) = subject { return id }
    return nil
  }
}

extension Labels {
  /// From where an event was recorded.
  static func origin(_ origin: String) -> Phrase {
    switch origin {
    case "tui": Phrase("督办界面", "the dashboard")
    case "cli": Phrase("命令行", "the command line")
    case "import": Phrase("载入", "an import")
    case "merge": Phrase("并入", "a merge")
    default: Phrase(origin, origin)
    }
  }
}
