import CNcurses
import DisplayText
import Testing

struct DisplayWidthTests {
  /// Curses asks the C library; where the two differ, everything to the right would be displaced.
  @Test func agreesWithTheCLibraryOnAllScalarsItKnows() {
    #expect(cn_use_utf8())
    var differing: [String] = []
    var known = 0
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let theirs = Int(cn_wcwidth(value))
      guard theirs >= 0 else { continue }
      known += 1
      if theirs != DisplayWidth.of(scalar) {
        differing.append("\(String(value, radix: 16)) \(theirs) \(DisplayWidth.of(scalar))")
      }
    }
    #expect(known > 100_000)
    // A vowel sign that newer versions of Unicode draw beside its letter.
    #expect(differing == ["1171e 0 1"])
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("云南省", 6), ("第3季度", 7), ("：「」，", 8), ("“…—·①", 5), ("e\u{301}", 1),
    ("ＡＢ１", 6), ("\u{200B}\u{FEFF}\u{200D}", 0), ("한글", 4), ("✓▸█─", 4), ("✅", 2), ("𠀀", 2),
    ("\u{1B}\n\u{85}", 0),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
    #expect(Substring(text).displayWidth == columns)
  }

  @Test func knowsTheAmbiguousCharactersOfChineseText() {
    #expect("“”‘’—…·①×→℃Ⅰ●■▲─│█▏▁".unicodeScalars.allSatisfy(DisplayWidth.isAmbiguous))
    #expect(
      !"中文，。「」、›‹»▸▾▴✓✗aé\n".unicodeScalars.filter { $0 != "é" }.contains(
        where: DisplayWidth.isAmbiguous))
  }
}
