internal import CensusCore

/// The looks of a document's blocks, by the names that its paragraphs have.
struct WordStyles {
  private let isChinese: Bool

  init(_ language: Language) {
    isChinese = language == .chinese
  }

  /// Sizes in half points, distances in twentieths of a point.
  var xml: String {
    let styles: [String] =
      isChinese
      ? [
        style("Normal", "", size: 32, line: 579, isDefault: true),
        style(
          "Title", "<w:keepNext/><w:jc w:val=\"center\"/>", size: 44, line: 700, after: 579,
          face: "方正小标宋简体"),
        style("Centred", "<w:jc w:val=\"center\"/>", size: 32, line: 579, after: 579),
        style(
          "Heading1", "<w:keepNext/>" + twoCharacters, size: 32, line: 579, face: "黑体"),
        style("Flush", "", size: 32, line: 579),
        style("BodyText", twoCharacters + "<w:jc w:val=\"both\"/>", size: 32, line: 579),
        style("Closing", "<w:jc w:val=\"right\"/>", size: 32, line: 579),
        style("TableHead", "<w:jc w:val=\"center\"/>", size: 24, line: nil, face: "黑体"),
        style("TableText", "", size: 24, line: nil),
        style("Footer", "", size: 28, line: nil, face: "宋体"),
      ]
      : [
        style("Normal", "", size: 24, line: nil, after: 120, isDefault: true),
        style(
          "Title", "<w:keepNext/><w:jc w:val=\"center\"/>", size: 32, line: nil, after: 360,
          isBold: true),
        style("Centred", "<w:jc w:val=\"center\"/>", size: 24, line: nil, after: 240),
        style("Heading1", "<w:keepNext/>", size: 24, line: nil, after: 120, isBold: true),
        style("Flush", "", size: 24, line: nil, after: 120),
        style("BodyText", "", size: 24, line: nil, after: 120),
        style("Closing", "<w:jc w:val=\"right\"/>", size: 24, line: nil),
        style("TableHead", "", size: 21, line: nil, isBold: true),
        style("TableText", "", size: 21, line: nil),
        style("Footer", "", size: 20, line: nil),
      ]
    return xmlHead + "<w:styles \(wordSpaces)><w:docDefaults><w:rPrDefault><w:rPr>"
      + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
      + "w:cs=\"Times New Roman\" w:eastAsia=\"仿宋_GB2312\"/>"
      + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>\n"
      + styles.joined() + "</w:styles>\n"
  }

  /// What office programs call the styles that they know themselves.
  private static let known = ["Heading1": "heading 1", "BodyText": "Body Text", "Footer": "footer"]

  private var tightNumbers: String {
    "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>"
  }

  /// The indent of a paragraph's first line.
  private var twoCharacters: String {
    "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
  }

  private func style(
    _ name: String, _ paragraph: String, size: Int, line: Int?, after: Int = 0, face: String? = nil,
    isBold: Bool = false, isDefault: Bool = false
  ) -> String {
    // Titles and tables stand off the grid of the page.
    let spacing =
      line.map { "w:line=\"\($0)\" w:lineRule=\"exact\"" } ?? "w:line=\"276\" w:lineRule=\"auto\""
    let isOffGrid = line != 579
    let grid = isOffGrid ? "<w:snapToGrid w:val=\"0\"/>" : ""
    // In a table a day has no room for blanks around its numbers.
    let tight = name.hasPrefix("Table") ? tightNumbers : ""
    // 28 characters of 16 points are 156 mm if each gives up a quarter of a point.
    let condensed = isChinese && size == 32 ? "<w:spacing w:val=\"-5\"/>" : ""
    let (before, placing) = split(paragraph)
    let font = face.map { "<w:rFonts w:eastAsia=\"\($0)\"/>" } ?? ""
    return "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "") "
      + "w:styleId=\"\(name)\"><w:name w:val=\"\(Self.known[name] ?? name)\"/>"
      + (isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>")
      + "<w:pPr>\(before)\(tight)\(grid)<w:spacing w:before=\"0\" w:after=\"\(after)\" \(spacing)/>"
      + "\(placing)</w:pPr><w:rPr>\(font)\(isBold ? "<w:b/>" : "")\(condensed)"
      + "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr></w:style>\n"
  }

  /// The order that the schema asks for: what keeps paragraphs together stands before spacing.
  private func split(_ paragraph: String) -> (String, String) {
    let keep = "<w:keepNext/>"
    return paragraph.hasPrefix(keep)
      ? (keep, String(paragraph.dropFirst(keep.utf8.count))) : ("", paragraph)
  }
}
