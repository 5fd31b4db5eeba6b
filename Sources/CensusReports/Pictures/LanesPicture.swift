internal import CensusCore
internal import CensusLists

extension Projection {
  /// The days of all units against their deadlines, a lane each; nil where nobody owes anything.
  var lanesPicture: Page.Picture? {
    let units = receiptDesk
    guard !units.isEmpty else { return nil }
    let (width, row, top) = (920.0, 27.0, 36.0)
    let axis = DayAxis(self, left: 168, width: 580)
    let lanes = lanes(from: axis.first)
    let bottom = top + Double(units.count) * row
    let height = Int(bottom) + 62
    return Page.Picture(
      title: Phrase("各单位报送时间线", "The days of each unit against its deadline"),
      words: units.compactMap { unit in
        lanes[unit.unit.id].map { story(of: unit, $0, axis) }
      }, width: Int(width), height: height
    ) { [self] language in
      var drawing = axis.drawn(top: top, bottom: bottom, language)
      for (place, unit) in units.enumerated() {
        guard let lane = lanes[unit.unit.id] else { continue }
        let y = top + (Double(place) + 0.5) * row
        drawing += self.drawn(unit, lane, axis, y, language)
      }
      return drawing + legend(lanes.values, axis, y: Double(height) - 10, language)
    }
  }

  private func drawn(
    _ unit: Obligation, _ lane: Lane, _ axis: DayAxis, _ y: Double, _ language: Language
  ) -> Markup {
    let right = axis.left + axis.width
    let name = unit.unit.name
    let words = UnitRow(unit).words(in: self)
    var drawing =
      Draw.text(fitted(language == .chinese ? name.chinese : unit.unit.short.english), 0, y + 4.5)
      + Draw.line(axis.left, y, right, y, Ink.rule)
    var lateFrom: Double?
    var lateTo = 0.0
    for day in axis.days {
      guard let x = axis.start(of: day) else { continue }
      let cell = lane.cell(on: day)
      if cell.isOverdue {
        if let from = lateFrom, x - lateTo > 0.5 {
          drawing += late(from, lateTo, y)
          lateFrom = x
        }
        lateFrom = lateFrom ?? x
        lateTo = x + axis.step
      }
      if cell.isDue, day != axis.due {
        drawing += ownDue(x + axis.step, y, 11)
      }
    }
    if let lateFrom { drawing += late(lateFrom, lateTo, y) }
    for day in axis.days {
      guard let sign = lane.cell(on: day).sign, let x = axis.middle(of: day) else { continue }
      drawing += sign.drawn(x, y)
    }
    return drawing
      + Draw.text(
        words[language], right + 10, y + 4.5, size: 12,
        colour: unit.isOverdue(on: asOf) ? Ink.bad : Ink.text, bold: unit.isOverdue(on: asOf))
  }

  /// A due day that is not that of the notice.
  private func ownDue(_ x: Double, _ y: Double, _ reach: Double) -> Markup {
    Draw.line(x, y - reach, x, y + reach, Ink.blue, width: 2, dashes: "3 2")
  }

  private func late(_ from: Double, _ to: Double, _ y: Double) -> Markup {
    Draw.box(from, y - 3, to - from, 6, fill: Ink.paleBad, stroke: Ink.bad, lineWidth: 1)
  }

  /// A name that finds room beside its lane.
  private func fitted(_ name: String) -> String {
    var (text, width) = ("", 0)
    for character in name {
      width += character.isASCII ? 7 : 13
      if width > 156 { return text + "…" }
      text.append(character)
    }
    return text
  }

  private func legend(
    _ lanes: some Collection<Lane>, _ axis: DayAxis, y: Double, _ language: Language
  ) -> Markup {
    let present = Set(lanes.flatMap { lane in axis.days.compactMap { lane.cell(on: $0).sign } })
    var drawing = Markup.none
    var x = 6.0
    func add(_ word: Phrase) {
      drawing += Draw.text(word[language], x + 12, y, size: 12, colour: Ink.quiet)
      x += 30 + word[language].reduce(0) { $0 + ($1.isASCII ? 6.6 : 12) }
    }
    for sign in Lane.Sign.allCases where present.contains(sign) {
      drawing += sign.drawn(x, y - 4)
      add(sign.word)
    }
    if lanes.contains(where: { lane in axis.days.contains { lane.cell(on: $0).isOverdue } }) {
      drawing += Draw.box(x - 6, y - 7, 14, 6, fill: Ink.paleBad, stroke: Ink.bad, lineWidth: 1)
      add(Phrase("逾期", "overdue"))
    }
    let own = lanes.contains { lane in
      axis.days.contains { lane.cell(on: $0).isDue && $0 != axis.due }
    }
    if own {
      drawing += ownDue(x, y - 4, 7)
      add(Phrase("该单位的时限（延期、限期再整改）", "its own due day (extended, ordered anew)"))
    }
    return drawing
  }

  /// What a lane shows, in a sentence.
  private func story(of unit: Obligation, _ lane: Lane, _ axis: DayAxis) -> Phrase {
    let story = LaneStory(projection: self, unit: unit, lane: lane, first: axis.first)
    let days = story.days
    let state = UnitRow(unit).words(in: self)
    let name = officialName(of: unit.unit)
    let end = story.tellsTheEnd ? nil : UnitRow(unit).told(in: self)
    let chinese = days.map(\.chinese) + (end == nil ? [] : [state.chinese])
    let english = [days.map(\.english).joined(separator: ", "), end ?? ""].filter { !$0.isEmpty }
    return Phrase(
      "\(name.chinese)：\(chinese.joined(separator: "，"))。",
      "\(name.english): \(english.joined(separator: "; ")).")
  }
}

extension UnitRow {
  /// The rounds before the latest that are overdue still, and the latest.
  private func shownRounds(on day: Day) -> [Round] {
    let latest = obligation.latest
    return obligation.rounds.filter { $0.number < latest.number && $0.isOverdue(on: day) } + [
      latest
    ]
  }

  /// How it stands, and by how much each round is overdue: 缺纸质版，逾期3天; 第1轮已退回，逾期31天；第2轮未报.
  fileprivate func words(in projection: Projection) -> Phrase {
    let rounds = shownRounds(on: projection.asOf)
    return rounds.map { round in
      let submission = Terms.submission(round.submission)
      let state =
        obligation.round > 1
        ? Phrase(
          "第\(round.number)轮\(submission.chinese)", "round \(round.number) \(submission.english)")
        : submission
      guard round.isOverdue(on: projection.asOf),
        let days = round.daysLeft(on: projection.asOf).map({ -$0 })
      else { return state }
      return state + Phrase("，逾期\(days)天", ", \(days) d overdue")
    }.joined(.semicolon)
  }

  /// The same as a part of an English sentence: now complete; now outstanding and 31 days overdue.
  fileprivate func told(in projection: Projection) -> String {
    shownRounds(on: projection.asOf).map { round in
      let submission = Terms.submission(round.submission).english
      let state =
        obligation.round > 1
        ? "the report of round \(round.number) is \(submission)" : "now \(submission)"
      guard round.isOverdue(on: projection.asOf),
        let days = round.daysLeft(on: projection.asOf).map({ -$0 })
      else { return state }
      return "\(state) and \(counted(days, "day")) overdue"
    }.joined(separator: "; ")
  }
}
