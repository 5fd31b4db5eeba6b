package import CensusCore

/// A wish about a list: the rows whose field has a value.
package struct Condition: Hashable, Sendable {
  /// The field, by its name in JSON.
  package let field: String
  /// Its value, as machines have it or as people call it in either language.
  package let value: String

  /// A wish.
  package init(_ field: String, _ value: String) {
    self.field = field
    self.value = value
  }

  /// A wish as it is typed, `state=未报`; nil without a sign of equality.
  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    self.init(String(parts[0]), String(parts[1]))
  }
}

/// Why rows cannot be chosen as somebody wishes.
package enum FilterFault: Error, Equatable, Sendable {
  /// The list has no such field; those it has.
  case unknownField(String, known: [String])
  /// The field never has such a value; what it can have.
  case unknownValue(String, field: String, known: [Phrase])
  /// The field holds days, and the value is none.
  case notADay(String, field: String)
  /// The field holds numbers, and the value is none.
  case notANumber(String, field: String)
  /// Nothing in this list can be overdue.
  case neverOverdue
  /// The list cannot be ordered so; how it can.
  case unknownOrder(String, known: [String])

  /// What cannot be met, in one sentence.
  package var sentence: Phrase {
    switch self {
    case .unknownField(let field, let known):
      Phrase(
        "这个列表没有字段“\(field)”；可用的有\(known.joined(separator: "、"))。",
        "this list has no field “\(field)”; there are \(known.joined(separator: ", ")).")
    case .unknownValue(let value, let field, let known):
      Phrase(
        "\(field)没有“\(value)”这个值；可用的有\(known.map(\.chinese).joined(separator: "、"))。",
        "\(field) is never “\(value)”; there are \(known.map(\.english).joined(separator: ", ")).")
    case .notADay(let value, let field):
      Phrase(
        "\(field)是日期，“\(value)”不是；写作 2018-10-20。",
        "\(field) is a day, and “\(value)” is none; write 2018-10-20.")
    case .notANumber(let value, let field):
      Phrase(
        "\(field)是数字，“\(value)”不是。", "\(field) is a number, and “\(value)” is none.")
    case .neverOverdue:
      Phrase("此列表不涉及逾期。", "nothing in this list can be overdue.")
    case .unknownOrder(let order, let known):
      Phrase(
        "没有字段“\(order)”；可按\(known.joined(separator: "、"))排序。",
        "there is no field “\(order)” to sort by; there are \(known.joined(separator: ", ")).")
    }
  }
}

extension Roll {
  /// What is left of the list: its rows by their fields, by time, by what a search finds, in an
  /// order, with some of its fields.
  ///
  /// - Throws: the first of these wishes that the list cannot meet.
  package func narrowed(
    _ conditions: [Condition], overdueOnly: Bool, search: [String], sort: String?,
    isReversed: Bool, columns: [String]?
  ) throws(FilterFault) -> Roll {
    var left = try keeping(conditions)
    if overdueOnly { left = try left.keepingOverdue() }
    left = left.keeping(search.map { SearchQuery($0) })
    if let sort {
      guard let sorted = left.sorted(by: sort) else {
        throw .unknownOrder(sort, known: left.orders)
      }
      left = sorted
    }
    if isReversed { left = left.reversed }
    return try columns.map { chosen throws(FilterFault) in try left.choosing(chosen) } ?? left
  }

  /// The fields that rows can be chosen by.
  package var conditionFields: [String] {
    fields.filter { $0.shows != .screens }.map(\.id)
  }

  /// The rows that meet all wishes; of several about one field, one is enough.
  ///
  /// - Throws: `FilterFault.unknownField`, `FilterFault.unknownValue`.
  package func keeping(_ conditions: [Condition]) throws(FilterFault) -> Roll {
    var kept = rows
    var met: Set<String> = []
    // A field may be called by its heading as well.
    let ids = conditions.map { field(named: $0.field)?.id ?? $0.field }
    for id in ids where met.insert(id).inserted {
      let tests = try zip(ids, conditions).filter { $0.0 == id }.map { pair throws(FilterFault) in
        try test(pair.1)
      }
      kept = kept.filter { row in tests.contains { $0(row) } }
    }
    return left(kept)
  }

  /// The rows that answer a question.
  package func keeping(_ isWanted: (Row) -> Bool) -> Roll { left(rows.filter(isWanted)) }

  /// The list with what a wish has left of it.
  private func left(_ kept: [Row]) -> Roll {
    let roll = with(rows: kept)
    return kept.isEmpty && !rows.isEmpty
      ? roll.saying(empty: Phrase("没有符合条件的内容。", "Nothing matches.")) : roll
  }

  /// Whether a row meets a wish.
  private func test(_ condition: Condition) throws(FilterFault) -> (Row) -> Bool {
    guard let field = field(named: condition.field), field.shows != .screens else {
      throw .unknownField(condition.field, known: conditionFields)
    }
    let text = condition.value
    if let choice = field.choice {
      let own = choice.known.isEmpty ? Array(Set(rows.flatMap(field.choices))) : choice.known
      let meant = Set(own.filter { choice.means($0, by: text) })
      let isDay = choice.takesDays && Day(text) != nil
      if meant.isEmpty, !choice.known.isEmpty, !isDay, !rows.flatMap(field.choices).contains(text) {
        throw .unknownValue(
          text, field: condition.field,
          known: choice.known.map { choice.word($0) ?? Phrase($0, $0) })
      }
      return { row in
        field.choices(row).contains { $0 == text || meant.contains($0) }
      }
    }
    let key = searchKey(text)
    let manners = [Manner.full(.chinese), .full(.english)]
    let isMeant = { (row: Row) in
      field.choices(row).contains { searchKey($0) == key }
        || manners.contains { searchKey(field.said(row, $0).text) == key }
    }
    if !rows.contains(where: isMeant) { try checkForm(of: text, field, condition.field) }
    return isMeant
  }

  /// Checks that what no row has could be had: a day where there are days, a number where numbers.
  private func checkForm(
    of text: String, _ field: Field<Row>, _ name: String
  ) throws(FilterFault) {
    switch field.form {
    case .days where Day(text) == nil: throw .notADay(text, field: name)
    case .numbers where Int(text) == nil: throw .notANumber(text, field: name)
    default: return
    }
  }

  /// The rows that answer all queries.
  package func keeping(_ queries: [SearchQuery]) -> Roll {
    guard !queries.isEmpty else { return self }
    return keeping { row in
      let text = SearchText(searched(row))
      return queries.allSatisfy { $0.matches(text) }
    }
  }

  /// The rows that are overdue.
  ///
  /// - Throws: `FilterFault.neverOverdue`.
  package func keepingOverdue() throws(FilterFault) -> Roll {
    guard let isOverdue else { throw .neverOverdue }
    return keeping(isOverdue)
  }

  /// The list with the fields asked for, in that order, for machines and people alike.
  ///
  /// - Throws: `FilterFault.unknownField`.
  package func choosing(_ columns: [String]) throws(FilterFault) -> Roll {
    let known = machineFields.map(\.id)
    guard !columns.isEmpty else { throw .unknownField("", known: known) }
    let chosen = try columns.map { column throws(FilterFault) in
      guard let field = field(named: column), known.contains(field.id) else {
        throw .unknownField(column, known: known)
      }
      return field
    }
    return with(fields: chosen)
  }

  /// A field by its name in JSON, or by its heading in a table or in CSV, in either language.
  package func field(named text: String) -> Field<Row>? {
    if let field = self[text] { return field }
    let key = searchKey(text)
    return fields.first { field in
      [field.title, field.numberTitle].flatMap { [$0.chinese, $0.english] }
        .contains { searchKey($0) == key }
    }
  }
}
