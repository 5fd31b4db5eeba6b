internal import CensusCore

/// Who answers for a site or an account, so far as a printed name tells.
struct Owner: Equatable {
  /// The row of annex 1.
  let prefecture: PrefectureID
  /// The unit, where it is not the prefecture itself.
  let unit: String?
  /// What an earlier answer was about, where that told it.
  var earlier: String?

  /// The same, told by an earlier answer.
  func told(by earlier: String?) -> Owner {
    Owner(prefecture: prefecture, unit: unit, earlier: earlier)
  }
}

extension Directory {
  /// Whom a printed name of a unit, or of a unit's site, belongs to; nil where the lists cannot tell.
  ///
  /// A unit or prefecture by its names; else a prefecture by the beginning of the name, 昆明市 of
  /// 昆明市商务局, or by a division of it that the list names, 腾冲市 of 腾冲市教育局; else a department of
  /// the province by the province's name. A county that no list has is nobody's.
  func owner(printed text: String) -> Owner? {
    let name = printedName(text).filter { !"“”\"".contains($0) }
    let key = wordKey(name)
    guard !key.isEmpty else { return nil }
    if let unit = units.first(where: { unit in
      [unit.id.text, unit.name.chinese, unit.short.chinese].contains { wordKey($0) == key }
    }) {
      return owner(of: unit)
    }
    let known = prefecture(printed: name)
    if let prefecture = prefecture(known) {
      return prefecture.kind == .departments ? nil : Owner(prefecture: known, unit: nil)
    }
    if let place = place(beginning: name) { return Owner(prefecture: place, unit: nil) }
    guard let (province, rest) = Directory.parted(name) else { return nil }
    if let place = place(beginning: rest) { return Owner(prefecture: place, unit: nil) }
    return department(name, of: province, rest)
  }

  /// Whom a person says something belongs to; where no list has any prefecture yet, the name is one.
  func owner(said text: String) -> Owner? {
    if let owner = owner(printed: text) { return owner }
    guard prefectures.isEmpty, !squeezed(text).isEmpty else { return nil }
    return Owner(prefecture: prefecture(printed: text), unit: nil)
  }

  private func owner(of unit: Unit) -> Owner? {
    guard unit.sites.isEmpty else { return Owner(prefecture: unit.prefecture, unit: unit.id.text) }
    return prefecture(unit.prefecture)?.kind == .departments
      ? nil : Owner(prefecture: unit.prefecture, unit: nil)
  }

  /// The prefecture that a name begins with, or with a division of.
  private func place(beginning name: String) -> PrefectureID? {
    prefectures.first { prefecture in
      prefecture.kind != .departments
        && ([prefecture.fullName, prefecture.id.text] + prefecture.formerDivisions.map(\.name))
          .contains { !$0.isEmpty && name.hasPrefix($0) }
    }?.id
  }

  /// 云南省 and 教育厅 of 云南省教育厅; nil where no province is named.
  private static func parted(_ name: String) -> (province: String, rest: String)? {
    guard let end = name.firstIndex(where: { "省区".contains($0) }) else { return nil }
    let province = String(name[...end])
    let rest = String(name[name.index(after: end)...])
    guard (2...8).contains(province.count), !rest.isEmpty,
      province.hasSuffix("省") || province.hasSuffix("自治区")
    else { return nil }
    return (province, rest)
  }

  /// A department of the province, where nothing in its name may be a city, a county or a district.
  private func department(_ name: String, of province: String, _ rest: String) -> Owner? {
    let groups = prefectures.filter { $0.kind == .departments }
    guard groups.count == 1, let group = groups.first,
      !Array(rest).dropFirst(2).contains(where: { "市县区州".contains($0) })
    else { return nil }
    // Departments of another province are none of ours.
    let known = units.filter { $0.prefecture == group.id }.compactMap {
      Directory.parted($0.name.chinese)?.province
    }
    guard known.isEmpty || known.contains(province) else { return nil }
    return Owner(prefecture: group.id, unit: name)
  }
}
