import CensusCore
import TerminalKit

/// Composes the lines of the notice's page: labels in one column, values wrapped beside them.
struct NoticeText {
  let inspection: Inspection
  let directory: Directory
  let language: Language
  let alphabet: Alphabet
  let width: Int
  private var lines: [StyledText] = []
  private var labelWidth: Int { language == .chinese ? 14 : 24 }

  init(
    inspection: Inspection, directory: Directory, language: Language, alphabet: Alphabet,
    width: Int
  ) {
    self.inspection = inspection
    self.directory = directory
    self.language = language
    self.alphabet = alphabet
    self.width = width
  }

  mutating func composed() -> [StyledText] {
    document()
    figures()
    demands()
    words()
    annex1()
    annex2()
    rest()
    return lines
  }

  // MARK: - Sections

  private mutating func document() {
    let notice = inspection.notice
    if let title = notice.title {
      lines.append("")
      lines += alphabet.wrapped(title, to: width).map { StyledText($0, .text.bold) }
    }
    lines.append("")
    fact(Phrase("季度", "Quarter"), inspection.quarter.name[language])
    fact(Phrase("文号", "Document"), notice.document)
    fact(Phrase("文种", "Series"), notice.series)
    fact(Phrase("印发机关", "Issuer"), notice.issuer)
    fact(Phrase("印发日期", "Issued"), notice.issued.map { Terms.dated($0)[language] })
    fact(Phrase("主送", "Addressed to"), joined(notice.addressees))
    fact(Phrase("抄送", "Copied to"), joined(notice.copiedTo))
    fact(Phrase("附件", "Annexes"), joined(notice.annexes))
    for basis in notice.legalBases {
      fact(Phrase("依据", "Rests on"), "\(basis.document)  \(basis.title)")
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
    fact(Phrase("复算合格率", "Computed rate"), figures.computedRate)
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
    let notice = inspection.notice
    if !notice.problems.isEmpty || !inspection.mentions.isEmpty {
      heading(Phrase("主要问题（摘要）", "Main problems (in our words)"))
      for (index, problem) in notice.problems.enumerated() { item(index, problem[language]) }
    }
    for mention in inspection.mentions {
      let prefecture = name(of: mention.prefecture)
      fact(
        Phrase("正文点名", "Named"),
        [mention.siteName, prefecture, mention.code?.text, mention.text, issues(mention.issues)]
          .compactMap(\.self).joined(separator: "  "))
    }
    guard !notice.requirements.isEmpty else { return }
    heading(Phrase("下一步要求（摘要）", "Requirements (in our words)"))
    for (index, requirement) in notice.requirements.enumerated() {
      item(index, requirement.title[language], style: .text.bold)
      block(requirement.summary[language], indent: 4)
    }
  }

  private mutating func annex1() {
    guard let annex = inspection.annex1 else { return }
    heading(Phrase("附件1  \(annex.title)", "Annex 1  \(annex.title)"))
    let widths = [14, 14, 14, 8]
    row(annex.headings, widths, .muted.underlined)
    for entry in inspection.rows {
      row([entry.prefecture] + cells(entry.figures), widths, .text)
    }
    if let total = annex.total { row([total.label] + cells(total.figures), widths, .text.bold) }
    footnote()
  }

  private mutating func annex2() {
    guard let annex = inspection.annex2 else { return }
    heading(Phrase("附件2  \(annex.title)", "Annex 2  \(annex.title)"))
    let used = 4 + 10 + 12 + 4
    let issue = 30
    let widths = [4, 10, max(16, min(38, width - used - issue)), 12, issue]
    row(annex.headings, widths, .muted.underlined)
    for finding in inspection.findings {
      row(
        [
          String(finding.id.row), finding.prefecture, finding.siteName, finding.code.text,
          finding.text,
        ], widths, .text)
      if language == .english {
        block(issues(finding.issues), indent: used - 12, style: .muted)
      }
    }
    footnote()
  }

  private mutating func rest() {
    if !inspection.wordings.isEmpty {
      heading(Phrase("类别用语", "Its wording of categories"))
      for (id, wording) in inspection.wordings.sorted(by: { $0.key < $1.key }) {
        fact(Phrase(id, id), "\(wording)  \(directory.category(id).name[language])", wide: 22)
      }
    }
    heading(Phrase("记录来源", "Source of this record"))
    fact(Phrase("来源", "Source"), inspection.source?.title[language])
    fact(Phrase("读自", "Read in"), inspection.source?.readIn?[language])
    fact(Phrase("SHA-256", "SHA-256"), inspection.source?.sha256)
    fact(Phrase("修订", "Revision"), String(inspection.revision))
    fact(Phrase("完整程度", "Coverage"), Terms.coverage(inspection.coverage)[language])
    for note in inspection.notes { fact(Phrase("说明", "Note"), note[language]) }
    lines.append("")
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

  private mutating func row(_ texts: [String], _ widths: [Int], _ style: Style) {
    let cells = zip(texts, widths).map { Span(alphabet.fitted($0, to: $1), style) }
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

  private func issues(_ ids: [String]) -> String {
    ids.map { directory.category($0).name[language] }
      .joined(separator: language == .chinese ? "、" : ", ")
  }

  private func name(of prefecture: String) -> String {
    directory.prefecture(prefecture)?.name[language] ?? prefecture
  }

  private func joined(_ items: [String]) -> String {
    items.joined(separator: language == .chinese ? "、" : ", ")
  }
}
