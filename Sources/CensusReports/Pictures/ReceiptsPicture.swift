internal import CensusCore

extension Projection {
  /// How many units had reported by which day, against the deadline; nil where nobody owes anything.
  var receiptsPicture: Page.Picture? {
    let all = owing.count
    guard all > 0 else { return nil }
    let axis = DayAxis(self, left: 44, width: 850)
    let complete = owing.compactMap { $0.first.completeOn }.sorted()
    let arrivals = Dictionary(
      grouping: owing.flatMap(\.first.receipts).map(\.on), by: { $0 }
    ).mapValues(\.count)
    let (top, bottom) = (40.0, 190.0)
    let levels = Double(all)
    return Page.Picture(
      title: Phrase("报齐进度（已报齐单位数，对照时限）", "Units whose reports are complete, day by day"),
      words: words(complete, of: all), width: 920, height: 244
    ) { [asOf] language in
      let y = { (count: Int) in bottom - Double(count) / levels * (bottom - top - 8) }
      var drawing = axis.drawn(top: top, bottom: bottom, language)
      drawing += Draw.line(axis.left, bottom, axis.left + axis.width, bottom, Ink.quiet)
      drawing += Draw.line(
        axis.left, y(all), axis.left + axis.width, y(all), Ink.rule, dashes: "4 3")
      drawing += Draw.text("\(all)", axis.left - 8, y(all) + 4, .end, size: 12, colour: Ink.quiet)
      drawing += Draw.text("0", axis.left - 8, bottom + 4, .end, size: 12, colour: Ink.quiet)
      for (day, count) in arrivals.sorted(by: { $0.key < $1.key }) {
        guard let x = axis.start(of: day) else { continue }
        let height = min(Double(count) * 5, 60)
        drawing += Draw.box(
          x + axis.step * 0.15, bottom - height, axis.step * 0.7, height, fill: Ink.paleBlue)
      }
      var path = "M\(Draw.short(axis.left)) \(Draw.short(bottom))"
      var count = 0
      for day in axis.days where day <= asOf {
        guard let x = axis.middle(of: day) else { continue }
        let now = complete.count { $0 <= day }
        if now != count {
          path += "H\(Draw.short(x))V\(Draw.short(y(now)))"
          drawing += Draw.text(
            "\(now)", x, y(now) - 5, .middle, size: 12, colour: Ink.good, bold: true)
          count = now
        }
      }
      if let end = axis.middle(of: asOf) { path += "H\(Draw.short(end))" }
      drawing += Draw.path(path, stroke: Ink.good, width: 2.5)
      let key = Phrase(
        "阶梯线：已报齐单位；浅色柱：当日收到的材料份数；虚线：应报\(all)家",
        "Line: units complete; pale bars: parts received that day; dashes: all \(all) units")
      return drawing + Draw.text(key[language], axis.left, 240, size: 12, colour: Ink.quiet)
    }
  }

  private func words(_ complete: [Day], of all: Int) -> [Phrase] {
    let days = Set(complete).sorted()
    let head = Phrase(
      "应报\(all)家。", "\(counted(all, "unit")) \(all == 1 ? "owes" : "owe") a report.")
    let steps = days.map { day -> Phrase in
      let count = complete.count { $0 <= day }
      let date = dayAndMonth(day)
      // By its own deadline, which may have been extended.
      let late = owing.filter { $0.first.completeOn == day && ($0.first.daysLate ?? 0) > 0 }
      let beside =
        late.isEmpty
        ? Phrase.empty
        : Phrase("（", " (")
          + late.map { unit in
            let (name, days) = (officialName(of: unit.unit), unit.first.daysLate ?? 0)
            return Phrase(
              "\(name.chinese)迟\(days)天", "\(name.english) \(counted(days, "day")) late")
          }.joined() + Phrase("）", ")")
      return Phrase(
        "\(date.chinese)累计报齐\(count)家", "\(counted(count, "report")) complete by \(date.english)")
        + beside
        + Phrase("。", ".")
    }
    return [head] + (steps.isEmpty ? [Phrase("尚无单位报齐。", "No report is complete yet.")] : steps)
  }
}
