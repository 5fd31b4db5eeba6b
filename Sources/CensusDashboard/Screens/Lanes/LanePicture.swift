import CensusCore
import CensusLists
import TerminalKit

/// A unit's lane in the cells of its row.
package struct LanePicture: Sendable {
  let lane: Lane
  /// The deadline that the notice prints.
  let due: Day?
  /// The days of all lanes beside it at which something stands.
  let marked: Set<Day>
  let calendar: WorkingCalendar
  let language: Language

  /// The picture for a row of units.
  static func graphics(_ unit: UnitID, in state: State) -> [String: Graphic] {
    guard let lane = state.snapshot.lanes[unit] else { return [:] }
    return ["lane": .lane(LanePicture(lane, beside: state.snapshot.laneDays, in: state))]
  }

  init(_ lane: Lane, beside marked: Set<Day>, in state: State) {
    self.lane = lane
    self.marked = marked
    due = state.projection.inspection.notice.deadline?.day
    calendar = state.projection.calendar
    language = state.language
  }

  /// Draws one sign a day; on the row under the cursor on its ground.
  func draw(in place: Rect, isSelected: Bool, on grid: inout Grid) {
    for (offset, (sign, style)) in signs(across: place.width, grid.alphabet).enumerated() {
      grid.write(
        String(sign), at: Point(x: place.x + offset, y: place.y),
        isSelected ? style.on(.selection) : style, clip: place)
    }
  }

  /// The heading and the lane as two lines of text.
  func lines(across width: Int, _ alphabet: Alphabet) -> [StyledText] {
    let signs = signs(across: width, alphabet)
    guard !signs.isEmpty else { return [] }
    var head = StyledText([])
    for label in labels(across: width, alphabet).sorted(by: { $0.x < $1.x }) {
      let blank = label.x - head.width(in: alphabet)
      head =
        head + StyledText(String(repeating: " ", count: max(0, blank)))
        + StyledText(label.text, label.style)
    }
    return [head, StyledText(signs.map { Span(String($0.0), $0.1) })]
  }

  private func scale(_ width: Int) -> LaneScale {
    LaneScale(due: due, asOf: lane.asOf, marked: marked, width: width)
  }

  private func signs(across width: Int, _ alphabet: Alphabet) -> [(Character, Style)] {
    guard width >= LaneScale.least else { return [] }
    return scale(width).columns.map {
      sign(of: $0, alphabet)
    }
  }

  private func sign(of column: LaneScale.Column, _ alphabet: Alphabet) -> (Character, Style) {
    switch column {
    case .gap: return (alphabet.laneGap, .muted)
    case .deadline: return (alphabet.vertical, .accent)
    case .day(let day):
      let cell = lane.cell(on: day)
      if let sign = cell.sign { return (alphabet.sign(sign), Style(sign.role).bold) }
      if cell.isOverdue {
        return (day == lane.asOf ? alphabet.laneHead : alphabet.fullBar, Style.bad.bold)
      }
      if cell.isDue, day != due { return (alphabet.laneDue, .accent) }
      if day == lane.asOf { return (alphabet.laneToday, .caution) }
      return (calendar.isWorkingDay(day) ? alphabet.middleDot : " ", .muted)
    }
  }

  /// Draws the months, the deadline and the day looked at over the columns.
  func drawHead(in place: Rect, on grid: inout Grid) {
    guard place.width >= LaneScale.least else { return }
    grid.fill(place, .muted.underlined)
    for label in labels(across: place.width, grid.alphabet) {
      grid.write(
        label.text, at: Point(x: place.x + label.x, y: place.y), label.style.underlined,
        clip: place)
    }
  }

  private typealias Label = (x: Int, text: String, style: Style)

  private func labels(across width: Int, _ alphabet: Alphabet) -> [Label] {
    let columns = scale(width).columns
    var labels: [Label] = []
    func add(_ text: String, at x: Int, _ style: Style) {
      let own = alphabet.width(of: text)
      let start = min(x, width - own)
      let isFree = labels.allSatisfy { label in
        start + own < label.x || start > label.x + alphabet.width(of: label.text)
      }
      if start >= 0, isFree { labels.append((start, text, style)) }
    }
    // The day looked at and the deadline come before the months.
    if let x = columns.firstIndex(of: .day(lane.asOf)) {
      add(Phrase("今天", "now")[language], at: x, .caution.bold)
    }
    if let due, let x = columns.firstIndex(of: .deadline) {
      let forms = [
        Phrase("\(due.dayOfMonth)期限", "due \(due.dayOfMonth)"), Phrase("期限", "due"),
        Phrase("\(due.dayOfMonth)", "\(due.dayOfMonth)"),
      ]
      for text in forms.map({ $0[language] })
      where !labels.contains(where: { $0.style == .accent.bold }) {
        add(text, at: max(0, x - alphabet.width(of: text) + 1), .accent.bold)
      }
    }
    var month: Int?
    for (x, column) in columns.enumerated() {
      guard case .day(let day) = column, day.month != month else { continue }
      month = day.month
      add(Labels.month(day)[language], at: x, .muted)
    }
    return labels
  }

  /// What the signs mean: ■ 到 ◧ 缺一份 …, as many as find room.
  static func legend(_ alphabet: Alphabet, _ language: Language, within width: Int) -> StyledText {
    let signs: [(Character, Phrase, Style)] =
      [
        (Lane.Sign.complete, Phrase("到", "in")), (.part, Phrase("缺一份", "part")),
        (.unsound, Phrase("不合要求", "unsound")), (.chased, Phrase("催办", "chased")),
        (.promised, Phrase("承诺", "promised")), (.broken, Phrase("失约", "broken")),
        (.closed, Phrase("办结", "closed")),
      ].map { (alphabet.sign($0.0), $0.1, Style($0.0.role)) }
      + [(alphabet.vertical, Phrase("期限", "due"), Style.accent)]
    var text = StyledText([])
    for (sign, name, style) in signs {
      let more = StyledText("\(sign) ", style) + StyledText(name[language] + "  ", .muted)
      guard text.width(in: alphabet) + more.width(in: alphabet) <= width else { continue }
      text = text + more
    }
    return text
  }
}

extension Lane.Sign {
  var role: Role {
    switch self {
    case .unsound: .accent
    case .complete, .closed: .good
    case .part, .chased: .caution
    case .broken: .bad
    case .promised: .accent
    }
  }
}

extension Alphabet {
  /// The sign of what stands at a day.
  func sign(_ sign: Lane.Sign) -> Character {
    let isAscii = self == .ascii
    return switch sign {
    case .unsound: "!"
    case .complete: isAscii ? "#" : "■"
    case .part: isAscii ? "o" : "◧"
    case .closed: check
    case .broken: isAscii ? "x" : "×"
    case .chased: "c"
    case .promised: isAscii ? "+" : "◇"
    }
  }

  /// The end of what is late, on the day looked at.
  fileprivate var laneHead: Character { self == .ascii ? ">" : "►" }
  /// Another deadline than the notice's.
  fileprivate var laneDue: Character { self == .ascii ? ":" : "┆" }
  /// The day looked at.
  fileprivate var laneToday: Character { self == .ascii ? "|" : "┃" }
  /// Days are left out.
  fileprivate var laneGap: Character { self == .ascii ? "~" : "≈" }
}
