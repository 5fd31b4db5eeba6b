import CensusCore
import CensusLists
import DisplayText
import TerminalKit

extension RowList {
  /// Some fields of a list as columns of the screen; everything else follows from the list.
  ///
  /// - Parameters:
  ///   - roll: the list.
  ///   - picks: its fields, from left to right.
  ///   - state: language, signs and the order of names.
  ///   - opens: where Enter leads.
  ///   - graphics: pictures that stand in cells, by field.
  init<Row>(
    _ roll: Roll<Row>, showing picks: [Pick], in state: State,
    opens: (Row) -> Place? = { _ in nil }, graphics: (Row) -> [String: Graphic] = { _ in [:] }
  ) {
    let chosen = state.view(of: roll.name).map { roll.fields(of: $0).map { Pick($0) } } ?? []
    let shown = (chosen.isEmpty ? picks : chosen).compactMap { pick in
      roll[pick.field].map { (pick, $0) }
    }.filter { pick, field in
      !pick.isOptional || field.when.map { roll.rows.contains(where: $0) } ?? true
    }
    let fields = shown.map(\.1)
    let (manner, names) = (state.manner, state.nameOrder)
    let choosing = fields.filter { $0.choice?.isOffered == true }
    self.init(
      roll.name, columns: shown.map { ListColumn($1, $0, state.language) },
      rows: roll.rows.map { row in
        ListRow(
          roll.identity(row), reference: roll.reference(row), opens: opens(row),
          cells: fields.map { StyledText($0.words(row, manner)) }, graphics: graphics(row),
          key: { fields[$0].key(row, names) }, texts: roll.searched(row),
          values: Dictionary(
            choosing.map { ($0.id, $0.choices(row)) }, uniquingKeysWith: { first, _ in first })
        ).telling { roll.machineFields.map { Value.Field($0.id, $0.value(row)) } }
      }, viewed: { view throws(FilterFault) in try roll.identities(in: view) })
  }
}

/// A field that a pane shows, and how it differs there.
struct Pick: ExpressibleByStringLiteral {
  let field: String
  var title: Phrase?
  var room: Room?
  /// Whether the pane lacks it where it says something of no row.
  var isOptional = false

  /// Who handles a row: a column once anybody handles any.
  static let assignee: Pick = {
    var pick = Pick("assignee", room: .fixed(8, 10, importance: 3))
    pick.isOptional = true
    return pick
  }()

  /// How many units are late with what was ordered anew: a column once one is.
  static let orderedOverdue: Pick = {
    var pick = Pick("orderedOverdue")
    pick.isOptional = true
    return pick
  }()

  init(_ field: String, title: Phrase? = nil, room: Room? = nil) {
    self.field = field
    self.title = title
    self.room = room
  }

  init(stringLiteral field: String) {
    self.init(field)
  }
}

extension ListColumn {
  /// A column for a field of a list.
  init<Row>(_ field: Field<Row>, _ pick: Pick, _ language: Language) {
    let room = pick.room ?? field.room ?? .flexible(8)
    let least = room.least(language)
    self.init(
      field.id, pick.title ?? field.short,
      room.weight == 0
        ? .fixed(least) : .flexible(minimum: least, weight: room.weight, maximum: room.most),
      field.alignment == .right ? .right : .left, importance: room.importance,
      choice: field.choice?.isOffered == true ? field.choice?.word : nil)
  }
}

extension State {
  /// How words are wanted on this screen.
  var manner: Manner {
    .brief(language, check: String(alphabet.check), cross: String(alphabet.cross))
  }
}

extension StyledText {
  /// Words as the screen shows them.
  init(_ words: Words) {
    self.init(words.pieces.map { Span($0.text, Style($0)) })
  }
}

extension Style {
  /// How a piece of text looks.
  init(_ piece: Words.Piece) {
    let role: Role =
      switch piece.tone {
      case .text, .heading: .text
      case .quiet: .muted
      case .accent: .accent
      case .good: .good
      case .caution: .caution
      case .bad: .bad
      }
    self.init(role)
    if piece.isStrong || piece.tone == .heading { self = bold }
    if piece.isStruck { self = struck }
  }
}
