import StrictJSON
import Testing

/// One text of the known suite of texts for JSON parsers, written anew from what its name says.
///
/// The suite has three groups: what every parser must accept (95), what every parser must refuse
/// (188), and what RFC 8259 leaves open (35).
struct SuiteCase: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// Where it is refused, and what should stand there; nil if it is accepted.
  let fault: Fault?

  struct Fault: Equatable {
    let offset: Int
    let expectation: JSONFault.Expectation
  }

  var testDescription: String { name }

  /// A text that is accepted.
  init(_ name: String, _ text: Bytes) {
    self.name = name
    bytes = text.bytes
    fault = nil
  }

  /// A text that is refused at a place.
  init(_ name: String, _ text: Bytes, _ offset: Int, _ expectation: JSONFault.Expectation) {
    self.name = name
    bytes = text.bytes
    fault = Fault(offset: offset, expectation: expectation)
  }

  /// What our reader says.
  var found: Fault? {
    do {
      _ = try JSONDocument(bytes)
      return nil
    } catch {
      return Fault(offset: error.offset, expectation: error.expectation)
    }
  }
}

/// Bytes as text where they are text, and as numbers where they are none.
struct Bytes: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(stringLiteral text: String) {
    bytes = Array(text.utf8)
  }

  init(arrayLiteral bytes: UInt8...) {
    self.bytes = bytes
  }

  static func + (left: Bytes, right: Bytes) -> Bytes { Bytes(left.bytes + right.bytes) }
}
