package import CensusCore
package import CensusLists
package import TerminalKit

/// One column of a list.
package struct ListColumn: Sendable {
  package let id: String
  package let title: Phrase
  package let width: Table.Width
  package let alignment: Alignment
  /// Where room is short, the column of the lowest importance goes first.
  package let importance: Int
  /// What one of its values is called, where rows are chosen by them.
  let choice: (@Sendable (String) -> Phrase?)?

  package enum Alignment: Sendable {
    case left
    case right
  }

  package init(
    _ id: String, _ title: Phrase, _ width: Table.Width, _ alignment: Alignment = .left,
    importance: Int = .max, choice: (@Sendable (String) -> Phrase?)? = nil
  ) {
    self.id = id
    self.title = title
    self.width = width
    self.alignment = alignment
    self.importance = importance
    self.choice = choice
  }
}

/// A picture in the place of a text.
package enum Graphic: Sendable {
  case bar(Bar)
  case sparkline(Sparkline)
  case lane(LanePicture)
  case tile(TilePicture)

  /// A pass rate as the bar of its row.
  static func rate(_ rate: PassRate?) -> [String: Graphic] {
    // What is whole needs no bar.
    guard let rate, rate.passed < rate.total else { return [:] }
    return ["bar": .bar(Bar(value: rate.passed, total: rate.total, role: Styles.rate(rate)))]
  }
}

/// One row of a list.
package struct ListRow: Sendable {
  /// Its identity, which the cursor follows.
  package let id: RowID
  /// What a mark on it is about; nil where nothing can be recorded.
  package let reference: Reference?
  /// Where Enter leads.
  package let opens: Place?
  /// Whether it can be marked: what can be recorded on, or what a screen does something else with.
  package let isMarkable: Bool
  /// Pictures that stand in cells, by column.
  package let graphics: [String: Graphic]
  /// The line under which it is folded away; nil for one that always shows.
  package private(set) var fold: RowID?
  private let makeKey: @Sendable (Int) -> SortKey
  private let makeCells: @Sendable () -> [StyledText]
  private let makeTexts: @Sendable () -> [String]
  private let makeValues: @Sendable () -> [String: [String]]
  /// What machines are told of it, field by field.
  private(set) var fields: @Sendable () -> [Value.Field] = { [] }

  /// A row; its cells are made when it comes into view, its texts and values once they are asked for.
  package init(
    _ id: RowID, reference: Reference? = nil, opens: Place? = nil, isMarkable: Bool = false,
    cells: @autoclosure @escaping @Sendable () -> [StyledText], graphics: [String: Graphic] = [:],
    keys: [SortKey] = [], texts: @autoclosure @escaping @Sendable () -> [String] = [],
    values: @autoclosure @escaping @Sendable () -> [String: [String]] = [:]
  ) {
    self.init(
      id, reference: reference, opens: opens, isMarkable: isMarkable, cells: cells(),
      graphics: graphics, key: { $0 < keys.count ? keys[$0] : .none }, texts: texts(),
      values: values())
  }

  /// A row; `key` says what a column is sorted by.
  init(
    _ id: RowID, reference: Reference? = nil, opens: Place? = nil, isMarkable: Bool = false,
    cells: @autoclosure @escaping @Sendable () -> [StyledText], graphics: [String: Graphic] = [:],
    key: @escaping @Sendable (Int) -> SortKey,
    texts: @autoclosure @escaping @Sendable () -> [String],
    values: @autoclosure @escaping @Sendable () -> [String: [String]]
  ) {
    self.id = id
    self.reference = reference
    self.opens = opens
    self.isMarkable = isMarkable || reference != nil
    makeCells = cells
    self.graphics = graphics
    makeKey = key
    makeTexts = texts
    makeValues = values
  }

  /// One cell for each column.
  package var cells: [StyledText] { makeCells() }

  /// What a column is sorted by.
  package func key(_ column: Int) -> SortKey { makeKey(column) }

  /// What the filter looks at.
  package var texts: [String] { makeTexts() }

  /// What facets choose from, by column: identities, the same in every language.
  package var values: [String: [String]] { makeValues() }

  /// The row, with what machines are told of it.
  func telling(_ fields: @escaping @Sendable () -> [Value.Field]) -> ListRow {
    var row = self
    row.fields = fields
    return row
  }

  /// The row with some of its cells.
  func keeping(_ columns: [Int]) -> ListRow {
    let (makeKey, makeCells, makeTexts, makeValues) = (makeKey, makeCells, makeTexts, makeValues)
    return ListRow(
      id, reference: reference, opens: opens,
      cells: {
        let cells = makeCells()
        return columns.map { cells[$0] }
      }(), graphics: graphics,
      key: { makeKey(columns[$0]) },
      texts: makeTexts(), values: makeValues()
    ).telling(fields)
  }

  /// The row as one of those that are folded away under a line.
  func folded(under fold: RowID) -> ListRow {
    var row = self
    row.fold = fold
    return row
  }

  /// The row with something before the text of a cell.
  fileprivate func prefixed(_ prefix: String, at column: Int) -> ListRow {
    let (makeKey, makeCells, makeTexts, makeValues) = (makeKey, makeCells, makeTexts, makeValues)
    let row = ListRow(
      id, reference: reference, opens: opens, isMarkable: isMarkable,
      cells: {
        var cells = makeCells()
        cells[column] = StyledText(prefix, .muted) + cells[column]
        return cells
      }(), graphics: graphics, key: makeKey, texts: makeTexts(), values: makeValues()
    ).telling(fields)
    return fold.map { row.folded(under: $0) } ?? row
  }

  /// The row with all its cells dimmed.
  fileprivate var dimmed: ListRow {
    let (makeKey, makeCells, makeTexts, makeValues) = (makeKey, makeCells, makeTexts, makeValues)
    return ListRow(
      id, reference: reference, opens: opens, isMarkable: isMarkable,
      cells: makeCells().map { cell in StyledText(cell.plain, .muted) }, graphics: graphics,
      key: makeKey, texts: makeTexts(), values: makeValues()
    ).telling(fields)
  }

  /// The row with all its cells in bold.
  fileprivate var bold: ListRow {
    let (makeKey, makeCells, makeTexts, makeValues) = (makeKey, makeCells, makeTexts, makeValues)
    return ListRow(
      id, reference: reference, opens: opens,
      cells: makeCells().map { cell in
        StyledText(cell.spans.map { Span($0.text, Style.text.bold) })
      }, graphics: graphics, key: makeKey, texts: makeTexts(), values: makeValues())
  }

  /// Whether the cursor passes over it.
  package var isHeading: Bool {
    if case .heading = id { true } else { false }
  }

  /// Whether rows are folded away under it.
  package var isFold: Bool {
    if case .batch = id { true } else { false }
  }
}

/// The signs before the lines of a list that folds rows away.
struct Folding: Sendable {
  /// The column before whose text they stand.
  let column: Int
  let open: String
  let closed: String
  let inside: String
}

/// A list as its screen makes it, before filter and order.
package struct RowList: Sendable {
  /// Which list it shows; nil for one that no command has.
  package let name: RollName?
  package let columns: [ListColumn]
  package let rows: [ListRow]
  /// The rows of a named view in its order; nil for a list that has no such views.
  let viewed: Viewed?
  /// How it folds rows away; nil for a list that shows them all.
  private(set) var folding: Folding?
  /// Whether its rows stand by time, so that new ones have their place; else the rows keep the order in
  /// which they were when the list was opened.
  private(set) var isChronicle = false
  /// The texts of the rows made ready for a filter, once somebody begins one.
  private var searchTexts: [SearchText]?

  typealias Viewed = @Sendable (NamedView) throws(FilterFault) -> [RowID]

  package init(_ name: RollName? = nil, columns: [ListColumn], rows: [ListRow]) {
    self.init(name, columns: columns, rows: rows, viewed: nil)
  }

  init(_ name: RollName?, columns: [ListColumn], rows: [ListRow], viewed: Viewed?) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.viewed = viewed
  }

  /// The list with some of its columns.
  func keeping(_ ids: Set<String>) -> RowList {
    let kept = columns.indices.filter { ids.contains(columns[$0].id) }
    return RowList(name, columns: kept.map { columns[$0] }, rows: rows.map { $0.keeping(kept) })
  }

  /// The list as a total: all in bold.
  var bold: RowList { RowList(name, columns: columns, rows: rows.map(\.bold)) }

  /// The list as one that stands by time and folds rows away.
  func chronicle(_ folding: Folding) -> RowList {
    var list = self
    (list.folding, list.isChronicle) = (folding, true)
    return list
  }

  /// The list with some of its rows dimmed.
  func dimming(_ ids: Set<RowID>) -> RowList {
    guard !ids.isEmpty else { return self }
    return RowList(
      name, columns: columns, rows: rows.map { ids.contains($0.id) ? $0.dimmed : $0 },
      viewed: viewed)
  }

  /// How many rows there are, headings and lines that stand for several rows aside.
  package var count: Int { rows.count { !$0.isHeading && !$0.isFold } }

  /// The rows that a list shows: filtered, and in the order asked for.
  ///
  /// Without a sort the rows keep the order in which they were when the list was opened, so that a
  /// mark never moves them under the hand; new ones come last.
  package func arranged(by wish: ListWish) -> [ListRow] {
    let query = SearchQuery(wish.filter)
    let isPlain =
      query.isEmpty && wish.facets.isEmpty && wish.sort == nil && wish.view == nil
    var shown =
      isPlain ? folded(wish.unfolded) : kept(by: query).filter { has(wish.facets, $0) }
    if let view = wish.view { shown = viewed(shown, as: view) }
    if let sort = wish.sort, let index = columns.firstIndex(where: { $0.id == sort.column }) {
      shown = sorted(shown, by: index, reversed: sort.isReversed)
    } else if !wish.order.isEmpty, wish.view?.isOrdered != true,
      !shown.elementsEqual(wish.order, by: { $0.id == $1 })
    {
      let places = Dictionary(
        wish.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      shown = shown.enumerated().sorted {
        (places[$0.element.id] ?? .max, $0.offset) < (places[$1.element.id] ?? .max, $1.offset)
      }.map(\.element)
    }
    return shown
  }

  /// The rows of a named view in its order; none if the list cannot meet it, which was said when it
  /// was chosen.
  private func viewed(_ rows: [ListRow], as view: NamedView) -> [ListRow] {
    guard let viewed, let ids = try? viewed(view) else { return [] }
    let known = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ids.compactMap { known[$0] }
  }

  /// All rows, those that are folded away only under a line that was unfolded.
  private func folded(_ unfolded: Set<RowID>) -> [ListRow] {
    guard let folding else { return rows }
    return rows.compactMap { row in
      if let fold = row.fold {
        return unfolded.contains(fold)
          ? row.prefixed(folding.inside, at: folding.column) : nil
      }
      guard row.isFold else { return row }
      let sign = unfolded.contains(row.id) ? folding.open : folding.closed
      return row.prefixed(sign, at: folding.column)
    }
  }

  /// The rows that answer a query, each by itself: without headings and lines that stand for several.
  private func kept(by query: SearchQuery) -> [ListRow] {
    guard !query.isEmpty else { return rows.filter { !$0.isHeading && !$0.isFold } }
    guard let searchTexts else { return prepared.kept(by: query) }
    return zip(rows, searchTexts).compactMap { row, text in
      !row.isHeading && !row.isFold && query.matches(text) ? row : nil
    }
  }

  /// The list with the texts of its rows made ready, so that every keystroke finds them so.
  var prepared: RowList {
    guard searchTexts == nil else { return self }
    var list = self
    list.searchTexts = rows.map { SearchText($0.texts) }
    return list
  }

  /// Whether a row has one of the chosen values in each column that has any.
  private func has(_ facets: [String: Set<String>], _ row: ListRow) -> Bool {
    guard !facets.isEmpty else { return true }
    let own = row.values
    return facets.allSatisfy { column, values in
      own[column].map { !values.isDisjoint(with: $0) } ?? true
    }
  }

  private func sorted(_ rows: [ListRow], by index: Int, reversed: Bool) -> [ListRow] {
    let keyed = rows.enumerated().map { offset, row in
      (key: row.key(index), offset: offset, row: row)
    }
    return keyed.sorted { left, right in
      if left.key == right.key { return left.offset < right.offset }
      if left.key == .none || right.key == .none { return right.key == .none }
      return reversed ? left.key > right.key : left.key < right.key
    }.map(\.row)
  }
}

extension NamedView {
  /// Whether it has an order of its own.
  fileprivate var isOrdered: Bool { sort != nil || isReversed }
}
