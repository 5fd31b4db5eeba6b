internal import CensusCore

extension Projection {
  /// The categories of issues with a bar each: what is open, and what is closed; nil without findings.
  var categoriesPicture: Page.Picture? {
    let categories = categories
    guard let most = categories.map(\.findings.count).max() else { return nil }
    let (row, left) = (30.0, 250.0)
    let height = Int(Double(categories.count) * row) + 30
    return Page.Picture(
      title: Phrase("问题类别（一条问题可同属两类）", "Categories of issues; a finding may be of two"),
      words: categories.map { category in
        let (all, open) = (category.findings.count, category.openCount)
        let kind = Terms.kind(category.kind)
        return Phrase(
          "\(category.name.chinese)（\(kind.chinese)）\(all)条，涉及网站\(category.sites.count)个，未办结\(open)条",
          "\(category.name.english) (\(kind.english)): \(counted(all, "finding")) at "
            + "\(counted(category.sites.count, "site")), \(open) open")
          + category.struckOff + Phrase("。", ".")
      }, width: 920, height: height
    ) { language in
      // What was struck off is said behind the bar, and needs its room.
      let isStruck = categories.contains { $0.voidCount > 0 }
      let scale = (isStruck ? 440.0 : 540.0) / Double(most)
      var drawing = Markup.none
      for (place, category) in categories.enumerated() {
        let y = Double(place) * row + 6
        let (all, open) = (category.findings.count, category.openCount)
        drawing += Draw.text(category.name[language], left - 76, y + 14, .end)
        drawing += Draw.text(
          Terms.kind(category.kind)[language], left - 66, y + 14, size: 11, colour: Ink.quiet)
        drawing += Draw.box(left, y, Double(open) * scale, 18, fill: Ink.blue)
        let (closed, void) = (all - open - category.voidCount, category.voidCount)
        drawing += Draw.box(
          left + Double(open) * scale, y + 0.75, Double(closed) * scale, 16.5, fill: "#fff",
          stroke: Ink.blue)
        if void > 0 {
          drawing += Draw.box(
            left + Double(open + closed) * scale, y + 0.75, Double(void) * scale, 16.5,
            fill: Ink.wash, stroke: Ink.rule)
        }
        let count =
          Phrase(
            open == all ? "\(all)条" : "\(all)条，未办结\(open)条",
            open == all ? "\(all)" : "\(all), \(open) open") + category.struckOff
        drawing += Draw.text(count[language], left + Double(all) * scale + 8, y + 14, bold: true)
      }
      let y = Double(height) - 8
      drawing += Draw.box(left, y - 10, 12, 12, fill: Ink.blue)
      drawing += Draw.text(
        Phrase("未办结", "open")[language], left + 18, y, size: 12, colour: Ink.quiet)
      drawing += Draw.box(left + 84, y - 9, 11, 11, fill: "#fff", stroke: Ink.blue)
      drawing += Draw.text(
        Phrase("办结", "closed")[language], left + 102, y, size: 12, colour: Ink.quiet)
      guard isStruck else { return drawing }
      drawing += Draw.box(left + 168, y - 9, 11, 11, fill: Ink.wash, stroke: Ink.rule)
      return drawing
        + Draw.text(
          Phrase("剔除", "struck off")[language], left + 186, y, size: 12, colour: Ink.quiet)
    }
  }
}

extension CategoryState {
  /// How many of its findings were struck off, if any were.
  fileprivate var struckOff: Phrase {
    voidCount == 0 ? .empty : Phrase("，剔除\(voidCount)条", ", \(voidCount) struck off")
  }
}
