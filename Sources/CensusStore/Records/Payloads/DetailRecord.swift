import CensusCore
import StrictJSON

extension Detail {
  init(_ fields: Fields<EventKey>) throws(RecordFault) {
    let lines = try fields.list(.lines, of: LineRecord.self).map(\.line)
    guard !lines.isEmpty else { throw fields.fault(.field, .lines) }
    self.init(lines: lines)
  }

  func write(into object: inout CanonicalObject) {
    object.put(EventKey.lines, lines.map { LineRecord(line: $0).object })
  }
}

/// One thing to mend.
private struct LineRecord: Readable {
  let line: Detail.Line

  enum CodingKeys: String {
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

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    line = Detail.Line(
      found: try fields.optionalText(.found), expected: try fields.optionalText(.expected),
      page: try fields.optionalText(.page), address: try fields.optionalText(.address),
      item: try fields.optionalText(.item), points: try fields.optionalText(.points),
      isDone: try fields.object(.done, Bool.self) ?? false)
  }

  var object: CanonicalObject {
    var object = CanonicalObject()
    object.put(CodingKeys.found, line.found)
    object.put(CodingKeys.expected, line.expected)
    object.put(CodingKeys.page, line.page)
    object.put(CodingKeys.address, line.address)
    object.put(CodingKeys.item, line.item)
    object.put(CodingKeys.points, line.points)
    if line.isDone { object.put(CodingKeys.done, true) }
    return object
  }
}
