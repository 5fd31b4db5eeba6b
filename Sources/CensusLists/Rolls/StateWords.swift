package import CensusCore

extension Headline {
  /// How a finding or a site is to be looked at.
  package func tone(isOverdue: Bool) -> Tone {
    switch self {
    case .escalated, .recheckFailed: .bad
    case .toReturn, .returned, .awaitingRecheck: .accent
    case .outstanding, .paperMissing, .electronicMissing, .fixedReportOwed:
      isOverdue ? .bad : .caution
    case .closed, .closedRetired: .good
    case .void: .quiet
    }
  }

  /// The headline; on a screen in its tone.
  func words(isOverdue: Bool, _ manner: Manner) -> Words {
    let word = manner(Terms.headline(self))
    guard manner.isBrief else { return Words(word, isClosed ? .good : .text) }
    let isStrong = self == .escalated || self == .recheckFailed || self == .toReturn
    return Words(word, tone(isOverdue: isOverdue), strong: isStrong)
  }
}

extension Projection {
  /// The name of a prefecture, as long as there is room for.
  func prefectureWords(_ id: PrefectureID, _ manner: Manner) -> Words {
    let prefecture = directory.prefecture(id)
    let name = manner.isBrief ? prefecture?.short : prefecture?.name
    return Words(name.map { manner($0) } ?? id.text)
  }

  /// The name of a unit, as long as there is room for.
  func unitWords(_ id: UnitID, _ manner: Manner) -> Words {
    guard manner.isBrief, let unit = obligation(of: id)?.unit else {
      return Words(unitName(id, manner.language))
    }
    return Words(manner(Phrase(unit.name.chinese, unit.short.english)))
  }

  /// The names of categories; on a screen short ones in English.
  func issueWords(_ ids: [CategoryID], _ manner: Manner) -> Words {
    guard manner.isBrief else { return Words(issueNames(ids, manner.language)) }
    let names = ids.map { id in
      manner(
        Phrase(name(ofCategory: id).chinese, directory.category(id).short.english))
    }
    return Words(names.joined(separator: manner(Phrase("，", ", "))))
  }

  /// The prefectures, by all their names.
  var prefectureChoice: Choice { directory.prefectureChoice }

  /// The units that owe a report.
  var unitChoice: Choice {
    Choice(
      obligations.map(\.unit.id), word: { Terms.unit($0, in: self) },
      names: { id in
        (obligation(of: id).map { [$0.unit.name.chinese, $0.unit.short.english] } ?? [])
          + [directory.prefecture(PrefectureID(id.text))?.fullName, aliases.name(ofUnit: id)]
          .compactMap(\.self)
      })
  }

  /// The categories of issues, those of the directory and those of this notice.
  var issueChoice: Choice {
    Choice(
      categoryIDs,
      word: { Phrase(name(ofCategory: $0).chinese, directory.category($0).short.english) },
      names: { [name(ofCategory: $0).english, directory.category($0).name.chinese] })
  }

  private var categoryIDs: [CategoryID] {
    let known = directory.categories.map(\.id)
    return known + categories.map(\.category.id).filter { !known.contains($0) }
  }
}

extension Directory {
  /// The prefectures, by all their names.
  var prefectureChoice: Choice {
    Choice(
      prefectures.map(\.id), word: { prefecture($0)?.short },
      names: { id in
        prefecture(id).map { [$0.fullName, $0.name.chinese, $0.name.english] } ?? []
      })
  }

  /// The categories of issues, as they are called in the list.
  var issueChoice: Choice {
    Choice(
      categories.map(\.id), word: { category($0).short },
      names: { [category($0).name.chinese, category($0).name.english] })
  }
}
