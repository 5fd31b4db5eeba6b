import CensusCore
import CensusStore
import CensusTestSupport
import Testing

@Suite("Names of places in pinyin")
struct PlaceNameTests {
  static let prefectures: [String: String] = [
    "省级部门": "sheng ji bu men", "昆明市": "kun ming shi", "昭通市": "zhao tong shi",
    "曲靖市": "qu jing shi", "玉溪市": "yu xi shi", "保山市": "bao shan shi",
    "楚雄彝族自治州": "chu xiong yi zu zi zhi zhou",
    "红河哈尼族彝族自治州": "hong he ha ni zu yi zu zi zhi zhou",
    "文山壮族苗族自治州": "wen shan zhuang zu miao zu zi zhi zhou", "普洱市": "pu er shi",
    "西双版纳傣族自治州": "xi shuang ban na dai zu zi zhi zhou",
    "大理白族自治州": "da li bai zu zi zhi zhou",
    "德宏傣族景颇族自治州": "de hong dai zu jing po zu zi zhi zhou", "丽江市": "li jiang shi",
    "怒江傈僳族自治州": "nu jiang li su zu zi zhi zhou",
    "迪庆藏族自治州": "di qing zang zu zi zhi zhou", "临沧市": "lin cang shi",
    "云南滇中新区": "yun nan dian zhong xin qu",
  ]

  @Test("The prefectures of the shipped store answer to their pinyin and their first letters")
  func shippedPrefectures() throws {
    let directory = try ShippedStore.open().directory
    #expect(Set(directory.prefectures.map(\.fullName)) == Set(Self.prefectures.keys))
    for prefecture in directory.prefectures {
      let pinyin = try #require(Self.prefectures[prefecture.fullName])
      let syllables = pinyin.split(separator: " ")
      let text = SearchText([prefecture.fullName])
      #expect(SearchQuery(syllables.joined()).rank(text) == .pinyin)
      #expect(SearchQuery(String(syllables.compactMap(\.first))).rank(text) == .initialsAtStart)
      #expect(PinyinKey(prefecture.fullName).description == pinyin)
    }
  }

  @Test("The table was made from Scripts/place-names.txt as it is")
  func placeNames() throws {
    let scripts = try DiskFileSystem(root: ShippedStore.repository + "/Scripts")
    let text = String(decoding: try scripts.read("place-names.txt", limit: 1 << 20), as: UTF8.self)
    let lines = text.split(separator: "\n").map { $0.prefix { $0 != "#" }.split(separator: " ") }
      .filter { !$0.isEmpty }
    #expect(lines.count > 40)
    var seen: Set<Substring> = []
    for line in lines {
      let name = String(line[0])
      let syllables = line.dropFirst()
      #expect(SearchQuery(syllables.joined()).matches(in: name) == [0..<name.unicodeScalars.count])
      guard seen.insert(line[0]).inserted else { continue }
      #expect(PinyinKey(name).description == syllables.joined(separator: " "))
    }
  }
}
