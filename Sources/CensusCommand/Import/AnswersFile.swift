internal import CensusCore
package import CensusNotices
package import StrictJSON

/// Answers as a person keeps them, to be given back with the next notice.
///
/// `{"quarter": "2018Q4", "due": "2019-02-15", "categories": {"WORDING": "ID"}, "columns": {"2:3": "name"},
/// "rows": {"2:7": "skip"}, "cells": {"2:7:4": "5300000061"}, "units": {"CODE": "UNIT"}}`, comments
/// allowed.
package struct AnswersFile {
  package private(set) var answers = Answers()

  /// Reads a file.
  init(at path: String, in world: World) throws(CommandError) {
    let bytes = try documentBytes(path, limit: 1 << 20, in: world)
    let document: JSONDocument
    do {
      document = try JSONDocument(bytes, limits: .store, allowsComments: true)
    } catch {
      throw .importing(.answers(path: path, line: error.line, .syntax(error)))
    }
    if let found = mistake(taking: document.root) {
      throw .importing(.answers(path: path, line: found.line, found.mistake))
    }
  }

  /// Reads a value of a file; nil if it is none of answers.
  package init?(_ value: JSONValue) {
    guard mistake(taking: value) == nil else { return nil }
  }

  /// Takes a whole value in, up to the first mistake, which it tells with its line.
  private mutating func mistake(
    taking value: JSONValue
  ) -> (line: Int, mistake: AnswersMistake)? {
    guard let fields = value.fields else { return (1, .noObject) }
    for field in fields {
      var line = field.line
      do throws(AnswersMistake) {
        try take(field, &line)
      } catch {
        return (line, error)
      }
    }
    return nil
  }

  /// Answers as they are read.
  package static func json(of answers: Answers) -> PrettyJSON {
    func object(_ fields: [(String, String)]) -> PrettyJSON {
      .object(fields.sorted { $0.0 < $1.0 }.map { ($0.0, .text($0.1)) })
    }
    func row(_ spot: Answers.Spot) -> String { "\(spot.table):\(spot.row)" }
    let rows =
      answers.skipped.map { (row($0), "skip") }
      + answers.findings.map { (row($0.key), $0.value.description) }
    let fields: [(String, PrettyJSON?)] = [
      ("quarter", answers.quarter.map { .text($0.description) }),
      ("due", (answers.due?.description ?? (answers.hasNoDue ? "none" : nil)).map { .text($0) }),
      ("categories", object(answers.categories.map { ($0.key, $0.value.text) })),
      (
        "columns",
        object(answers.columns.map { ("\($0.key.table):\($0.key.column)", $0.value.rawValue) })
      ),
      ("rows", object(rows)),
      (
        "cells",
        object(answers.cells.map { (row($0.key) + ":\($0.key.column)", $0.value) })
      ),
      ("units", object(answers.units.map { ($0.key.text, $0.value) })),
    ]
    return .object(fields.compactMap { name, value in value.map { (name, $0) } })
  }

  /// Takes one field in; the line is that of the last entry that was looked at.
  private mutating func take(
    _ field: JSONValue.Field, _ line: inout Int
  ) throws(AnswersMistake) {
    switch field.name {
    case "format", "version": return
    case "quarter":
      guard let quarter = field.value.text.flatMap({ Quarter($0) }) else {
        throw .value(field.name, .quarter)
      }
      answers.quarter = quarter
    case "due" where field.value.text == "none": answers.hasNoDue = true
    case "due":
      guard let due = field.value.text.flatMap({ Day($0) }) else {
        throw .value(field.name, .due)
      }
      answers.due = due
    case "categories", "units", "columns", "rows", "cells":
      guard let entries = field.value.fields else { throw .value(field.name, .entries) }
      for entry in entries {
        line = entry.line
        guard let text = entry.value.text else { throw .value(entry.name, .text) }
        try take(entry.name, text, of: field.name)
      }
    default: throw .field(field.name)
    }
  }

  /// Takes one entry of a field in.
  private mutating func take(
    _ name: String, _ text: String, of field: String
  ) throws(AnswersMistake) {
    switch field {
    case "categories": answers.categories[name] = CategoryID(text)
    case "units": answers.units[SiteCode(name)] = text
    case "columns":
      guard let spot = AnswersFile.spot(name, count: 2) else { throw .value(name, .columnPlace) }
      guard let column = Column(rawValue: text) else { throw .value(name, .column) }
      answers.columns[Answers.Spot(table: spot[0], row: 0, column: spot[1])] = column
    case "rows":
      guard let spot = AnswersFile.row(name) else { throw .value(name, .rowPlace) }
      guard answers.take(text, ofRow: spot) else { throw .value(name, .rowAnswer) }
    default:
      guard let spot = AnswersFile.spot(name, count: 3) else { throw .value(name, .cellPlace) }
      answers.cells[Answers.Spot(table: spot[0], row: spot[1], column: spot[2])] = text
    }
  }

  /// `2:7`: a row of a table; row 0 is all of the table, table 0 the text, whose rows are its lines.
  static func row(_ text: some StringProtocol) -> Answers.Spot? {
    if text.hasSuffix(":0"), let table = spot(text.dropLast(2), count: 1) {
      return Answers.Spot(table: table[0], row: 0)
    }
    guard text.hasPrefix("0:") else {
      return spot(text, count: 2).map { Answers.Spot(table: $0[0], row: $0[1]) }
    }
    return spot(text.dropFirst(2), count: 1).map { Answers.Spot(table: 0, row: $0[0]) }
  }

  /// `2:7`: numbers from 1.
  static func spot(_ text: some StringProtocol, count: Int) -> [Int]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { (1...1_000_000).contains($0) }
    return parts.count == count && numbers.count == count ? numbers : nil
  }
}

extension Answers {
  /// Takes in what a person says of a row: `skip`, or the finding that it is; false if it is neither.
  mutating func take(_ text: some StringProtocol, ofRow spot: Spot) -> Bool {
    if text == "skip" {
      skipped.insert(spot)
      return true
    }
    guard let id = FindingID(text.uppercased()) else { return false }
    findings[spot] = id
    return true
  }
}
