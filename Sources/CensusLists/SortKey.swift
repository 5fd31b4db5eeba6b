package import CensusCore

/// What a row is ordered by.
package enum SortKey: Comparable, Sendable {
  case number(Int)
  case text(String)
  /// A name in pinyin order.
  case pinyin(PinyinKey)
  /// What is not known comes last, in either direction.
  case none

  /// A number that may be missing.
  package init(_ number: Int?) {
    self = number.map(SortKey.number) ?? .none
  }

  /// The order of a value: numbers and days by size, texts by their bytes.
  package init(_ value: Value) {
    switch value {
    case .none: self = .none
    case .integer(let number): self = .number(number)
    case .day(let day): self = .number(day.ordinal)
    case .flag(let flag): self = .number(flag ? 1 : 0)
    case .text, .list, .object: self = .text(value.words(.full(.chinese)))
    }
  }

  package static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.none, _): false
    case (_, .none): true
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.pinyin(let left), .pinyin(let right)): left < right
    case (.number, _): true
    case (.text, .pinyin): true
    case (.pinyin, _), (.text, .number): false
    }
  }
}

/// How names sort where somebody sorts by a name.
package enum NameOrder: String, CaseIterable, Sendable {
  /// As in the annexes of the notice.
  case official
  case pinyin
}
