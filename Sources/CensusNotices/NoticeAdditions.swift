package import CensusCore

extension Additions {
  /// What facts that were read use and the lists of a store do not have.
  ///
  /// - Parameters:
  ///   - facts: what was read.
  ///   - draft: how it was read.
  ///   - directory: all that was known when it was read, from other quarters, too.
  ///   - lists: the lists of the store alone.
  ///   - answers: what a person said, which is known from now on.
  package init(
    of facts: Inspection, _ draft: Draft, _ directory: Directory, beyond lists: Directory,
    _ answers: Answers
  ) {
    self.init()
    prefectures = facts.namedPrefectures.filter { lists.prefecture($0) == nil }.map { id in
      directory.prefecture(id)
        ?? Prefecture(id, fullName: draft.fullNames[id], codes: facts.codes(of: id))
    }
    units = answers.newUnits(of: facts, draft.owners, directory.adding(self))
    units += facts.departments(in: directory.adding(self))
    let known = directory.adding(self)
    units += distinct(facts.findings.map { known.unit(for: $0).id }).compactMap { id in
      lists.unit(id) == nil && !units.contains { $0.id == id } ? directory.unit(id) : nil
    }
    let texts = facts.findings.map { wordKey($0.text) }
    wordings = answers.categories.sorted { $0.key < $1.key }.compactMap { text, category in
      let key = wordKey(text)
      return texts.contains { $0.contains(key) } ? Wording(text, category) : nil
    }
    headings = draft.answeredHeadings.mapValues(\.rawValue)
    // What became a unit is known by its sites.
    let sites = Set(units.flatMap(\.sites))
    for (key, said) in answers.units where !sites.contains(key) { owners[key.text] = said }
  }
}

extension Answers {
  /// The units that a person or the notice named, each with its sites.
  fileprivate func newUnits(
    of facts: Inspection, _ owners: [SiteCode: String], _ directory: Directory
  ) -> [Unit] {
    let units = owners.merging(units.filter { $0.key.platform == nil }) { _, said in said }
    let named = facts.findings.compactMap { finding -> (name: String, finding: Finding)? in
      // Whoever says the prefecture names no unit of it.
      guard let name = units[finding.code],
        directory.prefecture(printed: name) != finding.prefecture
      else { return nil }
      return (name, finding)
    }
    return distinct(named.map(\.name)).compactMap { name in
      let own = named.filter { $0.name == name }.map(\.finding)
      return own.first.map { first in
        Unit(
          id: UnitID(name), name: Phrase(name, name), prefecture: first.prefecture,
          sites: distinct(own.map(\.code)))
      }
    }
  }

  /// These answers with what earlier notices brought: the headings that people explained, and whose
  /// something is by its printed name.
  package func knowing(_ additions: Additions) -> Answers {
    var answers = self
    answers.headings = additions.headings.compactMapValues { Column(rawValue: $0) }
    answers.owners = additions.owners
    return answers
  }
}

extension Inspection {
  /// The prefectures of its rows, in published order, and those that only a finding names.
  fileprivate var namedPrefectures: [PrefectureID] {
    distinct(
      rows.map(\.prefecture) + findings.map(\.prefecture) + mentions.compactMap(\.prefecture)
    ).filter { !$0.text.isEmpty }
  }

  /// Departments that nobody knows, all of them, by the names of their sites: 云南省文史研究馆 of
  /// 云南省文史研究馆网站.
  fileprivate func departments(in directory: Directory) -> [Unit] {
    findings.compactMap { finding in
      let unit = directory.unit(for: finding)
      guard directory.prefecture(finding.prefecture)?.kind == .departments,
        directory.unit(unit.id) == nil
      else { return nil }
      let end = ["政府门户网站", "门户网站", "官方网站", "网站", "官网"].first {
        finding.siteName.hasSuffix($0) && finding.siteName.count - $0.count > 2
      }
      let name = String(finding.siteName.dropLast(end?.count ?? 0))
      return Unit(
        id: UnitID(name), name: Phrase(name, name), prefecture: finding.prefecture,
        sites: [finding.code])
    }
  }

  fileprivate func codes(of prefecture: PrefectureID) -> [String] {
    findings.filter { $0.prefecture == prefecture }.compactMap(\.code.printed)
  }
}

extension Prefecture {
  /// A row of annex 1 that no list has: what can be told of it by its name and its sites' codes.
  fileprivate init(_ id: PrefectureID, fullName: String?, codes: [String]) {
    let kind = Prefecture.kind(of: id.text)
    let prefixes = Set(codes.filter { $0.utf8.count >= 10 }.map { String($0.prefix(4)) })
    let english =
      switch kind {
      case .departments: "Provincial departments"
      case .prefecture: inPinyin(id.text)
      case .newArea: inPinyin(id.text.replacing("新区", with: "")) + " New Area"
      }
    self.init(
      id: id, name: Phrase(id.text, english), fullName: fullName ?? id.text, kind: kind,
      // Several beginnings tell of a slip, and nobody knows which it is.
      codePrefixes: prefixes.count == 1 ? prefixes.sorted() : [])
  }

  static func kind(of name: String) -> Kind {
    if name.contains("新区") { return .newArea }
    return ["省直", "省级", "直属", "部门", "自治区直", "市直", "区直", "委办"].contains {
      name.contains($0)
    } ? .departments : .prefecture
  }
}

/// A name in Latin letters, as one word: 西双版纳 is Xishuangbanna.
private func inPinyin(_ name: String) -> String {
  let syllables = PinyinKey(name).description.split(separator: " ")
  let parted = syllables.enumerated().map { place, syllable in
    // A syllable that begins with a vowel is parted: 普洱 is Pu'er.
    (place > 0 && "aeo".contains(syllable.prefix(1)) ? "'" : "") + syllable
  }
  return parted.joined().replacing("v", with: "ü").capitalised
}

extension Draft {
  /// Whether a list of prefectures is of its province: most of its rows are in it.
  package func isOf(_ prefectures: [Prefecture]) -> Bool {
    let places = prefectures.filter { $0.kind != .departments }
    let list = Directory(prefectures: places, units: [], categories: [])
    let named = (inspection?.namedPrefectures ?? []).filter {
      Prefecture.kind(of: $0.text) != .departments
    }
    let known = named.count { list.prefecture(list.prefecture(printed: $0.text)) != nil }
    return known * 2 > named.count
  }
}
