package import CensusCore
import CensusLists
package import TerminalKit

/// The menu of reports, letters and forms that lies over the screen.
package struct PaperMenu {
  /// The rows that letters may be about; none where all are meant anyway.
  let chosen: [Reference]
  /// Why none of the marked rows can be meant, where that is so.
  let hidesMarks: Phrase?
  /// Whether all units that need one are meant.
  var isOfAll: Bool
  /// The entry under the cursor.
  var index = 0
  /// What is asked before the paper is made.
  var asked: Paper?
  var line = LineEditor()
  package var refusal: Phrase?

  /// - Parameters:
  ///   - chosen: the rows that letters may be about.
  ///   - refusal: why none of those marked can be meant: letters then wait until all are chosen.
  init(_ chosen: [Reference], refusal: Phrase? = nil) {
    self.chosen = chosen
    self.refusal = refusal
    hidesMarks = refusal
    isOfAll = chosen.isEmpty && refusal == nil
  }
}

extension State {
  /// Opens the menu of papers, about the marked rows or the row.
  mutating func openPapers() {
    let chosen = subjects
    let hidesMarks = chosen.isEmpty && hiddenMarkCount > 0
    overlay = PaperMenu(chosen.filter(\.isOfUnits), refusal: hidesMarks ? whyNoSubject : nil)
  }
}

extension Reference {
  /// Whether units are behind it.
  fileprivate var isOfUnits: Bool {
    switch self {
    case .unit, .prefecture, .site, .finding: true
    case .event, .batch, .check, .notice: false
    }
  }
}

extension PaperMenu: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.line }
  package static var cursor: WritableKeyPath<Self, Int>? { \.index }
  package var takesText: Bool { asked != nil }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("报告和函件", "Reports and letters"),
      entries: [
        Help.Entry("a–z", "按字母选一项，先预览", "the letter of an entry previews it"),
        Help.Entry("↑ ↓", "上一项、下一项", "previous, next entry"),
        Help.Entry("Enter", "预览这一项", "preview the entry"),
        Help.Entry("Tab", "函件的对象：所选的行，或全部", "letters: for the rows, or for all"),
      ] + Help.Entry.cancel)
  }

  /// Whether nobody else can be meant.
  private var isOfAllAnyway: Bool { chosen.isEmpty && hidesMarks == nil }

  /// Whom letters are for.
  private func whom(_ state: State) -> Phrase {
    let all = Phrase("全部需要的单位", "all units concerned")
    guard isOfAll || !chosen.isEmpty else { return Phrase("选中的行未显示", "marked rows out of sight") }
    return isOfAll ? all : chosen.count == 1 ? state.name(of: chosen) : Labels.rows(chosen.count)
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let language = state.language
    let width = min(76, grid.size.columns - 2)
    let notes = (refusal.map { [$0] } ?? []).flatMap {
      grid.alphabet.wrapped($0.sentence(language), to: max(1, width - 4))
    }
    let groups = Paper.Group.allCases
    let height = Paper.all.count + groups.count + 3 + notes.count
    let area = grid.bounds.centred(
      Size(columns: width, rows: min(height + 1, grid.size.rows)))
    let keys =
      asked != nil
      ? Phrase("Enter 预览   Esc 取消", "Enter preview   Esc cancel")
      : isOfAllAnyway
        ? Phrase("字母或 Enter 预览   Esc 关闭", "letter or Enter preview   Esc close")
        : Phrase(
          "字母或 Enter 预览   Tab 换对象   Esc 关闭", "letter or Enter preview   Tab whom   Esc close")
    let inside = Panel(
      StyledText(Phrase("报告和函件", "Reports and letters")[language], .accent.bold),
      footer: StyledText(keys[language], .muted)
    ).draw(in: area, on: &grid)
    var y = inside.y
    for group in groups {
      draw(group, at: y, in: inside, state, on: &grid)
      y += 1
      for paper in group.papers {
        draw(paper, in: Rect(x: inside.x, y: y, width: inside.width, height: 1), state, on: &grid)
        y += 1
      }
    }
    if let question = asked?.question {
      let row = Rect(x: inside.x, y: y + 1, width: inside.width, height: 1)
      Prompt(
        StyledText(question[language], .accent.bold.on(.panel)), line, style: .text.on(.track),
        placeholder: placeholder[language]
      ).draw(in: row, on: &grid)
    }
    for (index, text) in notes.enumerated() {
      grid.write(
        text, at: Point(x: inside.x, y: y + 2 + index), .bad.bold.on(.panel), clip: inside)
    }
  }

  private func draw(
    _ group: Paper.Group, at y: Int, in inside: Rect, _ state: State, on grid: inout Grid
  ) {
    let row = Rect(x: inside.x, y: y, width: inside.width, height: 1)
    let used = grid.write(
      group.title[state.language], at: row.origin, .muted.on(.panel), clip: row)
    guard group == .letters else { return }
    let label = Phrase("对象：", "for: ")[state.language]
    let text = StyledText("  " + label, .muted) + StyledText(whom(state)[state.language], .accent)
    let place = Rect(x: row.x + used, y: y, width: row.width - used, height: 1)
    grid.write(text, at: place.origin, fitting: place.width, clip: place)
    grid.restyle(place) { $0.on(.panel) }
  }

  private func draw(_ paper: Paper, in row: Rect, _ state: State, on grid: inout Grid) {
    let index = Paper.all.firstIndex(of: paper) ?? 0
    let said = paper.name[state.language]
    let name = state.alphabet.fitted(said.prefix(1).uppercased() + said.dropFirst(), to: 20)
    grid.write(
      StyledText(" \(paper.letter)  ", .accent.bold) + StyledText(name) + StyledText("  ")
        + StyledText(paper.about[state.language], .muted), at: row.origin, fitting: row.width,
      clip: row)
    let isChosen = index == self.index
    grid.restyle(row) { $0.on(isChosen ? .selection : .panel) }
    grid.add(.item(index), in: row)
    if isChosen { grid.cursor = row.origin }
  }

  private var placeholder: Phrase {
    switch asked {
    case .since: Phrase("如 10-24、24、-7、周一", "as 10-24, 24, -7 or mon")
    case .letter(.transfer): Phrase("如 驻厅纪检监察组", "as 驻厅纪检监察组")
    default: Phrase("如 11-30、+14", "as 11-30 or +14")
    }
  }

  package func question(_ state: State) -> [Phrase]? {
    if let question = asked?.question {
      return (refusal.map { [$0] } ?? []) + [question + Phrase("（. 取消）", "(. cancels)")]
    }
    let whom = whom(state)
    return (refusal.map { [$0] } ?? [])
      + Paper.all.map { paper in
        let about = paper.isOfUnits ? whom : paper.about
        return Phrase(
          "\(paper.letter) \(paper.name.chinese)：\(about.chinese)",
          "\(paper.letter) \(paper.name.english): \(about.english)")
      } + [Phrase("输入字母，. 取消。", "Type a letter; . cancels.")]
  }

  package func press(_ key: Key, _ state: inout State) -> Effect {
    var menu = self
    menu.refusal = nil
    defer { if state.overlay is PaperMenu { state.overlay = menu } }
    if let asked { return menu.answer(key, asked, &state) }
    let count = Paper.all.count
    switch key.normalised {
    case .escape, "q": state.overlay = nil
    case .up, "k": menu.index = (index + count - 1) % count
    case .down, "j": menu.index = (index + 1) % count
    case .tab, .backTab: menu.isOfAll = isOfAllAnyway || !isOfAll
    case .enter: return menu.choose(Paper.all[index], state)
    case .character(let letter):
      guard let place = Paper.all.firstIndex(where: { $0.letter == letter }) else { break }
      menu.index = place
      return menu.choose(Paper.all[place], state)
    default: break
    }
    return .none
  }

  /// Asks for the paper, or first for what has to be known.
  private mutating func choose(_ paper: Paper, _ state: State) -> Effect {
    if paper.isOfUnits, !isOfAll, chosen.isEmpty {
      refusal = hidesMarks
      return .none
    }
    guard paper.question != nil else { return .draftPaper(request(paper, state)) }
    asked = paper
    line = LineEditor()
    return .none
  }

  private func request(_ paper: Paper, _ state: State) -> PaperRequest {
    let isOfChosen = paper.isOfUnits && !isOfAll
    return PaperRequest(
      paper: paper, references: isOfChosen ? chosen : [.notice(state.projection.quarter)],
      language: state.language)
  }

  /// A key while something is asked.
  private mutating func answer(_ key: Key, _ paper: Paper, _ state: inout State) -> Effect {
    switch key {
    case .escape:
      asked = nil
      return .none
    case .enter: break
    default:
      _ = line.handle(key)
      return .none
    }
    let text = String(line.text.trimmingBlanks)
    var request = request(paper, state)
    if paper == .letter(.transfer) {
      guard !text.isEmpty else {
        refusal = Phrase("请写明移送给哪个机关", "name the body that holds to account")
        return .none
      }
      request.to = text
      return .draftPaper(request)
    }
    if text.isEmpty, paper != .since { return .draftPaper(request) }
    let on = state.projection.asOf
    guard let day = Day(typed: text, near: on, paper == .since ? .behind : .ahead) else {
      refusal = Labels.notADay
      return .none
    }
    guard paper == .since ? day <= on : day >= on else {
      refusal =
        paper == .since
        ? Phrase(
          "\(day)在截至日期\(on)之后；请填写更早的日期",
          "\(day) is after \(on), the day looked at; type an earlier one")
        : Phrase(
          "\(day)在截至日期\(on)之前；请填写更晚的日期",
          "\(day) is before \(on), the day looked at; type a later one")
      return .none
    }
    request.day = day
    return .draftPaper(request)
  }
}

extension Labels {
  static func rows(_ count: Int) -> Phrase {
    Phrase("选中的\(count)行", "marked rows (\(count))")
  }
}
