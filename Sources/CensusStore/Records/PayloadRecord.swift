import CensusCore
import StrictJSON

extension EventContent {
  /// Reads what an event of the kind says; its keys stand beside those that all events have.
  static func payload(_ node: Node) throws(RecordFault) -> Event.Payload {
    let content = try eventKind.table.read(node)
    if let key = content.missing {
      throw RecordFault(pointer: node.value.pointer(to: key), expectation: .field)
    }
    return eventKind.payload(content)
  }

  func write(into object: inout CanonicalObject) {
    Self.eventKind.table.write(self, into: &object)
  }
}

/// The key of a field of a payload.
private struct PayloadKey: RawRepresentable {
  let rawValue: String
}

extension FieldTable {
  fileprivate func read(_ node: Node) throws(RecordFault) -> Whole {
    guard node.value.isObject else { throw node.fault(.object) }
    var values: [FieldValue?] = []
    values.reserveCapacity(fields.count)
    for field in fields { values.append(try field.read(node)) }
    guard let whole = whole(of: values) else { throw node.fault(.object) }
    return whole
  }

  fileprivate func write(_ whole: Whole, into object: inout CanonicalObject) {
    for (field, value) in zip(fields, values(of: whole)) {
      let key = PayloadKey(rawValue: field.key)
      switch value {
      case .text(let text), .word(let text, _): object.put(key, text)
      case .day(let day): object.put(key, day.description)
      case .number(let number): object.put(key, number)
      case .flag(let flag): if flag { object.put(key, true) }
      case .findings(let ids): object.put(key, ids.map(\.description))
      case .event(let id): object.put(key, id.text)
      case .events(let ids): object.put(key, ids.map(\.text))
      case .lines(let lines):
        object.put(
          key,
          lines.map { line in
            var object = CanonicalObject()
            Detail.Line.table.write(line, into: &object)
            return object
          })
      case nil: break
      }
    }
  }
}

extension PayloadField {
  fileprivate func read(_ node: Node) throws(RecordFault) -> FieldValue? {
    guard let value = node.field(key) else {
      guard isRequired else { return nil }
      // A text that is null is no text; anything else is as good as absent.
      let isNull = form == .text && node.value[key] != nil
      throw RecordFault(
        pointer: node.value.pointer(to: key), expectation: isNull ? .text : .field)
    }
    switch form {
    case .text:
      let text = try value.text()
      guard !text.isEmpty || mayBeEmpty || !isRequired else { throw value.fault(.someText) }
      return .text(text)
    case .word(let words):
      let text = try value.text()
      guard words.contains(text) else { throw value.fault(.oneOf(words)) }
      return .text(text)
    case .day:
      guard let day = Day(try value.text()) else { throw value.fault(.day) }
      return .day(day)
    case .number: return .number(try value.count())
    case .flag: return .flag(try Bool(value))
    case .findings:
      let ids = try [FindingID](value)
      guard Set(ids).count == ids.count else { throw value.fault(.unique) }
      return .findings(ids)
    case .event: return .event(try EventID(value))
    case .events: return .events(try value.some(EventID.init))
    case .lines: return .lines(try value.some(Detail.Line.table.read))
    }
  }
}

extension Node {
  fileprivate func count() throws(RecordFault) -> Int {
    let number = try Int(self)
    guard number >= 1 else { throw fault(.atLeast(1)) }
    guard number <= Inspection.Figures.most else { throw fault(.atMost(Inspection.Figures.most)) }
    return number
  }

  /// A list that is not empty.
  fileprivate func some<Item>(
    _ make: (Node) throws(RecordFault) -> Item
  ) throws(RecordFault) -> [Item] {
    var items: [Item] = []
    for item in try self.items() { items.append(try make(item)) }
    guard !items.isEmpty else { throw fault(.field) }
    return items
  }
}
