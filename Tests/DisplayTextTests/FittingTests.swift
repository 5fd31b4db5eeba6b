import DisplayText
import Testing

struct FittingTests {
  @Test(arguments: [
    ("昆明", 6, TextAlignment.left, "昆明  "),
    ("昆明", 6, .right, "  昆明"),
    ("昆明", 7, .centre, " 昆明  "),
    ("昆明", 4, .left, "昆明"),
    ("云南省文化厅", 7, .left, "云南省…"),
    ("云南省文化厅", 6, .left, "云南… "),
    ("abcdef", 4, .right, "abc…"),
    ("云南", 1, .left, "…"),
    ("云南", 2, .left, "… "),
    ("云南", 0, .left, ""),
    ("", 3, .right, "   "),
  ])
  func fits(text: String, columns: Int, alignment: TextAlignment, result: String) {
    #expect(fitted(text, to: columns, alignment: alignment) == result)
    #expect(fitted(text, to: columns, alignment: alignment).displayWidth == max(0, columns))
  }

  @Test func takesAnotherEllipsis() {
    #expect(fitted("云南省", to: 5, ellipsis: "~") == "云南~")
    #expect(fitted("云南省", to: 5, ellipsis: "...") == "云...")
    #expect(fitted("云南省", to: 2, ellipsis: "...") == "云")
    #expect(truncated("云南省", to: 9) == "云南省")
    #expect(truncated("云南省", to: -1) == "")
  }
}
