import CensusCore
import TerminalKit

/// Where each line of the help stands: sections in columns of about the same height.
struct HelpLayout {
  enum Content {
    case title(Phrase)
    case entry(Int, Help.Entry)
  }

  struct Slot {
    let column: Int
    let line: Int
    let content: Content
  }

  let slots: [Slot]
  let columns: Int
  /// The lines that the columns take.
  let height: Int

  /// Lays sections out; each stays whole, and they keep their order.
  init(_ sections: [Help.Section], in size: Size) {
    columns = Self.columns(in: size, sections)
    let heights = sections.map { $0.entries.count + 1 }
    let ends = Self.ends(heights[...], columns)
    var slots: [Slot] = []
    var (column, line, index) = (0, 0, 0)
    for (number, section) in sections.enumerated() {
      while column < ends.count, number >= ends[column] {
        column += 1
        line = 0
      }
      if line > 0 { line += 1 }
      slots.append(Slot(column: column, line: line, content: .title(section.title)))
      for entry in section.entries {
        line += 1
        slots.append(Slot(column: column, line: line, content: .entry(index, entry)))
        index += 1
      }
      line += 1
    }
    self.slots = slots
    height = (slots.map(\.line).max() ?? -1) + 1
  }

  /// How many columns a screen has room for; no more than there are sections.
  static func columns(in size: Size, _ sections: [Help.Section]) -> Int {
    let most = size.columns >= 100 ? 3 : size.columns >= 72 ? 2 : 1
    return max(1, min(most, sections.count))
  }

  /// Where an entry stands.
  func slot(of index: Int) -> Slot? {
    slots.first { if case .entry(index, _) = $0.content { true } else { false } }
  }

  /// The entry of a column that is nearest to a line.
  func entry(in column: Int, near line: Int) -> Int? {
    let candidates = slots.compactMap { slot -> (distance: Int, index: Int)? in
      guard slot.column == column, case .entry(let index, _) = slot.content else { return nil }
      return (abs(slot.line - line), index)
    }
    return candidates.min { ($0.distance, $0.index) < ($1.distance, $1.index) }?.index
  }

  /// Behind which section each column ends, so that the highest column is as low as can be.
  private static func ends(_ heights: ArraySlice<Int>, _ columns: Int) -> [Int] {
    guard columns > 1, heights.count > 1 else { return [heights.endIndex] }
    let choices = (heights.startIndex + 1...heights.endIndex).map { end in
      let rest = end < heights.endIndex ? ends(heights[end...], columns - 1) : []
      return [end] + rest
    }
    return choices.min { highest($0, heights) < highest($1, heights) } ?? [heights.endIndex]
  }

  private static func highest(_ ends: [Int], _ heights: ArraySlice<Int>) -> Int {
    var start = heights.startIndex
    return ends.map { end in
      defer { start = end }
      return heights[start..<end].reduce(0, +) + end - start - 1
    }.max() ?? 0
  }
}
