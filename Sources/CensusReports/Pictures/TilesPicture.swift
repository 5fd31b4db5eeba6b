internal import CensusCore

extension Projection {
  /// The prefectures at their places on the map, with a sign for each failing site; nil where there is
  /// no annex 1.
  var tilesPicture: Page.Picture? {
    let rows = prefectures
    guard !rows.isEmpty else { return nil }
    let places = places(of: rows)
    let columns = (places.map(\.0).max() ?? 0) + 1
    let lines = (places.map(\.1).max() ?? 0) + 1
    let (gap, high) = (8.0, 62.0)
    let wide = min(176, (920 - gap * Double(columns - 1)) / Double(columns))
    let left = (920 - Double(columns) * wide - gap * Double(columns - 1)) / 2
    let bottom = Double(lines) * (high + gap)
    return Page.Picture(
      title: Phrase("各州市不合格网站及办理情况", "Failing sites of each prefecture, and how they stand"),
      words: rows.filter { $0.failingCount > 0 }.map { words(of: $0) }
        + [calm(rows)].compactMap(\.self), width: 920, height: Int(bottom) + 26
    ) { [self] language in
      let tiles = zip(rows, places).map { row, place in
        tile(
          row, left + Double(place.0) * (wide + gap), Double(place.1) * (high + gap), wide, high,
          language)
      }
      return tiles.joined + self.legend(rows, y: bottom + 16, language)
    }
  }

  /// A place for each, by the map; in published order where any has none, or two have one.
  private func places(of rows: [PrefectureState]) -> [(Int, Int)] {
    let known = rows.compactMap(\.prefecture.tile)
    guard known.count == rows.count, Set(known).count == known.count,
      let left = known.map(\.column).min(), let top = known.map(\.row).min(),
      known.allSatisfy({ $0.column - left < 10 })
    else { return rows.indices.map { ($0 % 6, $0 / 6) } }
    return known.map { ($0.column - left, $0.row - top) }
  }

  private func tile(
    _ row: PrefectureState, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    _ language: Language
  ) -> Markup {
    let turns = row.turns(on: asOf)
    let isCalm = row.failingCount == 0
    let worst = turns.first { !$0.isOver } ?? turns.first
    var drawing = Draw.box(
      x, y, width, height, fill: isCalm ? "#fff" : Ink.wash, stroke: Ink.rule, lineWidth: 1)
    if let worst { drawing += Draw.box(x, y, 5, height, fill: worst.colour) }
    let name = language == .chinese ? row.prefecture.name.chinese : row.prefecture.short.english
    drawing += Draw.text(
      name, x + 13, y + 22, size: 14, colour: isCalm ? Ink.quiet : Ink.text, bold: !isCalm)
    if let running = row.figures.running {
      drawing += Draw.text("\(running)", x + width - 8, y + 21, .end, size: 12, colour: Ink.quiet)
    }
    guard !isCalm else {
      let known = row.figures.running != nil
      let words = known ? Phrase("全部合格", "all passed") : Phrase("无数据", "no figures")
      return drawing + Draw.text(words[language], x + 13, y + 46, size: 12, colour: Ink.good)
    }
    let room = Int((width - 46) / 16)
    for (place, turn) in turns.prefix(room).enumerated() {
      drawing += turn.drawn(x + 19 + Double(place) * 16, y + 43)
    }
    return drawing
      + Draw.text("\(row.failingCount)", x + width - 8, y + 49, .end, size: 16, bold: true)
  }

  private func legend(_ rows: [PrefectureState], y: Double, _ language: Language) -> Markup {
    let turns = rows.flatMap { $0.turns(on: asOf) }
    var drawing = Markup.none
    var x = 8.0
    for turn in Turn.allCases {
      let count = turns.count { $0 == turn }
      guard count > 0 else { continue }
      let word = Phrase(
        "\(turn.word(office).chinese)\(count)个", "\(count) \(turn.word(office).english)")[language]
      drawing += turn.drawn(x, y - 4) + Draw.text(word, x + 12, y, size: 12, colour: Ink.quiet)
      x += 34 + word.reduce(0) { $0 + ($1.isASCII ? 6.6 : 12) }
    }
    let numbers = Phrase("右上：在运行网站；右下：不合格网站", "upper right: running; lower right: failing")
    return drawing + Draw.text(numbers[language], 920, y, .end, size: 12, colour: Ink.quiet)
  }

  private func words(of row: PrefectureState) -> Phrase {
    let turns = row.turns(on: asOf)
    let said = Turn.allCases.compactMap { turn -> Phrase? in
      let count = turns.count { $0 == turn }
      return count == 0
        ? nil
        : Phrase("\(turn.word(office).chinese)\(count)个", "\(count) \(turn.word(office).english)")
    }
    let (running, failing) = (row.figures.running, row.failingCount)
    let base = running.map { Phrase("在运行网站\($0)个，", "\(counted($0, "site")) running, ") } ?? .empty
    let name = row.prefecture.name
    let states = said.isEmpty ? Phrase.empty : Phrase("：", ": ") + said.joined()
    return name + Phrase("：", ": ") + base
      + Phrase("不合格\(failing)个", "\(failing) failing") + states + Phrase("。", ".")
  }

  /// Who follows up, by the last word of the name of whoever issued the notice: 本厅.
  private var office: String {
    "本\(inspection.notice.issuer.flatMap(LetterFacts.kind) ?? "机关")"
  }

  private func calm(_ rows: [PrefectureState]) -> Phrase? {
    let calm = rows.filter { $0.failingCount == 0 && $0.figures.running != nil }
    guard !calm.isEmpty else { return nil }
    return Phrase("全部合格\(calm.count)处：", "All passed in \(calm.count): ")
      + calm.map(\.prefecture.name).joined() + Phrase("。", ".")
  }
}

extension PrefectureState {
  fileprivate var failingCount: Int {
    max(figures.failing ?? 0, Projection.sites(of: namedFindings).count)
  }
}

extension Turn {
  /// What it means, in few words; the office is whoever follows up, as it calls itself: 本厅.
  fileprivate func word(_ office: String) -> Phrase {
    switch self {
    case .overdue: Phrase("逾期未报齐", "overdue")
    case .ours: Phrase("待\(office)办理", "waiting for the office")
    case .theirs: Phrase("待报送", "not due yet")
    case .closed: Phrase("办结", "closed")
    case .void: Phrase("剔除", "struck off")
    }
  }

  fileprivate var colour: String {
    switch self {
    case .overdue: Ink.bad
    case .ours: Ink.caution
    case .theirs: Ink.paleBlue
    case .closed: Ink.good
    case .void: Ink.quiet
    }
  }

  fileprivate func drawn(_ x: Double, _ y: Double) -> Markup {
    switch self {
    case .overdue:
      Draw.box(x - 6, y - 6, 12, 12, fill: Ink.bad)
        + Draw.text("!", x, y + 4.5, .middle, size: 12, colour: "#fff", bold: true)
    case .ours:
      Draw.path(
        "M\(Draw.short(x)) \(Draw.short(y - 7))l7 7l-7 7l-7 -7Z", fill: Ink.caution)
    case .theirs: Draw.box(x - 5.2, y - 5.2, 10.4, 10.4, fill: "#fff", stroke: Ink.blue)
    case .closed: Lane.Sign.closed.drawn(x, y)
    case .void:
      Draw.path(
        "M\(Draw.short(x - 5)) \(Draw.short(y - 5))l10 10m0 -10l-10 10", stroke: Ink.quiet)
    }
  }
}
