import CensusTestSupport
import FoundationEssentials
import StrictJSON
import Testing

/// The form in which bytes are an identity, and the form that people edit.
struct WritingTests {
  private enum Key: String, CaseIterable {
    case b
    case a
    case aB
    case a10
    case a2
    case list
  }

  @Test func canonical() {
    var inner = CanonicalObject()
    inner.put(Key.b, "云\"\\/\n\u{1}\u{1F}\u{7F}\u{2028}")
    inner.put(Key.a, -7)
    var object = CanonicalObject()
    object.put(Key.list, [inner, CanonicalObject()])
    object.put(Key.a2, ["x", ""])
    object.put(Key.a10, true)
    object.put(Key.aB, nil as String?)
    object.put(Key.b, inner)
    let written = #"{"a":-7,"b":"云\"\\/\n\u0001\u001f"# + "\u{7F}\u{2028}\"}"
    #expect(
      String(decoding: object.bytes, as: UTF8.self)
        == "{\"a10\":true,\"a2\":[\"x\",\"\"],\"b\":\(written),\"list\":[\(written),{}]}")
  }

  /// The names of all events were made from the bytes that FoundationEssentials writes.
  @Test(arguments: UInt64(0)..<100)
  func canonicalTextIsWhatItAlwaysWas(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var fields: [String: String] = [:]
    var object = CanonicalObject()
    for key in Key.allCases {
      let text = RandomJSON.text(&random)
      fields[key.rawValue] = text
      object.put(key, text)
    }
    let expected = try encoder.encode(fields)
    #expect(object.bytes == Array(expected))
  }

  @Test func pretty() {
    let file = PrettyJSON.object([
      ("名", .text("a\tb")), ("rows", .rows([.row([("x", .number(1)), ("y", .null)]), .list([])])),
      ("none", .rows([])), ("empty", .object([])), ("flag", .flag(false)),
    ]).file
    #expect(
      String(decoding: file, as: UTF8.self) == """
        {
          "名": "a\\tb",
          "rows": [
            { "x": 1, "y": null },
            []
          ],
          "none": [],
          "empty": {},
          "flag": false
        }

        """)
  }

  /// The form of answers is the one that FoundationEssentials calls pretty, but that what is empty is
  /// closed at once.
  @Test func answer() {
    var writer = JSONWriter(.answer)
    writer.object(2) { writer, field in
      writer.key(["b", "a"][field])
      writer.list(field == 1 ? 0 : 2) { $0.number([1, -2][$1]) }
    }
    writer.endLine()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {
          "b" : [
            1,
            -2
          ],
          "a" : []
        }

        """)
  }

  /// An answer is safe to show: what a reader cannot see, or what turns the text around, is escaped;
  /// a file has it as it is.
  @Test(arguments: [
    ("云南，。（）「」é😀\u{3000}", "云南，。（）「」é😀\u{3000}"),
    ("\u{7F}\u{85}\u{A0}\u{AD}", #"\u007f\u0085\u00a0\u00ad"#),
    ("a\u{200B}\u{202E}\u{2028}\u{2029}b", #"a\u200b\u202e\u2028\u2029b"#),
    ("\u{34F}\u{3164}\u{FEFF}\u{FE0F}", #"\u034f\u3164\ufeff\ufe0f"#),
    ("\u{E0041}\u{E000}\u{10FFFF}", #"\udb40\udc41\ue000\udbff\udfff"#),
    ("\u{378}\u{FFFF}", #"\u0378\uffff"#), ("\"\\/\n\u{1}", #"\"\\/\n\u0001"#),
  ])
  func hiddenCharacters(text: String, written: String) throws {
    var answer = JSONWriter(.answer)
    answer.text(text)
    #expect(Array("\"\(written)\"".utf8) == answer.bytes)
    #expect(try JSONDocument(answer.bytes).root.text?.utf8.elementsEqual(text.utf8) == true)
    var file = JSONWriter(.file)
    file.text(text)
    #expect(try JSONDocument(file.bytes).root.text?.utf8.elementsEqual(text.utf8) == true)
    #expect(
      String(decoding: file.bytes, as: UTF8.self).unicodeScalars.contains { $0.value > 0x7E }
        || !text.unicodeScalars.contains { $0.value > 0x7E })
  }

  /// Escaping goes through the text in stretches: any text comes back as it was, in every form.
  @Test(arguments: UInt64(0)..<200)
  func everyTextComesBack(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = RandomJSON.text(&random)
    for form in [JSONWriter.Form.canonical, .file, .answer] {
      var writer = JSONWriter(form)
      writer.list(2) { writer, _ in writer.text(text) }
      let items = try #require(try JSONDocument(writer.bytes).root.items)
      #expect(items.map { $0.text.map { Array($0.utf8) } } == [Array(text.utf8), Array(text.utf8)])
    }
  }
}
