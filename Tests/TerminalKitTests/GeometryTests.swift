import TerminalKit
import Testing

struct GeometryTests {
  @Test(arguments: [
    ([Length.fixed(1), .rest, .fixed(1)], 10, [1, 8, 1]),
    ([.rest, .rest, .rest], 8, [3, 3, 2]),
    ([.fixed(4), .fixed(4)], 6, [4, 2]),
    ([.fixed(9), .rest], 5, [5, 0]),
    ([.fixed(-3), .rest], 5, [0, 5]),
    ([.rest], 0, [0]),
    ([], 5, []),
  ])
  func dividesALength(lengths: [Length], total: Int, parts: [Int]) {
    let rows = Rect(x: 2, y: 3, width: 7, height: total).split(rows: lengths)
    #expect(rows.map(\.height) == parts)
    #expect(rows.allSatisfy { $0.x == 2 && $0.width == 7 })
    let columns = Rect(x: 2, y: 3, width: total, height: 7).split(columns: lengths)
    #expect(columns.map(\.width) == parts)
    #expect(columns.first.map(\.x) == (parts.isEmpty ? nil : 2))
  }

  @Test func neverGetsNegative() {
    #expect(Rect(x: 1, y: 1, width: -2, height: 3) == Rect(x: 1, y: 1, width: 0, height: 3))
    #expect(whole(3, 3).inset(columns: 2, rows: 1) == Rect(x: 1, y: 1, width: 0, height: 1))
    #expect(whole(3, 3).intersection(Rect(x: 5, y: 5, width: 2, height: 2)).isEmpty)
    #expect(whole(3, 3).row(3).isEmpty)
    #expect(whole(3, 3).row(-1).isEmpty)
    #expect(
      whole(10, 10).centred(Size(columns: 4, rows: 20)) == Rect(x: 3, y: 0, width: 4, height: 10))
  }
}
