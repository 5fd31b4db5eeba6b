import DisplayText
import TerminalKit
import Testing

struct TableTests {
  private let columns: [Table.Column] = [
    .init("单位", .flexible(minimum: 6)),
    .init("网站", .fixed(4), alignment: .right),
    .init("报送", .fixed(8), importance: 1, order: .ascending),
  ]
  private let rows: [[StyledText]] = [
    ["昆明", "5", StyledText("未报", .bad)],
    ["云南省文化厅", "12", "已报齐"],
    ["怒江", "3", "缺纸质版"],
  ]

  private func lines(
    _ width: Int, _ height: Int, _ alphabet: Alphabet = .unicode,
    header: Table.Header = .underlined,
    offset: Int = 0
  ) -> [String] {
    drawn(width, height, alphabet) {
      Table(
        columns: columns, rows: rows, header: header, selected: 1, marked: [0, 1], offset: offset
      )
      .draw(in: whole(width, height), on: &$0)
    }
  }

  @Test func wide() {
    #expect(
      lines(32, 5) == [
        "  单位             网站 报送▴   ",
        " ✓昆明                5 未报    ",
        "▌✓云南省文化厅       12 已报齐  ",
        "  怒江                3 缺纸质版",
        "                                ",
      ])
  }

  @Test func asciiWithRule() {
    #expect(
      lines(28, 5, .ascii, header: .ruled) == [
        "  单位         网站 报送^   ",
        "----------------------------",
        " *昆明            5 未报    ",
        ">*云南省文化厅   12 已报齐  ",
        "  怒江            3 缺纸质版",
      ])
  }

  @Test func narrowDropsTheLeastImportantColumnAndCuts() {
    #expect(
      lines(18, 4) == [
        "  单位        网站", " ✓昆明           5", "▌✓云南省文化…   12", "  怒江           3",
      ])
    #expect(lines(9, 2, header: .none) == [" ✓昆明  ▐", "▌✓云南… ▕"])
  }

  @Test func showsThePlaceInALongList() {
    #expect(
      lines(29, 3, offset: 1) == [
        "  单位         网站 报送▴    ",
        "▌✓云南省文化厅   12 已报齐  ▕",
        "  怒江            3 缺纸质版▐",
      ])
  }

  @Test func emptyAndTiny() {
    let empty = drawn(14, 2) {
      Table(columns: columns, rows: []).draw(in: whole(14, 2), on: &$0)
    }
    #expect(empty == ["  单位    网站", "              "])
    #expect(lines(1, 1) == [" "])
    #expect(lines(1, 2, header: .none).count == 2)
    for width in 0...12 { for height in 0...4 { _ = lines(width, height) } }
  }

  @Test func laysTheSelectionOverTheWholeRow() {
    var grid = Grid(size: Size(columns: 28, rows: 3))
    Table(columns: columns, rows: rows, header: .none, selected: 0).draw(
      in: whole(28, 3), on: &grid)
    #expect(
      grid.goldenText == """
        |▌ 昆明            5 未报    |
        |  云南省文化厅   12 已报齐  |
        |  怒江            3 缺纸质版|
        0:0-0 accent/selection/bold
        0:1-19 text/selection
        0:20-23 bad/selection
        0:24-27 text/selection
        cursor 0,0

        """)
  }

  @Test func columnsGrowNoWiderThanTheirMost() {
    let table = Table(
      columns: [
        .init("a", .flexible(minimum: 4, maximum: 6)), .init("b", .flexible(minimum: 2, weight: 2)),
        .init("c", .flexible(minimum: 2, weight: 1, maximum: 5)),
      ], rows: [])
    #expect(table.slots(across: 12).map(\.width) == [4, 2, 2])
    #expect(table.slots(across: 16).map(\.width) == [5, 4, 3])
    // What the others may not take goes to the second.
    #expect(table.slots(across: 42).map(\.width) == [6, 27, 5])
    var capped = table
    capped.columns.remove(at: 1)
    #expect(capped.slots(across: 42).map(\.width) == [6, 5])
  }

  @Test func theMarginStaysFreeAndGivesWayToTheScrollbar() {
    var table = Table(columns: columns, rows: rows, header: .none)
    table.margin = 1
    #expect(table.slots(across: 32).last.map { $0.x + $0.width } == 31)
    #expect(table.slots(across: 32) == table.slots(across: 32, isScrolling: true))
  }

  @Test(arguments: [
    (0, 0, 5, 10, 0), (7, 0, 5, 10, 3), (2, 3, 5, 10, 2), (9, 9, 5, 10, 5), (3, 8, 5, 4, 0),
    (0, 4, 0, 10, 4),
  ])
  func scrollsTheLeast(selected: Int, previous: Int, height: Int, count: Int, offset: Int) {
    #expect(
      Table.offset(showing: selected, previous: previous, height: height, count: count) == offset)
  }

  @Test func asksOnlyForRowsInView() {
    var asked: [Int] = []
    var grid = Grid(size: Size(columns: 10, rows: 3))
    Table(columns: [.init("n", .fixed(5))], count: 30_000, offset: 100) { index in
      asked.append(index)
      return ["\(index)"]
    }.draw(in: whole(10, 3), on: &grid)
    #expect(asked == [100, 101])
  }
}
