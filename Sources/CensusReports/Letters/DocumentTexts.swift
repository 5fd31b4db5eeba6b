internal import CensusCore
internal import DisplayText

extension OfficialDocument {
  /// The paper as plain text: to be read, said on the telephone, or pasted into a message.
  package var text: String {
    var parts: [String] = []
    var isApart = true
    for block in blocks {
      let stands = language == .english || block.standsApart
      // Only paragraphs follow each other without a blank line, as on paper.
      let isFirst = parts.isEmpty
      if !isFirst, stands || isApart { parts.append("") }
      isApart = block.standsApart
      parts += lines(of: block)
    }
    return parts.map { neutralised($0) + "\n" }.joined()
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .title(let text), .centred(let text):
      return text.split(separator: "\n").map { line in
        blanks((lineWidth - String(line).displayWidth) / 2) + line
      }
    case .heading(let text), .paragraph(let text):
      return [(language == .chinese ? "　　" : "") + text]
    case .flush(let text): return [text]
    case .closing(let lines):
      return zip(lines, rightGaps(of: lines)).map { line, gap in
        blanks(lineWidth - gap - line.displayWidth) + line
      }
    case .table(let table):
      let widths = table.head.indices.map { column in
        table.lines.map { $0[column].displayWidth }.max() ?? 0
      }
      let lines = table.lines.map { cells in
        zip(cells, widths).map { $0 + blanks($1 - $0.displayWidth) }.joined(separator: "  ")
          .trimmingEnd
      }
      let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
      return [lines[0], rule] + lines.dropFirst()
    }
  }

  /// How many cells stand free to the right of each closing line: the day four characters from the
  /// edge, the sender in the middle above it.
  func rightGaps(of lines: [String]) -> [Int] {
    guard language == .chinese, let day = lines.last else { return lines.map { _ in 0 } }
    return lines.map { line in max(0, 8 + (day.displayWidth - line.displayWidth) / 2) }
  }

  /// The paper as Markdown.
  package var markdown: String {
    blocks.map { block in
      switch block {
      case .title(let text): "# \(markdownLine(joined(text)))\n"
      case .heading(let text): "## \(markdownLine(text))\n"
      case .centred(let text), .flush(let text), .paragraph(let text): markdownLine(text) + "\n"
      case .closing(let lines): lines.map(markdownLine).joined(separator: "  \n") + "\n"
      case .table(let table):
        ([table.head, table.head.map { _ in "---" }] + table.rows).enumerated().map { row, cells in
          "| " + (row == 1 ? cells : cells.map(markdownCell)).joined(separator: " | ") + " |\n"
        }.joined()
      }
    }.joined(separator: "\n")
  }

  /// The paper as a page of its own, which prints on A4.
  package var html: String {
    htmlPage(
      Phrase(title, title), language,
      styles: [commonStyle, language == .chinese ? chineseStyle : englishStyle],
      blocks.map { markup(of: $0) + .line }.joined)
  }

  private func markup(of block: Block) -> Markup {
    switch block {
    case .title(let text):
      let lines = text.split(separator: "\n").map { Markup(String($0)) }
      return .element(
        "h1", [:],
        lines.dropFirst().reduce(lines.first ?? .none) { $0 + .void("br") + $1 })
    case .centred(let text): return .element("p", ["class": "centred"], Markup(text))
    case .heading(let text): return .element("h2", [:], Markup(text))
    case .flush(let text): return .element("p", ["class": "flush"], Markup(text))
    case .paragraph(let text): return .element("p", [:], Markup(text))
    case .closing(let lines):
      let signed = zip(lines, rightGaps(of: lines)).map { line, gap in
        Markup.element(
          "p", ["style": "margin-right: \(gap / 2)\(gap % 2 == 0 ? "" : ".5")em"], Markup(line))
          + .line
      }
      return .element("div", ["class": "closing"], .line, signed.joined)
    case .table(let table):
      let head = table.head.map { Markup.element("th", ["scope": "col"], Markup($0)) }
      let rows = table.rows.map { cells -> Markup in
        let written = cells.map { Markup.element("td", [:], Markup($0)) }
        return Markup.element("tr", [:], written.joined) + .line
      }
      return .element(
        "table", [:], .line, .element("thead", [:], .element("tr", [:], head.joined)), .line,
        .element("tbody", [:], .line, rows.joined), .line)
    }
  }
}

extension OfficialDocument.Block {
  /// Whether blank lines part it from what is around it, as they do not part paragraphs.
  fileprivate var standsApart: Bool {
    switch self {
    case .title, .centred, .table, .closing: true
    case .heading, .flush, .paragraph: false
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}

/// So many cells are a line of the official layout: 28 characters.
private let lineWidth = 56

/// A line of Markdown in which nothing is markup but what the block makes of it.
private func markdownLine(_ text: String) -> String {
  let safe = markdownCell(text)
  // A sign at the start would begin a list, a heading or a quotation.
  guard let first = safe.first, "#>+-=~".contains(first) else { return safe }
  return "\\" + safe
}

/// What both languages have in common.
private let commonStyle: StaticString = """
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  main { max-width: 156mm; margin: 2rem auto; }
  h1, h2, p { margin: 0; }
  h1, .centred { text-align: center; }
  table { width: 100%; margin: .6em 0; border-collapse: collapse; }
  th, td { padding: .2em .5em; border: 1px solid; text-align: left; vertical-align: middle; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .closing { margin-top: 3em; text-align: right; break-inside: avoid; }
  @media print { main { max-width: none; margin: 0; } }

  """

private let chineseStyle: StaticString = """
  body { font: 16pt/1.8 "仿宋_GB2312", FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif; }
  h1 { margin-bottom: 1em; font: 22pt/1.6 "方正小标宋简体", "华文中宋", STZhongsong, SimSun, "Noto Serif CJK SC", serif; }
  h2 { text-indent: 2em; font: 16pt/1.8 "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
  p { text-align: justify; text-indent: 2em; }
  .centred, .flush, .closing p { text-indent: 0; }
  .closing p { text-align: right; }
  table { font-size: 12pt; line-height: 1.5; }

  """

private let englishStyle: StaticString = """
  body { font: 12pt/1.5 "Times New Roman", "Liberation Serif", serif; }
  h1 { margin-bottom: 1em; font-size: 16pt; }
  h2 { margin: .6em 0; font-size: 12pt; }
  p { margin: .6em 0; }
  .closing p { margin-top: 0; margin-bottom: 0; }
  table { font-size: 10.5pt; }

  """
