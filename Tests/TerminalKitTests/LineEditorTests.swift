import TerminalKit
import Testing

struct LineEditorTests {
  @Test(arguments: [
    ("lit:云南省", "云南省", 3),
    ("lit:云南 BSpace", "云", 1),
    ("lit:云南 Left Left lit:a", "a云南", 1),
    ("lit:云南 Left DC", "云", 1),
    ("lit:ab Space lit:云南 C-w", "ab ", 3),
    ("lit:ab Space Space C-w", "", 0),
    ("lit:ab C-u", "", 0),
    ("lit:ab Home lit:x End lit:y", "xaby", 4),
    ("lit:ab Home BSpace Left", "ab", 0),
    ("DC BSpace C-w", "", 0),
    ("lit:e\u{301}x BSpace BSpace", "", 0),
    ("lit:jkq", "jkq", 3),
    ("lit:ab Left C-k", "a", 1),
  ])
  func edits(script: String, text: String, caret: Int) throws {
    var editor = LineEditor()
    for key in try #require(Key.parse(script: script)) {
      let isUsed = editor.handle(key)
      #expect(isUsed)
    }
    #expect(editor.text == text)
    #expect(editor.caret == caret)
  }

  @Test func aMarkJoinsWhatStandsBeforeTheCaret() {
    var editor = LineEditor("ex")
    _ = editor.handle(.left)
    _ = editor.handle(.character("\u{301}"))
    #expect(editor.text == "e\u{301}x")
    #expect(editor.caret == 1)
  }

  @Test func leavesOtherKeysAlone() {
    var editor = LineEditor("a")
    for key in [Key.enter, .escape, .tab, .up, .function(1)] {
      let isUsed = editor.handle(key)
      #expect(!isUsed)
    }
  }

  @Test func promptShowsCaretAndTheEndOfLongText() {
    var grid = Grid(size: Size(columns: 12, rows: 1))
    Prompt("筛选 ", LineEditor("云南")).draw(in: whole(12, 1), on: &grid)
    #expect(grid.goldenText == "|筛选 云南   |\ncursor 9,0 caret\n")
    Prompt("筛选 ", LineEditor("云南省人民政府")).draw(in: whole(12, 1), on: &grid)
    #expect(grid.lines == ["筛选 …政府  "])
    #expect(grid.cursor == Point(x: 10, y: 0))
    Prompt("筛选 ", LineEditor(), placeholder: "拼音").draw(in: whole(12, 1), on: &grid)
    #expect(grid.lines == ["筛选 拼音   "])
    #expect(grid.cursor == Point(x: 5, y: 0))
  }

  @Test(arguments: 0...8, [Alphabet.unicode, .ascii])
  func promptKeepsItsCaretInside(columns: Int, alphabet: Alphabet) {
    var grid = Grid(size: Size(columns: columns, rows: 1), alphabet: alphabet)
    Prompt("筛 ", LineEditor("云南省")).draw(in: whole(columns, 1), on: &grid)
    if columns > 0 {
      #expect(grid.cursor.map { grid.bounds.contains($0) } == true)
    } else {
      #expect(grid.cursor == nil)
    }
  }
}
