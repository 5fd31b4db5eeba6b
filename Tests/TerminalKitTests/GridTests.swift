import CensusTestSupport
import DisplayText
import TerminalKit
import Testing

struct GridTests {
  @Test func chineseTakesTwoColumns() {
    var grid = Grid(size: Size(columns: 8, rows: 2))
    #expect(grid.write("云南A", at: Point(x: 1, y: 0)) == 5)
    #expect(grid.lines == [" 云南A  ", "        "])
    #expect(grid[1, 0].width == 2)
    #expect(grid[2, 0].width == 0)
    #expect(grid[9, 9] == .blank)
  }

  @Test func aHalfIsNeverDrawn() {
    #expect(drawn(4, 1) { $0.write("云南省", at: Point(x: 1, y: 0)) } == [" 云 "])
    #expect(drawn(4, 1) { $0.write("云南省", at: Point(x: -1, y: 0)) } == [" 南 "])
    let clip = Rect(x: 2, y: 0, width: 3, height: 1)
    #expect(drawn(6, 1) { $0.write("云南省", at: Point(x: 1, y: 0), clip: clip) } == ["   南 "])
    #expect(drawn(1, 1) { $0.write("云", at: Point(x: 0, y: 0)) } == [" "])
    #expect(drawn(3, 1) { $0.write("云", at: Point(x: 0, y: 1)) } == ["   "])
  }

  @Test func writingOverAHalfBlanksTheOther() {
    func over(_ x: Int, _ text: String) -> [String] {
      drawn(6, 1) {
        $0.write("云南省", at: Point(x: 0, y: 0))
        $0.write(text, at: Point(x: x, y: 0))
      }
    }
    #expect(over(0, "a") == ["a 南省"])
    #expect(over(1, "a") == [" a南省"])
    #expect(over(1, "中") == [" 中 省"])
    #expect(over(5, "a") == ["云南 a"])
    let filled = drawn(6, 1) {
      $0.write("云南省", at: Point(x: 0, y: 0))
      $0.fill(Rect(x: 1, y: 0, width: 2, height: 1))
    }
    #expect(filled == ["    省"])
  }

  @Test func neutralisesAndKeepsMarksWithTheirBase() {
    #expect(drawn(6, 1) { $0.write("\u{1B}[m\n1", at: Point(x: 0, y: 0)) } == ["^[[m 1"])
    var grid = Grid(size: Size(columns: 3, rows: 1))
    grid.write("e\u{301}x", at: Point(x: 0, y: 0))
    #expect(grid[0, 0].glyph == "e\u{301}")
    #expect(grid.lines == ["e\u{301}x "])
  }

  @Test func inAsciiNothingAmbiguousArrives() {
    let lines = drawn(14, 1, .ascii) { $0.write("“云南”—①…", at: Point(x: 0, y: 0)) }
    #expect(lines == ["「云南」-(1).."])
  }

  @Test func restylingTakesBothHalves() {
    var grid = Grid(size: Size(columns: 6, rows: 1))
    grid.write("云南省", at: Point(x: 0, y: 0))
    grid.restyle(Rect(x: 1, y: 0, width: 2, height: 1)) { $0.bold }
    #expect(grid.goldenText == "|云南省|\n0:0-3 text/plain/bold\n")
  }

  @Test func goldenTextShowsRunsAndCursor() {
    var grid = Grid(size: Size(columns: 8, rows: 2))
    grid.fill(Rect(x: 0, y: 0, width: 8, height: 1), .text.on(.band))
    grid.write("合格", at: Point(x: 1, y: 1), .good.bold.underlined)
    grid.cursor = Point(x: 1, y: 1)
    grid.isCaretVisible = true
    #expect(
      grid.goldenText == """
        |        |
        | 合格   |
        0:0-7 text/band
        1:1-4 good/plain/bold+underline
        cursor 1,1 caret

        """)
    #expect(grid.plainText == "\n 合格\n")
  }

  @Test func fitsIntoAColumn() {
    #expect(drawn(8, 1) { $0.write("云南省", at: Point(x: 0, y: 0), fitting: 5) } == ["云南…   "])
    #expect(
      drawn(8, 1) { $0.write("7", at: Point(x: 1, y: 0), fitting: 4, alignment: .right) }
        == ["    7   "])
    let text = StyledText("云南", .good) + StyledText("abc", .bad)
    func styled(_ columns: Int, _ alignment: TextAlignment = .left) -> [String] {
      drawn(9, 1) { $0.write(text, at: Point(x: 0, y: 0), fitting: columns, alignment: alignment) }
    }
    #expect(styled(9) == ["云南abc  "])
    #expect(styled(9, .right) == ["  云南abc"])
    #expect(styled(7) == ["云南abc  "])
    #expect(styled(6) == ["云南a…   "])
    #expect(styled(4) == ["云…      "])
    #expect(styled(3) == ["云…      "])
    #expect(styled(0) == ["         "])
  }

  /// Whatever is written where: every row keeps its columns and every wide character both cells.
  @Test(arguments: UInt64(0)..<200)
  func staysWhole(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let size = Size(columns: Int.random(in: 0...12, using: &random), rows: 3)
    var grid = Grid(size: size, alphabet: seed % 2 == 0 ? .unicode : .ascii)
    for _ in 0..<40 {
      let text = String(
        (0..<5).map { _ in "云—a “e\u{301}\u{1B}…".randomElement(using: &random) ?? " " })
      let point = Point(
        x: Int.random(in: -3...14, using: &random), y: Int.random(in: -1...3, using: &random))
      let clip = Rect(
        x: point.x + 1, y: 0, width: Int.random(in: 0...9, using: &random), height: 3)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: grid.write(text, at: point)
      case 1: grid.write(text, at: point, .bad, clip: clip)
      case 2: grid.fill(clip, .good)
      default: grid.restyle(clip) { $0.bold }
      }
      for line in grid.lines { #expect(line.displayWidth == size.columns) }
      for y in 0..<size.rows {
        for x in 0..<size.columns {
          let cell = grid[x, y]
          #expect(cell.width != 0 || grid[x - 1, y].width == 2)
          #expect(cell.width != 2 || (grid[x + 1, y].width == 0 && x + 1 < size.columns))
          if cell.width == 0 { #expect(grid[x - 1, y].style == cell.style) }
        }
      }
    }
  }
}
