import CensusTestSupport

/// The sample notice as office documents and pages, with all that makes reading them hard.
enum Documents {
  private static let relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  private static let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The relations of a package or a part: identity, kind, target.
  static func relations(_ all: [(String, String, String)]) -> String {
    relations
      + all.map { "<Relationship Id=\"\($0.0)\" Type=\"\(kind)/\($0.1)\" Target=\"\($0.2)\"/>" }
      .joined()
      + "</Relationships>"
  }

  // MARK: - .docx

  /// A .docx around the content of its body, its main part at a path that nobody expects.
  static func word(_ body: String, before: String = "") -> [UInt8] {
    Zip([
      "_rels/.rels": relations([("r1", "officeDocument", "/odd/text.xml")]),
      "odd/text.xml": before
        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><w:body>\(body)"
        + "</w:body></w:document>",
    ]).bytes
  }

  static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// The notice: merges with and without a value, a code in two runs, deletions, a break in a name,
  /// a content control, a title row over all columns.
  static var word: [UInt8] {
    var rows = [row([cell(SampleNotice.secondTitle, "<w:gridSpan w:val=\"5\"/>")])]
    var before = ""
    for (index, row) in SampleNotice.second.enumerated() {
      let isMerged = row[1] == before
      before = row[1]
      let merge =
        isMerged
        ? (index % 2 == 0 ? "<w:vMerge/>" : "<w:vMerge w:val=\"continue\"/>")
        : "<w:vMerge w:val=\"restart\"/>"
      rows.append(
        self.row([
          cell(row[0]), cell(isMerged ? "" : row[1], merge),
          "<w:tc><w:p><w:r><w:t>\(row[2].prefix(2))</w:t><w:br/><w:t>\(row[2].dropFirst(2))</w:t></w:r></w:p></w:tc>",
          "<w:tc><w:p><w:r><w:t>\(row[3].prefix(4))</w:t></w:r><w:del><w:r><w:delText>99</w:delText>"
            + "</w:r></w:del><w:ins><w:r><w:t>\(row[3].dropFirst(4))</w:t></w:r></w:ins></w:p></w:tc>",
          "<w:tc><w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>\(row[4])</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>",
        ]))
    }
    let first = SampleNotice.first.map { self.row($0.map { cell($0) }) }
    let body =
      SampleNotice.body.map(paragraph).joined() + paragraph("附件1")
      + paragraph(SampleNotice.firstTitle) + "<w:tbl>\(first.joined())</w:tbl>"
      + paragraph("附件2") + "<w:tbl>\(rows.joined())</w:tbl>" + paragraph(SampleNotice.note)
    return word(body)
  }

  private static func row(_ cells: [String]) -> String { "<w:tr>\(cells.joined())</w:tr>" }

  private static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
  }

  // MARK: - .xlsx

  /// A .xlsx of some sheets, whose parts are given as they are.
  static func workbook(
    _ sheets: [String], strings: String? = nil, styles: String? = nil, hidden: Int? = nil
  ) -> [UInt8] {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let list = sheets.indices.map {
      "<sheet name=\"表\($0 + 1)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\""
        + ($0 == hidden ? " state=\"hidden\"" : "") + "/>"
    }
    var parts = [
      "_rels/.rels": relations([("r1", "officeDocument", "xl/book.xml")]),
      "xl/book.xml":
        "<workbook \(space) xmlns:r=\"\(kind)\"><sheets>\(list.joined())</sheets></workbook>",
      "xl/_rels/book.xml.rels": relations(
        sheets.indices.map { ("s\($0)", "worksheet", "s/\($0).xml") }
          + (strings == nil ? [] : [("t", "sharedStrings", "texts.xml")])
          + (styles == nil ? [] : [("y", "styles", "looks.xml")])),
    ]
    for (place, sheet) in sheets.enumerated() {
      parts["xl/s/\(place).xml"] = "<worksheet \(space)>\(sheet)</worksheet>"
    }
    if let strings { parts["xl/texts.xml"] = "<sst \(space)>\(strings)</sst>" }
    if let styles { parts["xl/looks.xml"] = "<styleSheet \(space)>\(styles)</styleSheet>" }
    return Zip(parts).bytes
  }

  /// The notice in three sheets, the text among them: inline and shared texts, pronunciation,
  /// codes as numbers and with an exponent, rates as numbers, merges.
  static var workbook: [UInt8] {
    let text = SampleNotice.body + [SampleNotice.note]
    let body = text.enumerated().map { "<row r=\"\($0 + 1)\">\(inline("A\($0 + 1)", $1))</row>" }
    let styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0%\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"
    let first = SampleNotice.first.enumerated().map { place, row -> String in
      let cells = row.enumerated().map { column, text -> String in
        let spot = "\(Array("ABCD")[column])\(place + 1)"
        if text.hasSuffix("%") {
          return
            "<c r=\"\(spot)\" s=\"1\"><v>0.\(text == "100%" ? "999999" : String(text.dropLast()))</v></c>"
        }
        return Int(text) == nil ? inline(spot, text) : "<c r=\"\(spot)\"><v>\(text)</v></c>"
      }
      return "<row>\(cells.joined())</row>"
    }
    var strings: [String] = []
    var rows = ["<row r=\"1\">\(inline("A1", SampleNotice.secondTitle))</row>"]
    var merges = ["A1:E1", "B3:B4", "B5:B7", "B8:B9"]
    for (place, row) in SampleNotice.secondMerged.enumerated() {
      let cells = row.enumerated().compactMap { column, text -> String? in
        let spot = "\(Array("ABCDE")[column])\(place + 2)"
        if text.isEmpty { return nil }
        if column == 3, text.count == 10 {
          let head = text.prefix(1)
          return
            "<c r=\"\(spot)\"><v>\(place % 2 == 0 ? text : "\(head).\(text.dropFirst())E9")</v></c>"
        }
        strings.append(
          "<si><r><t>\(text.prefix(1))</t></r><r><t>\(text.dropFirst())</t></r><rPh sb=\"0\" eb=\"1\"><t>pin</t></rPh></si>"
        )
        return "<c r=\"\(spot)\" t=\"s\"><v>\(strings.count - 1)</v></c>"
      }
      rows.append("<row r=\"\(place + 2)\">\(cells.joined())</row>")
    }
    merges = merges.map { "<mergeCell ref=\"\($0)\"/>" }
    let second =
      "<sheetData>\(rows.joined())</sheetData><mergeCells>\(merges.joined())</mergeCells>"
    return workbook(
      [
        "<sheetData>\(body.joined())</sheetData>", "<sheetData>\(first.joined())</sheetData>",
        second,
      ],
      strings: strings.joined(), styles: styles)
  }

  static func inline(_ spot: String, _ text: String) -> String {
    "<c r=\"\(spot)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  // MARK: - Pages

  /// The notice as a page: layout tables, cells that are not closed, a code of the page's own.
  static var page: String {
    func table(_ rows: [[String]], merged: Bool) -> String {
      var before = ""
      let lines = rows.enumerated().map { place, row -> String in
        let cells = row.enumerated().compactMap { column, text -> String? in
          guard merged, column == 1 else { return "<td>\(text)" }
          if text == before { return nil }
          before = text
          let count = rows[place...].prefix { $0[1] == text }.count
          return "<td rowspan=\(count)><p>\(text)</p></td>"
        }
        return "<tr>" + cells.joined()
      }
      return "<table border=1>\(lines.joined(separator: "\n"))</table>"
    }
    return "<html><head><meta charset=gb2312><meta name=SiteIDCode content=5300000001>"
      + "<title>某网站</title><script>var a='<table>';</script></head><body><table><tr><td>首页"
      + "<tr><td>" + SampleNotice.body.map { "<p>\($0)</p>" }.joined(separator: "\n")
      + "<p>附件1<p>\(SampleNotice.firstTitle)" + table(SampleNotice.first, merged: false)
      + "<p>附件2<p>\(SampleNotice.secondTitle)" + table(SampleNotice.second, merged: true)
      + "<p>\(SampleNotice.note)<tr><td>网站标识码：5300000001 版权所有</table></body></html>"
  }
}
