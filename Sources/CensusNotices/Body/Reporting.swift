internal import CensusCore

extension BodyReading {
  /// What has to be handed in, to whom, and how the office is reached.
  ///
  /// Names of persons are left out, and that is said.
  mutating func readReporting(_ lines: [Line]) {
    for line in lines {
      let glyphs = line.glyphs
      if parts.isEmpty, deadline?.place == line.place { readParts(glyphs) }
      if sendTo == nil, deadline?.place == line.place {
        sendTo =
          ["报送至", "报送", "上报", "报"].lazy.compactMap { word in
            glyphs.all(word).lazy.map { glyphs.text(from: $0 + word.count, to: "，。；（(、") }
              .first {
                $0.count > 2 && ["办公厅", "办公室", "政府", "处", "中心", "办"].contains(where: $0.hasSuffix)
              }
          }.first
      }
      if telephones.isEmpty, let start = glyphs.find("电话：") ?? glyphs.find("电话:") {
        readTelephones(glyphs, from: start + 3, line.place)
      }
      if email == nil { email = BodyReading.address(in: glyphs) }
    }
  }

  private mutating func readParts(_ glyphs: Glyphs) {
    if let place = ["纸质", "书面", "加盖公章", "一式"].compactMap(glyphs.demanded).min() {
      // Who signs stands before it, or behind it in brackets: 纸质版（由主要负责同志签字）.
      let around = glyphs[max(0, place - 30)..<min(glyphs.count, place + 40)]
      let isSigned = around.contains("主要负责同志") || around.contains("主要负责人")
      parts.append(
        Notice.RequiredPart(
          part: .paper, copies: glyphs.copies(near: place), signature: isSigned ? .principal : nil))
    }
    if ["电子文档", "电子版", "电子文本"].contains(where: { glyphs.demanded($0) != nil }) {
      parts.append(Notice.RequiredPart(part: .electronic, copies: nil, signature: nil))
    }
  }

  private mutating func readTelephones(_ glyphs: Glyphs, from start: Int, _ place: Place) {
    let line = glyphs.text(from: start, to: "；;。")
    for part in line.split(whereSeparator: { "，,、".contains($0) }) {
      let number = part.prefix {
        $0.isASCII && ($0.isNumber || "-+".contains($0)) || "—－".contains($0)
      }
      guard number.count(where: \.isNumber) >= 6 else {
        let doubt = PlacedDoubt(place: place, doubt: .namesLeftOut)
        if !doubts.contains(doubt) { doubts.append(doubt) }
        continue
      }
      telephones.append(
        Notice.Telephone(number: String(number), isFax: part.contains("传真")))
    }
  }

  private static func address(in glyphs: Glyphs) -> String? {
    guard let at = glyphs.characters.firstIndex(of: "@") else { return nil }
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || "._-+".contains(character))
    }
    let front = glyphs.characters[..<at].reversed().prefix(while: isPart).reversed()
    let back = glyphs.characters[(at + 1)...].prefix(while: isPart)
    guard !front.isEmpty, back.contains(".") else { return nil }
    return String(front) + "@" + String(back)
  }

  /// Addressees, legal bases, copies, titles of annexes.
  mutating func readLists(_ lines: [Line]) {
    var isAfterTitle = false
    for line in lines {
      let glyphs = line.glyphs
      if line.place == title?.place {
        isAfterTitle = true
        continue
      }
      if isAfterTitle, addressees.isEmpty, glyphs.characters.last == "：", glyphs.count < 120 {
        addressees = glyphs.text.dropLast().split(separator: "，").map(String.init)
      }
      if copiedTo.isEmpty, glyphs.has("抄送：", at: 0) || glyphs.has("抄送:", at: 0) {
        copiedTo = glyphs.text.dropFirst(3).split(whereSeparator: { "，。、".contains($0) })
          .map(String.init)
      }
      readBases(glyphs)
      readAnnexes(line)
    }
  }

  private mutating func readBases(_ glyphs: Glyphs) {
    for open in glyphs.all("《") {
      guard let close = glyphs.find("》", from: open), close + 1 < glyphs.count,
        "（(".contains(glyphs.characters[close + 1]),
        let document = BodyReading.documentNumber(glyphs, at: close + 2),
        !legalBases.contains(where: { $0.document == document })
      else { continue }
      legalBases.append(
        Notice.LegalBasis(document: document, title: glyphs[(open + 1)..<close]))
    }
  }

  /// `附件：1.…`, and lines that go on with `2.…`.
  private mutating func readAnnexes(_ line: Line) {
    guard annexes.isEmpty || annexLine == line.place.line.map({ $0 - 1 }) else { return }
    var rest = Substring(line.glyphs.text)
    if annexes.isEmpty {
      guard rest.hasPrefix("附件：") || rest.hasPrefix("附件:") else { return }
      rest = rest.dropFirst(3)
    }
    for part in BodyReading.numbered(String(rest), from: annexes.count + 1) {
      annexes.append(part)
      annexLine = line.place.line
    }
  }

  /// The parts of `1.…2.…`.
  private static func numbered(_ text: String, from first: Int) -> [String] {
    var parts: [String] = []
    var rest = Glyphs(text)
    while true {
      let number = first + parts.count
      guard
        let start = ["\(number).", "\(number)、", "\(number)．"].first(where: { rest.has($0, at: 0) })
      else { return parts }
      let after = Glyphs(rest[start.count..<rest.count])
      let next = ["\(number + 1).", "\(number + 1)、"].compactMap { mark in
        after.all(mark).first { $0 == 0 || !after.characters[$0 - 1].isNumber }
      }.min()
      parts.append(after[0..<(next ?? after.count)])
      guard let next else { return parts }
      rest = Glyphs(after[next..<after.count])
    }
  }
}

extension Glyphs {
  /// Where a part is asked for, and not said to be asked for no more: 不再报送纸质版.
  fileprivate func demanded(_ word: String) -> Int? {
    all(word).first { place in
      let front = text(before: place, backTo: "，,。；;（(、")
      return !["不再", "无需", "不需", "毋需", "不必", "免报"].contains(where: front.contains)
    }
  }

  /// How many copies are asked for: 纸质版1份, 一式两份.
  fileprivate func copies(near place: Int) -> Int? {
    for start in place..<min(place + 6, count) {
      if let number = number(at: start), has("份", at: number.end) { return number.value }
    }
    let numerals: [Character: Int] = ["一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6]
    return all("一式").lazy.compactMap { start -> Int? in
      let number = self[(start + 2)..<(start + 3)].first
      return has("份", at: start + 3) ? number.flatMap { numerals[$0] ?? $0.wholeNumberValue } : nil
    }.first
  }
}
