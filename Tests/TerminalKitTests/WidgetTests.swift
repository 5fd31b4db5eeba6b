import TerminalKit
import Testing

struct WidgetTests {
  @Test(arguments: [
    (0, 10, "────────"), (10, 10, "━━━━━━━━"), (5, 10, "━━━━────"), (1, 1000, "╸───────"),
    (999, 1000, "━━━━━━━╸"), (33, 100, "━━╸─────"), (5, 0, "────────"), (20, 10, "━━━━━━━━"),
    (-3, 10, "────────"),
  ])
  func thinBar(value: Int, total: Int, line: String) {
    #expect(
      drawn(8, 1) { Bar(value: value, total: total).draw(in: whole(8, 1), on: &$0) } == [line])
  }

  @Test(arguments: [
    (0, "--------"), (1, "=-------"), (50, "====----"), (99, "=======-"), (100, "========"),
  ])
  func barInAscii(value: Int, line: String) {
    let lines = drawn(8, 1, .ascii) { Bar(value: value, total: 100).draw(in: whole(8, 1), on: &$0) }
    #expect(lines == [line])
  }

  @Test func barStylesItsParts() {
    var grid = Grid(size: Size(columns: 4, rows: 1))
    Bar(value: 3, total: 8, role: .bad).draw(in: whole(4, 1), on: &grid)
    #expect(grid.goldenText == "|━╸──|\n0:0-1 bad/plain\n0:2-3 muted/plain\n")
  }

  @Test func bigFigures() {
    let figures = BigFigures("12%", role: .bad)
    #expect(figures.width == 11)
    #expect(
      drawn(12, 3) { figures.draw(in: whole(12, 3), on: &$0) } == [
        "▄█  ▀▀█ ▀ █ ",
        " █  █▀▀ ▄▀  ",
        "▀▀▀ ▀▀▀ ▀ ▀ ",
      ])
    #expect(
      drawn(7, 2, .ascii) { BigFigures("x7-").draw(in: whole(7, 2), on: &$0) }
        == ["x7-    ", "       "])
    #expect(BigFigures("0").width == 3)
    #expect(BigFigures("").width == 0)
    #expect(BigFigures("9.5").width == 9)
  }

  @Test func titledFrame() {
    let frame = TitledFrame("今天要办", legend: "■ 到")
    #expect(
      drawn(24, 3) { frame.draw(in: whole(24, 3), on: &$0) } == [
        "╭ 今天要办 ────── ■ 到 ╮",
        "│                      │",
        "╰──────────────────────╯",
      ])
    // The legend goes before the title is cut.
    #expect(
      drawn(14, 2, .ascii) { frame.draw(in: whole(14, 2), on: &$0) } == [
        "+ 今天要办 --+", "+------------+",
      ])
    var open = frame
    (open.isOpen, open.isFocused) = (true, true)
    var grid = Grid(size: Size(columns: 16, rows: 2))
    open.draw(in: whole(16, 2), on: &grid)
    #expect(grid.lines == ["─ 今天要办 ─────", "                "])
    #expect(
      TitledFrame.interior(of: whole(16, 4), isOpen: true) == Rect(x: 0, y: 1, width: 16, height: 3)
    )
    #expect(
      TitledFrame.interior(of: whole(16, 4), isOpen: false)
        == Rect(x: 1, y: 1, width: 14, height: 2))
  }

  @Test func panelWithTitleAndFooter() {
    let lines = drawn(20, 4) {
      $0.fill(whole(20, 4), with: "x", .text)
      let inside = Panel("登记", footer: "Esc 取消").draw(
        in: Rect(x: 1, y: 0, width: 18, height: 4), on: &$0)
      $0.write("纸质版", at: inside.origin)
    }
    #expect(
      lines == [
        "x╭─ 登记 ─────────╮x",
        "x│ 纸质版         │x",
        "x│                │x",
        "x╰───── Esc 取消 ─╯x",
      ])
    let ascii = drawn(8, 3, .ascii) { _ = Panel("登记表格").draw(in: whole(8, 3), on: &$0) }
    #expect(ascii == ["+- ~  -+", "|      |", "+------+"])
    #expect(drawn(1, 1) { _ = Panel("登记").draw(in: whole(1, 1), on: &$0) } == [" "])
  }

  @Test func keyHintsLeaveOutWholeItems() {
    let hints = KeyHints([.init("p", "已收"), .init("F1", "帮助"), .init("q", "")])
    func line(_ columns: Int) -> [String] {
      drawn(columns, 1) { _ = hints.draw(in: whole(columns, 1), on: &$0) }
    }
    #expect(line(20) == ["p 已收  F1 帮助  q  "])
    #expect(line(14) == ["p 已收        "])
    #expect(line(3) == ["   "])
    #expect(line(0) == [""])
  }

  @Test func sparkline() {
    #expect(drawn(5, 1) { Sparkline([0, 1, 4, 8]).draw(in: whole(5, 1), on: &$0) } == [" ▁▄█ "])
    #expect(
      drawn(2, 2) { Sparkline([9, 4, 8], top: 8).draw(in: whole(2, 2), on: &$0) } == [" █", "██"])
    #expect(drawn(3, 1, .ascii) { Sparkline([1, 4, 8]).draw(in: whole(3, 1), on: &$0) } == ["_=#"])
    #expect(drawn(2, 1) { Sparkline([]).draw(in: whole(2, 1), on: &$0) } == ["  "])
  }

  @Test func scrollbar() {
    func bar(_ offset: Int) -> String {
      drawn(1, 4) { Scrollbar(count: 8, visible: 4, offset: offset).draw(in: whole(1, 4), on: &$0) }
        .joined()
    }
    #expect(bar(0) == "▐▐▕▕")
    #expect(bar(2) == "▕▐▐▕")
    #expect(bar(4) == "▕▕▐▐")
    #expect(bar(99) == "▕▕▐▐")
    let short = drawn(1, 2) {
      Scrollbar(count: 2, visible: 2, offset: 0).draw(in: whole(1, 2), on: &$0)
    }
    #expect(short == [" ", " "])
  }

  @Test func asciiGlyphsAreAscii() {
    let a = Alphabet.ascii
    let glyphs: [Character] = [
      a.horizontal, a.vertical, a.topLeft, a.topRight, a.bottomLeft, a.bottomRight, a.cursorMark,
      a.mark, a.ellipsis, a.breadcrumb, a.bullet, a.check, a.cross, a.ascending, a.descending,
      a.dash, a.middleDot, a.block, a.scrollTrack, a.scrollThumb, a.fullBar,
    ]
    #expect((glyphs + a.heights).allSatisfy { $0.isASCII })
  }

  @Test func ruleWithTitle() {
    #expect(drawn(12, 1) { Rule("昆明").draw(in: whole(12, 1), on: &$0) } == ["─ 昆明 ─────"])
    #expect(drawn(8, 1) { Rule("云南省文化厅").draw(in: whole(8, 1), on: &$0) } == ["─ 云…  ─"])
    #expect(drawn(4, 1, .ascii) { Rule().draw(in: whole(4, 1), on: &$0) } == ["----"])
    #expect(drawn(3, 1) { Rule("昆明").draw(in: whole(3, 1), on: &$0) } == ["───"])
  }
}
