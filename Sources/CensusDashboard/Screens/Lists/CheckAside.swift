import CensusCore
import CensusLists
import TerminalKit

/// One doubtful figure or row in full: what is printed beside what is computed, and how.
struct CheckAside {
  let item: Discrepancy
  let state: State

  private var language: Language { state.language }
  private var inspection: Inspection { state.projection.inspection }

  func draw(in area: Rect, on grid: inout Grid) {
    guard area.height > 1 else { return }
    blocks(isShort: area.width < 2 * Blocks.leastWidth && area.height < Self.tall)
      .draw(in: area, on: &grid)
  }

  /// From so many lines on the reckoning has a title of its own.
  private static let tall = 10

  private func blocks(isShort: Bool) -> Blocks {
    let severity = StyledText(
      "  " + Terms.severity(item.severity)[language], Styles.severity(item.severity))
    let reckoning = reckoning
    let said = Blocks.Block(StyledText(item.location[language], .accent.bold) + severity) { width in
      values + wrapped((isShort ? reckoning : []) + [item.message] + advice + verified, width)
    }
    guard !reckoning.isEmpty, !isShort else { return Blocks([said], language) }
    let how = Blocks.Block(
      StyledText(Phrase("计算过程", "How it was computed")[language], .accent.bold)
    ) { wrapped(reckoning, $0) }
    return Blocks([said, how], language)
  }

  /// What to do about records here.
  private var advice: [Phrase] {
    switch item.code {
    case "conflict": [FactSheet.settling]
    case "takenCode":
      [Phrase("核对后在 9 记录 中选中那条更正，按 M 撤回。", "Check it, choose it in 9 History and press M.")]
    default: []
    }
  }

  /// Who confirmed it as it stands.
  private var verified: [Phrase] {
    item.verified.map { verified in
      let words = Terms.verified(by: verified)
      return [Phrase(words.chinese + "。", words.english + ".")]
    } ?? []
  }

  private func wrapped(_ lines: [Phrase], _ width: Int) -> [StyledText] {
    lines.flatMap { state.alphabet.wrapped($0.sentence(language), to: width) }.map {
      StyledText($0)
    }
  }

  /// Printed and computed side by side.
  private var values: [StyledText] {
    guard let printed = item.published else { return [] }
    let separator = language == .chinese ? "：" : ": "
    let first =
      StyledText(Labels.printed[language] + separator, .muted) + StyledText(printed, .text.bold)
    guard let computed = item.computed else { return [first] }
    return [
      first
        + StyledText("   " + Labels.recomputed[language] + separator, .muted)
        + StyledText(computed, .accent.bold)
    ]
  }

  // MARK: - Reckoning

  /// The steps that lead to the computed value; none where the sentence says it all.
  private var reckoning: [Phrase] {
    switch (item.code, item.place) {
    case ("rateMismatch", .prefecture(let id)):
      inspection.rows.first { $0.prefecture == id }.map { rate($0.figures, of: id) } ?? []
    case ("rateMismatch", _): rate(state.projection.publishedTotals, of: nil)
    case ("countMismatch", .prefecture(let id)): count(of: id)
    case ("sumMismatch", _): sum
    case ("codeLength", .findings(let ids)): code(ids) + rows(ids)
    case (_, .findings(let ids)): rows(ids)
    case ("impossibleFigure", _): difference
    case ("dueOnWeekend", _): weekend
    case (_, .mention(let number)): mention(number)
    default: []
    }
  }

  /// 17−5=12个合格，12/17=70.59%，四舍五入为71%，通报载70%.
  private func rate(_ figures: Inspection.Figures, of prefecture: PrefectureID?) -> [Phrase] {
    guard let running = figures.running, let failing = figures.failing, let rate = figures.rate
    else { return [] }
    let printed = figures.publishedRate
    let how = quotient(rate, like: printed)
    let first = Phrase(
      "\(running)−\(failing)=\(rate.passed)个合格，\(how.chinese)"
        + "\(printed.map { "，通报载\($0)" } ?? "")。",
      "\(running)−\(failing) = \(rate.passed) pass, \(how.english)"
        + "\(printed.map { ", printed \($0)" } ?? "").")
    let codes = inspection.findings.filter { $0.prefecture == prefecture }.map(\.code)
    let sites = Set(codes).count
    guard failing == codes.count, sites < codes.count,
      let other = PassRate(failing: sites, of: running)
    else { return [first] }
    let once = quotient(other, like: printed)
    return [
      first,
      Phrase(
        "重复列出的网站只计一次：\(running)−\(sites)=\(other.passed)个合格，\(once.chinese)。",
        "The site listed twice counted once: \(running)−\(sites) = \(other.passed) pass, "
          + "\(once.english)."),
    ]
  }

  /// 12/17=70.59%，四舍五入为71%.
  private func quotient(_ rate: PassRate, like printed: String?) -> Phrase {
    let (exact, rounded) = (rate.text(decimals: 2), rate.text(like: printed))
    return Phrase(
      "\(rate.passed)/\(rate.total)=\(exact)，四舍五入为\(rounded)",
      "\(rate.passed)/\(rate.total) = \(exact), rounded \(rounded)")
  }

  private func count(of prefecture: PrefectureID) -> [Phrase] {
    let rows = inspection.findings.filter { $0.prefecture == prefecture }.map { String($0.row) }
    guard !rows.isEmpty else {
      return [Phrase("附件2没有它的行。", "Annex 2 has no row of it.")]
    }
    return [
      Phrase(
        "附件2中它的行：第\(rows.joined(separator: "、"))行，共\(rows.count)条。",
        "Its rows in annex 2: \(rows.joined(separator: ", ")); \(rows.count) in all.")
    ]
  }

  /// The rows of annex 1 added up, for the column whose sum was computed.
  private var sum: [Phrase] {
    let columns: [[Int]] = [
      inspection.rows.compactMap(\.figures.running), inspection.rows.compactMap(\.figures.failing),
    ]
    guard let values = columns.first(where: { String($0.reduce(0, +)) == item.computed }) else {
      return []
    }
    let terms = values.filter { $0 != 0 }.map(String.init).joined(separator: "+")
    let total = values.reduce(0, +)
    return [
      Phrase("附件1各行：\(terms)=\(total)。", "The rows of annex 1: \(terms) = \(total).")
    ]
  }

  private func code(_ ids: [FindingID]) -> [Phrase] {
    guard let code = ids.first.flatMap({ state.projection.finding($0) })?.finding.code.text else {
      return []
    }
    guard let reading = item.computed else { return [] }
    return [
      Phrase(
        "\(code)有\(code.count)位，去掉多出的一个0为\(reading)；原文原样保留。",
        "\(code) has \(code.count) digits; without the spare 0 it is \(reading). What is "
          + "printed is kept.")
    ]
  }

  private func rows(_ ids: [FindingID]) -> [Phrase] {
    ids.compactMap { state.projection.finding($0)?.finding }.map { finding in
      let prefecture = state.projection.name(ofPrefecture: finding.prefecture)
      let code = finding.code.printed ?? "–"
      return Phrase(
        "第\(finding.row)行：\(prefecture.chinese)  \(finding.shownName.chinese)  \(code)  "
          + finding.text,
        "row \(finding.row): \(prefecture.english)  \(finding.shownName.english)  \(code)  "
          + finding.text)
    }
  }

  private var difference: [Phrase] {
    guard let printed = item.published.flatMap(Int.init), let most = item.computed.flatMap(Int.init)
    else { return [] }
    return [
      Phrase(
        "\(printed)−\(most)=\(printed - most)，多出\(printed - most)。",
        "\(printed)−\(most) = \(printed - most) too many.")
    ]
  }

  private var weekend: [Phrase] {
    guard let due = item.published.flatMap(Day.init), let next = item.computed.flatMap(Day.init)
    else { return [] }
    let (first, last) = (Terms.dated(due), Terms.dated(next))
    return [
      Phrase(
        "\(first.chinese)到\(last.chinese)相差\(next.ordinal - due.ordinal)天。",
        "From \(first.english) to \(last.english): \(next.ordinal - due.ordinal) days."),
      Phrase(
        "可顺延至\(next.monthAndDay)（\(Terms.weekday(next.weekday).chinese)），须登记延期。",
        "It could be moved to \(last.english), by recording an extension."),
    ]
  }

  private func mention(_ number: Int) -> [Phrase] {
    guard let mention = inspection.mentions.first(where: { $0.number == number }) else { return [] }
    let prefecture = state.projection.name(ofPrefecture: mention.prefecture)
    return [
      Phrase(
        "\(prefecture.chinese)  \(mention.siteName)：\(mention.text)。",
        "\(prefecture.english)  \(mention.siteName): \(mention.text)."),
      Phrase("正文点名的网站不计入不合格网站数。", "Sites named in the text are not counted as failing."),
    ]
  }
}
