import CensusTestSupport
import DisplayText
import Testing

struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("云南省人民政府", 6, ["云南省", "人民政", "府"]),
    ("一二三，四五", 6, ["一二", "三，四", "五"]),
    ("一二（三四）五", 6, ["一二", "（三", "四）五"]),
    ("网站 zgdj.gov.cn 合格", 12, ["网站", "zgdj.gov.cn", "合格"]),
    ("代码5301000012号", 8, ["代码", "53010000", "12号"]),
    ("the quick brown", 9, ["the quick", "brown"]),
    ("第一行\n\n第三行", 20, ["第一行", "", "第三行"]),
    ("云a", 1, ["云", "a"]),
    ("，。", 1, ["，", "。"]),
    ("abc", 0, ["a", "b", "c"]),
  ])
  func breaksLines(text: String, columns: Int, lines: [String]) {
    #expect(wrapped(text, to: columns) == lines)
  }

  @Test(arguments: UInt64(0)..<100)
  func losesNothingButBlanksAndKeepsTheWidth(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("云南省，。（）“”—…ab1 .,:\n")
    let text = String((0..<60).map { _ in alphabet.randomElement(using: &random) ?? " " })
    for columns in 1...20 {
      let lines = wrapped(text, to: columns)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
      #expect(lines.allSatisfy { $0.displayWidth <= max(2, columns) })
    }
  }
}
