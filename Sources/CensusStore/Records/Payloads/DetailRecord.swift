import CensusCore

/// What exactly has to be mended.
struct DetailRecord: Codable {
  let detail: Detail

  enum CodingKeys: String, CodingKey {
    case lines
  }

  init(detail: Detail) {
    self.detail = detail
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    let lines = try fields.list(.lines, of: DetailLineRecord.self).map(\.line)
    guard !lines.isEmpty else { throw fields.fault(.field, .lines) }
    detail = Detail(lines: lines)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(detail.lines.map { DetailLineRecord(line: $0) }, forKey: .lines)
  }
}

/// One thing to mend.
struct DetailLineRecord: Codable {
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
