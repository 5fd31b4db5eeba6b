import DisplayText
import Testing

struct TransliterateTests {
  @Test(arguments: [
    ("云南省，昆明。", "云南省，昆明。"),
    ("“十三五”规划——‘一网’…", "「十三五」规划--『一网』..."),
    ("张·王①②⑩×→℃Ⅰ", "张・王(1)(2)(10)x->度I"),
    ("●■▲★─│█═║┌", "***" + "*-|#=|+"),
    ("αβΩЖж àéü ßÆ", "abOZhzh aeu ssAE"),
    ("e\u{301}", "e"),
    ("㈠㎡⑴ⅳ", "㈠㎡(1)iv"),
    ("±≤≥≠№™½", "+/-<=>=!=No.TM1/2"),
  ])
  func writesForWideTerminals(text: String, result: String) {
    #expect(transliteratedForWideTerminals(text) == result)
  }

  @Test func leavesNoAmbiguousCharacter() {
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), DisplayWidth.isAmbiguous(scalar) else { continue }
      let result = transliteratedForWideTerminals(String(scalar))
      if result.isEmpty || result.unicodeScalars.contains(where: DisplayWidth.isAmbiguous) {
        Issue.record("U+\(String(value, radix: 16)) became \(result)")
      }
    }
  }
}
