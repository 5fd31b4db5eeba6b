import CensusCore
import DisplayText
import TerminalKit

/// Composes the lines of the notice's page: labels in one column, values wrapped beside them; on
/// wide screens the facts stand in two columns.
struct NoticeText {
  let inspection: Inspection
  let directory: Directory
  let language: Language
  let alphabet: Alphabet
  /// What people noted on the notice as a whole: days, and what is said.
  private let notes: [(day: Day, text: Phrase)]
  private var width: Int
  private var lines: [StyledText] = []
  private var labelWidth: Int { language == .chinese ? 12 : 16 }

  /// Two columns of at most 48 Chinese characters each.
  static let widest = 194
  /// From so many columns on there are two.
  private static let twoFrom = 112
  /// From so many columns on both annexes stand side by side.
  private static let annexesFrom = 160
  private static let widestSingle = 108
  private static let gap = 4
  private static let annex1Width = 52

  init(
    inspection: Inspection, directory: Directory, language: Language, alphabet: Alphabet,
    width: Int, notes: [(day: Day, text: Phrase)] = []
  ) {
    self.inspection = inspection
    self.directory = directory
    self.language = language
    self.alphabet = alphabet
    self.width = width
    self.notes = notes
  }

  mutating func composed() -> [StyledText] {
    title()
    noted()
    guard width >= Self.twoFrom else {
      width = min(width, Self.widestSingle)
      document()
      figures()
      demands()
      mentions()
      words()
      annex1()
      annex2()
      rest()
      lines.append("")
      return lines
    }
    let half = (width - Self.gap) / 2
    let left = part(half) {
      $0.document()
      $0.demands()
    }
    let right = part(half) {
      $0.figures()
      $0.mentions()
    }
    beside(left, right, from: half)
    beside(part(half) { $0.problems() }, part(half) { $0.requirements() }, from: half)
    if width >= Self.annexesFrom {
      let rest = width - Self.annex1Width - Self.gap
      beside(
        part(Self.annex1Width) { $0.annex1() }, part(rest) { $0.annex2() }, from: Self.annex1Width)
    } else {
      annex1()
      annex2()
    }
    beside(part(half) { $0.wordings() }, part(half) { $0.source() }, from: half)
    lines.append("")
    return lines
  }

  /// A part composed on its own in a narrower column.
  private func part(_ width: Int, _ compose: (inout NoticeText) -> Void) -> [StyledText] {
    var copy = self
    copy.width = width
    copy.lines = []
    compose(&copy)
    return copy.lines
  }

  /// Two parts side by side, the second after so many columns and a gap.
  private mutating func beside(_ left: [StyledText], _ right: [StyledText], from column: Int) {
    for line in 0..<max(left.count, right.count) {
      let first = line < left.count ? left[line] : ""
      guard line < right.count else {
        lines.append(first)
        continue
      }
      let blanks = column + Self.gap - first.width(in: alphabet)
      lines.append(first + StyledText(String(repeating: " ", count: max(1, blanks))) + right[line])
    }
  }

  // MARK: - Sections

  private mutating func title() {
    guard let title = inspection.notice.title else { return }
    lines.append("")
    lines += alphabet.wrapped(title, to: width).map { StyledText($0, .text.bold) }
  }

  /// What was noted stands first: whoever opens the page sees it, and after recording it.
  private mutating func noted() {
    guard !notes.isEmpty else { return }
    heading(Phrase("备注", "Notes"))
    for note in notes {
      fact(Phrase(note.day.description, note.day.description), note.text[language])
    }
  }

  private mutating func document() {
    let notice = inspection.notice
    heading(Phrase("公文", "Document"))
    fact(Phrase("季度", "Quarter"), inspection.quarter.name[language])
    fact(Phrase("文号", "Document"), notice.document)
    fact(Phrase("发文形式", "Series"), notice.series)
    fact(Phrase("印发机关", "Issuer"), notice.issuer)
    fact(Phrase("印发日期", "Issued"), notice.issued.map { Terms.dated($0)[language] })
    fact(Phrase("主送", "Addressed to"), joined(notice.addressees))
    fact(Phrase("抄送", "Copied to"), joined(notice.copiedTo))
    fact(Phrase("附件", "Annexes"), joined(notice.annexes))
    for basis in notice.legalBases {
      fact(Phrase("依据", "Cites"), "\(basis.document)  \(basis.title)")
    }
  }

  private mutating func figures() {
    heading(Phrase("总体情况", "Figures"))
    let sampling = inspection.sampling
    fact(Phrase("范围", "Scope"), inspection.scope.map { Terms.scope($0)[language] })
    fact(Phrase("监测轮次", "Rounds"), sampling.rounds.map(String.init))
    let from = sampling.from.map { "\($0) – " } ?? ""
    fact(Phrase("采样截至", "Sampled to"), sampling.to.map { from + $0.description })
    fact(Phrase("包含", "Covers"), sampling.covers?[language])
    fact(Phrase("评分标准", "Criteria"), inspection.criteria)
    let figures = inspection.totals
    fact(Labels.running, figures.running.map(String.init))
    fact(Labels.failing, figures.failing.map(String.init))
    fact(Labels.rate, figures.publishedRate)
    fact(Phrase("核算合格率", "Computed rate"), figures.computedRate)
    for platform in inspection.platforms {
      let period = [platform.from, platform.to].compactMap { $0?.description }
      let text = Phrase(
        "\(platform.name)：有效留言\(platform.messages)条，办结\(platform.done)条"
          + (platform.publishedRate.map { "（\($0)）" } ?? ""),
        "\(platform.name): \(platform.messages) valid messages, \(platform.done) done"
          + (platform.publishedRate.map { " (\($0))" } ?? ""))
      fact(
        Phrase("留言平台", "Messages"),
        text[language] + (period.isEmpty ? "" : "  \(period.joined(separator: " – "))"))
    }
    if let campaign = inspection.campaign {
      let season = campaign.season.map { Phrase("第\($0)季", ", season \($0)") } ?? Phrase("", "")
      let text = Phrase(
        "\(campaign.name)\(season.chinese)：\(campaign.sites)个网站、\(campaign.accounts)个新媒体账号",
        "\(campaign.name)\(season.english): \(campaign.sites) sites, "
          + "\(campaign.accounts) new-media accounts")
      fact(Phrase("联动转载", "Relayed"), text[language])
    }
    for metric in inspection.metrics {
      let parts = [
        metric.total.map { Phrase("\($0)个", "\($0)") },
        metric.failing.map { Phrase("不合格\($0)个", "\($0) failing") },
        metric.publishedRate.map { Phrase("合格率\($0)", "rate \($0)") },
      ].compactMap { $0?[language] }
      fact(metric.name, parts.joined(separator: language == .chinese ? "，" : ", "))
    }
    if let previous = inspection.previous {
      let name = previous.quarter?.name[language]
      fact(
        Phrase("上期整改", "Last quarter"),
        [name, previous.summary[language]].compactMap(\.self).joined(
          separator: language == .chinese ? "：" : ": "))
    }
  }

  private mutating func demands() {
    let notice = inspection.notice
    guard notice.deadline != nil || !notice.parts.isEmpty else { return }
    heading(Phrase("报送要求", "What is demanded"))
    if let deadline = notice.deadline {
      let included =
        deadline.isInclusive ? Phrase("含当日", "inclusive") : Phrase("不含当日", "exclusive")
      let printed = notice.dueText.map {
        Phrase("，原文“\($0)”", ", printed “\($0)”")[language]
      }
      fact(
        Phrase("报送期限", "Due"),
        "\(Terms.dated(deadline.day)[language])（\(included[language])）\(printed ?? "")")
    }
    for part in notice.parts {
      let copies = part.copies.map { Phrase(" \($0)份", ", \($0) \($0 == 1 ? "copy" : "copies")") }
      let signature = part.signature.map {
        Phrase("，\(Terms.signature($0).chinese)", ", \(Terms.signature($0).english)")
      }
      fact(
        Phrase("报送材料", "Part"),
        Terms.part(part.part)[language] + (copies?[language] ?? "") + (signature?[language] ?? ""))
    }
    fact(Phrase("报送", "Send to"), notice.sendTo)
    for telephone in notice.telephones {
      let fax = telephone.isFax ? Phrase("（兼传真）", " (also fax)")[language] : ""
      fact(Phrase("电话", "Telephone"), telephone.number + fax)
    }
    fact(Phrase("邮箱", "E-mail"), notice.email)
    fact(Phrase("后续", "Afterwards"), notice.followUp?[language])
  }

  private mutating func words() {
    problems()
    requirements()
  }

  private mutating func mentions() {
    guard !inspection.mentions.isEmpty else { return }
    heading(Phrase("正文点名（不计入不合格）", "Named in the text (not counted)"))
    for mention in inspection.mentions {
      let prefecture = name(of: mention.prefecture)
      let parts = [prefecture, mention.code?.text, mention.text, issues(mention.issues)]
      lines.append(StyledText(mention.siteName, .text.bold))
      block(parts.compactMap(\.self).joined(separator: "  "), indent: 4)
    }
  }

  private mutating func problems() {
    guard !inspection.notice.problems.isEmpty else { return }
    heading(Phrase("主要问题（摘要）", "Main problems (in our words)"))
    for (index, problem) in inspection.notice.problems.enumerated() {
      item(index, problem[language])
    }
  }

  private mutating func requirements() {
    guard !inspection.notice.requirements.isEmpty else { return }
    heading(Phrase("下一步要求（摘要）", "Requirements (in our words)"))
    for (index, requirement) in inspection.notice.requirements.enumerated() {
      item(index, requirement.title[language], style: .text.bold)
      block(requirement.summary[language], indent: 4)
    }
  }

  private mutating func annex1() {
    guard let annex = inspection.annex1 else { return }
    heading(Phrase("附件1  \(annex.title)", "Annex 1  \(annex.title)"))
    let widths = [14, 14, 14, 8]
    row(annex.headings, widths, .muted.underlined, numbersFrom: 1)
    for entry in inspection.rows {
      row([entry.prefecture.text] + cells(entry.figures), widths, .text, numbersFrom: 1)
    }
    if let total = annex.total {
      row([total.label] + cells(total.figures), widths, .text.bold, numbersFrom: 1)
    }
    footnote()
  }

  private mutating func annex2() {
    guard let annex = inspection.annex2 else { return }
    heading(Phrase("附件2  \(annex.title)", "Annex 2  \(annex.title)"))
    let used = 5 + 10 + 13
    let issue = 30
    let name = max(16, min(44, width - used - issue))
    let widths = [5, 10, name, 13, max(issue, min(44, width - used - name))]
    row(annex.headings, widths, .muted.underlined)
    for finding in inspection.findings {
      row(
        [
          String(finding.row), finding.prefecture.text, finding.shownName[language],
          finding.code.printed ?? "",
          finding.text,
        ], widths, .text)
      if language == .english {
        block(issues(finding.issues), indent: used - 12, style: .muted)
      }
    }
    footnote()
  }

  private mutating func rest() {
    wordings()
    source()
  }

  private mutating func wordings() {
    guard !inspection.wordings.isEmpty else { return }
    heading(Phrase("类别用语", "Its wording of categories"))
    for (id, wording) in inspection.wordings.sorted(by: { $0.key < $1.key }) {
      fact(Phrase(wording, wording), directory.category(id).name[language], wide: 22)
    }
  }

  private mutating func source() {
    heading(Phrase("资料来源", "Source of these facts"))
    fact(Phrase("来源", "Source"), inspection.source?.title[language])
    fact(Phrase("读自", "Read in"), inspection.source?.readIn?[language])
    fact(Phrase("SHA-256", "SHA-256"), inspection.source?.sha256)
    fact(Phrase("版次", "Revision"), String(inspection.revision))
    fact(Phrase("完整程度", "Coverage"), Terms.coverage(inspection.coverage)[language])
    for note in inspection.notes { fact(Phrase("说明", "Note"), note[language]) }
  }

  // MARK: - Forms

  private mutating func heading(_ phrase: Phrase) {
    lines.append("")
    lines.append(StyledText(phrase[language], .accent.bold))
  }

  private mutating func fact(_ label: Phrase, _ value: String?, wide: Int? = nil) {
    guard let value, !value.isEmpty else { return }
    let column = wide ?? labelWidth
    let parts = alphabet.wrapped(value, to: max(8, width - column))
    for (index, part) in parts.enumerated() {
      let left =
        index == 0
        ? alphabet.fitted(label[language], to: column - 1) + " "
        : String(repeating: " ", count: column)
      lines.append(StyledText(left, .muted) + StyledText(part))
    }
  }

  private mutating func item(_ index: Int, _ text: String, style: Style = .text) {
    let parts = alphabet.wrapped(text, to: max(8, width - 4))
    for (line, part) in parts.enumerated() {
      let number = line == 0 ? alphabet.fitted("\(index + 1).", to: 4) : "    "
      lines.append(StyledText(number, .muted) + StyledText(part, style))
    }
  }

  private mutating func block(_ text: String, indent: Int, style: Style = .text) {
    for part in alphabet.wrapped(text, to: max(8, width - indent)) {
      lines.append(StyledText(String(repeating: " ", count: indent) + part, style))
    }
  }

  /// A row of a table; from one column on there are numbers, which stand at the right.
  private mutating func row(
    _ texts: [String], _ widths: [Int], _ style: Style, numbersFrom first: Int = .max
  ) {
    let cells = zip(texts, widths).enumerated().map { index, cell in
      let text = alphabet.fitted(
        cell.0, to: cell.1 - 1, alignment: index >= first ? .right : .left)
      return Span(index >= first ? " " + text : text + " ", style)
    }
    lines.append(StyledText(cells))
  }

  private mutating func footnote() {
    guard let footnote = inspection.sampling.footnote else { return }
    lines += alphabet.wrapped(footnote, to: width).map { StyledText($0, .muted) }
  }

  private func cells(_ figures: Inspection.Figures) -> [String] {
    [
      figures.running.map(String.init) ?? "", figures.failing.map(String.init) ?? "",
      figures.publishedRate ?? "",
    ]
  }

  private func issues(_ ids: [CategoryID]) -> String {
    ids.map { directory.category($0).name[language] }
      .joined(separator: language == .chinese ? "、" : ", ")
  }

  private func name(of prefecture: PrefectureID) -> String {
    directory.prefecture(prefecture)?.name[language] ?? prefecture.text
  }

  private func joined(_ items: [String]) -> String {
    items.joined(separator: language == .chinese ? "、" : ", ")
  }
}
