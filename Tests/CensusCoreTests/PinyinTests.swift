import CensusCore
import CensusTestSupport
import Testing

@Suite("Pinyin")
struct PinyinTests {
  /// Full pinyin of names, a blank between syllables; the first letters follow from it.
  static let yunnan: [String: String] = [
    "五华": "wu hua", "盘龙": "pan long", "官渡": "guan du", "西山": "xi shan", "东川": "dong chuan",
    "呈贡": "cheng gong", "晋宁": "jin ning", "富民": "fu min", "宜良": "yi liang", "石林": "shi lin",
    "嵩明": "song ming", "禄劝": "lu quan", "寻甸": "xun dian", "安宁": "an ning",
    "麒麟": "qi lin", "沾益": "zhan yi", "马龙": "ma long", "陆良": "lu liang", "师宗": "shi zong",
    "罗平": "luo ping", "富源": "fu yuan", "会泽": "hui ze", "宣威": "xuan wei",
    "红塔": "hong ta", "江川": "jiang chuan", "澄江": "cheng jiang", "通海": "tong hai",
    "华宁": "hua ning", "易门": "yi men", "峨山": "e shan", "新平": "xin ping", "元江": "yuan jiang",
    "隆阳": "long yang", "施甸": "shi dian", "腾冲": "teng chong", "龙陵": "long ling",
    "昌宁": "chang ning",
    "昭阳": "zhao yang", "鲁甸": "lu dian", "巧家": "qiao jia", "盐津": "yan jin", "大关": "da guan",
    "永善": "yong shan", "绥江": "sui jiang", "镇雄": "zhen xiong", "彝良": "yi liang",
    "威信": "wei xin", "水富": "shui fu",
    "古城": "gu cheng", "玉龙": "yu long", "永胜": "yong sheng", "华坪": "hua ping",
    "宁蒗": "ning lang",
    "思茅": "si mao", "宁洱": "ning er", "墨江": "mo jiang", "景东": "jing dong", "景谷": "jing gu",
    "镇沅": "zhen yuan", "江城": "jiang cheng", "孟连": "meng lian", "澜沧": "lan cang",
    "西盟": "xi meng",
    "临翔": "lin xiang", "凤庆": "feng qing", "云县": "yun xian", "永德": "yong de",
    "镇康": "zhen kang", "双江": "shuang jiang", "耿马": "geng ma", "沧源": "cang yuan",
    "双柏": "shuang bai", "牟定": "mou ding", "南华": "nan hua", "姚安": "yao an", "大姚": "da yao",
    "永仁": "yong ren", "元谋": "yuan mou", "武定": "wu ding", "禄丰": "lu feng",
    "个旧": "ge jiu", "开远": "kai yuan", "蒙自": "meng zi", "弥勒": "mi le", "屏边": "ping bian",
    "建水": "jian shui", "石屏": "shi ping", "泸西": "lu xi", "元阳": "yuan yang",
    "红河": "hong he", "金平": "jin ping", "绿春": "lv chun", "河口": "he kou",
    "文山": "wen shan", "砚山": "yan shan", "西畴": "xi chou", "麻栗坡": "ma li po",
    "马关": "ma guan", "丘北": "qiu bei", "广南": "guang nan", "富宁": "fu ning",
    "景洪": "jing hong", "勐海": "meng hai", "勐腊": "meng la",
    "大理": "da li", "漾濞": "yang bi", "祥云": "xiang yun", "宾川": "bin chuan", "弥渡": "mi du",
    "南涧": "nan jian", "巍山": "wei shan", "永平": "yong ping", "云龙": "yun long",
    "洱源": "er yuan", "剑川": "jian chuan", "鹤庆": "he qing", "楚雄": "chu xiong",
    "瑞丽": "rui li", "芒市": "mang shi", "梁河": "liang he", "盈江": "ying jiang",
    "陇川": "long chuan",
    "泸水": "lu shui", "福贡": "fu gong", "贡山": "gong shan", "兰坪": "lan ping",
    "香格里拉": "xiang ge li la", "德钦": "de qin", "维西": "wei xi",
    // Peoples, and places within counties.
    "傣族": "dai zu", "佤族": "wa zu", "景颇族": "jing po zu", "傈僳族": "li su zu", "彝族": "yi zu",
    "哈尼族": "ha ni zu", "拉祜族": "la hu zu", "纳西族": "na xi zu", "藏族": "zang zu",
    "布朗族": "bu lang zu", "盏西": "zhan xi", "畹町": "wan ding", "打洛": "da luo", "六库": "liu ku",
    "磨憨": "mo han", "勐混": "meng hun",
  ]

  static let provinces: [String: String] = [
    "重庆": "chong qing", "长沙": "chang sha", "长春": "chang chun", "长子": "zhang zi",
    "厦门": "xia men", "六安": "lu an", "六盘水": "liu pan shui", "乐亭": "lao ting",
    "乐山": "le shan", "乐清": "yue qing", "单县": "shan xian", "东阿": "dong e", "阿坝": "a ba",
    "浚县": "xun xian", "蔚县": "yu xian", "亳州": "bo zhou", "郫都": "pi du", "莘县": "shen xian",
    "莘庄": "xin zhuang", "解州": "xie zhou", "台州": "tai zhou", "朝阳": "chao yang",
    "大城": "dai cheng", "成都": "cheng du", "太行": "tai hang", "行唐": "xing tang",
    "番禺": "pan yu", "吐鲁番": "tu lu fan", "喀什": "ka shi", "西藏": "xi zang",
    "丽水": "li shui", "蚌埠": "beng bu", "歙县": "she xian", "洪洞": "hong tong",
    "龟兹": "qiu ci", "珲春": "hun chun", "尉犁": "yu li", "黄陂": "huang pi", "牟平": "mu ping",
  ]

  static let all = yunnan.merging(provinces) { first, _ in first }
    .map { (name: $0.key, syllables: $0.value.split(separator: " ").map(String.init)) }
    .sorted { $0.name < $1.name }

  @Test("Names answer to their pinyin, to a part of it, and to their first letters", arguments: all)
  func answers(name: String, syllables: [String]) throws {
    #expect(name.count == syllables.count)
    let text = SearchText(["X" + name])
    let whole = 1..<(name.unicodeScalars.count + 1)
    let full = syllables.joined()
    let initials = String(syllables.compactMap(\.first))
    let unfinished = String(full.dropLast(syllables.last.map { max(0, $0.count - 1) } ?? 0))
    let mixed = syllables.prefix(1) + syllables.dropFirst().map { String($0.prefix(1)) }
    for query in [full, initials, unfinished, mixed.joined(), full.uppercased()] {
      #expect(SearchQuery(query).matches(text), "\(query)")
      #expect(SearchQuery(query).matches(in: "X" + name).contains(whole), "\(query)")
    }
    #expect(PinyinKey(name).description == syllables.joined(separator: " "))
    #expect(!SearchQuery(full + "x").matches(text))
    #expect(!SearchQuery(initials + "v").matches(text))
  }

  @Test(
    "A character of several readings answers to each",
    arguments: [
      ("重庆", ["cq", "zq", "chongqing", "zhongqing"]), ("长", ["chang", "zhang"]),
      ("行", ["xing", "hang"]), ("乐", ["le", "yue", "lao"]), ("六", ["liu", "lu"]),
      ("厦", ["sha", "xia"]), ("单", ["dan", "shan", "chan"]), ("阿", ["a'", "e'"]),
      ("浚", ["xun", "jun"]), ("蔚", ["yu", "wei"]), ("莘", ["xin", "shen"]),
      ("解", ["jie", "xie"]), ("朝", ["chao", "zhao"]), ("大", ["da", "dai"]),
      ("牟", ["mou", "mu"]), ("六库", ["liuku", "luku", "lk"]), ("绿", ["lv", "lu", "lü"]),
      ("女", ["nv", "nu"]), ("略", ["lve", "lue", "lüe"]), ("都", ["du", "dou"]),
    ])
  func severalReadings(name: String, queries: [String]) {
    for query in queries { #expect(SearchQuery(query).matches([name]), "\(query)") }
    #expect(!SearchQuery("bao").matches([name]))
  }

  @Test(
    "The table reaches from the first character to the last",
    arguments: [
      ("\u{3400}", "qiu"), ("\u{4DB5}", "chi"), ("\u{4E00}", "yi"), ("\u{9FA5}", "yu"),
      ("\u{9FEF}", ""), ("\u{33FF}", ""), ("\u{A000}", ""), ("\u{20000}", ""),
    ])
  func edges(character: String, reading: String) {
    for query in ["qiu", "chi", "yi", "yu"] {
      #expect(SearchQuery(query).matches([character]) == (query == reading))
    }
  }

  @Test("Names in pinyin order")
  func order() {
    var chance = SplitMix64(seed: 7)
    let sorted = [
      "", "12", "2018年", "Kunming", "kunming市", "Lincang", "阿坝", "长沙", "重庆", "楚雄", "大理", "德宏", "迪庆",
      "滇中新区", "东阿", "红河", "昆明", "昆明市", "丽江", "李庄", "理县", "临沧", "六盘水", "六安", "怒江", "普洱",
      "曲靖", "单县", "文山", "西双版纳", "西藏", "厦门", "解州", "浚县", "玉溪", "蔚县", "乐清", "长子", "昭通", "重视", "龦",
    ]
    #expect(sorted.shuffled(using: &chance).sorted { PinyinKey($0) < PinyinKey($1) } == sorted)
  }

  @Test("Capitals and full width sort alike; what is not the same is not equal")
  func equalKeys() {
    #expect(PinyinKey("ＫＭ１２") == PinyinKey("km12"))
    #expect(PinyinKey("昆明") != PinyinKey("昆鸣"))
  }
}
