import CensusTestSupport
import DisplayText
import Testing

struct NeutraliseTests {
  /// Not as arguments of the test: those are printed as they are, and these act on terminals.
  private let cases: [(raw: String, shown: String)] = [
    ("云南省 abc “引号”", "云南省 abc “引号”"),
    ("\u{1B}[31mred\u{07}", "^[[31mred^G"),
    ("a\nb\tc\r\nd", "a b c d"),
    ("a\rb", "a b"),
    ("nul\u{0}del\u{7F}", "nul^@del^?"),
    ("\u{9B}31m\u{85}", "<U+009B>31m<U+0085>"),
    ("\u{2028}\u{2029}", "<U+2028><U+2029>"),
    ("a\u{202E}b\u{2066}c\u{61C}\u{200F}", "a<U+202E>b<U+2066>c<U+061C><U+200F>"),
    ("\u{200B}\u{200D}\u{FEFF}\u{2060}\u{AD}", "<U+200B><U+200D><U+FEFF><U+2060><U+00AD>"),
    ("\u{3164}\u{115F}\u{34F}", "<U+3164><U+115F><U+034F>"),
    ("\u{E0041}\u{E0001}", "<U+E0041><U+E0001>"),
    ("葛\u{E0100}城✔\u{FE0F}", "葛城✔"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}x", "e\u{301}\u{302}\u{303}\u{304}x"),
  ]

  @Test func showsWhatCouldActOrDeceive() {
    for (raw, shown) in cases {
      #expect(neutralised(raw).unicodeScalars.elementsEqual(shown.unicodeScalars), "\(shown)")
    }
  }

  @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func showsNoncharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(
      neutralised("a" + String(scalar)) == "a<U+\(String(value, radix: 16, uppercase: true))>")
  }

  @Test(arguments: UInt64(0)..<50)
  func whatComesOutIsHarmlessAndStays(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var text = String.UnicodeScalarView()
    for _ in 0..<200 {
      let top: UInt32 = [0x100, 0x3000, 0x1_0000, 0x11_0000].randomElement(using: &random) ?? 0x100
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<top, using: &random)) {
        text.append(scalar)
      }
    }
    let once = neutralised(String(text))
    #expect(neutralised(once) == once)
    for scalar in once.unicodeScalars {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar.properties.generalCategory != .format)
      #expect(!scalar.properties.isNoncharacterCodePoint)
    }
  }

  @Test func aLongHostileTextTakesTheTimeOfItsLength() {
    let growth = growth(10_000) { count in
      #expect(neutralised(String(repeating: "\u{1B}站", count: count)).utf8.count > count)
    }
    #expect(growth < 20)
  }
}
