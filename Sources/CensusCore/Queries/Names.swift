/// Finds prefectures and categories by the names that a person types.
extension Directory {
  /// The prefecture that a name in either language stands for.
  ///
  /// - Throws: `Refusal.unknownID` with the nearest names.
  public func prefecture(named text: String) throws(Refusal) -> Prefecture {
    let key = searchKey(text)
    let found = prefectures.first { prefecture in
      [prefecture.id.text, prefecture.fullName, prefecture.name.chinese, prefecture.name.english]
        .contains { searchKey($0) == key }
    }
    guard let found else {
      let typed = Array(key.unicodeScalars)
      let near = prefectures.map(\.id.text).filter {
        let scalars = Array(searchKey($0).unicodeScalars)
        return editDistance(typed, scalars) <= max(1, min(typed.count, scalars.count) / 2)
      }
      throw .unknownID(text, nearest: Array(near.prefix(3)))
    }
    return found
  }

  /// The category that an identity, or a name in either language, stands for.
  public func category(named text: String) -> IssueCategory? {
    let key = searchKey(text)
    return categories.first { category in
      let names = [
        category.id.text, category.name.chinese, category.name.english, category.short.chinese,
        category.short.english,
      ]
      return (names + category.aliases).contains { searchKey($0) == key }
    }
  }
}
