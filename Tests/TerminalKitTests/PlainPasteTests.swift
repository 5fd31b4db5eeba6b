import TerminalKit
import Testing

/// Pastes that a terminal does not mark: a burst of bytes that reads like text.
struct PlainPasteTests {
  private static let rows = "1\t昆明\t测试网站甲\t5301290003\t栏目像空房子\r2\t临沧\t乙\t5309000044\t错字\r"

  @Test(arguments: [
    rows, "be.gov.cn\t云南省文史研究馆\tbp\r\n", "序号 单位 网站名称 标识码 存在问题 备注\r",
    "www.example.org 5301000001\rwww.example.org\r",
    "这是从网页上复制的一段话，没有换行",
  ])
  func rowsOfTextAreOne(_ text: String) {
    #expect(PlainPaste.reads(Array(text.utf8)))
  }

  /// What may have been typed ahead stays keys: short bursts, letters alone, keys with sequences.
  @Test(arguments: [
    "5Ge", "昆明\r", "jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj",
    "5\rjjjjjjjjjjjjjjjjjjjjjjjjjjjjj\rp\rjjjjj",
    String(repeating: "\u{1B}[B", count: 20), "/昆明市人民政府\r\u{1B}[B\u{1B}[Bp昆明市人民政府",
  ])
  func keysStayKeys(_ text: String) {
    #expect(!PlainPaste.reads(Array(text.utf8)))
  }

  @Test func theKeyToLeaveIsObeyedAtOnce() {
    #expect(!PlainPaste.mayBegin(with: UInt8(ascii: "q")))
    #expect(!PlainPaste.mayBegin(with: UInt8(ascii: "Q")))
    #expect(!PlainPaste.mayBegin(with: 0x1B))
    #expect(PlainPaste.mayBegin(with: UInt8(ascii: "1")))
    #expect(PlainPaste.mayBegin(with: 0xE6))
  }

  /// The decoder makes one event of it; a key behind the text is a key.
  @Test func theDecoderMakesOnePasteOfIt() {
    var decoder = InputDecoder()
    decoder.feed(PlainPaste.marked(Array(Self.rows.utf8) + [0x04]), at: 0)
    #expect(decoder.next() == .paste(Self.rows))
    #expect(decoder.next() == .key(.control("d")))
    #expect(decoder.next() == nil)
  }
}
