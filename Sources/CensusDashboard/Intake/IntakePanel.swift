package import CensusCore
import CensusNotices
package import TerminalKit

/// The pages on which a notice is looked at, mended and taken in (载入通报); they fill the screen.
package struct IntakePanel {
  /// One page.
  enum Page: Int, CaseIterable {
    case sources
    case figures
    case findings
    case body
    case open
    case checks
    case comparison
    case answers
  }

  /// The notice.
  var intake: Intake
  /// What was read of it last; nil while it is read for the first time.
  var reading: IntakeReading?
  var page = Page.sources
  /// The row under the cursor of each page.
  var rows: [Page: Int] = [:]
  /// What is being asked at the foot.
  var asking: IntakeAsking?
  /// What is typed in answer.
  var line = LineEditor()
  /// Whether what stands in the line goes at the first character that is typed.
  var isReplaced = false
  /// The entry under the cursor of what is offered.
  var offered = 0
  /// The answers before each change, so that it can be taken back.
  var before: [Answers] = []
  package var refusal: Phrase?
  /// Whether somebody was asked if the draft is to go.
  var hasWarnedOfDropping = false

  init(_ intake: Intake) { self.intake = intake }

  /// The row under the cursor.
  var row: Int {
    get { min(rows[page] ?? 0, max(0, count - 1)) }
    set { rows[page] = max(0, min(newValue, count - 1)) }
  }

  /// How many rows the page has for the cursor.
  var count: Int { lineCount(of: page) }

  /// The open point under the cursor.
  var point: NotUnderstood? {
    guard page == .open, let open = reading?.open, open.indices.contains(row) else { return nil }
    return open[row]
  }

  /// Takes in what was read; the first time it goes to where a person is needed.
  mutating func take(_ reading: IntakeReading) {
    let isFirst = self.reading == nil
    let was = self.reading?.open.count ?? 0
    self.reading = reading
    takeBackUnknownUnits()
    if isFirst, reading.parts.contains(where: { $0.fault != nil }) {
      page = .sources
    } else if isFirst {
      page = reading.open.isEmpty ? .findings : .open
    } else if page == .open, was > 0, reading.open.isEmpty {
      page = .findings
    }
  }
}

extension IntakePanel: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.line }
  package var takesText: Bool { asking?.takesText == true }

  /// Whether all that comes is the answer: a path has no rows.
  var isInField: Bool { takesText && asking != .file }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("载入通报", "Taking a notice in"),
      entries: [
        Help.Entry("1–8 Tab", "换页", "another page"),
        Help.Entry("n N", "下一处、上一处待处理", "next, previous open point"),
        Help.Entry("c t", "归入类别，或归入“其他”", "a category, or “other”"),
        Help.Entry("e x", "改正误读的格子；略过这一行", "mend a cell; leave the row out"),
        Help.Entry("h f", "说明各列；说明是原来的哪一条", "what columns say; which finding it is"),
        Help.Entry("q d o", "季度、报送期限、责任单位", "the quarter, the due day, the unit"),
        Help.Entry("a p", "再加一个文件；粘贴", "one more file; paste"),
        Help.Entry("v", "由 LibreOffice、pdftotext 转换", "have LibreOffice or pdftotext help"),
        Help.Entry("u", "撤回最近一次答复", "take the last answer back"),
        Help.Entry("8 Del", "逐条撤回答复，也包括上次的", "take any answer back, also of an earlier time"),
        Help.Entry("w", "写入数据目录", "write it into the store"),
        Help.Entry("X", "丢弃草稿", "drop the draft"),
        Help.Entry("Esc", "放下，留作草稿", "leave it as a draft"),
      ])
  }

  package func draw(_ state: State, on grid: inout Grid) {
    IntakeView(panel: self, state: state).draw(on: &grid)
  }

  package func question(_ state: State) -> [Phrase]? {
    if let asking {
      let offers = asking.isOfFindings ? offers : []
      return asking.question.map { question in
        [question]
          + offers.enumerated().map { Phrase("\($0 + 1). \($1.id)", "\($0 + 1). \($1.id)") }
          + [refusal].compactMap(\.self)
      }
    }
    let view = IntakeView(panel: self, state: state)
    return [view.title, view.summary] + view.spoken + [view.keys]
  }

  package func touch(_ item: Int, isDouble: Bool, _ state: inout State) -> Effect {
    var panel = self
    if item >= Self.tabs {
      panel.page = Page(rawValue: item - Self.tabs) ?? page
    } else if asking != nil {
      panel.offered = item
    } else {
      panel.row = item
    }
    state.overlay = panel
    return isDouble && item < Self.tabs ? panel.press(.enter, &state) : .none
  }

  /// Items from here on are pages.
  static let tabs = 1_000_000

  package func press(_ key: Key, _ state: inout State) -> Effect {
    var panel = self
    panel.refusal = nil
    panel.hasWarnedOfDropping = false
    state.talk.message = nil
    if panel.asking != nil { return panel.answer(key, &state) }
    var effect = Effect.none
    switch key.normalised {
    case .escape, .function(10):
      state.putAside(intake)
      return .none
    case .up, "k": panel.row -= 1
    case .down, "j": panel.row += 1
    case .pageUp, .control("b"): panel.row -= 10
    case .pageDown, .control("f"): panel.row += 10
    case .home, "g": panel.row = 0
    case .end, "G": panel.row = panel.count - 1
    case .tab, .right, "l": panel.turn(by: 1)
    case .backTab, .left: panel.turn(by: -1)
    case .character(let digit) where ("1"..."8").contains(digit):
      panel.page = digit.wholeNumberValue.flatMap { Page(rawValue: $0 - 1) } ?? panel.page
    case "n": panel.goToOpen(by: 1)
    case "N": panel.goToOpen(by: -1)
    case "u": effect = panel.takeBack()
    case "w": effect = panel.write(state)
    case "X" where hasWarnedOfDropping || intake.sources.isEmpty:
      state.drop()
      return .dropIntake
    case "X":
      panel.refusal = Phrase(
        "再按 X 丢弃草稿和所有答复；Esc 留着", "X again drops the draft and all answers; Esc keeps it")
      panel.hasWarnedOfDropping = true
      state.overlay = panel
      return .none
    default: effect = panel.mend(key.normalised)
    }
    state.overlay = panel
    return effect
  }

  private mutating func turn(by step: Int) {
    let count = Page.allCases.count
    page = Page(rawValue: (page.rawValue + step + count) % count) ?? page
  }

  private mutating func goToOpen(by step: Int) {
    guard let open = reading?.open, !open.isEmpty else {
      refusal = Phrase("没有待处理的内容", "nothing is open")
      return
    }
    guard page == .open else {
      page = .open
      return
    }
    row = (row + step + open.count) % open.count
  }

  /// Takes back the last answer.
  private mutating func takeBack() -> Effect {
    guard let answers = before.popLast() else {
      refusal =
        given.isEmpty
        ? Phrase("没有可撤回的答复", "there is no answer to take back")
        : Phrase(
          "这次没有新的答复；以前的都在这一页，Del 撤回光标所在的一条",
          "nothing was answered since it was opened; earlier answers are here, and Del takes back the "
            + "one under the cursor")
      if !given.isEmpty { page = .answers }
      return .none
    }
    intake.answers = answers
    return .readNotice(intake)
  }

  /// Says something about the notice, and reads it again by that.
  mutating func say(_ change: (inout Answers) -> Void) -> Effect {
    before.append(intake.answers)
    change(&intake.answers)
    return .readNotice(intake)
  }

  /// A key that mends what is under the cursor.
  private mutating func mend(_ key: Key) -> Effect {
    switch key {
    case "a": ask(.file)
    case "p": ask(.paste(PastedText()))
    case "v":
      intake.isConverting.toggle()
      return .readNotice(intake)
    case "q": askQuarter()
    case "d": askDue()
    case "o" where page == .findings: askUnit()
    case .delete where page == .sources: return dropSource()
    case .delete where page == .answers: return removeAnswer()
    case "c", "t", "x", "e", "h", "f", "o", .enter:
      guard let point else {
        guard key == .enter else { return mendTaken(key) }
        if page == .sources { ask(.file) }
        return .none
      }
      return mend(point, key == .enter ? point.why.key : key)
    default: break
    }
    return .none
  }

  private mutating func mend(_ point: NotUnderstood, _ key: Key) -> Effect {
    guard point.why.keys.contains(key) else {
      refusal = Phrase("这一处不能这样处理", "this point is not answered like that")
      return .none
    }
    let place = point.place
    switch key {
    case "t": return say { $0.categories[point.why.wording ?? point.text] = "other" }
    case "x":
      // Without a row it is the whole table, without a table a line of the text.
      let spot = Answers.Spot(
        table: place.table ?? 0, row: place.table == nil ? place.line ?? 0 : place.row ?? 0)
      return say { $0.skipped.insert(spot) }
    case "c": ask(.category(point.why.wording ?? point.text))
    case "o":
      switch point.why {
      case .owner(_, let code): ask(.unit(code))
      case .otherProvince(_, let code): ask(.unit(code))
      case .region(_, let code, let near), .newPrefecture(_, let code, let near):
        ask(.unit(code), near.first?.text ?? "", isReplaced: true)
      default: break
      }
    case "e":
      guard let table = place.table, let row = place.row else { return .none }
      ask(.cell(table: table, row: row, column: place.cell), point.text)
    case "h": ask(.columns(table: place.table ?? 1))
    case "f":
      guard case .whichFinding(let ids) = point.why, let table = place.table, let row = place.row
      else { return .none }
      ask(.finding(Answers.Spot(table: table, row: row), ids))
    case "q": askQuarter()
    case "d": askDue()
    default: break
    }
    return .none
  }

  mutating func ask(_ asking: IntakeAsking, _ text: String = "", isReplaced: Bool = false) {
    self.asking = asking
    self.isReplaced = isReplaced
    line = LineEditor(text)
    offered = 0
  }

  /// What is known stands there, for Enter to say that it is right.
  private mutating func askQuarter() {
    ask(.quarter, reading?.quarter.map(\.description) ?? "", isReplaced: true)
  }

  private mutating func askDue() {
    let due = intake.answers.due ?? reading?.projection?.inspection.notice.deadline?.day
    ask(.due, due.map(\.description) ?? "", isReplaced: true)
  }

  /// Takes the answer under the cursor back.
  private mutating func removeAnswer() -> Effect {
    guard given.indices.contains(row) else {
      refusal = Phrase("还没有答复", "nothing was answered yet")
      return .none
    }
    let answer = given[row]
    return say { $0.remove(answer) }
  }

  private mutating func askUnit() {
    guard let finding = finding, finding.finding.code.printed != nil else {
      refusal = Phrase("这一行没有标识码，责任单位无从说明", "the row has no code to name its unit by")
      return
    }
    ask(.unit(finding.finding.code))
  }

  /// The row of annex 2 under the cursor.
  var finding: FindingState? {
    guard page == .findings, readFindings.indices.contains(row) else { return nil }
    return readFindings[row]
  }

  /// The rows of annex 2 that were read; what the notice has no more is told by the comparison.
  var readFindings: [FindingState] {
    reading?.projection?.findings.filter { !$0.finding.isGone } ?? []
  }

  private mutating func dropSource() -> Effect {
    guard intake.sources.indices.contains(row) else { return .none }
    intake.sources.remove(at: row)
    return .readNotice(intake)
  }

  /// Asks whether all of it is to be written.
  private mutating func write(_ state: State) -> Effect {
    if case .readOnly(let why) = state.snapshot.access, state.snapshot.unreadable == nil {
      refusal = why
      return .none
    }
    guard let reading, reading.digest != nil else {
      refusal = Phrase(
        "没有读到可以写入的内容：请加上附件2（a）", "nothing was read that could be written: add annex 2 (a)")
      return .none
    }
    guard reading.open.isEmpty else {
      let count = reading.open.count
      page = .open
      refusal = Phrase(
        "还有\(count)处待处理，不能写入",
        "\(counted(count, "point is", "points are")) open: it cannot be written")
      return .none
    }
    if let lost = reading.parts.first(where: { $0.fault != nil }) {
      page = .sources
      refusal = Phrase(
        "“\(lost.name)”没有读到，不能写入：去掉它（Del），或换一个",
        "“\(lost.name)” was not read, so nothing is written: drop it (Del), or give another")
      return .none
    }
    guard reading.differences?.isEmpty != true else {
      refusal = Phrase("数据目录中已是这些内容，没有变化", "nothing changed: the store has these facts already")
      return .none
    }
    ask(
      .write(
        IntakeAsking.Writing(
          vanishing: reading.vanishing, placed: reading.placed, what: reading.projection)))
    return .none
  }
}
