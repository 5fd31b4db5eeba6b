internal import CensusCore

extension Trends {
  /// Running and failing sites and the pass rate of the province, period by period, with the periods
  /// that are missing; nil where there are fewer than two.
  var picture: Page.Picture? {
    let shown = latest(10)
    let known = shown.points.filter { $0[.province]?.figures.failing != nil }
    guard known.count > 1 else { return nil }
    let missing = shown.gaps.map { Phrase("缺：", "Missing: ") + Terms.gap($0) + Phrase("。", ".") }
    return Page.Picture(
      title: Phrase("历次普查：不合格网站与在运行网站（基数）", "Failing sites and their base, period by period"),
      words: shown.points.compactMap(\.words) + missing, width: 920, height: 236,
      drawing: { shown.columns($0) })
  }

  /// A period, or a stretch of missing ones.
  private enum Column {
    case point(Point)
    case gap(Gap)
  }

  /// Each missing stretch takes a column of its own, so that nobody reads a line through it.
  private var columns: [Column] {
    var columns: [Column] = []
    for (place, point) in points.enumerated() {
      if place > 0 {
        let before = points[place - 1].quarter
        let gap = gaps.first { $0.first > before && $0.last < point.quarter }
        if let gap { columns.append(.gap(gap)) }
      }
      columns.append(.point(point))
    }
    return columns
  }

  private static let bottom = 170.0
  private static let tallest = 110.0

  private func columns(_ language: Language) -> Markup {
    let columns = columns
    let wide = min(150, 880 / Double(columns.count))
    let scales = (most(.running), most(.failing))
    var drawing = Draw.line(10, Self.bottom, 910, Self.bottom, Ink.quiet)
    for (place, column) in columns.enumerated() {
      let x = 20 + Double(place) * wide
      switch column {
      case .gap(let gap):
        let words = Phrase("缺\(gap.count)期", "\(gap.count) missing")
        drawing += Draw.box(x + wide * 0.1, 60, wide * 0.8, 110, fill: "none", stroke: Ink.rule)
        drawing += Draw.text(
          words[language], x + wide / 2, 120, .middle, size: 12, colour: Ink.quiet)
      case .point(let point): drawing += drawn(point, x, wide, scales)
      }
    }
    let key = Phrase(
      "空心柱：在运行网站；实心柱：不合格网站；两种柱各按自身最大值绘制；百分数：核算合格率",
      "Hollow: running sites; solid: failing sites; each to its own scale; percent: computed pass rate"
    )
    return drawing + Draw.text(key[language], 10, 230, size: 12, colour: Ink.quiet)
  }

  private func most(_ measure: Measure) -> Double {
    Double(max(1, points.compactMap { $0[.province]?.count(of: measure) }.max() ?? 1))
  }

  private func drawn(
    _ point: Point, _ x: Double, _ wide: Double, _ scales: (running: Double, failing: Double)
  ) -> Markup {
    guard let entry = point[.province] else { return .none }
    let bar = wide * 0.34
    var drawing = Markup.none
    if let running = entry.figures.running {
      let height = Double(running) / scales.running * Self.tallest
      let left = x + wide * 0.12
      drawing += Draw.box(left, Self.bottom - height, bar, height, fill: "#fff", stroke: Ink.quiet)
      drawing += Draw.text(
        "\(running)", left + bar / 2, Self.bottom - height - 6, .middle, size: 12,
        colour: Ink.quiet)
    }
    if let failing = entry.figures.failing {
      let height = Double(failing) / scales.failing * Self.tallest
      let left = x + wide * 0.52
      drawing += Draw.box(left, Self.bottom - height, bar, height, fill: Ink.bad)
      drawing += Draw.text(
        "\(failing)", left + bar / 2, Self.bottom - height - 6, .middle, bold: true)
    }
    let rate = entry.figures.computedRate ?? "–"
    drawing += Draw.text("\(point.quarter)", x + wide / 2, 188, .middle, size: 12)
    drawing += Draw.text(rate, x + wide / 2, 205, .middle, size: 12, bold: true)
    return drawing
  }
}

extension Trends.Point {
  fileprivate var words: Phrase? {
    guard let entry = self[.province] else { return nil }
    let figures = entry.figures
    let said: [Phrase?] = [
      figures.running.map { Phrase("在运行网站\($0)个", "\($0) running") },
      figures.failing.map { Phrase("不合格\($0)个", "\($0) failing") },
      figures.computedRate.map { Phrase("核算合格率\($0)", "computed pass rate \($0)") },
    ]
    return quarter.name + Phrase("：", ": ") + said.compactMap(\.self).joined(.comma)
      + Phrase("。", ".")
  }
}
