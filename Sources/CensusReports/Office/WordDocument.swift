internal import CensusCore
internal import CensusLists
internal import DisplayText

extension OfficialDocument {
  /// The paper as a document of office programs (.docx) in the official layout (GB/T 9704): A4, a
  /// type area of 156 by 225 mm, 22 lines of 28 characters; in English the same page with the type
  /// that is usual there.
  ///
  /// - Returns: the file; the same paper gives the same bytes.
  package var docx: [UInt8] {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let parts = ["document": "document.main", "styles": "styles", "settings": "settings"]
      .merging(["fontTable": "fontTable", "footer1": "footer", "footer2": "footer"]) { $1 }
    var archive = ZipArchive()
    archive.add(
      "[Content_Types].xml",
      officeContentTypes(
        parts.sorted { $0.key < $1.key }.map { ("/word/\($0.key).xml", "\(kind).\($0.value)+xml") })
    )
    archive.add("_rels/.rels", relationships([("officeDocument", "word/document.xml")]))
    archive.add("word/document.xml", wordBody)
    archive.add(
      "word/_rels/document.xml.rels",
      relationships([
        ("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"),
        ("footer", "footer1.xml"), ("footer", "footer2.xml"),
      ]))
    archive.add("word/styles.xml", WordStyles(language).xml)
    archive.add("word/settings.xml", wordSettings)
    archive.add("word/fontTable.xml", wordFonts)
    archive.add("word/footer1.xml", footer(isOdd: true))
    archive.add("word/footer2.xml", footer(isOdd: false))
    return archive.bytes
  }

  private var wordBody: String {
    let grid =
      language == .chinese
      ? "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>" : ""
    return xmlHead + "<w:document \(wordSpaces)><w:body>\n" + wordBlocks
      + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
      + "<w:footerReference w:type=\"even\" r:id=\"rId5\"/>"
      + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
      + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" "
      + "w:header=\"851\" w:footer=\"1400\" w:gutter=\"0\"/>\(grid)</w:sectPr>"
      + "</w:body></w:document>\n"
  }

  /// Two tables without a line between them would be one, and a table is never the last thing.
  private var wordBlocks: String {
    var text = ""
    var isBelowTable = false
    for (index, block) in blocks.enumerated() {
      let isTable = if case .table = block { true } else { false }
      if isTable, isBelowTable { text += paragraph("", "TableText") + "\n" }
      var more = leadsToClosing.contains(index) ? "<w:keepNext/>" : ""
      if isBelowTable { more += "<w:spacing w:before=\"160\"/>" }
      text += xml(of: block, more) + "\n"
      if isTable, index == blocks.count - 1 { text += paragraph("", "TableText") + "\n" }
      isBelowTable = isTable
    }
    return text
  }

  /// The paragraphs that stay on one page with the sender and the day, which never stand alone on it.
  ///
  /// They are the short ones before them, else the one before; a longer one above may stay behind.
  private var leadsToClosing: Set<Int> {
    var kept: Set<Int> = []
    for (index, block) in blocks.enumerated() {
      guard case .closing = block else { continue }
      for place in (0..<index).reversed().prefix(4) {
        guard case .paragraph(let text) = blocks[place] else { break }
        let isShort = text.displayWidth <= 52
        if isShort || kept.isEmpty { kept.insert(place) }
        if !isShort { break }
      }
    }
    return kept
  }

  private func xml(of block: Block, _ more: String) -> String {
    switch block {
    case .title(let text): paragraph(text, "Title")
    case .centred(let text): paragraph(text, "Centred")
    case .heading(let text): paragraph(text, "Heading1", more)
    case .flush(let text): paragraph(text, "Flush", more)
    case .paragraph(let text): paragraph(text, "BodyText", more)
    case .table(let table): xml(of: table)
    case .closing(let lines):
      zip(lines, rightGaps(of: lines)).enumerated().map { index, line in
        let before = index == 0 ? "<w:spacing w:before=\"1158\"/>" : ""
        let next = index == lines.count - 1 ? "" : "<w:keepNext/>"
        // A cell is half a character of 16 points.
        return paragraph(
          line.0, "Closing", next + before + "<w:ind w:right=\"\(line.1 * 160)\"/>")
      }.joined(separator: "\n")
    }
  }

  private func paragraph(_ text: String, _ style: String, _ more: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(more)</w:pPr><w:r>"
      + text.split(separator: "\n", omittingEmptySubsequences: false).map {
        "<w:t xml:space=\"preserve\">\(xmlText(neutralised(String($0))))</w:t>"
      }.joined(separator: "<w:br/>") + "</w:r></w:p>"
  }

  private func xml(of table: Table) -> String {
    let widths = WordColumns(table, cell: language == .chinese ? 122 : 107).widths
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }
    func row(_ cells: [String], isHead: Bool) -> String {
      "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")<w:jc w:val=\"center\"/></w:trPr>"
        + zip(cells, widths).map { text, width in
          "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/>"
            + "</w:tcPr>\(paragraph(text, isHead ? "TableHead" : "TableText"))</w:tc>"
        }.joined() + "</w:tr>\n"
    }
    return "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
      + "<w:jc w:val=\"center\"/><w:tblBorders>\(edges.joined())</w:tblBorders>"
      + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
      + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>\n"
      + row(table.head, isHead: true) + table.rows.map { row($0, isHead: false) }.joined()
      + "</w:tbl>"
  }

  /// The number of the page at its outer edge, between dashes.
  private func footer(isOdd: Bool) -> String {
    func run(_ content: String) -> String { "<w:r>\(content)</w:r>" }
    return xmlHead + "<w:ftr \(wordSpaces)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>"
      + "<w:ind w:left=\"280\" w:right=\"280\"/><w:jc w:val=\"\(isOdd ? "right" : "left")\"/></w:pPr>"
      + run("<w:t xml:space=\"preserve\">— </w:t>") + run("<w:fldChar w:fldCharType=\"begin\"/>")
      + run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>")
      + run("<w:fldChar w:fldCharType=\"separate\"/>") + run("<w:t>\(isOdd ? 1 : 2)</w:t>")
      + run("<w:fldChar w:fldCharType=\"end\"/>") + run("<w:t xml:space=\"preserve\"> —</w:t>")
      + "</w:p></w:ftr>\n"
  }
}

let wordSpaces =
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
  + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

private let wordSettings =
  xmlHead + "<w:settings \(wordSpaces)><w:evenAndOddHeaders/>"
  + "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
  + "<w:compatSetting w:name=\"compatibilityMode\" "
  + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>\n"

/// What stands in for a typeface that is not installed.
private let wordFonts: String = {
  let fonts = [
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S, 华文中宋, STZhongsong, Noto Serif CJK SC"),
    ("仿宋_GB2312", "仿宋, FangSong, 华文仿宋, STFangsong, Noto Serif CJK SC"),
    ("黑体", "SimHei, 华文黑体, STHeiti, Noto Sans CJK SC"),
    ("宋体", "SimSun, Noto Serif CJK SC"),
    ("Times New Roman", "Liberation Serif"),
  ]
  return xmlHead + "<w:fonts \(wordSpaces)>"
    + fonts.map { "<w:font w:name=\"\($0)\"><w:altName w:val=\"\($1)\"/></w:font>" }.joined()
    + "</w:fonts>\n"
}()
