internal import CensusCore

/// Whether annex 1 is of the province that the lists are of.
extension Drafting {
  /// Asks where no list has any of the prefectures of annex 1, and nobody said that they are new.
  var otherProvince: [NotUnderstood] {
    let known = lists.prefectures.filter { $0.kind != .departments }
    let rows = figures.rows.filter { Prefecture.kind(of: $0.row.prefecture.text) != .departments }
    guard known.count > 1, rows.count > 1, let first = rows.first,
      !rows.contains(where: { row in
        let id = row.row.prefecture
        return lists.prefecture(id) != nil || answers.said(of: SiteCode(id.text)) != nil
      })
    else { return [] }
    return [
      NotUnderstood(
        place: first.place, text: first.row.prefecture.text,
        why: .otherProvince(rows: rows.count, of: SiteCode(first.row.prefecture.text)))
    ]
  }
}

extension Directory {
  /// What a row of annex 1 that no list has comes to.
  enum NewRow {
    /// One of the lists, as a person said.
    case known(PrefectureID)
    /// It is new.
    case new
    /// Nobody said that it is, and it reads as a slip of these.
    case slip(of: [PrefectureID])
  }

  func newRow(_ name: String, _ answers: Answers) -> NewRow {
    let key = SiteCode(squeezed(name))
    if let said = answers.said(of: key) {
      let id = prefecture(printed: said)
      if prefecture(id) != nil { return .known(id) }
      // Whoever gives its own name says that it is no slip.
      if wordKey(said) == wordKey(name) { return .new }
    }
    // 省直部门 is the group of departments, as in annex 2.
    if case .known(let owner) = region(printed: name, code: nil, site: name, answers),
      owner.unit == nil
    {
      return .known(owner.prefecture)
    }
    let near = prefectures.filter { prefecture in
      prefecture.kind == .departments
        ? Prefecture.kind(of: name) == .departments
        : prefecture.isOneSlip(from: name) || prefecture.isPart(of: name)
    }
    return near.isEmpty ? .new : .slip(of: near.map(\.id))
  }
}

extension Prefecture {
  /// Whether one name has the other in it: 楚雄彝族自治州人民政府, 版纳.
  fileprivate func isPart(of text: String) -> Bool {
    text.count > 1 && (text.contains(id.text) || fullName.contains(text) || id.text.contains(text))
  }
}
