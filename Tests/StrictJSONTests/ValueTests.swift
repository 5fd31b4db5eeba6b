import StrictJSON
import Testing

/// What is read from a text that was accepted.
struct ValueTests {
  private func root(_ text: String) throws -> JSONValue { try JSONDocument(Array(text.utf8)).root }

  @Test(
    arguments: [
      (#""云南""#, "云南"), (#""""#, ""), (#""a\"\\\/\b\f\n\r\tb""#, "a\"\\/\u{8}\u{C}\n\r\tb"),
      (#""\u4E91\u5357""#, "云南"), (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\0"),
      (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), ("null", nil), ("1", nil), ("[]", nil), ("true", nil),
    ] as [(String, String?)])
  func text(_ json: String, _ text: String?) throws {
    #expect(try root(json).text == text)
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("12", 12), ("-7", -7), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min), ("9223372036854775808", nil),
      ("-9223372036854775809", nil), ("1.0", nil), ("1e2", nil), ("\"1\"", nil), ("null", nil),
      ("100000000000000000000000", nil),
    ] as [(String, Int?)])
  func number(_ json: String, _ number: Int?) throws {
    #expect(try root(json).number == number)
  }

  @Test func flagsAndNull() throws {
    let value = try root(#"{"a":true,"b":false,"c":null}"#)
    #expect(value["a"]?.flag == true && value["b"]?.flag == false && value["c"]?.flag == nil)
    #expect(value["c"]?.isNull == true && value["a"]?.isNull == false && value["d"] == nil)
  }

  @Test func fieldsAndItemsInTheOrderOfTheText() throws {
    let value = try root(#"{"乙":[1,[2,3],{"x":4}],"甲":{"y":{}},"丙":"z"}"#)
    #expect(value.fields.map { $0.map(\.name) } == ["乙", "甲", "丙"])
    #expect(value["乙"]?.items.map { $0.map(\.number) } == [1, nil, nil])
    let items = try #require(value["乙"]?.items.map(Array.init))
    #expect(items[1].items.map { $0.map(\.number) } == [2, 3])
    #expect(items[2]["x"]?.number == 4)
    #expect(value["甲"]?["y"]?.fields?.isEmpty == true)
    #expect(value["丙"]?.text == "z")
    #expect(value["丙"]?.fields.map { $0.map(\.name) } == nil)
  }

  /// A key is found by its bytes, however it is written, and not by what equals it for a person.
  @Test func keysAreBytes() throws {
    let value = try root("{\"\\u4e91\":1,\"\u{E9}\":2,\"e\u{301}\":3,\"\":4}")
    #expect(value["云"]?.number == 1)
    #expect(value["\u{E9}"]?.number == 2 && value["e\u{301}"]?.number == 3)
    #expect(value[""]?.number == 4)
  }

  @Test func places() throws {
    let text = "{\n  \"a\": [1,\n    \"b\"],\n  \"c\": {}\n}"
    let value = try root(text)
    let items = try #require(value["a"]?.items.map(Array.init))
    #expect(items.map(\.line) == [2, 3])
    #expect(value["c"]?.line == 4 && value["c"]?.offset == 30)
    #expect(value.fields.map { $0.map(\.line) } == [2, 4])
  }

  /// Pointers are those of RFC 6901: `~` and `/` in a key are written as `~0` and `~1`.
  @Test func pointers() throws {
    let value = try root(#"{"a":[1,{"x/y~z":[true,[]]}],"":{"云":null}}"#)
    #expect(value.pointer == "")
    let list = try #require(value["a"])
    let items = try #require(list.items.map(Array.init))
    #expect(list.pointer == "/a" && items.map(\.pointer) == ["/a/0", "/a/1"])
    let deep = try #require(items[1]["x/y~z"]?.items.map(Array.init))
    #expect(deep.map(\.pointer) == ["/a/1/x~1y~0z/0", "/a/1/x~1y~0z/1"])
    #expect(value[""]?["云"]?.pointer == "//云")
    #expect(items[1].pointer(to: "none/~") == "/a/1/none~1~0")
    #expect(value.pointer(to: "b") == "/b")
  }

  @Test func commentsOnlyWhereAllowed() throws {
    let text = Array("// 首行\n{ /* 一 */ \"a\": \"// no\" // 尾\n}".utf8)
    #expect(try JSONDocument(text, allowsComments: true).root["a"]?.text == "// no")
    #expect(throws: JSONFault(offset: 0, line: 1, column: 1, expectation: .value)) {
      _ = try JSONDocument(text)
    }
  }

  @Test func tooManyValuesAreRefusedAtTheirPlace() {
    let limits = JSONLimits(depth: 9, text: 9, file: 99, values: 4)
    #expect(throws: JSONFault(offset: 7, line: 1, column: 8, expectation: .values(limit: 4))) {
      _ = try JSONDocument(Array("[1,2,3,4]".utf8), limits: limits)
    }
    #expect(throws: Never.self) {
      _ = try JSONDocument(Array("[1,2,3]".utf8), limits: limits)
    }
  }

  /// Many keys are told apart by a table, and two of them as well as two of few.
  @Test(arguments: [2, 23, 24, 25, 26, 1_000, 30_000])
  func manyKeys(_ count: Int) throws {
    let keys = (0..<count).map { "\"k\($0)\":\($0)" }
    let value = try root("{\(keys.joined(separator: ","))}")
    #expect(value["k\(count - 1)"]?.number == count - 1)
    for twice in [0, count / 2, count - 1] {
      let text = "{\((keys + ["\"\\u006b\(twice)\":0"]).joined(separator: ","))}"
      let fault = #expect(throws: JSONFault.self) { _ = try root(text) }
      #expect(fault?.expectation == .uniqueKey("k\(twice)"))
    }
  }
}
