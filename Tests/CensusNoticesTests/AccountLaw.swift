import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// Whatever becomes of a table on its way, every row of it is accounted for, and nothing traps.
@Suite struct AccountLaw {
  /// Eight times this are 20,000 tables.
  private static let count = 2_500

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func everyRowIsAccountedFor(seed: UInt64) throws {
    let reader = NoticeReader(try ShippedStore.open().directory)
    var random = SplitMix64(seed: seed)
    var listed = 0
    for _ in 0..<AccountLaw.count {
      let table = mutated(&random)
      let draft = reader.draft([Source(name: "t", blocks: [.table(table)])])
      let accounted = draft.tables.reduce(0) { $0 + $1.rows }
      #expect(accounted == table.rows.count)
      #expect(draft.tables.allSatisfy { $0.isAccounted })
      let taken = draft.tables.reduce(0) { $0 + $1.taken }
      #expect(draft.findingPlaces.count + draft.rowPlaces.count <= taken)
      listed += draft.tables.reduce(0) { $0 + $1.listed }
    }
    // A law that nothing puts to the test holds always.
    #expect(listed > AccountLaw.count / 10)
  }

  /// The same of texts: bytes cut, doubled and swapped.
  @Test func noTextTraps() throws {
    let reader = NoticeReader(try ShippedStore.open().directory)
    var random = SplitMix64(seed: 11)
    let prose = (SampleNotice.body + SampleNotice.prose).joined(separator: "\n")
    let accounts = SampleNotice.accounts.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    for round in 0..<400 {
      let form = Form.allCases.randomElement(using: &random) ?? .tabs
      let text = [form.text, prose, form.text, prose + "\n" + accounts][round % 4]
      var scalars = Array(text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: scalars.remove(at: place)
        case 1:
          scalars.insert(scalars[Int.random(in: 0..<scalars.count, using: &random)], at: place)
        case 2: scalars.insert("\n", at: place)
        default:
          scalars.insert(
            ["|", "\t", ",", "\"", "月", "年", "（", "网", "1", "、"].randomElement(using: &random)
              ?? "|",
            at: place)
        }
      }
      let changed = String(String.UnicodeScalarView(scalars))
      let draft = reader.draft([Source(name: "t", text: changed)])
      #expect(draft.tables.allSatisfy { $0.isAccounted })
      let taken = draft.tables.reduce(0) { $0 + $1.taken }
      #expect(draft.findingPlaces.count + draft.rowPlaces.count <= taken)
    }
  }

  /// A table of the sample with cells lost, doubled, merged, swapped; rows lost, doubled, moved.
  private func mutated(_ random: inout SplitMix64) -> Table {
    let samples = [SampleNotice.first, SampleNotice.second, SampleNotice.accounts]
    let chosen = Int.random(in: 0..<samples.count, using: &random)
    let sample = samples[chosen]
    var rows = sample.prefix(5).map { $0.map { Cell($0) } }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let row = Int.random(in: 0..<rows.count, using: &random)
      let cell = rows[row].isEmpty ? 0 : Int.random(in: 0..<rows[row].count, using: &random)
      switch Int.random(in: 0..<11, using: &random) {
      case 0 where !rows[row].isEmpty: rows[row].remove(at: cell)
      case 1 where !rows[row].isEmpty: rows[row].insert(rows[row][cell], at: cell)
      case 2 where !rows[row].isEmpty:
        rows[row][cell] = Cell(
          rows[row][cell].text, columns: Int.random(in: 1...600, using: &random),
          rows: Int.random(in: 1...9, using: &random))
      case 3 where !rows[row].isEmpty: rows[row][cell] = Cell("", marks: .continued)
      case 4 where !rows[row].isEmpty:
        let marks = Cell.Marks(rawValue: Int.random(in: 0..<16, using: &random))
        rows[row][cell] = Cell(rows[row][cell].text, marks: marks)
      case 5: rows.insert(rows[row], at: Int.random(in: 0...rows.count, using: &random))
      case 6 where rows.count > 1: rows.remove(at: row)
      case 7: rows.swapAt(row, Int.random(in: 0..<rows.count, using: &random))
      case 8: rows.insert([Cell(["总计", "注：说明", "", "县（市）政府"][row % 4], columns: 5)], at: row)
      case 9 where !rows[row].isEmpty: rows[row][cell] = Cell(["", "5.3E+9", "不知所云", "—"][row % 4])
      default:
        let other = samples[(chosen + 1) % samples.count]
        rows += other.prefix(row).map { $0.map { Cell($0) } }
      }
    }
    return Table(rows, line: 1)
  }
}
