import StrictJSON

/// What is made from a value of a file, or refused with the place.
protocol Readable {
  init(_ node: Node) throws(RecordFault)
}

/// A value of a file, and a list for what is left out of it.
struct Node {
  let value: JSONValue
  let faults: FaultList

  init(_ value: JSONValue, _ faults: FaultList) {
    self.value = value
    self.faults = faults
  }

  func fault(_ expectation: RecordFault.Expectation) -> RecordFault {
    RecordFault(pointer: value.pointer, expectation: expectation)
  }

  /// The value of a field; nil if it is absent or null.
  func field(_ key: String) -> Node? {
    guard let value = value[key], !value.isNull else { return nil }
    return Node(value, faults)
  }

  /// The items of a list.
  func items() throws(RecordFault) -> [Node] {
    guard let items = value.items else { throw fault(.list) }
    return items.map { Node($0, faults) }
  }

  func text() throws(RecordFault) -> String {
    guard let text = value.text else { throw fault(.text) }
    return text
  }
}

/// The faults of single rows, gathered while a file is read.
final class FaultList {
  /// Beyond so many the file is not what it says it is.
  static let limit = 1_000

  private(set) var all: [RecordFault] = []

  /// Takes one; false beyond the limit.
  func note(_ fault: RecordFault) -> Bool {
    all.append(fault)
    return all.count <= FaultList.limit
  }
}

// MARK: - What needs no record of its own

extension String: Readable {
  init(_ node: Node) throws(RecordFault) { self = try node.text() }
}

extension Int: Readable {
  init(_ node: Node) throws(RecordFault) {
    guard let number = node.value.number else { throw node.fault(.wholeNumber) }
    self = number
  }
}

extension Bool: Readable {
  init(_ node: Node) throws(RecordFault) {
    guard let flag = node.value.flag else { throw node.fault(.trueOrFalse) }
    self = flag
  }
}

extension Array: Readable where Element: Readable {
  init(_ node: Node) throws(RecordFault) {
    self = []
    for item in try node.items() { append(try Element(item)) }
  }
}

extension [String: String]: Readable {
  init(_ node: Node) throws(RecordFault) {
    guard let fields = node.value.fields else { throw node.fault(.object) }
    self = [:]
    for field in fields {
      self[field.name] = try Node(field.value, node.faults).text()
    }
  }
}
