import CensusCore
import CensusLists
import TerminalKit

/// What is said of the row under the cursor, beside its list or below it.
struct Aside {
  let state: State
  /// The row that it is about.
  let row: RowID?

  init(state: State) {
    self.init(state: state, row: state.rowUnderCursor?.id)
  }

  init(state: State, row: RowID?) {
    self.state = state
    self.row = row
  }

  private var language: Language { state.language }

  /// Nothing where the cursor stands on no row.
  var blocks: Blocks? {
    switch row {
    case .unit(let id): state.projection.obligation(of: id).map { Blocks(unit($0), language) }
    case .site(let code): state.projection.site(code).map { Blocks(site($0), language) }
    case .finding(let id):
      (state.projection.finding(id)?.site).flatMap { state.projection.site($0) }
        .map { Blocks(site($0), language) }
    case .prefecture(let id):
      state.snapshot.prefectures.first { $0.prefecture.id == id }
        .map { Blocks(prefecture($0), language) }
    case .event(let id): state.projection.event(id).map { Blocks(event($0), language) }
    case .batch(let id): Blocks(batch(id), language)
    case .owed(let quarter, let id) where quarter == state.projection.quarter:
      state.projection.obligation(of: id).map { Blocks(unit($0), language) }
    case .owed(let quarter, let id):
      state.snapshot.owed(quarter, by: id).map { Blocks(owed($0), language) }
    default: nil
    }
  }

  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height > 1 else { return }
    blocks?.draw(in: area, on: &grid)
  }

  // MARK: - Units

  private func unit(_ obligation: Obligation) -> [Blocks.Block] {
    [
      about(.unit(obligation.unit.id), obligation.unit.name) {
        $0.lines(["due"] + FactSheet.unit, width: $1)
      },
      .findings(obligation.findings, Phrase("存在问题", "Findings"), state),
    ] + records(of: .unit(obligation.unit.id))
  }

  /// What a unit owes for another period: whom to call, and each finding that is not closed.
  private func owed(_ entry: Worklist.Entry) -> [Blocks.Block] {
    let contact = entry.obligation?.contact
    let whom = [contact?.name, contact?.post, contact?.phone].compactMap(\.self)
    let about = Blocks.Block(
      title(entry.unit?.name ?? entry.quarter.name)
        + StyledText("  " + entry.quarter.name[language], .muted)
    ) { width in
      (whom.isEmpty
        ? [] : wrapped(Heading.contact[language] + " " + whom.joined(separator: " "), width))
        + wrapped(
          Phrase("按 Enter 到该期登记", "Enter goes to that period to record")[language], width, .muted)
    }
    let findings = Blocks.Block(
      StyledText(Phrase("未办结", "Not closed")[language], .accent.bold)
        + StyledText("  \(entry.open.count)", .muted)
    ) { width in
      entry.open.flatMap { finding in
        wrapped(
          "\(finding.finding.shownName[language])  \(Terms.headline(finding.headline)[language])",
          width)
      }
    }
    return [about, findings]
  }

  /// A block with the name and some facts of something.
  private func about(
    _ id: RowID, _ name: Phrase, _ beside: [String] = [],
    _ lines: @escaping (FactSheet, Int) -> [StyledText]
  ) -> Blocks.Block {
    let sheet = state.facts(of: id)
    let said = sheet?.line(beside) ?? StyledText([])
    return Blocks.Block(title(name) + (said.spans.isEmpty ? "" : StyledText("  ") + said)) {
      width in
      sheet.map { lines($0, width) } ?? []
    }
  }

  // MARK: - Sites

  private func site(_ site: SiteState) -> [Blocks.Block] {
    let about = about(.site(site.code), site.shownName, ["state", "daysLeft"]) {
      $0.lines(["unit", "due", "code", "printedCode", "prefecture"], width: $1)
    }
    let roll = state.projection.findingsRoll(site.findings)
    let findings = Blocks.Block(
      StyledText(Phrase("存在问题", "Findings")[language], .accent.bold)
        + StyledText("  \(site.findings.count)", .muted)
    ) { width in
      zip(roll.rows, site.findings).flatMap { row, finding in
        [FindingLine(finding: row, roll: roll, state: state, showsSite: false).text(width)]
          + FindingStory(finding: finding, state: state).lines
      }
    }
    return [about, findings] + [Blocks.Block.earlier(of: site.code, state)].compactMap(\.self)
      + records(of: .site(site.code))
  }

  /// The files kept as evidence, if there are any, and what was recorded.
  private func records(of reference: Reference) -> [Blocks.Block] {
    [Blocks.Block.evidence(of: reference, state)].compactMap(\.self)
      + [.history(of: reference, state)]
  }

  // MARK: - Prefectures

  private func prefecture(_ row: PrefectureState) -> [Blocks.Block] {
    let about = about(.prefecture(row.prefecture.id), row.prefecture.name) { sheet, _ in
      [sheet.line(FactSheet.figures, isTitled: true)]
        + row.obligations.map { FactSheet.unit($0, ["submission", "daysLeft", "next"], state) }
    }
    guard !row.findings.isEmpty else { return [about] }
    return [
      about,
      .findings(row.findings, Phrase("存在问题", "Findings"), state),
      .history(of: .prefecture(row.prefecture.id), state),
    ]
  }

  // MARK: - Events

  private func event(_ event: CensusCore.Event) -> [Blocks.Block] {
    let isLive = state.projection.isLive(event.id)
    let words = Terms.summary(of: event, in: state.projection).sentence(language)
    let said = Blocks.Block(title(Terms.eventType(event.payload))) { width in
      wrapped(
        (isLive ? "" : Labels.undone[language]) + words, width, isLive ? .text : .muted.struck)
    }
    let fields = EventFields(event: event, projection: state.projection).fields
    let content = Blocks.Block(
      StyledText(Phrase("内容", "What it says")[language], .accent.bold)
    ) { width in
      fields.flatMap { label, value in
        wrapped(value[language], max(1, width - labelWidth)).enumerated().map { line, text in
          fact(line == 0 ? label : Phrase("", ""), text)
        }
      }
    }
    return [said, content, recorded(event)]
  }

  /// Days, who and from where.
  private func recorded(_ event: CensusCore.Event) -> Blocks.Block {
    Blocks.Block(
      StyledText(Phrase("登记情况", "How it was recorded")[language], .accent.bold)
    ) { _ in
      [
        fact(Phrase("发生日期", "Happened"), StyledText(Terms.dated(event.on)[language])),
        fact(
          Phrase("登记时间", "Recorded"), StyledText(event.at.text(at: state.snapshot.offset))),
        fact(Phrase("登记人", "By"), StyledText(event.actor)),
        fact(Phrase("来源", "From"), StyledText(Labels.origin(event.origin)[language])),
      ]
    }
  }

  /// The records of a batch, each with whom it is about, and how they were recorded.
  private func batch(_ id: BatchID) -> [Blocks.Block] {
    let entries = state.snapshot.history.filter { $0.event.batch == id }
    let count = Phrase("同批\(entries.count)条", "\(entries.count) records of one batch")
    let records = Blocks.Block(title(count)) { width in
      entries.reversed().flatMap { entry -> [StyledText] in
        let unit = Labels.unitsCell(entry.units(in: state.projection))[language]
        let words = Terms.summary(of: entry.event, in: state.projection).sentence(language)
        let said = (entry.isRetracted ? Labels.undone[language] : "") + words
        return wrapped(
          unit == "-" ? said : "\(unit)  \(said)", width,
          entry.isRetracted ? .muted.struck : .text)
      }
    }
    return [records] + (entries.last.map { [recorded($0.event)] } ?? [])
  }

  // MARK: - Forms

  private var labelWidth: Int { language == .chinese ? 12 : 16 }

  private func title(_ name: Phrase) -> StyledText {
    StyledText(name.sentence(language), .accent.bold)
  }

  private func fact(_ label: Phrase, _ value: StyledText) -> StyledText {
    StyledText(state.alphabet.fitted(label[language], to: labelWidth), .muted) + value
  }

  private func wrapped(_ text: String, _ width: Int, _ style: Style = .text) -> [StyledText] {
    state.alphabet.wrapped(text, to: width).map { StyledText($0, style) }
  }
}
