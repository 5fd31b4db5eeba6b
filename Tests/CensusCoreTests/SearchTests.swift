import CensusCore
import CensusTestSupport
import Testing

@Suite("Search")
struct SearchTests {
  @Test(
    "Words that all have to occur, or must not",
    arguments: [
      ("", true), ("  ", true), ("!", true), ("耿马", true), ("耿马 临沧", true), ("耿马　临沧", true),
      ("耿马\t临沧", true), ("耿马 昆明", false), ("!昆明", true), ("！昆明", true), ("!临沧", false),
      ("耿马 !5309", false), ("5309 !5301", true), ("５３０９", true), ("ＧＯＶ", true), ("gov", true),
      ("GOV.cn", true), ("govcn", false), ("马政府公众", true), ("网5309", false), ("扣分大于 40", true),
      ("昆明|临沧", true), ("昆明｜临沧", true), ("昆明|大理", false), ("|", true), ("昆明|", false),
      ("|临沧", true), ("临沧|大理 耿马|昆明", true), ("临沧|大理 丽江|昆明", false),
      ("!昆明|大理", true), ("!昆明|临沧", false), ("!|", true), ("临沧 !km|dl", true),
    ])
  func matches(text: String, isMatch: Bool) {
    let row = ["耿马政府公众信息网", "5309260040", "临沧", "扣分大于 40", "www.Gov.CN"]
    #expect(SearchQuery(text).matches(row) == isMatch)
    #expect(SearchQuery(text).matches(SearchText(row)) == isMatch)
  }

  @Test("Only blanks and marks ask for nothing", arguments: [" ! ", "", "|", "!|", "｜　！"])
  func empty(text: String) {
    #expect(SearchQuery(text).isEmpty)
    #expect(SearchQuery(text).matches([]))
  }

  @Test("Everything else asks for something", arguments: ["!a", "a", "a|", "!!"])
  func full(text: String) {
    #expect(!SearchQuery(text).isEmpty)
    #expect(SearchQuery(text).matches([]) == text.hasPrefix("!"))
  }

  static let names = [
    "昆明市", "耿马县", "西双版纳州", "楚雄州", "重庆市", "长沙市", "绿春县", "西安市", "厦门市", "Kunming", "2018年通报",
  ]

  @Test(
    "Which names a query finds",
    arguments: [
      // First letters, from any character on.
      ("km", ["昆明市"]), ("KM", ["昆明市"]), ("ｋｍ", ["昆明市"]), ("gm", ["耿马县"]), ("xsbn", ["西双版纳州"]),
      ("sbn", ["西双版纳州"]), ("cx", ["楚雄州", "绿春县"]), ("mx", ["耿马县"]), ("xb", []), ("kms", ["昆明市"]),
      ("kmx", []), ("lcx", ["绿春县"]),
      // A single letter is a letter.
      ("k", ["Kunming"]), ("x", []),
      // In full, to the end or not, from the beginning of a character on.
      ("kunming", ["昆明市", "Kunming"]), ("kunmingshi", ["昆明市"]), ("kunm", ["昆明市", "Kunming"]),
      ("ku", ["昆明市", "Kunming"]), ("unming", ["Kunming"]), ("gengma", ["耿马县"]), ("engma", []),
      ("genma", []), ("chuxiong", ["楚雄州"]), ("xishuangbanna", ["西双版纳州"]),
      // Mixed.
      ("xishuangbn", ["西双版纳州"]), ("xishuangb", ["西双版纳州"]), ("xsbanna", ["西双版纳州"]),
      ("昆m", ["昆明市"]), ("昆ming", ["昆明市"]), ("k明", ["昆明市"]), ("昆mx", []), ("xsb纳", ["西双版纳州"]),
      ("2018n", ["2018年通报"]), ("１８niantb", ["2018年通报"]), ("8ntb", ["2018年通报"]),
      // Two letters that are one sound.
      ("zhou", ["西双版纳州", "楚雄州"]), ("xiongzh", ["楚雄州"]), ("chx", ["楚雄州", "绿春县"]), ("kmsh", ["昆明市"]),
      ("chqsh", ["重庆市"]), ("xshb", ["西双版纳州"]),
      // Several readings.
      ("cq", ["重庆市"]), ("zq", ["重庆市"]), ("chongqing", ["重庆市"]), ("zhongqing", ["重庆市"]),
      ("cs", ["长沙市"]), ("zs", ["长沙市"]), ("changsha", ["长沙市"]), ("xm", ["厦门市"]), ("sm", ["厦门市"]),
      // The letter ü.
      ("lvchun", ["绿春县"]), ("luchun", ["绿春县"]), ("lüchun", ["绿春县"]), ("LÜCHUN", ["绿春县"]),
      ("lv", ["绿春县"]), ("lu", ["绿春县"]), ("lb", []),
      // An apostrophe parts syllables.
      ("xi'an", ["西安市"]), ("xian", ["耿马县", "绿春县", "西安市"]), ("xi’an", []),
      ("xi'", ["西双版纳州", "西安市"]),
      ("x'a", ["西安市"]), ("k'm", ["昆明市"]),
      // Not, or.
      ("shi !km", ["重庆市", "长沙市", "西安市", "厦门市"]), ("km|gm", ["昆明市", "耿马县"]),
      ("！昆|xian|shi|zhou|tongbao", ["Kunming"]),
    ] as [(String, [String])])
  func finds(query: String, expected: [String]) {
    let query = SearchQuery(query)
    #expect(Self.names.filter { query.matches(SearchText([$0])) } == expected)
  }

  @Test("A word does not go from one text into the next")
  func texts() {
    #expect(!SearchQuery("km").matches(["昆", "明"]))
    #expect(!SearchQuery("昆明").matches(["昆", "明"]))
    #expect(!SearchQuery("km").matches(["昆 明"]))
    #expect(SearchQuery("k m").matches(["kimono", "昆明"]))
  }

  @Test("A word of 64 letters or more is text, not pinyin")
  func longWords() {
    let name = String(repeating: "昆明", count: 40)
    #expect(SearchQuery(name).matches([name]))
    #expect(SearchQuery(String(repeating: "km", count: 31)).matches([name]))
    #expect(!SearchQuery(String(repeating: "km", count: 32)).matches([name]))
    let many = String(repeating: "a", count: 62)
    #expect(SearchQuery(many).matches([String(repeating: "阿", count: 62)]))
    #expect(!SearchQuery(many).matches([String(repeating: "阿", count: 61)]))
    #expect(!SearchQuery(many + "b").matches([String(repeating: "阿", count: 100)]))
  }

  @Test("What is between texts is not found", arguments: ["\0", "\0\0", "\0km", "km\0"])
  func nothing(text: String) {
    let query = SearchQuery(text)
    #expect(!query.matches(["昆明", "大理"]))
    #expect(query.rank(SearchText(["昆明", ""])) == nil)
    #expect(query.matches(in: "昆明") == [])
  }

  @Test(
    "Ranges to highlight, in scalars",
    arguments: [
      ("政府", "耿马政府公众信息网政府", [2..<4, 9..<11]), ("aa", "aAa", [0..<2, 1..<3]),
      ("Ｑ３", "2018q3", [4..<6]), ("!政府", "政府", []), ("长长长", "长", []),
      ("马 网", "耿马网", [1..<2, 2..<3]), ("", "耿马", []), ("é", "cafe\u{301}", []),
      ("gm", "耿马政府", [0..<2]), ("km", "在昆明，昆明", [1..<3, 4..<6]), ("gengm", "临沧耿马县", [2..<4]),
      ("geng", "耿马", [0..<1]), ("an", "安宁", [0..<2]), ("an", "安顺", [0..<1]), ("昆m", "昆明", [0..<2]),
      ("!km", "昆明", []),
      ("km|lc", "昆明临沧", [0..<2, 2..<4]),
      ("xi'an", "西安市", [0..<2]), ("cq", "重庆", [0..<2]), ("zq", "重庆", [0..<2]),
      ("km", "𠀀昆明", [1..<3]), ("kunming", "Kunming 昆明", [0..<7, 8..<10]), ("k", "昆明", []),
    ] as [(String, String, [Range<Int>])])
  func ranges(query: String, text: String, expected: [Range<Int>]) {
    #expect(SearchQuery(query).matches(in: text) == expected)
  }

  @Test(
    "How closely a row answers",
    arguments: [
      ("昆明", ["昆明"], .exact), ("昆明", ["大理", "昆明"], .exact), ("KUNMING", ["Kunming"], .exact),
      ("昆明", ["昆明市"], .prefix), ("昆明", ["云南昆明"], .text), ("kun", ["Kunming"], .prefix),
      ("昆明", ["云南昆明", "昆明市"], .prefix), ("km", ["昆明市"], .initialsAtStart),
      ("km", ["云南昆明"], .initials), ("km", ["云南昆明", "昆明市"], .initialsAtStart),
      ("昆m", ["昆明市"], .initialsAtStart), ("kunming", ["昆明市"], .pinyin), ("kunm", ["昆明市"], .pinyin),
      ("ku", ["昆明市"], .pinyin), ("km", ["km", "昆明"], .exact),
      ("kunming", ["昆明", "Kunming"], .exact),
      ("昆明 km", ["昆明"], .initialsAtStart), ("dali|昆明", ["昆明市"], .prefix), ("昆明", ["大理"], nil),
      ("昆明 !市", ["昆明市"], nil), ("", ["昆明"], .exact), ("!大理", ["昆明"], .exact),
    ] as [(String, [String], SearchQuery.Rank?)])
  func rank(query: String, texts: [String], expected: SearchQuery.Rank?) {
    #expect(SearchQuery(query).rank(SearchText(texts)) == expected)
  }

  @Test("The order of ranks is the order of the design")
  func ranks() {
    let ranks: [SearchQuery.Rank] = [.pinyin, .initials, .text, .prefix, .initialsAtStart, .exact]
    #expect(
      ranks.sorted() == [.exact, .prefix, .text, .initialsAtStart, .initials, .pinyin])
  }
}
