import StrictJSON

/// What is made from a value of a file, or refused with the place.
protocol Readable {
  init(_ node: Node) throws(RecordFault)
}

/// A value of a file with the way to it, and a list for what is left out on the way.
struct Node {
  let value: JSONValue
  let path: Path
  let faults: FaultList

  /// The way from the outermost value.
  indirect enum Path {
    case root
    case field(String, of: Path)
    case item(Int, of: Path)

    /// As a JSON pointer (RFC 6901).
    var pointer: String {
      switch self {
      case .root: ""
      case .field(let key, let path): path.pointer + "/" + Path.escaped(key)
      case .item(let index, let path): path.pointer + "/\(index)"
      }
    }

    private static func escaped(_ key: String) -> String {
      var text = ""
      for scalar in key.unicodeScalars {
        switch scalar {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
  }

  init(_ value: JSONValue, _ path: Path, _ faults: FaultList) {
    self.value = value
    self.path = path
    self.faults = faults
  }

  func fault(_ expectation: RecordFault.Expectation) -> RecordFault {
    RecordFault(pointer: path.pointer, expectation: expectation)
  }

  /// The value of a field; nil if it is absent or null.
  func field(_ key: String) -> Node? {
    guard let value = value[key], !value.isNull else { return nil }
    return Node(value, .field(key, of: path), faults)
  }

  /// The items of a list.
  func items() throws(RecordFault) -> [Node] {
    guard let items = value.items else { throw fault(.list) }
    return items.enumerated().map { Node($1, .item($0, of: path), faults) }
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
      let path = Node.Path.field(field.name, of: node.path)
      self[field.name] = try Node(field.value, path, node.faults).text()
    }
  }
}
