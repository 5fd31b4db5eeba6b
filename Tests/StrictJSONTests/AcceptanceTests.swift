import StrictJSON
import Testing

/// What the recogniser passes, what it refuses and where; cases of our own.
struct AcceptanceTests {
  @Test(arguments: [
    "null", " true ", "false", "0", "-0", "-1", "10", "1.5", "1e2", "1E+2", "1e-2", "-0.0e-0",
    "\"\"", "[]", "{}", "[ ]", "{ }", "\t\r\n[1 , 2]\n", "[[],{}]", #"{"":0}"#,
    #"{"a":{"a":1},"b":[{"a":2}]}"#, #""\"\\\/\b\f\n\r\tA""#, #""😀""#, #""\ud83d\ude00""#,
    "\"云南\"", "\"\u{7F}\u{85}\u{2028}\u{202E}\u{FFFE}\u{10FFFF}\"", #""\u0000""#,
    "9007199254740993", "123456789012345678901234567890", "0e999", "1e-999", "1e308",
    // Equal for a person and for String, but other bytes.
    "{\"\u{E9}\":1,\"e\u{301}\":2}",
  ])
  func passes(_ text: String) throws {
    _ = try JSONDocument(Array(text.utf8))
  }

  @Test(
    arguments: [
      // Nothing, too much, or no JSON at all.
      ("", 0, .value), (" ", 1, .value), ("nul", 0, .value), ("True", 0, .value),
      ("NaN", 0, .value), ("'a'", 0, .value), ("1 2", 2, .endOfFile), ("{}}", 2, .endOfFile),
      ("[1]x", 3, .endOfFile), ("// a\n1", 0, .value), ("nullx", 4, .endOfFile),
      // Commas, colons, brackets.
      ("[1,]", 3, .value), ("[,1]", 1, .value), ("[1 2]", 3, .commaOrBracket),
      ("[1", 2, .commaOrBracket), ("[1}", 2, .commaOrBracket), ("[", 1, .value),
      (#"{"a":1,}"#, 7, .key), (#"{"a":1 "b":2}"#, 7, .commaOrBrace),
      (#"{"a":1"#, 6, .commaOrBrace),
      (#"{"a":1]"#, 6, .commaOrBrace), (#"{"a"}"#, 4, .colon), (#"{"a" 1}"#, 5, .colon),
      ("{a:1}", 1, .key), ("{1:1}", 1, .key), ("{", 1, .key), (#"{"a":}"#, 5, .value),
      ("]", 0, .value),
      // Numbers.
      ("01", 1, .noLeadingZero), ("-01", 2, .noLeadingZero), ("00", 1, .noLeadingZero),
      ("+1", 0, .value), (".5", 0, .value), ("1.", 2, .digit), ("-", 1, .digit), ("1e", 2, .digit),
      ("1e+", 3, .digit), ("1.e1", 2, .digit), ("0x1", 1, .endOfFile), ("1-2", 1, .endOfFile),
      ("1e999", 0, .numberInRange), ("[-1e999]", 1, .numberInRange),
      // Texts.
      (#""a"#, 2, .closingQuote), (#""\x""#, 1, .escape), (#""\"#, 1, .escape),
      (#""\u12g4""#, 5, .hexDigits), (#""\u12"#, 5, .hexDigits), (#""\ud800""#, 1, .surrogatePair),
      (#""\ude00""#, 1, .surrogatePair), (#""\ud83d\u0041""#, 1, .surrogatePair),
      (#""\ud83dx""#, 1, .surrogatePair), ("\"a\tb\"", 2, .escapedControl),
      ("\"\n\"", 1, .escapedControl), ("\"\0\"", 1, .escapedControl),
      // Keys that come twice, however they are spelt.
      (#"{"a":1,"a":1}"#, 7, .uniqueKey("a")), (#"{"a":1,"\u0061":2}"#, 7, .uniqueKey("a")),
      (#"{"":1,"":2}"#, 6, .uniqueKey("")), (#"[{"b":{"b":0},"b":0}]"#, 14, .uniqueKey("b")),
      (#"{"\ud83d\ude00":1,"😀":2}"#, 18, .uniqueKey("😀")),
      ("\u{FEFF}{}", 0, .noByteOrderMark),
    ] as [(String, Int, JSONFault.Expectation)])
  func refuses(_ text: String, at offset: Int, _ expectation: JSONFault.Expectation) {
    let error = #expect(throws: JSONFault.self) { _ = try JSONDocument(Array(text.utf8)) }
    #expect(error?.offset == offset)
    #expect(error?.expectation == expectation)
  }

  @Test(
    arguments: [
      [0x80], [0xFF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xBA], [0xE4, 0xBA, 0x41],
      [0xF0, 0x9F, 0x98], [0xC3], [0xE4, 0x41, 0x91],
    ] as [[UInt8]])
  func refusesBrokenUTF8(_ bytes: [UInt8]) {
    let text = Array("[\"好".utf8) + bytes + Array("\"]".utf8)
    #expect(throws: JSONFault(offset: 5, line: 1, column: 4, expectation: .utf8)) {
      _ = try JSONDocument(text)
    }
  }

  @Test func refusesUTF16() {
    #expect(throws: JSONFault.self) { _ = try JSONDocument([0x7B, 0, 0x7D, 0]) }
    #expect(throws: JSONFault.self) { _ = try JSONDocument([0xFF, 0xFE, 0x7B, 0, 0x7D, 0]) }
  }

  @Test func namesLineAndColumnInCharacters() {
    let text = "{\n  \"名称\": \"昆明\",\n  \"名称\": 1\n}\n"
    #expect(
      throws: JSONFault(offset: 26, line: 3, column: 3, expectation: .uniqueKey("名称"))
    ) { _ = try JSONDocument(Array(text.utf8)) }
    let conflict = "{\"a\":1}\n<<<<<<< HEAD\n"
    #expect(throws: JSONFault(offset: 8, line: 2, column: 1, expectation: .endOfFile)) {
      _ = try JSONDocument(Array(conflict.utf8))
    }
  }

  @Test func keepsToItsLimits() throws {
    let limits = JSONLimits(depth: 3, text: 5, file: 20)
    func check(_ text: String) throws { _ = try JSONDocument(Array(text.utf8), limits: limits) }
    try check("[[[1]]]")
    try check("\"12345\"")
    try check("[\"12345\",\"12345\"]   ")
    #expect(throws: JSONFault(offset: 3, line: 1, column: 4, expectation: .depth(limit: 3))) {
      try check("[[[[1]]]]")
    }
    #expect(throws: JSONFault(offset: 1, line: 1, column: 2, expectation: .textLength(limit: 5))) {
      try check("\"123456\"")
    }
    #expect(throws: JSONFault(offset: 20, line: 1, column: 21, expectation: .fileSize(limit: 20))) {
      try check(String(repeating: " ", count: 21))
    }
  }

  @Test func standsAMillionBrackets() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONFault(offset: 64, line: 1, column: 65, expectation: .depth(limit: 64))) {
      _ = try JSONDocument(bytes)
    }
  }

  @Test func refusesNumbersOfAbsurdLength() throws {
    _ = try JSONDocument([UInt8](repeating: UInt8(ascii: "9"), count: 300))
    #expect(throws: JSONFault.self) {
      _ = try JSONDocument([UInt8](repeating: UInt8(ascii: "9"), count: 400))
    }
  }

  /// Beyond a few keys they are kept in a set; both ways must agree.
  @Test(arguments: [2, 31, 32, 33, 34, 200])
  func findsDoubleKeysAmongMany(count: Int) throws {
    let keys = (0..<count).map { "\"k\($0)\":0" }
    _ = try JSONDocument(Array("{\(keys.joined(separator: ","))}".utf8))
    for double in [0, count / 2, count - 1] {
      let text = "{\((keys + ["\"k\(double)\":0"]).joined(separator: ","))}"
      let error = #expect(throws: JSONFault.self) { _ = try JSONDocument(Array(text.utf8)) }
      #expect(error?.expectation == .uniqueKey("k\(double)"))
    }
  }
}
