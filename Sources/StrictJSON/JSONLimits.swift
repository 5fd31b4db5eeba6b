/// How much of a text is accepted before anything is made of it.
public struct JSONLimits: Equatable, Sendable {
  /// Levels of nesting.
  public let depth: Int
  /// Bytes of one text, between its quotation marks.
  public let text: Int
  /// Bytes of one file.
  public let file: Int
  /// Values and keys, all levels together; each takes 16 bytes of memory.
  public let values: Int

  /// Limits of one's own.
  public init(depth: Int, text: Int, file: Int, values: Int = 2_000_000) {
    self.depth = depth
    self.text = text
    self.file = file
    self.values = values
  }

  /// The limits of the store: 64 levels, 1 MiB of text, 64 MiB of file, two million values, which
  /// are those of about 130,000 findings.
  public static let store = JSONLimits(depth: 64, text: 1 << 20, file: 64 << 20)
}
