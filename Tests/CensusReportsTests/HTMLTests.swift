import CensusCore
import CensusLists
import CensusReports
import CensusTestSupport
import Testing

/// Lists as pages: complete in themselves, and harmless whatever their texts hold.
struct HTMLTests {
  private func roll(_ texts: [String]) -> Roll<Int> {
    Roll(
      .units,
      fields: [
        Field(
          "name", Phrase("名称", "Name"),
          words: { row, _ in Words(texts[row], row == 0 ? .bad : .text, struck: row == 2) },
          value: { .text(texts[$0]) }),
        Field("count", Phrase("数", "Count"), .right) { .integer($0) },
      ], rows: Array(texts.indices), naming: "name", empty: Phrase("没有。", "Nothing."),
      remarks: { [Phrase("共\($0.count)行。", "\($0.count) rows.")] })
  }

  private static let date = Phrase("数据截至2018-10-24", "Data as of 2018-10-24")

  @Test func aTableHasHeadingsWithTheirScope() {
    let page = roll(["甲", "b", "c"]).html(.english, beside: Self.date)
    for part in [
      "<!DOCTYPE html>\n<html lang=\"en\">", "<title>Receipt desk</title>",
      "<caption>Receipt desk</caption>", "<th scope=\"col\" class=\"t s\">Name</th>",
      "<th scope=\"row\" class=\"t s\"><strong class=\"bad\"><span lang=\"zh-CN\">甲</span></strong></th>",
      "<td class=\"n s\">1</td>", "<s>c</s>", "<p class=\"remark\">3 rows.</p>",
      "<p class=\"date\">Data as of 2018-10-24</p>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(roll(["甲"]).html(.chinese, beside: Self.date).contains("<html lang=\"zh-CN\">"))
  }

  @Test func anEmptyListIsASentence() {
    let page = roll([]).html(.english, beside: Self.date)
    #expect(page.contains("<p class=\"empty\">Nothing.</p>"))
    #expect(!page.contains("<table"))
  }

  /// Nothing that a text holds becomes a tag, an attribute or an entity, and nothing turns the line.
  @Test func hostileTextsStayTexts() {
    let alphabet = [
      "<", ">", "&", "\"", "'", "<script>alert(1)</script>", "</td>", "<!--", "]]>", "&lt;",
      "\u{202E}",
      "\u{2066}", "\u{0}", "\u{1B}[31m", "javascript:", "x", "昆明", " ", "`", "=", "\n",
    ]
    let plain = roll(["x", "x", "x"]).html(.chinese, beside: Self.date)
    var random = SplitMix64(seed: 12)
    for _ in 0..<600 {
      let texts = (0..<3).map { _ in
        (0..<Int.random(in: 1...8, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? ""
        }.joined()
      }
      for language in Language.allCases {
        let page = roll(texts).html(language, beside: Self.date)
        if language == .chinese { #expect(tags(page) == tags(plain), "\(texts)") }
        #expect(
          page.unicodeScalars.allSatisfy {
            $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
          }, "\(texts)")
        #expect(!page.contains("<script"), "\(texts)")
      }
    }
  }

  /// The tags of a page in their order, with their attributes, but for whether a cell is short.
  private func tags(_ page: String) -> [String] {
    page.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix { $0 != ">" }).replacing(" s\"", with: "\"")
    }
  }

  /// Nothing is fetched, nothing runs.
  @Test func aPageIsCompleteInItself() {
    let page = roll(["http://x.example/"]).html(.chinese, beside: Self.date)
    for outside in ["src=", "href=", "url(", "@import", "<script", "<link", "<iframe", "onload"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(page.contains("default-src &#39;none&#39;"))
  }
}
