/// A value of a file that is not what its place asks for.
public struct RecordFault: Error, Hashable, Sendable {
  /// What the place asks for.
  public enum Expectation: Hashable, Sendable {
    /// The field must be there.
    case field
    /// A text.
    case text
    /// A text that is not empty.
    case someText
    /// No value: null, or no field at all.
    case nothing
    /// A whole number.
    case wholeNumber
    /// A whole number not below a limit.
    case atLeast(Int)
    /// A whole number not above this.
    case atMost(Int)
    /// True or false.
    case trueOrFalse
    /// An object.
    case object
    /// A list.
    case list
    /// A day, `2018-10-20`.
    case day
    /// An instant, `2018-10-19T01:00:00Z`.
    case instant
    /// A quarter, `2018Q3`.
    case quarter
    /// The quarter that the file's name or folder says.
    case thisQuarter(String)
    /// The bytes that the file's name was made from.
    case bytesOfName
    /// The number of a finding, `2018Q3-7`.
    case finding
    /// 32 lower-case hex digits.
    case identity
    /// A distance from UTC, `+08:00`.
    case offset
    /// One of some words.
    case oneOf([String])
    /// A value that no entry before it has.
    case unique
    /// A list with at least one entry.
    case someEntries
    /// A list with at most so many entries.
    case fewEntries(limit: Int)
    /// A column and a row, each from 0 to a limit.
    case place(limit: Int)
    /// An entry that begins later than the one before it, which begins with this number.
    case after(Int)
    /// Days off in one piece, with weekend days near them that are worked.
    case holiday
    /// A holiday of this year, or of the end of the year before.
    case yearOf(Int)
    /// What an event is about: one of `unit`, `findings`, `site`, `event`.
    case subject
    /// A list with fewer entries that are wrong.
    case fewerFaults(limit: Int)
  }

  /// The place as a JSON pointer (RFC 6901): `/annex2/rows/3/code`.
  public let pointer: String
  /// What the place asks for.
  public let expectation: Expectation

  /// A place and what it asks for.
  public init(pointer: String, expectation: Expectation) {
    self.pointer = pointer
    self.expectation = expectation
  }
}
