import CensusCore
import CensusLists
import TerminalKit

/// What is said of the row under the cursor, beside its list or below it.
struct Aside {
  let state: State

  private var language: Language { state.language }
  private var day: Day { state.projection.asOf }

  /// Nothing where the cursor stands on no row.
  var blocks: Blocks? {
    switch state.rowUnderCursor?.id {
    case .unit(let id): state.projection.obligation(of: id).map { Blocks(unit($0), language) }
    case .site(let code): state.projection.site(code).map { Blocks(site($0), language) }
    case .finding(let id):
      (state.projection.finding(id)?.site).flatMap { state.projection.site($0) }
        .map { Blocks(site($0), language) }
    case .prefecture(let id):
      state.snapshot.prefectures.first { $0.prefecture.id == id }
        .map { Blocks(prefecture($0), language) }
    case .event(let id): state.projection.event(id).map { Blocks(event($0), language) }
    default: nil
    }
  }

  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height > 1 else { return }
    blocks?.draw(in: area, on: &grid)
  }

  // MARK: - Units

  private func unit(_ obligation: Obligation) -> [Blocks.Block] {
    let sentences = UnitSummary(obligation: obligation).sentences
    let about = Blocks.Block(title(obligation.unit.name)) { width in
      sentences.flatMap { wrapped($0[language], width) }
    }
    return [
      about,
      .findings(obligation.findings, Phrase("存在问题", "Findings"), state),
      .history(of: .unit(obligation.unit.id), state),
    ]
  }

  // MARK: - Sites

  private func site(_ site: SiteState) -> [Blocks.Block] {
    let projection = state.projection
    let facts: [(Phrase, StyledText)] = [
      (Phrase("责任单位", "Unit"), StyledText(Terms.unit(site.unit, in: projection)[language])),
      (
        Phrase("报送期限", "Due"),
        StyledText((site.deadline.map { Terms.dated($0.day)[language] } ?? "-") + "  ")
          + Cells.daysLeft(site.daysLeft(on: day), language)
      ),
      (Labels.code, StyledText(Labels.code(of: site)[language])),
      (
        Labels.prefecture,
        StyledText(
          (projection.directory.prefecture(site.prefecture)?.name
            ?? Phrase(site.prefecture, site.prefecture))[language])
      ),
    ]
    let name = Phrase(site.name, site.name)
    let about = Blocks.Block(
      title(name)
        + StyledText(
          "  " + Terms.headline(site.headline)[language],
          Styles.headline(site.headline, isOverdue: site.isOverdue(on: day)))
    ) { paired(facts, $0) }
    let findings = Blocks.Block(
      StyledText(Phrase("存在问题", "Findings")[language], .accent.bold)
        + StyledText("  \(site.findings.count)", .muted)
    ) { width in
      site.findings.flatMap { finding in
        [FindingLine(finding: finding, state: state, showsSite: false).text(width)]
          + FindingStory(finding: finding, day: day, language: language, past: state.snapshot.past)
          .lines
      }
    }
    return [about, findings, .history(of: .site(site.code), state)]
  }

  // MARK: - Prefectures

  private func prefecture(_ row: PrefectureState) -> [Blocks.Block] {
    let about = Blocks.Block(title(row.prefecture.name)) { width in
      wrapped(PrefectureText(row: row).figures[language], width)
        + row.obligations.map { obligation in
          StyledText(state.alphabet.fitted(obligation.unit.short[language], to: 21) + " ", .muted)
            + Cells.submission(obligation, on: day, language) + "   "
            + Cells.time(obligation, on: day, language) + "   "
            + Cells.next(obligation.next, on: day, language)
        }
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
    let words = Terms.summary(of: event, in: state.projection)[language]
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
    let recorded = Blocks.Block(
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
    return [said, content, recorded]
  }

  // MARK: - Forms

  private var labelWidth: Int { language == .chinese ? 12 : 16 }

  private func title(_ name: Phrase) -> StyledText { StyledText(name[language], .accent.bold) }

  private func fact(_ label: Phrase, _ value: StyledText) -> StyledText {
    StyledText(state.alphabet.fitted(label[language], to: labelWidth), .muted) + value
  }

  /// Facts one a line, where there is room two.
  private func paired(_ facts: [(Phrase, StyledText)], _ width: Int) -> [StyledText] {
    let lines = facts.map { fact($0, $1) }
    let half = width / 2
    guard half >= Self.pairedFrom, lines.allSatisfy({ $0.width(in: state.alphabet) < half }) else {
      return lines
    }
    return stride(from: 0, to: lines.count, by: 2).map { index in
      guard index + 1 < lines.count else { return lines[index] }
      let blanks = half - lines[index].width(in: state.alphabet)
      return lines[index] + StyledText(String(repeating: " ", count: blanks)) + lines[index + 1]
    }
  }

  private static let pairedFrom = 40

  private func wrapped(_ text: String, _ width: Int, _ style: Style = .text) -> [StyledText] {
    state.alphabet.wrapped(text, to: width).map { StyledText($0, style) }
  }
}

/// A prefecture in words.
struct PrefectureText {
  let row: PrefectureState

  /// The counts and the rate, and the computed rate where it differs.
  var figures: Phrase {
    let figures = row.figures
    let running = figures.running.map(String.init) ?? "-"
    let failing = figures.failing.map(String.init) ?? "-"
    let rate = figures.publishedRate ?? "-"
    let differs = figures.computedRate != figures.publishedRate ? figures.computedRate : nil
    return Phrase(
      "在运行\(running)个，不合格\(failing)个，合格率\(rate)\(differs.map { "（核算\($0)）" } ?? "")。",
      "\(running) running, \(failing) failing, rate \(rate)"
        + "\(differs.map { " (computed \($0))" } ?? "").")
  }
}
