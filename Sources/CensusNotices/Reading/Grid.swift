/// A row of a table with every cell in the columns that it takes, merged ones filled down.
struct GridLine: Sendable {
  /// A cell, or what a merge puts in its place.
  struct Slot: Sendable {
    let text: String
    /// The columns it takes.
    let columns: Range<Int>
    /// Whether the text stands in a row above.
    let isFilled: Bool
    let marks: Cell.Marks
    /// Which cell of its row it is, from 1; of a filled one, its place among the slots.
    let cell: Int
    /// What it has of its own below the merge that hides it, where that is something else.
    var covered: String?

    var isEmpty: Bool { squeezed(text).isEmpty }
  }

  /// The row's number in the table, from 1.
  let number: Int
  let slots: [Slot]

  /// The texts that stand in the row itself.
  var ownTexts: [String] { slots.filter { !$0.isFilled && !$0.isEmpty }.map(\.text) }
  /// The columns up to the last slot.
  var width: Int { slots.last?.columns.upperBound ?? 0 }
  /// Whether all that stands in it is hidden.
  var isHidden: Bool {
    let own = slots.filter { !$0.isFilled && !$0.isEmpty }
    return !own.isEmpty && own.allSatisfy { $0.marks.contains(.hidden) }
  }
}

extension Table {
  /// No table has more columns than this; what lies beyond is one cell too many.
  package static let mostColumns = 512

  /// How many places cells take below their own rows.
  package var filledCount: Int {
    rows.enumerated().reduce(0) { sum, row in
      sum + row.element.reduce(0) { $0 + min($1.rows, rows.count - row.offset) - 1 }
    }
  }

  /// The rows with every cell in its columns.
  var lines: [GridLine] {
    var lines: [GridLine] = []
    // Cells that reach into the rows below, from left to right: their slot, and how many rows are left
    // of them.
    var reaching: [(slot: GridLine.Slot, rows: Int)] = []
    for (index, row) in rows.enumerated() {
      var slots: [GridLine.Slot] = []
      var column = 0
      var next: [(slot: GridLine.Slot, rows: Int)] = []
      var passed = 0
      func fill() {
        while passed < reaching.count {
          let (slot, rows) = reaching[passed]
          if slot.columns.upperBound <= column {
            passed += 1
            continue
          }
          guard slot.columns.lowerBound <= column else { return }
          passed += 1
          let columns = column..<slot.columns.upperBound
          let filled = GridLine.Slot(
            text: slot.text, columns: columns, isFilled: true, marks: slot.marks,
            cell: slots.count + 1)
          slots.append(filled)
          if rows > 1 { next.append((filled, rows - 1)) }
          column = columns.upperBound
        }
      }
      for (cell, content) in row.prefix(Table.mostColumns).enumerated() {
        fill()
        let columns = column..<(column + min(content.columns, Table.mostColumns))
        let slot = Table.slot(content, columns, cell: cell + 1, below: lines.last)
        slots.append(slot)
        if content.rows > 1 { next.append((slot, min(content.rows, rows.count) - 1)) }
        column = columns.upperBound
      }
      fill()
      // What reaches in from above beyond the row's own cells.
      for (slot, rows) in reaching[passed...] where slot.columns.lowerBound >= column {
        let filled = GridLine.Slot(
          text: slot.text, columns: slot.columns, isFilled: true, marks: slot.marks,
          cell: slots.count + 1)
        slots.append(filled)
        column = slot.columns.upperBound
        if rows > 1 { next.append((filled, rows - 1)) }
      }
      reaching = next
      lines.append(GridLine(number: index + 1, slots: slots))
    }
    return lines
  }

  private static func slot(
    _ cell: Cell, _ columns: Range<Int>, cell number: Int, below: GridLine?
  ) -> GridLine.Slot {
    guard cell.marks.contains(.continued), let above = below?.slots.overlapping(columns) else {
      return GridLine.Slot(
        text: cell.text, columns: columns, isFilled: false, marks: cell.marks, cell: number)
    }
    let own = squeezed(cell.text)
    return GridLine.Slot(
      text: above.text, columns: columns, isFilled: true, marks: cell.marks.union(above.marks),
      cell: number, covered: own.isEmpty || own == squeezed(above.text) ? nil : cell.text)
  }
}

extension [GridLine.Slot] {
  /// The slot that takes most of some columns.
  func overlapping(_ columns: Range<Int>) -> GridLine.Slot? {
    var best: (slot: GridLine.Slot, width: Int)?
    for slot in self {
      let width = slot.columns.clamped(to: columns).count
      if width > best?.width ?? 0 { best = (slot, width) }
    }
    return best?.slot
  }
}
