/// A person's wish to record what exactly has to be mended in a finding.
public struct DetailRequest: Equatable, Sendable {
  /// The day of it.
  public var on: Day
  /// The lines, all of them: they replace earlier ones.
  public var lines: [Detail.Line]
  /// A remark.
  public var note: String?

  /// A request for a day.
  public init(on: Day, lines: [Detail.Line]) {
    self.on = on
    self.lines = lines
  }

  /// A request with lines as pasted from a table.
  ///
  /// Cells are parted by tabs, or else by `|`: found, should be, page, address. A first line with
  /// headings names the columns in another order; the item and the points of a deduction have
  /// headings of their own (扣分项, 扣分).
  ///
  /// - Throws: `Refusal.emptyDetail`, or `.tooManyCells` with the number of the line.
  public init(on: Day, pasted text: String) throws(Refusal) {
    self.init(on: on, lines: try PastedLines(text).lines)
  }
}

extension Projection {
  /// Works out the event for what has to be mended; the same lines again are skipped.
  ///
  /// - Parameters:
  ///   - request: the lines.
  ///   - id: the finding.
  ///   - today: the real day, which the day may not follow.
  /// - Returns: the event to record, or what is skipped.
  /// - Throws: a `Refusal` that says why nothing is recorded.
  public func plan(
    _ request: DetailRequest, for id: FindingID, today: Day
  ) throws(Refusal) -> Plan {
    try check(day: request.on, note: request.note, today: today)
    guard let state = finding(id) else { throw .owesNothing(.finding(id), quarter) }
    guard !state.isVoid else { throw .isVoid(.finding(id)) }
    guard !request.lines.isEmpty else { throw .emptyDetail }
    var builder = PlanBuilder()
    if state.detail == request.lines {
      try checkDay(
        request.on, latest(.detail(Detail(lines: request.lines)), of: state), of: .finding(id))
      builder.skip(.finding(id))
    } else {
      let draft = EventDraft(
        on: request.on, quarter: quarter, round: state.round, subject: .findings([id]),
        payload: .detail(Detail(lines: request.lines)))
      try checkLatest([draft], named: .finding(id))
      builder.add([draft], unit: state.unit, findings: [id])
    }
    return try builder.plan(note: request.note, repeated: request.note, on: request.on, in: self)
  }
}

/// Lines pasted from a table.
private struct PastedLines {
  private enum Column: CaseIterable {
    case found
    case expected
    case page
    case address
    case item
    case points

    /// The headings that name it, as the search compares them.
    var headings: [String] {
      switch self {
      case .found: ["原文", "错误", "错误内容", "found"]
      case .expected: ["应为", "正确", "建议修改为", "should be", "expected"]
      case .page: ["页面", "栏目", "所在页面", "page", "column"]
      case .address: ["网址", "地址", "链接", "address", "url"]
      case .item: ["扣分项", "指标", "item"]
      case .points: ["扣分", "分值", "points"]
      }
    }
  }

  private(set) var lines: [Detail.Line] = []

  init(_ text: String) throws(Refusal) {
    var columns: [Column?] = [.found, .expected, .page, .address]
    var isFirst = true
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let cells = Self.cells(of: line)
      guard cells.contains(where: { $0 != nil }) else { continue }
      defer { isFirst = false }
      if isFirst, let named = Self.headings(cells) {
        columns = named
        continue
      }
      guard cells.count <= columns.count else {
        throw .tooManyCells(line: index + 1, expected: columns.count)
      }
      lines.append(Self.line(columns, cells))
    }
    guard !lines.isEmpty else { throw .emptyDetail }
  }

  private static func cells(of line: Substring) -> [String?] {
    if line.contains("\t") {
      return line.split(separator: "\t", omittingEmptySubsequences: false).map {
        String($0).something
      }
    }
    var parts = line.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }
      .map { String($0).something }
    // A Markdown table has a bar at either end, and a line of dashes under its headings.
    if parts.count > 1, parts.first == .some(nil) { parts.removeFirst() }
    if parts.count > 1, parts.last == .some(nil) { parts.removeLast() }
    let isRule = parts.allSatisfy { $0.map { $0.allSatisfy { "-:".contains($0) } } ?? true }
    return isRule ? [] : parts
  }

  private static func headings(_ cells: [String?]) -> [Column?]? {
    let named = cells.map { cell in
      cell.flatMap { cell in
        Column.allCases.first { $0.headings.contains(searchKey(cell)) }
      }
    }
    return named.contains { $0 != nil } && zip(named, cells).allSatisfy { $0 != nil || $1 == nil }
      ? named : nil
  }

  private static func line(_ columns: [Column?], _ cells: [String?]) -> Detail.Line {
    let value = { (column: Column) -> String? in
      guard let place = columns.firstIndex(of: column), place < cells.count else { return nil }
      return cells[place]
    }
    return Detail.Line(
      found: value(.found), expected: value(.expected), page: value(.page),
      address: value(.address), item: value(.item), points: value(.points))
  }
}
