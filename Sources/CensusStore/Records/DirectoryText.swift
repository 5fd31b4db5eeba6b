import CensusCore

/// The bytes of the three lists for a directory.
struct DirectoryText {
  let directory: Directory

  /// The lists with their paths.
  var files: [(path: String, bytes: [UInt8])] {
    [
      ("prefectures.json", list("prefectures", directory.prefectures.map(prefecture))),
      ("units.json", list("units", directory.units.map(unit))),
      ("categories.json", list("categories", directory.categories.map(category))),
    ]
  }

  private func list(_ name: String, _ rows: [PrettyJSON]) -> [UInt8] {
    PrettyJSON.object([
      ("format", .text("\(StoreRecord.format)-\(name)")), ("version", .number(1)),
      (name, .rows(rows)),
    ]).file
  }

  private func prefecture(_ prefecture: Prefecture) -> PrettyJSON {
    .object([
      ("id", .text(prefecture.id)), ("name", .phrase(prefecture.name)),
      ("short", .line([("en", .text(prefecture.short.english))])),
      ("fullName", .text(prefecture.fullName)), ("kind", .text(prefecture.kind.rawValue)),
      ("codePrefixes", .texts(prefecture.codePrefixes)), ("formerDivisions", .list([])),
    ])
  }

  private func unit(_ unit: Unit) -> PrettyJSON {
    .line([
      ("id", .text(unit.id)), ("name", .phrase(unit.name)),
      ("short", .line([("en", .text(unit.short.english))])),
      ("prefecture", .text(unit.prefecture)), ("sites", .texts(unit.sites.map(\.text))),
      ("successor", .maybe(unit.successor)),
    ])
  }

  private func category(_ category: IssueCategory) -> PrettyJSON {
    .object([
      ("id", .text(category.id)), ("name", .phrase(category.name)),
      ("short", .phrase(category.short)), ("kind", .text(category.kind.rawValue)),
      (
        "criterion",
        .line(category.criterion.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
      ),
      ("aliases", .texts(category.aliases)),
    ])
  }
}
