package import CensusLists

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
