/// What exactly has to be mended in a finding (问题明细); it replaces earlier lines.
public struct Detail: Equatable, Sendable {
  /// One thing to mend: a wrong text and where it stands, or a deduction.
  public struct Line: Equatable, Sendable {
    /// The text as found (原文).
    public let found: String?
    /// What it should be (应为).
    public let expected: String?
    /// The page or column it stands on.
    public let page: String?
    /// The page's address.
    public let address: String?
    /// The indicator of the criteria for which points were deducted.
    public let item: String?
    /// The points deducted, as printed.
    public let points: String?
    /// Whether it has been mended, as ticked at the re-check.
    public let isDone: Bool

    /// One thing to mend.
    public init(
      found: String? = nil, expected: String? = nil, page: String? = nil, address: String? = nil,
      item: String? = nil, points: String? = nil, isDone: Bool = false
    ) {
      self.found = found
      self.expected = expected
      self.page = page
      self.address = address
      self.item = item
      self.points = points
      self.isDone = isDone
    }

    /// The same line, mended or not.
    public func marked(done isDone: Bool) -> Line {
      Line(
        found: found, expected: expected, page: page, address: address, item: item,
        points: points, isDone: isDone)
    }
  }

  /// The lines.
  public let lines: [Line]

  /// Some lines.
  public init(lines: [Line]) {
    self.lines = lines
  }
}
