import StrictJSON

extension SuiteCase {
  /// What RFC 8259 leaves to the parser: numbers beyond measure, lone surrogates, broken UTF-8 and
  /// other encodings are refused; a whole number of any size is one as long as nobody wants an `Int`.
  static let leftOpen: [SuiteCase] = openNumbers + openSurrogates + openEncodings + openStructure

  private static let openNumbers = [
    SuiteCase("number: a huge negative exponent", "[123.456e-789]"),
    SuiteCase("number: a huge exponent", "[0.4e00669999999999999999999]", 1, .numberInRange),
    SuiteCase("number: negative, a huge exponent", "[-1e+9999]", 1, .numberInRange),
    SuiteCase("number: a fraction, a huge exponent", "[1.5e+9999]", 1, .numberInRange),
    SuiteCase("number: below the least there is", "[-123123e100000]", 1, .numberInRange),
    SuiteCase("number: above the greatest there is", "[123123e100000]", 1, .numberInRange),
    SuiteCase("number: too close to zero", "[123e-10000000]"),
    SuiteCase("number: a negative whole one beyond 64 bits", "[-123123123123123123123123123123]"),
    SuiteCase("number: a whole one beyond 64 bits", "[100000000000000000000]"),
    SuiteCase(
      "number: a negative whole one far beyond",
      "[-237462374673276894279832749832423479823246327846]"),
  ]

  private static let openSurrogates = [
    SuiteCase("key: a second surrogate alone", #"{"\uDFAA":0}"#, 2, .surrogatePair),
    SuiteCase("text: a first surrogate and no second", #"["\uDADA"]"#, 2, .surrogatePair),
    SuiteCase(
      "text: a first surrogate, then no surrogate", #"["\uD888\u1234"]"#, 2, .surrogatePair),
    SuiteCase("text: half a pair and an escape", #"["\uD800\n"]"#, 2, .surrogatePair),
    SuiteCase("text: half a pair", #"["\uDd1ea"]"#, 2, .surrogatePair),
    SuiteCase("text: two first halves and an escape", #"["\uD800\uD800\n"]"#, 2, .surrogatePair),
    SuiteCase("text: a lonely surrogate", #"["\ud800"]"#, 2, .surrogatePair),
    SuiteCase("text: a surrogate and letters", #"["\ud800abc"]"#, 2, .surrogatePair),
    SuiteCase(
      "text: the halves of a clef in the wrong order", #"["\uDd1e\uD834"]"#, 2, .surrogatePair),
    SuiteCase("text: a second surrogate alone", #"["\uDFAA"]"#, 2, .surrogatePair),
  ]

  private static let openEncodings = [
    SuiteCase(
      "encoding: UTF-16, low byte first, with a mark", [0xFF, 0xFE, 0x5B, 0, 0x5D, 0], 0, .value),
    SuiteCase(
      "encoding: a sequence that is no UTF-8", "[\"日" + [0xD1, 0x88, 0xFA] + "\"]", 7, .utf8),
    SuiteCase("encoding: a surrogate in UTF-8", "[\"" + [0xED, 0xA0, 0x80] + "\"]", 2, .utf8),
    SuiteCase("encoding: a byte that no UTF-8 has", "[\"" + [0xFF] + "\"]", 2, .utf8),
    SuiteCase("encoding: Latin-1", "[\"" + [0xE9] + "\"]", 2, .utf8),
    SuiteCase("encoding: a lone byte of continuation", "[\"" + [0x81] + "\"]", 2, .utf8),
    SuiteCase(
      "encoding: beyond the last character", "[\"" + [0xF4, 0xBF, 0xBF, 0xBF] + "\"]", 2, .utf8),
    SuiteCase("encoding: two bytes where one would do", "[\"" + [0xC0, 0xAF] + "\"]", 2, .utf8),
    SuiteCase(
      "encoding: six bytes where fewer would do",
      "[\"" + [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF] + "\"]", 2, .utf8),
    SuiteCase(
      "encoding: six bytes for the null character",
      "[\"" + [0xFC, 0x80, 0x80, 0x80, 0x80, 0x80] + "\"]", 2, .utf8),
    SuiteCase("encoding: a sequence cut short", "[\"" + [0xE0, 0xFF] + "\"]", 2, .utf8),
    SuiteCase(
      "encoding: UTF-16, high byte first, no mark", [0, 0x5B, 0, 0x22, 0, 0x22, 0, 0x5D], 0, .value),
    SuiteCase(
      "encoding: UTF-16, low byte first, no mark", [0x5B, 0, 0x22, 0, 0x22, 0, 0x5D, 0], 1, .value),
  ]

  private static let openStructure = [
    SuiteCase(
      "structure: 500 arrays in each other",
      Bytes(
        [UInt8](repeating: UInt8(ascii: "["), count: 500)
          + [UInt8](repeating: UInt8(ascii: "]"), count: 500)), 64, .depth(limit: 64)),
    SuiteCase("structure: a byte order mark and an object", "\u{FEFF}{}", 0, .noByteOrderMark),
  ]
}
