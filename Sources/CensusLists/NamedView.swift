import CensusCore

/// A list as somebody likes to see it, under a name: its filter, its order, its columns.
package struct NamedView: Equatable, Sendable {
  /// What it is called.
  package let name: String
  /// Which list.
  package let list: RollName
  /// Which rows.
  package var conditions: [Condition] = []
  /// Only what is overdue.
  package var isOverdue = false
  /// What a search must find.
  package var search: [String] = []
  /// The field it is ordered by.
  package var sort: String?
  package var isReversed = false
  /// The fields that are shown, in order; none for those that the list has by itself.
  package var columns: [String] = []

  /// A whole list under a name.
  package init(_ name: String, _ list: RollName) {
    self.name = name
    self.list = list
  }

  /// What it is, as the options of the command that gives it: units --where submission=未报.
  package var call: String {
    let words =
      conditions.map { "--where \(quoted("\($0.field)=\($0.value)"))" }
      + (isOverdue ? ["--overdue"] : []) + search.map { "--search \(quoted($0))" }
      + [sort.map { "--sort \(quoted($0))" }].compactMap(\.self) + (isReversed ? ["--reverse"] : [])
      + (columns.isEmpty ? [] : ["--columns \(quoted(columns.joined(separator: ",")))"])
    return ([list.rawValue] + words).joined(separator: " ")
  }

  /// A word as a shell takes it for one.
  private func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x7F || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "=,.-_".unicodeScalars.contains(scalar)
    }
    return isPlain && !word.isEmpty
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}

extension NamedView {
  /// Whether a text can be the name of one: 1 to 40 characters that can be seen.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 40 && !text.unicodeScalars.contains { $0.value < 32 }
  }

  /// Whether it is all rows of its list, as they are.
  package var isWhole: Bool {
    conditions.isEmpty && !isOverdue && search.isEmpty && sort == nil && !isReversed
      && columns.isEmpty
  }
}

extension Roll {
  /// The rows that a named view shows, in its order and with its fields.
  ///
  /// - Throws: what the list cannot meet of it.
  package func applying(_ view: NamedView) throws(FilterFault) -> Roll {
    try narrowed(
      view.conditions, overdueOnly: view.isOverdue, search: view.search, sort: view.sort,
      isReversed: view.isReversed, columns: view.columns.isEmpty ? nil : view.columns)
  }

  /// What the rows of a named view are about, in its order.
  ///
  /// - Throws: what the list cannot meet of it.
  package func identities(in view: NamedView) throws(FilterFault) -> [RowID] {
    try applying(view).rows.map(identity)
  }

  /// The fields that a named view shows, as far as the list has them.
  package func fields(of view: NamedView) -> [String] {
    view.columns.compactMap { field(named: $0)?.id }
  }
}
