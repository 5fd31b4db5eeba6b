import CensusCore
import CensusLists
import TerminalKit

/// The dashboard as a dialogue of lines, for screen readers and terminals that cannot place a cursor.
///
/// It drives the same state with the same commands; nothing is drawn, and a change is a sentence.
package struct PlainDialogue: Sendable {
  package internal(set) var state: State
  /// Whether the person has left.
  package private(set) var isOver = false
  /// The dialog that is being asked.
  var questions: PlainQuestions?
  /// The first row that was read out.
  private var first = 0
  /// The rows by their numbers as they were read out, and where that was.
  private var printed: [RowID] = []
  private var printedAt: Spot.Place?
  /// What was known when the person was last told something.
  private var seen: Set<EventID>

  /// Nothing is drawn; layouts are asked all the same where a list stands.
  private static let size = Size(columns: 100, rows: 30)

  package init(_ state: State) {
    self.state = state
    seen = state.snapshot.knownEvents
    self.state.alphabet = .ascii
    self.state.way.isZoomed = false
    self.state.showsTiles = false
    self.state.foldsBatches = false
    self.state.size = Self.size
    self.state.settle()
  }

  /// What is said at the start.
  package mutating func opening() -> [String] {
    let greeting = Phrase(
      "\(Labels.product.chinese)，\(state.snapshot.province.chinese)。输入 ? 看用法，q 退出。",
      "\(Labels.product.english), \(state.snapshot.province.english). ? explains, q leaves.")
    return shown([greeting[state.language]] + said() + listed())
  }

  /// Obeys a line.
  ///
  /// - Parameters:
  ///   - line: as it was typed.
  ///   - perform: does what is asked of the world, and tells what came of it.
  /// - Returns: what is said to that, line by line.
  package mutating func hear(_ line: String, perform: (Effect) -> [Action]) -> [String] {
    guard !isOver else { return [] }
    defer { seen = state.snapshot.knownEvents }
    let (line, controls) = PlainLine.trimmed(line).withoutControls
    let note = controls > 0 ? [Labels.lineHadControls(controls)[state.language]] : []
    let lines: [String]
    let aside = state.asideLeftover
    state.asideLeftover = nil
    if let aside, state.overlay == nil, line == "." {
      state.dropAside(aside)
      lines = said()
    } else if state.overlay != nil {
      lines = answer(line, perform)
    } else if let line = PlainLine(line, state.keys) {
      follow(.poll, perform)
      let news = said()
      lines = news + obey(line, perform)
    } else {
      lines = [Self.unknown(line)[state.language]]
    }
    return shown(note + lines)
  }

  /// Learns whether the verdicts that are not recorded lie where the next start finds them.
  package mutating func verdicts(areKept: Bool) { state.isKept = areKept }

  /// What is said when there will be no further line: verdicts that were not saved are kept, and so
  /// are the answers of a dialog.
  package mutating func end() -> [String] {
    defer { isOver = true }
    guard !isOver else { return [] }
    if let questions, state.overlay is RecordDialog { state.overlay = questions.dialog }
    var lines: [Phrase] = []
    let count = state.run.count
    if count > 0 {
      lines.append(
        Phrase(
          "有\(count)条复查结论没有保存，未登记" + (state.isKept ? "；留到下次打开。" : "，也没能留存。"),
          "\(count) \(count == 1 ? "verdict was" : "verdicts were") not saved and "
            + "\(count == 1 ? "is" : "are") not recorded"
            + (state.isKept ? "; kept for the next start." : ", and could not be kept.")))
    }
    if let dialog = state.overlay?.dialog, let leftover = dialog.leftover(in: state.snapshot) {
      let name = state.name(of: leftover)
      lines.append(
        Phrase(
          "“\(name.chinese)”填写的内容没有登记；留到下次打开。",
          "“\(name.english)” was filled in and is not recorded; kept for the next start."))
    }
    return shown(lines.map { $0[state.language] })
  }

  /// What is said of a line whose bytes are no text: it would be obeyed as something that nobody
  /// typed.
  package func garbled(_ line: String) -> [String] {
    shown([
      Phrase(
        "这一行不是终端字符集的文字，没有执行：\(line)；请按区域设置（LC_ALL）的字符集重新输入",
        "this line is no text in the terminal's character set and is not obeyed: \(line); type it "
          + "again in that of the locale (LC_ALL)")[state.language]
    ])
  }

  /// What is said where the input ended within a line: nothing of it is done.
  package func cut(_ line: String) -> [String] {
    shown([
      Phrase(
        "输入在一行中间结束，这一行没有执行：\(line)", "the input ended within a line, which is not obeyed: \(line)")[
          state.language]
    ])
  }

  // MARK: - Commands

  private mutating func obey(_ line: PlainLine, _ perform: (Effect) -> [Action]) -> [String] {
    switch line.meaning {
    case .again:
      first = 0
      return said() + listed()
    case .more: return more()
    case .help: return PlainHelp.lines(state)
    case .filter:
      return changed { state in
        guard state.list(state.pane) != nil else { return }
        state.way.lists[state.listKey, default: ListState()].filter = line.rest
      }
    case .verb(let verb): return obey(verb, line.rest, perform)
    case .open: return obey(.open, line, perform)
    case .command(let command): return obey(command, line, perform)
    }
  }

  private mutating func obey(
    _ command: Command, _ line: PlainLine, _ perform: (Effect) -> [Action]
  ) -> [String] {
    guard !PlainHelp.withoutUse.contains(command) else {
      return [Labels.notInPlain[state.language]]
    }
    switch command {
    case .help: return PlainHelp.lines(state)
    case .filter: return obey(PlainLine.filter(line.rest), perform)
    case .copy, .lookOn: break
    default:
      guard let rows = line.rows else { return [Self.unknown(line.rest)[state.language]] }
      if let problem = point(at: rows, for: command) { return [problem[state.language]] }
    }
    let before = Spot(state)
    follow(Dashboard.command(command, &state), perform)
    if !line.rest.isEmpty, command == .copy || command == .lookOn, state.overlay != nil {
      return answer(line.rest, perform)
    }
    // Whoever asks for a view wants to hear it, also the one that is there.
    if command.view != nil, state.overlay == nil, !isOver {
      first = 0
      return said() + listed()
    }
    return after(before)
  }

  /// Shows a named view, or saves one; without a name, those that there are.
  private mutating func obey(
    _ verb: Verb, _ name: String, _ perform: (Effect) -> [Action]
  ) -> [String] {
    guard !name.isEmpty else {
      return [verb.usage[state.language]]
        + state.views.map { "\($0.name): \($0.list.title[state.language])" }
    }
    let before = Spot(state)
    state.talk.message = nil
    do throws(VerbFault) {
      let effect = try state.obey(verb, name)
      state.settle()
      follow(effect, perform)
    } catch {
      return [error.sentence[state.language]]
    }
    guard verb == .view else { return after(before) }
    first = 0
    return said() + listed()
  }

  /// Puts the cursor on a row, or marks several; what is wrong with their numbers, if so.
  private mutating func point(at numbers: [Int], for command: Command) -> Phrase? {
    guard !numbers.isEmpty else { return nil }
    let rows = state.arrangedRows
    if printedAt != Spot(state).place { count() }
    let items = printed
    guard
      let wrong = numbers.first(where: { !(1...max(1, items.count)).contains($0) })
        ?? (items.isEmpty ? numbers[0] : nil)
    else {
      // A number means the row that was read out with it.
      var chosen: [Int] = []
      for number in numbers {
        guard let index = rows.firstIndex(where: { $0.id == items[number - 1] }) else {
          return Phrase(
            "第\(number)行已不在列表中；回车重读本列表",
            "row \(number) is no longer in the list; an empty line reads it again")
        }
        chosen.append(index)
      }
      // A row that is named is meant alone, whatever was marked before.
      if !command.isMarking { state.markNone() }
      state.slipped = nil
      state.select(rows[chosen[0]].id, at: chosen[0])
      if numbers.count > 1 {
        guard command.takesSeveralRows else { return Labels.oneRowOnly }
        state.way.marks[state.listKey] = Set(
          chosen.filter { rows[$0].reference != nil }.map { rows[$0].id })
      }
      return nil
    }
    return items.isEmpty
      ? Labels.nothingListed
      : Phrase(
        "没有第\(wrong)行，共\(items.count)行", "there is no row \(wrong); there are \(items.count)")
  }

  /// The place with its rows, whose numbers hold until it is read out again.
  private mutating func listed(from first: Int = 0) -> [String] {
    count()
    return PlainPlace(state: state).lines(from: first)
  }

  /// Numbers the rows as they are.
  private mutating func count() {
    printed = state.arrangedRows.filter { !$0.isHeading }.map(\.id)
    printedAt = Spot(state).place
  }

  /// The numbers of the rows by which they were read out.
  private var numbers: [RowID: Int] {
    guard printedAt == Spot(state).place else { return [:] }
    return Dictionary(
      printed.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func more() -> [String] {
    // What has changed since is read out from the beginning: numbers are not to shift.
    guard printed == state.arrangedRows.filter({ !$0.isHeading }).map(\.id) else {
      first = 0
      return listed()
    }
    guard first + PlainPlace.page < state.arrangedRows.count else {
      return [Phrase("已经是最后一行", "that was the last row")[state.language]]
    }
    first += PlainPlace.page
    return listed(from: first)
  }

  // MARK: - Parts

  mutating func press(_ key: Key, _ perform: (Effect) -> [Action]) {
    follow(Dashboard.update(&state, .key(key)), perform)
  }

  /// Does what is asked of the world, and what waits to be done between two lines.
  private mutating func follow(_ effect: Effect, _ perform: (Effect) -> [Action]) {
    if effect == .quit { isOver = true }
    if let why = state.surprise(before: effect, since: seen) {
      _ = Dashboard.update(&state, .surprised(why))
      return
    }
    for answer in perform(effect) { _ = Dashboard.update(&state, answer) }
    while state.hasWork {
      for answer in perform(state.work()) { _ = Dashboard.update(&state, answer) }
    }
  }

  private mutating func changed(_ change: (inout State) -> Void) -> [String] {
    let before = Spot(state)
    change(&state)
    state.settle()
    return after(before)
  }

  /// What is said after a command: the message, and the place if it is another.
  mutating func after(_ before: Spot) -> [String] {
    guard !isOver else { return said() }
    if !(state.overlay is RecordDialog) { questions = nil }
    let message = said()
    guard state.overlay == nil else { return message + ask() }
    let now = Spot(state)
    guard now.place == before.place else {
      first = 0
      return message + listed()
    }
    guard message.isEmpty else { return message }
    if now.verdicts != before.verdicts {
      return [Labels.pendingVerdicts(now.verdicts)[state.language]]
    }
    return PlainPlace(state: state).current(numberOf: numbers).map { [$0] } ?? []
  }

  /// The message at the foot of the screen, once.
  mutating func said() -> [String] {
    defer { state.talk.message = nil }
    return state.talk.message.map { [$0.text[state.language]] } ?? []
  }

  private func shown(_ lines: [String]) -> [String] {
    lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { state.alphabet.shown(String($0)) }
  }

  private static func unknown(_ text: String) -> Phrase {
    Phrase("看不懂“\(text)”；输入 ? 看用法", "“\(text)” means nothing here; ? explains")
  }
}

extension PlainLine {
  /// The line that filters by a text.
  static func filter(_ text: String) -> PlainLine { PlainLine(meaning: .filter, rest: text) }

  private init(meaning: Meaning, rest: String) {
    self.meaning = meaning
    self.rest = rest
  }
}

extension Command {
  /// Whether it marks rows.
  fileprivate var isMarking: Bool { self == .markRow || self == .markRange }

  /// Whether it can be about several rows.
  fileprivate var takesSeveralRows: Bool {
    switch self {
    case .receivePaper, .receiveElectronic, .receiveBoth, .detailPaper, .detailElectronic, .chase,
      .act, .verdictPassed, .verdictFailed, .verdictUntestable, .verdictClear, .retract, .export:
      true
    default: false
    }
  }
}

extension Dashboard {
  /// What a command does, by whatever way it was given.
  static func command(_ command: Command, _ state: inout State) -> Effect {
    state.talk.message = nil
    let effect = state.askingForActor(before: obey(command, &state))
    state.settle()
    return effect
  }
}

extension Labels {
  static let notInPlain = Phrase(
    "逐行对话中没有这个操作；请用全屏界面或 census 命令",
    "there is no such thing in plain mode; use the screen or the census command")
  static let oneRowOnly = Phrase("这个命令一次只能用于一行", "this command takes one row at a time")

  static func pendingVerdicts(_ count: Int) -> Phrase {
    Phrase(
      "已填复查结论\(count)条，w 登记",
      "\(count) \(count == 1 ? "verdict is" : "verdicts are") put down; w records")
  }

  static func lineHadControls(_ count: Int) -> Phrase {
    Phrase(
      "输入中有\(count)个控制符，不是文字，已略去",
      "\(count) control \(count == 1 ? "character was" : "characters were") left out of the line")
  }

  static let cancelled = Phrase("已取消", "cancelled")
}
