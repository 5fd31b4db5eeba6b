/// Where a text stops being acceptable JSON, and what should have stood there.
public struct JSONFault: Error, Hashable, Sendable {
  /// What should have stood there, or which limit is passed.
  public enum Expectation: Hashable, Sendable {
    /// A value.
    case value
    /// The key of a field, in quotation marks.
    case key
    /// The colon after a key.
    case colon
    /// A comma or the end of the object.
    case commaOrBrace
    /// A comma or the end of the list.
    case commaOrBracket
    /// The closing quotation mark of a text.
    case closingQuote
    /// One of the escapes of JSON.
    case escape
    /// Four hex digits after `\u`.
    case hexDigits
    /// The other half of a surrogate pair.
    case surrogatePair
    /// An escape in place of a control character.
    case escapedControl
    /// Well-formed UTF-8.
    case utf8
    /// A digit.
    case digit
    /// A number without a leading zero.
    case noLeadingZero
    /// A number that can be represented.
    case numberInRange
    /// A key that the object does not have yet.
    case uniqueKey(String)
    /// The end of the file.
    case endOfFile
    /// A file without a byte order mark.
    case noByteOrderMark
    /// Fewer levels of nesting.
    case depth(limit: Int)
    /// A shorter text, in bytes.
    case textLength(limit: Int)
    /// A smaller file, in bytes.
    case fileSize(limit: Int)
    /// Fewer values in one file.
    case values(limit: Int)
  }

  /// Bytes before the place.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// What should have stood there.
  public let expectation: Expectation

  /// A place and what should have stood there.
  public init(offset: Int, line: Int, column: Int, expectation: Expectation) {
    self.offset = offset
    self.line = line
    self.column = column
    self.expectation = expectation
  }

  /// Finds line and column of an offset.
  init(_ expectation: Expectation, at offset: Int, in bytes: [UInt8]) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: JSONFault.newline).map { $0 + 1 } ?? 0
    // Each scalar begins with a byte that continues none: no text is made of a line of megabytes.
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    self.init(
      offset: offset, line: JSONFault.line(at: offset, in: bytes), column: column,
      expectation: expectation)
  }

  private static let newline = UInt8(ascii: "\n")

  /// The line of an offset, from 1.
  static func line(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<min(offset, bytes.count)].count { $0 == newline } + 1
  }
}
