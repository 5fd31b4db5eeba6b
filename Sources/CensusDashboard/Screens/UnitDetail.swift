import CensusCore
import TerminalKit

/// One unit: what it owes and what arrived, its sites, its history.
struct UnitDetail: Screen {
  let id: String

  func crumbs(_ state: State) -> [Phrase] {
    [Labels.tab(state.view), Terms.unit(id, in: state.projection)]
  }

  func status(_ state: State) -> StyledText {
    guard let obligation = state.projection.obligation(of: id) else { return "" }
    let language = state.language
    return Cells.submission(obligation, on: state.projection.asOf, language) + "   "
      + Cells.time(obligation, on: state.projection.asOf, language)
  }

  func list(_ state: State, pane: Int) -> RowList? {
    guard let obligation = state.projection.obligation(of: id) else { return nil }
    return FindingRows(findings: obligation.findings, state: state).list
  }

  func listArea(_ state: State, pane: Int, in body: Rect) -> Rect {
    layout(state, in: body).listArea
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    let layout = layout(state, in: body)
    layout.drawHeader(on: &grid)
    drawList(state, in: body, on: &grid)
    let story = story(state)
    for (line, text) in story.enumerated() {
      let place = layout.rest.row(line)
      grid.write(text, at: Point(x: place.x, y: place.y), clip: place)
    }
    layout.drawHistory(
      of: .unit(id), state, after: story.isEmpty ? 0 : story.count + 1, on: &grid)
  }

  /// What has become of the finding under the cursor, its detail lines among it.
  private func story(_ state: State) -> [StyledText] {
    guard case .finding(let finding) = state.rowUnderCursor?.id,
      let told = state.projection.finding(finding)
    else { return [] }
    return FindingStory(
      finding: told, day: state.projection.asOf, language: state.language, past: state.snapshot.past
    ).lines
  }

  private func layout(_ state: State, in body: Rect) -> DetailLayout {
    DetailLayout(
      header: header(state, width: DetailLayout.main(in: body).width - 4),
      rowCount: state.projection.obligation(of: id)?.findings.count ?? 0, body: body)
  }

  func facts(_ state: State, width: Int) -> [StyledText] { header(state, width: width) }

  private func header(_ state: State, width: Int) -> [StyledText] {
    guard let obligation = state.projection.obligation(of: id) else { return [] }
    let language = state.language
    let sentences = UnitSummary(obligation: obligation).sentences
    var lines = [StyledText(obligation.unit.name[language], .text.bold)]
    if let deadline = obligation.deadline {
      let due = Phrase(
        "报送期限 \(Terms.dated(deadline.day).chinese)   下一步 ",
        "due \(Terms.dated(deadline.day).english)   next ")
      lines.append(
        StyledText(due[language], .muted)
          + Cells.next(obligation.next, on: state.projection.asOf, language))
    }
    for sentence in sentences {
      lines += state.alphabet.wrapped(sentence[language], to: max(1, width)).map {
        StyledText($0)
      }
    }
    return lines
  }
}

/// Rows of findings, as the details of a unit and a site show them.
struct FindingRows {
  let findings: [FindingState]
  let state: State
  /// Inside one site its name is left out.
  var showsSite = true

  var list: RowList {
    let (projection, language) = (state.projection, state.language)
    let isChinese = language == .chinese
    var columns = [ListColumn("row", Labels.row, .fixed(5))]
    if showsSite {
      columns.append(
        ListColumn("site", Labels.site, .flexible(minimum: 16, weight: 3, maximum: 44)))
    }
    columns += [
      ListColumn(
        "issue", Labels.issue, .flexible(minimum: 12, weight: 2, maximum: 40), importance: 6),
      ListColumn("paper", Labels.paper, .fixed(6), importance: 4),
      ListColumn("electronic", Labels.electronic, .fixed(6), importance: 4),
      ListColumn("state", Labels.state, .fixed(isChinese ? 10 : 18)),
    ]
    columns += [
      ListColumn("reported", Phrase("报", "Rp"), .fixed(2), .right, importance: 5),
      ListColumn("fixed", Phrase("改", "Fx"), .fixed(2), .right, importance: 5),
      ListColumn("accountable", Phrase("责", "Ac"), .fixed(2), .right, importance: 5),
    ]
    columns.append(
      ListColumn("left", Labels.left, .fixed(isChinese ? 10 : 13), .right, importance: 3))
    return RowList(columns: columns, rows: findings.map { row($0, projection, language) })
  }

  private func row(
    _ state: FindingState, _ projection: Projection, _ language: Language
  ) -> ListRow {
    let (finding, day) = (state.finding, projection.asOf)
    let issues = Cells.issues(finding.issues, in: projection, language)
    var cells = [StyledText(String(finding.id.row), .muted)]
    var keys: [SortKey] = [.number(finding.id.row)]
    if showsSite {
      cells.append(StyledText(finding.siteName))
      keys.append(.name(finding.siteName, at: finding.id.row, self.state.nameOrder))
    }
    let isLeftOut = self.state.isLeftOut(state)
    let word = (isLeftOut ? Labels.notCovered : Terms.headline(state.headline))[language]
    let searched = self.state.snapshot.searched
    cells += [
      StyledText(issues), Cells.part(state.paper, language), Cells.part(state.electronic, language),
      StyledText(
        word, Styles.headline(state.headline, isOverdue: state.isOverdue(on: day))),
    ]
    cells += Cells.truths([state], self.state.alphabet)
    cells.append(Cells.daysLeft(state.daysLeft(on: day), language))
    keys += [
      .text(issues), .none, .none,
      .number(Headline.allCases.firstIndex(of: state.headline) ?? 0),
      .number(state.submission.isSettled ? 1 : 0), .number(state.recheck == .passed ? 1 : 0),
      .number(state.accountability == .none ? 0 : 1),
      state.daysLeft(on: day).map(SortKey.number) ?? .none,
    ]
    let made = cells
    return ListRow(
      .finding(finding.id), reference: .finding(finding.id),
      opens: showsSite ? .site(finding.code) : nil, cells: made, keys: keys,
      texts: searched.of(state) + [word],
      values: [
        "issue": finding.issues,
        "state": [isLeftOut ? Facet.notCovered : state.headline.rawValue],
      ])
  }
}

extension State {
  /// Whether the unit's report leaves a finding out while nothing of it arrived.
  fileprivate func isLeftOut(_ state: FindingState) -> Bool {
    state.isLeftOut && state.submission == .outstanding
  }
}
