import CensusCore

/// The file `prefectures.json`: the rows of annex 1 in official order.
struct PrefecturesRecord: Readable {
  let prefectures: [Prefecture]

  enum CodingKeys: String {
    case prefectures
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    guard fields.has(.prefectures) else { throw fields.fault(.field, .prefectures) }
    let rows = try fields.rows(.prefectures, of: PrefectureRecord.self, identity: "id") {
      $0.prefecture.id.text
    }
    prefectures = rows.map(\.prefecture)
  }
}

private struct PrefectureRecord: Readable {
  let prefecture: Prefecture

  enum CodingKeys: String {
    case id
    case name
    case short
    case fullName
    case kind
    case tile
    case codePrefixes
    case formerDivisions
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let id = try fields.someText(.id)
    let name = try fields.phrase(.name)
    prefecture = Prefecture(
      id: PrefectureID(id), name: name,
      short: try fields.object(.short, ShortRecord.self)?.short(of: name),
      fullName: try fields.optionalText(.fullName) ?? id,
      kind: try fields.word(.kind, Prefecture.Kind.self),
      tile: try fields.object(.tile, TileRecord.self)?.tile,
      codePrefixes: try fields.list(.codePrefixes, of: String.self),
      formerDivisions: try fields.rows(.formerDivisions, of: FormerDivisionRecord.self)
        .map(\.division))
  }
}

/// A place on the map: column and row.
private struct TileRecord: Readable {
  let tile: Prefecture.Tile

  init(_ node: Node) throws(RecordFault) {
    let places = try [Int](node)
    guard places.count == 2, let tile = Prefecture.Tile(column: places[0], row: places[1]) else {
      throw node.fault(.place(limit: Prefecture.Tile.limit))
    }
    self.tile = tile
  }
}

/// A short name, in the languages where the name itself is too long.
private struct ShortRecord: Readable {
  let zh: String?
  let en: String?

  enum CodingKeys: String {
    case zh
    case en
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    zh = try fields.optionalText(.zh)
    en = try fields.optionalText(.en)
  }

  func short(of name: Phrase) -> Phrase { Phrase(zh ?? name.chinese, en ?? name.english) }
}

private struct FormerDivisionRecord: Readable {
  let division: Prefecture.FormerDivision

  enum CodingKeys: String {
    case code
    case now
    case name
    case since
    case change
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    division = Prefecture.FormerDivision(
      code: try fields.someText(.code), now: try fields.someText(.now),
      name: try fields.text(.name), since: try fields.number(.since),
      change: try fields.phrase(.change))
  }
}

/// The file `units.json`: who owes reports.
struct UnitsRecord: Readable {
  let units: [Unit]

  enum CodingKeys: String {
    case units
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    guard fields.has(.units) else { throw fields.fault(.field, .units) }
    let rows = try fields.rows(.units, of: UnitRecord.self, identity: "id") {
      $0.unit.id.text
    }
    units = rows.map(\.unit)
  }
}

private struct UnitRecord: Readable {
  let unit: Unit

  enum CodingKeys: String {
    case id
    case name
    case short
    case prefecture
    case sites
    case successor
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let name = try fields.phrase(.name)
    unit = Unit(
      id: try fields.id(.id), name: name,
      short: try fields.object(.short, ShortRecord.self)?.short(of: name),
      prefecture: try fields.id(.prefecture),
      sites: try fields.list(.sites, of: SiteCode.self),
      successor: try fields.optionalText(.successor).map { UnitID($0) })
  }
}

/// The file `categories.json`: the categories of issues.
struct CategoriesRecord: Readable {
  let categories: [IssueCategory]

  enum CodingKeys: String {
    case categories
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    guard fields.has(.categories) else { throw fields.fault(.field, .categories) }
    let rows = try fields.rows(.categories, of: CategoryRecord.self, identity: "id") {
      $0.category.id.text
    }
    categories = rows.map(\.category)
  }
}

private struct CategoryRecord: Readable {
  let category: IssueCategory

  enum CodingKeys: String {
    case id
    case name
    case short
    case kind
    case kindUnder
    case criterion
    case aliases
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let under = try fields.object(.kindUnder, [String: String].self) ?? [:]
    category = IssueCategory(
      id: try fields.id(.id), name: try fields.phrase(.name),
      short: try fields.optionalPhrase(.short), kind: kind(try fields.text(.kind)),
      kindUnder: under.mapValues(kind),
      criterion: try fields.object(.criterion, [String: String].self) ?? [:],
      aliases: try fields.list(.aliases, of: String.self))
  }
}

/// What a quarter brings that the lists do not have.
struct AdditionsRecord: Readable {
  let additions: Additions

  enum CodingKeys: String {
    case prefectures
    case units
    case wordings
    case headings
    case owners
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    var additions = Additions()
    additions.prefectures = try fields.rows(
      .prefectures, of: PrefectureRecord.self, identity: "id"
    ) { $0.prefecture.id.text }.map(\.prefecture)
    additions.units = try fields.rows(.units, of: UnitRecord.self, identity: "id") {
      $0.unit.id.text
    }.map(\.unit)
    additions.wordings = try fields.rows(
      .wordings, of: WordingRecord.self, identity: "wording"
    ) { $0.wording.text }.map(\.wording)
    additions.headings = try fields.object(.headings, [String: String].self) ?? [:]
    additions.owners = try fields.object(.owners, [String: String].self) ?? [:]
    self.additions = additions
  }
}

private struct WordingRecord: Readable {
  let wording: Additions.Wording

  enum CodingKeys: String {
    case wording
    case category
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    wording = Additions.Wording(try fields.someText(.wording), try fields.id(.category))
  }
}

/// A kind that a newer version added counts as another.
private func kind(_ text: String) -> IssueCategory.Kind {
  IssueCategory.Kind(rawValue: text) ?? .other
}
