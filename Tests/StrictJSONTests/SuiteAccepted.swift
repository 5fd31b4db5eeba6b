import StrictJSON

extension SuiteCase {
  /// What every parser must accept.
  ///
  /// Keys that come twice are valid to the letter, but one of the two values would be lost, so that we
  /// refuse them.
  static let mustBeAccepted: [SuiteCase] = arrays + numbers + objects + texts + unicode + structure

  private static let arrays = [
    SuiteCase("array: blanks around an inner one", "[[]   ]"),
    SuiteCase("array: an empty text", #"[""]"#),
    SuiteCase("array: empty", "[]"),
    SuiteCase("array: a line end inside", "[\"甲\"\n]"),
    SuiteCase("array: false", "[false]"),
    SuiteCase("array: values of all kinds", #"[null, 7, "甲", {}, true]"#),
    SuiteCase("array: null", "[null]"),
    SuiteCase("array: a number and a line end", "[1\n]"),
    SuiteCase("array: a blank before it", " [7]"),
    SuiteCase("array: several nulls", "[8,null,null,null,9]"),
    SuiteCase("array: a blank behind it", "[7] "),
  ]

  private static let numbers = [
    SuiteCase("number: all its parts", "[123e65]"),
    SuiteCase("number: zero with a plus in its exponent", "[0e+1]"),
    SuiteCase("number: zero with an exponent", "[0e1]"),
    SuiteCase("number: after a blank", "[ 4]"),
    SuiteCase(
      "number: close to zero", Bytes(Array("[-0.\(String(repeating: "0", count: 70))1]".utf8))),
    SuiteCase("number: whole with an exponent", "[20e1]"),
    SuiteCase("number: minus zero", "[-0]"),
    SuiteCase("number: whole and negative", "[-123]"),
    SuiteCase("number: minus one", "[-1]"),
    SuiteCase("number: negative zero alone", "-0"),
    SuiteCase("number: a capital E", "[1E22]"),
    SuiteCase("number: a capital E, a negative exponent", "[1E-2]"),
    SuiteCase("number: a capital E, a positive exponent", "[1E+2]"),
    SuiteCase("number: an exponent", "[123e45]"),
    SuiteCase("number: fraction and exponent", "[123.456e78]"),
    SuiteCase("number: a negative exponent", "[1e-2]"),
    SuiteCase("number: a positive exponent", "[1e+2]"),
    SuiteCase("number: whole", "[123]"),
    SuiteCase("number: with a fraction", "[123.456789]"),
  ]

  private static let objects = [
    SuiteCase("object: two fields", #"{"甲":"一","乙":"二"}"#),
    SuiteCase("object: one field", #"{"甲":"一"}"#),
    SuiteCase("object: a key twice", #"{"a":1,"a":2}"#, 7, .uniqueKey("a")),
    SuiteCase("object: a key and its value twice", #"{"a":1,"a":1}"#, 7, .uniqueKey("a")),
    SuiteCase("object: empty", "{}"),
    SuiteCase("object: an empty key", #"{"":0}"#),
    SuiteCase("object: an escaped null character in a key", #"{"甲\u0000乙":42}"#),
    SuiteCase("object: extreme numbers", #"{"min":-1.0e+28,"max":1.0e+28}"#),
    SuiteCase(
      "object: long texts",
      Bytes(
        Array(
          #"{"x":[{"id":"\#(String(repeating: "x", count: 60))"}],"id":"\#(String(repeating: "y", count: 60))"}"#
            .utf8))),
    SuiteCase("object: a list in it", #"{"a":[]}"#),
    SuiteCase("object: a text of escapes", #"{"名":"\u4e91\u5357\u7701"}"#),
    SuiteCase("object: line ends inside", "{\n\"a\": \"b\"\n}"),
  ]

  private static let texts = [
    SuiteCase("text: UTF-8 of one, two and three bytes", #"["\u0060\u012a\u12AB"]"#),
    SuiteCase("text: a surrogate pair", #"["\uD801\udc37"]"#),
    SuiteCase("text: two surrogate pairs", #"["\ud83d\ude39\ud83d\udc8d"]"#),
    SuiteCase("text: every escape there is", #"["\"\\\/\b\f\n\r\t"]"#),
    SuiteCase("text: a backslash and an escaped zero", #"["\\u0000"]"#),
    SuiteCase("text: an escaped quotation mark", #"["\""]"#),
    SuiteCase("text: what would be a comment outside", #"["a/*b*/c/*d//e"]"#),
    SuiteCase("text: an escaped backslash before a", #"["\\a"]"#),
    SuiteCase("text: an escaped backslash before n", #"["\\n"]"#),
    SuiteCase("text: an escaped control character", #"["\u0012"]"#),
    SuiteCase("text: an escaped noncharacter", #"["\uFFFF"]"#),
    SuiteCase("text: in an array", #"["甲"]"#),
    SuiteCase("text: in an array, a blank before it", #"[ "甲"]"#),
    SuiteCase("text: the last surrogates of both kinds", #"["\uDBFF\uDFFF"]"#),
    SuiteCase("text: an escaped blank that does not break", #"["甲\u00A0乙"]"#),
    SuiteCase("text: the noncharacter U+10FFFF", "[\"\u{10FFFF}\"]"),
    SuiteCase("text: the noncharacter U+FFFF", "[\"\u{FFFF}\"]"),
    SuiteCase("text: an escaped null character", #"["\u0000"]"#),
    SuiteCase("text: an escape of one byte", #"["\u002c"]"#),
    SuiteCase("text: the letter pi", #"["π"]"#),
    SuiteCase("text: the reserved U+1BFFF", "[\"\u{1BFFF}\"]"),
    SuiteCase("text: plain ASCII", #"["asd "]"#),
    SuiteCase("text: one blank alone", #"" ""#),
    SuiteCase("text: the surrogates of a clef", #"["\uD834\uDD1E"]"#),
    SuiteCase("text: an escape of three bytes", #"["\u0821"]"#),
    SuiteCase("text: an escape of two bytes", #"["\u0123"]"#),
  ]

  private static let unicode = [
    SuiteCase("text: the line separator", "[\"\u{2028}\"]"),
    SuiteCase("text: the paragraph separator", "[\"\u{2029}\"]"),
    SuiteCase("text: letters as escapes", #"["\u0061\u30af\u30EA\u30b9"]"#),
    SuiteCase("text: an escaped line end", #"["甲\u000a乙"]"#),
    SuiteCase("text: the delete character, not escaped", "[\"\u{7F}\"]"),
    SuiteCase("text: an escaped character of the plane of old scripts", #"["\uA66D"]"#),
    SuiteCase("text: a backslash as an escape", #"["\u005C"]"#),
    SuiteCase("text: characters of other scripts", "[\"\u{2342}\u{3231}\u{2342}\"]"),
    SuiteCase("text: the noncharacter U+10FFFE", #"["\uDBFF\uDFFE"]"#),
    SuiteCase("text: the noncharacter U+1FFFE", #"["\uD83F\uDFFE"]"#),
    SuiteCase("text: the blank of no width", #"["\u200B"]"#),
    SuiteCase("text: the invisible plus", #"["\u2064"]"#),
    SuiteCase("text: the noncharacter U+FDD0", #"["\uFDD0"]"#),
    SuiteCase("text: the noncharacter U+FFFE", #"["\uFFFE"]"#),
    SuiteCase("text: a quotation mark as an escape", #"["\u0022"]"#),
    SuiteCase("text: UTF-8 of two and four bytes", "[\"é\u{1D11E}\"]"),
    SuiteCase("text: the delete character between others", "[\"a\u{7F}a\"]"),
  ]

  private static let structure = [
    SuiteCase("alone: false", "false"),
    SuiteCase("alone: a whole number", "42"),
    SuiteCase("alone: a negative number with a fraction", "-0.1"),
    SuiteCase("alone: null", "null"),
    SuiteCase("alone: a text", #""甲""#),
    SuiteCase("alone: true", "true"),
    SuiteCase("alone: an empty text", #""""#),
    SuiteCase("structure: a line end at the end", "[\"a\"]\n"),
    SuiteCase("structure: true in an array", "[true]"),
    SuiteCase("structure: a blank before an empty array", " [] "),
  ]
}
