internal import CensusCore

/// What the cell of a row's prefecture comes to.
enum Region {
  case known(Owner)
  /// No list has it: by what a person answers for it, and the nearest names.
  case unknown(of: SiteCode, near: [PrefectureID])
}

extension Directory {
  /// What a printed region is: a prefecture by its names, a department of the province; nothing else is
  /// guessed.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - code: the site's code, whose beginning tells what is near.
  ///   - site: what the site is called.
  ///   - answers: what a person said.
  /// - Returns: whose it is, or what to ask.
  func region(
    printed text: String, code: String?, site: String, _ answers: Answers
  ) -> Region {
    let name = printedName(text)
    let id = prefecture(printed: name)
    if prefecture(id) != nil { return .known(Owner(prefecture: id, unit: nil)) }
    if let department = department(region: name) { return .known(department) }
    let named = prefectures.filter { $0.kind != .departments && name.contains($0.id.text) }
    let isSeveral = named.count > 1 || name.contains(where: { "、，,；;/／\n".contains($0) })
    let key = SiteCode(isSeveral ? code ?? site : squeezed(name))
    for said in [code.map { SiteCode($0) }, SiteCode(site), key].compactMap(\.self) {
      if let owner = answers.said(of: said).flatMap({ owner(said: $0) }) {
        return .known(owner.told(by: answers.earlier(said)))
      }
    }
    // Where no list has any prefecture yet, the first notice names them.
    if prefectures.isEmpty, !isSeveral { return .known(Owner(prefecture: id, unit: nil)) }
    let byCode = code.flatMap { prefecture(ofCode: wordKey($0), name: "") }
    let near =
      [byCode].compactMap(\.self) + named.map(\.id)
      + prefectures.filter { $0.isOneSlip(from: name) }.map(\.id)
    return .unknown(of: key, near: Array(distinct(near).prefix(3)))
  }

  /// The group of the province's departments, or one of them: 省直单位, 省教育厅.
  private func department(region name: String) -> Owner? {
    let groups = prefectures.filter { $0.kind == .departments }
    guard groups.count == 1, let group = groups.first else { return nil }
    if name.count <= 8, Prefecture.kind(of: name) == .departments {
      return Owner(prefecture: group.id, unit: nil)
    }
    if let owner = owner(printed: name), owner.prefecture == group.id { return owner }
    let ends = ["厅", "局", "委", "委员会", "馆", "院", "办", "办公室"]
    guard name.count > 2, ends.contains(where: name.hasSuffix),
      name.hasPrefix("省") || name.hasSuffix("厅"),
      !name.dropFirst().contains(where: { "市县区州".contains($0) })
    else { return nil }
    // 省教育厅 is 云南省教育厅, where the list has that.
    let known = units.filter { unit in
      unit.prefecture == group.id && !unit.sites.isEmpty && unit.name.chinese.hasSuffix(name)
    }
    return Owner(prefecture: group.id, unit: known.count == 1 ? known[0].id.text : name)
  }
}

extension Prefecture {
  /// Whether one character makes the difference between a name and one of its own: 曲请 and 曲靖.
  func isOneSlip(from name: String) -> Bool {
    [id.text, fullName].contains { own in
      guard own.count == name.count, own.count > 1 else { return false }
      return zip(own, name).count(where: { $0 != $1 }) == 1
    }
  }
}
