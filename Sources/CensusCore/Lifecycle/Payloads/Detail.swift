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

extension Detail: EventContent {
  package static let eventKind = EventKind(
    "detail", Phrase("问题明细", "detail"), Event.Payload.detail, Detail.init,
    FieldSlot("lines", Phrase("第…处", "Place …"), \.lines))
}

extension Detail.Line: FieldItem {
  static let listForm = FieldForm.lines

  static func list(_ items: [Detail.Line]) -> FieldValue { .lines(items) }

  static func items(of value: FieldValue) -> [Detail.Line]? {
    if case .lines(let lines) = value { lines } else { nil }
  }

  /// What a line says.
  package static let table = FieldTable(
    Detail.Line.init,
    FieldSlot("found", Phrase("原文", "Found"), \.found),
    FieldSlot("expected", Phrase("应为", "Should be"), \.expected),
    FieldSlot("page", Phrase("页面", "Page"), \.page),
    FieldSlot("address", Phrase("网址", "Address"), \.address),
    FieldSlot("item", Phrase("指标", "Indicator"), \.item),
    FieldSlot("points", Phrase("扣分", "Points"), \.points),
    FieldSlot(
      "done", Phrase("已改", "Mended"), \.isDone,
      flags: (Phrase("已改", "mended"), Phrase("未改", "not mended"))))
}
