import CensusCore
import StrictJSON

extension Directory {
  /// The lists of a store with their names: prefectures, units, categories, holidays where it has
  /// some.
  var files: [DurableWriter.Placement] {
    [
      file("prefectures", prefectures.map(\.json)), file("units", units.map(\.json)),
      file("categories", categories.map(\.json)),
    ] + (calendar.isEmpty ? [] : [calendar.file])
  }

  private func file(_ name: String, _ rows: [PrettyJSON]) -> DurableWriter.Placement {
    let content = PrettyJSON.object([
      ("format", .text("\(StoreRecord.format)-\(name)")), ("version", .number(1)),
      (name, .rows(rows)),
    ])
    return DurableWriter.Placement(path: "\(name).json", bytes: content.file)
  }
}

extension Additions {
  /// What a quarter's file says of it; nil where it brings nothing.
  var json: PrettyJSON? {
    guard !isEmpty else { return nil }
    // Most notices bring none, and files of before have none.
    let named = owners.isEmpty ? [] : [("owners", PrettyJSON(owners))]
    let lists: [(String, PrettyJSON)] = [
      ("prefectures", .rows(prefectures.map(\.json))), ("units", .rows(units.map(\.json))),
      (
        "wordings",
        .rows(
          wordings.map {
            .row([("wording", .text($0.text)), ("category", .text($0.category.text))])
          })
      ),
      ("headings", PrettyJSON(headings)),
    ]
    return .object(lists + named)
  }
}

extension Prefecture {
  fileprivate var json: PrettyJSON {
    let names: [(String, PrettyJSON)] = [
      ("id", .text(id.text)), ("name", PrettyJSON(name)), ("short", shortName(short, of: name)),
      ("fullName", .text(fullName)), ("kind", .text(kind.rawValue)),
    ]
    let place =
      tile.map { [("tile", PrettyJSON.list([.number($0.column), .number($0.row)]))] } ?? []
    return .object(
      names + place + [
        ("codePrefixes", PrettyJSON(codePrefixes)),
        (
          "formerDivisions",
          .rows(
            formerDivisions.map {
              .row([
                ("code", .text($0.code)), ("now", .text($0.now)), ("name", .text($0.name)),
                ("since", .number($0.since)), ("change", PrettyJSON($0.change)),
              ])
            })
        ),
      ])
  }
}

extension Unit {
  fileprivate var json: PrettyJSON {
    .object([
      ("id", .text(id.text)), ("name", PrettyJSON(name)), ("short", shortName(short, of: name)),
      ("prefecture", .text(prefecture.text)), ("sites", PrettyJSON(sites.map(\.text))),
      ("successor", PrettyJSON(successor?.text)),
    ])
  }
}

extension IssueCategory {
  fileprivate var json: PrettyJSON {
    // Kinds that differ by edition are few; the field is left out where there are none.
    let under = PrettyJSON(kindUnder.mapValues(\.rawValue))
    return .object(
      [
        ("id", .text(id.text)), ("name", PrettyJSON(name)), ("short", PrettyJSON(short)),
        ("kind", .text(kind.rawValue)),
      ] + (kindUnder.isEmpty ? [] : [("kindUnder", under)])
        + [("criterion", PrettyJSON(criterion)), ("aliases", PrettyJSON(aliases))])
  }
}

/// A short name in the languages where it is shorter; it is always given in English.
private func shortName(_ short: Phrase, of name: Phrase) -> PrettyJSON {
  .row(
    (short.chinese == name.chinese ? [] : [("zh", .text(short.chinese))])
      + [("en", .text(short.english))])
}
