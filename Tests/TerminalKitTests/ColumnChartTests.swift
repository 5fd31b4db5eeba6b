import TerminalKit
import Testing

struct ColumnChartTests {
  private func columns(
    _ values: [Int?], _ alphabet: Alphabet = .unicode
  ) -> [ColumnChart.Column] {
    values.map { .init($0, label: $0.map(String.init) ?? String(alphabet.middleDot)) }
  }

  private func lines(
    _ values: [Int?], _ width: Int, _ height: Int, _ alphabet: Alphabet = .unicode,
    top: Int? = nil, selected: Int? = nil
  ) -> [String] {
    drawn(width, height, alphabet) {
      ColumnChart(columns(values, alphabet), top: top, selected: selected)
        .draw(in: whole(width, height), on: &$0)
    }
  }

  @Test func valuesAboveColumnsAndGapsAtTheFoot() {
    #expect(
      lines([409, nil, 305, 286], 20, 4) == [
        "409       305  286  ",
        "████      ▂▂▂▂ ▁▁▁▁ ",
        "████      ████ ████ ",
        "████ ·    ████ ████ ",
      ])
  }

  @Test func narrowChartsLabelOnlyWhatNobodyMistakes() {
    // Two cells a column: 400 would stand over its neighbour.
    #expect(lines([4, 4, 8], 6, 2) == ["4 4 8 ", "▄ ▄ █ "])
    #expect(lines([400, 400, 800], 6, 2) == ["   800", "▄ ▄ █ "])
    #expect(lines([400, 400, 800], 6, 2, selected: 0) == ["400   ", "▄ ▄ █ "])
    #expect(lines([40, nil, 80], 6, 2) == ["40  80", "▄ · █ "])
    #expect(lines([40, 40, 80], 3, 2) == ["   ", "▄▄█"])
  }

  @Test func oneRowHasNoLabels() {
    #expect(lines([1, nil, 8], 6, 1) == ["▁ · █ "])
    #expect(lines([1, nil, 8], 6, 1, .ascii) == ["_ - # "])
  }

  @Test func asciiFillsWithHashes() {
    #expect(
      lines([4, 8], 10, 3, .ascii) == [
        "4    8    ",
        "     #### ",
        "#### #### ",
      ])
  }

  @Test func nothingAndLittleRoom() {
    #expect(lines([], 4, 2) == ["    ", "    "])
    #expect(lines([nil, nil], 4, 2) == ["    ", "· · "])
    #expect(lines([3], 8, 3) == ["3       ", "██████  ", "██████  "])
    #expect(lines([0, 8], 8, 2) == ["0   8   ", "    ███ "])
    #expect(lines([1, 2], 0, 2) == ["", ""])
    #expect(lines([1, 2], 4, 0) == [])
  }

  @Test func whatIsHigherThanTheTopIsCut() {
    #expect(lines([16, 4], 4, 1, top: 8) == ["█ ▄ "])
  }

  @Test func theLastColumnsUnlessAnEarlierOneIsSelected() {
    let values: [Int?] = [1, 2, 3, 4, 5, 6, 7, 8]
    #expect(lines(values, 4, 1) == ["▅▆▇█"])
    #expect(lines(values, 4, 1, selected: 5) == ["▅▆▇█"])
    #expect(lines(values, 4, 1, selected: 1) == ["▂▃▄▅"])
  }

  @Test func theValueOfTheSelectedColumnStandsOnAGroundOfItsOwn() {
    var grid = Grid(size: Size(columns: 6, rows: 2))
    ColumnChart(columns([4, 8]), selected: 1).draw(in: whole(6, 2), on: &grid)
    #expect(
      grid.goldenText == """
        |4  8  |
        |▄▄ ██ |
        0:0-0 accent/plain
        0:3-3 accent/selection/bold
        1:0-1 accent/plain
        1:3-4 accent/plain

        """)
  }

  @Test(arguments: [
    (0, 10, 0..<0, 1), (3, 60, 0..<3, 12), (12, 96, 0..<12, 8), (17, 56, 0..<17, 3),
    (40, 56, 0..<40, 1),
    (40, 36, 4..<40, 1), (5, 0, 5..<5, 1),
  ])
  func layout(count: Int, width: Int, shown: Range<Int>, pitch: Int) {
    let layout = ColumnLayout(count: count, width: width)
    #expect(layout.shown == shown)
    #expect(layout.pitch == pitch)
  }
}
