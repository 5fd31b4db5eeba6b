import CensusCore

extension Detail {
  init(_ fields: Fields<EventKey>) throws {
    let lines = try fields.list(.lines, of: LineRecord.self).map(\.line)
    guard !lines.isEmpty else { throw fields.fault(.field, .lines) }
    self.init(lines: lines)
  }

  func encode(into container: inout KeyedEncodingContainer<EventKey>) throws {
    try container.encode(lines.map { LineRecord(line: $0) }, forKey: .lines)
  }
}

/// One thing to mend.
private struct LineRecord: Codable {
  let line: Detail.Line

  enum CodingKeys: String, CodingKey {
    case found
    case expected
    case page
    case address
    case item
    case points
    case done
  }

  init(line: Detail.Line) {
    self.line = line
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    line = Detail.Line(
      found: try fields.optionalText(.found), expected: try fields.optionalText(.expected),
      page: try fields.optionalText(.page), address: try fields.optionalText(.address),
      item: try fields.optionalText(.item), points: try fields.optionalText(.points),
      isDone: try fields.object(.done, Bool.self) ?? false)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(line.found, forKey: .found)
    try container.encodeIfPresent(line.expected, forKey: .expected)
    try container.encodeIfPresent(line.page, forKey: .page)
    try container.encodeIfPresent(line.address, forKey: .address)
    try container.encodeIfPresent(line.item, forKey: .item)
    try container.encodeIfPresent(line.points, forKey: .points)
    if line.isDone { try container.encode(true, forKey: .done) }
  }
}
