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
}
