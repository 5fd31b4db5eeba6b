internal import CensusCore

extension BodyReading {
  /// `“…”平台受理网民有效留言154条…均按时办结，办结率100%`, and what sites relayed.
  mutating func readPlatforms(_ lines: [Line]) {
    for line in lines {
      let glyphs = line.glyphs
      for close in glyphs.all("”") {
        let place = close + 1
        guard glyphs.has("受理", at: place) || glyphs.has("平台受理", at: place),
          let open = glyphs.characters[..<place].lastIndex(of: "“"),
          let start = glyphs.find("留言", from: place), start - place < 14,
          let number = glyphs.number(at: start + 2), glyphs.has("条", at: number.end)
        else { continue }
        let text = glyphs[glyphs.sentence(around: place)]
        let name = glyphs[(open + 1)..<close]
        let rate = Glyphs(text).find("办结率").flatMap { Glyphs(text).rate(at: $0 + 3) }
        // How many were dealt with is said where all were.
        guard text.contains("均按时办结"), !platforms.contains(where: { $0.name == name }) else {
          continue
        }
        let span = BodyReading.span(Glyphs(text))
        platforms.append(
          Inspection.Platform(
            name: name, messages: number.value, done: number.value,
            publishedRate: rate, from: span?.from, to: span?.to))
      }
      if campaign == nil { campaign = BodyReading.campaign(glyphs) }
    }
  }

  /// `2018年7月1日—9月14日`.
  private static func span(_ glyphs: Glyphs) -> (from: Day, to: Day)? {
    for place in glyphs.all("年") where place >= 4 {
      guard let (from, end) = glyphs.day(at: place - 4) else { continue }
      var start = end
      while start < glyphs.count, "—-－~～至".contains(glyphs.characters[start]) { start += 1 }
      guard start > end, let last = glyphs.date(at: start),
        let to = Day(year: last.year ?? from.year, month: last.month, day: last.day)
      else { continue }
      return (from, to)
    }
    return nil
  }

  /// `“…”第五季共431个政府网站和379个政务新媒体对专题活动进行联动转载`.
  private static func campaign(_ glyphs: Glyphs) -> Inspection.Campaign? {
    guard glyphs.contains("联动转载"), let close = glyphs.characters.firstIndex(of: "”"),
      let open = glyphs.characters[..<close].lastIndex(of: "“"),
      let sites = number(before: "个政府网站", in: glyphs, from: close),
      let accounts = number(before: "个政务新媒体", in: glyphs, from: close)
    else { return nil }
    var season: Int?
    if glyphs.has("第", at: close + 1), glyphs.has("季", at: close + 3) {
      season = Array("一二三四五六七八九").firstIndex(of: glyphs.characters[close + 2]).map { $0 + 1 }
    }
    return Inspection.Campaign(
      name: glyphs[(open + 1)..<close], season: season, sites: sites, accounts: accounts)
  }

  private static func number(before word: String, in glyphs: Glyphs, from start: Int) -> Int? {
    guard let place = glyphs.find(word, from: start) else { return nil }
    let digits = glyphs.characters[..<place].reversed().prefix { $0.isASCII && $0.isNumber }
    return Int(String(digits.reversed()))
  }

  /// `如“昆明市商务局”网站，英文名称出现…。`: a site that the text names, and what it says of it.
  mutating func readMentions(_ lines: [Line], _ directory: Directory, _ words: IssueWords) {
    for line in lines {
      let glyphs = line.glyphs
      for place in glyphs.all("如“") {
        guard let close = glyphs.find("”", from: place) else { continue }
        let name = glyphs[(place + 2)..<close]
        var start = close + 1
        for filler in ["门户网站", "网站", "，"] where glyphs.has(filler, at: start) {
          start += filler.count
        }
        let text = glyphs.text(from: start, to: "。；")
        guard !text.isEmpty, name.count < 40,
          let category = words.exact(text) ?? words.inside(text)
        else { continue }
        mentions.append(
          Mention(
            number: mentions.count + 1, prefecture: prefecture(ofName: name, directory) ?? "",
            siteName: name, code: nil, text: text, issues: [category]))
      }
    }
  }

  /// Whose site a name is: a prefecture's by its beginning, or a department's by the province's.
  private func prefecture(ofName name: String, _ directory: Directory) -> PrefectureID? {
    if let known = directory.prefecture(ofCode: nil, name: name) { return known }
    guard let issuer, let end = issuer.firstIndex(where: { "省区".contains($0) }) else { return nil }
    let province = issuer[..<end]
    guard !province.isEmpty, name.hasPrefix(province) else { return nil }
    return directory.prefectures.first { $0.kind == .departments }?.id
  }
}
