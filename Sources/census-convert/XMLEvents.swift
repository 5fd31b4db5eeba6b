internal import CLibXML2
internal import CensusNotices
internal import Glibc

/// The elements and texts of an XML part, one after the other.
///
/// Before the library sees a part it is looked through: no document type, no zero bytes, no other
/// encoding than UTF-8, no element with attributes beyond measure.
struct XMLEvents {
  /// One step through a part.
  enum Event {
    case start(String)
    case end(String)
    case text(String)
  }

  private let reader: xmlTextReaderPtr
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  /// The end of an element that was empty, which the library does not report.
  private var pending: String?

  /// Opens a part for as long as `read` takes.
  static func reading<Value>(
    _ bytes: [UInt8], _ read: (inout XMLEvents) throws(ContainerFault) -> Value
  ) throws(ContainerFault) -> Value {
    try check(bytes)
    // What the library would say is no sentence for people.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_NOCDATA.rawValue)
    // The bytes must stay where they are while the library reads.
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
    defer { copy.deallocate() }
    bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(copy).copyMemory(from: $0) }
    guard
      let reader = xmlReaderForMemory(copy.baseAddress, Int32(copy.count), nil, "UTF-8", options)
    else { throw .brokenXML }
    defer { xmlFreeTextReader(reader) }
    var events = XMLEvents(reader: reader)
    return try read(&events)
  }

  private init(reader: xmlTextReaderPtr) {
    self.reader = reader
  }

  private static func check(_ bytes: [UInt8]) throws(ContainerFault) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if let fault = bytes.withUnsafeBytes(fault) { throw fault }
  }

  /// What the library must not see.
  private static func fault(in bytes: UnsafeRawBufferPointer) -> ContainerFault? {
    guard let start = bytes.baseAddress else { return nil }
    if memchr(start, 0, bytes.count) != nil { return bytes.prefix(4).contains(0) ? .utf16 : .nul }
    let mark: StaticString = "<!DOCTYPE"
    let end = start + bytes.count
    var place = start
    while place < end, let open = memchr(place, 0x3C, end - place).map({ UnsafeRawPointer($0) }) {
      let rest = end - open
      if rest >= mark.utf8CodeUnitCount, memcmp(open, mark.utf8Start, mark.utf8CodeUnitCount) == 0 {
        return .doctype
      }
      let close = memchr(open, 0x3E, rest).map { UnsafeRawPointer($0) } ?? end
      let length = close - open
      // So many attributes take up some room: most elements need no closer look.
      if length > Limits.attributes * 4,
        !fits(UnsafeRawBufferPointer(start: open, count: length))
      {
        return .tooLarge
      }
      place = close < end ? close + 1 : end
    }
    return nil
  }

  /// Whether an element has no more attributes than one may have.
  private static func fits(_ element: UnsafeRawBufferPointer) -> Bool {
    element.count { $0 == UInt8(ascii: "=") } <= Limits.attributes
  }

  /// The next step; nil at the end.
  mutating func next() throws(ContainerFault) -> Event? {
    if let name = pending {
      pending = nil
      return .end(name)
    }
    while true {
      let result = xmlTextReaderRead(reader)
      guard result != 0 else { return nil }
      guard result == 1 else { throw .brokenXML }
      guard xmlTextReaderDepth(reader) <= Limits.depth else { throw .tooDeep }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        let name = name()
        if xmlTextReaderIsEmptyElement(reader) == 1 { pending = name }
        return .start(name)
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name())
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        guard let text = xmlTextReaderConstValue(reader) else { continue }
        return .text(String(cString: text))
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
        throw .doctype
      default: continue
      }
    }
  }

  /// Passes over the element that has just begun.
  mutating func skip() throws(ContainerFault) {
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      case nil: return
      }
    }
  }

  /// An attribute of the element that has just begun, by its local name.
  func attribute(_ name: String) -> String? {
    guard xmlTextReaderHasAttributes(reader) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    var isThere = xmlTextReaderMoveToFirstAttribute(reader)
    while isThere == 1 {
      if let local = xmlTextReaderConstLocalName(reader), String(cString: local) == name,
        let value = xmlTextReaderConstValue(reader)
      {
        return String(cString: value)
      }
      isThere = xmlTextReaderMoveToNextAttribute(reader)
    }
    return nil
  }

  /// The element's name: its local name where its namespace is the document's own, else with the
  /// last word of the namespace before it: `drawing:blip`.
  private mutating func name() -> String {
    guard let local = xmlTextReaderConstLocalName(reader) else { return "" }
    let space = xmlTextReaderConstNamespaceUri(reader)
    if let known = names[local], space == nil || XMLEvents.isOwn(space) { return known }
    let name = String(cString: local)
    if XMLEvents.isOwn(space) || space == nil {
      names[local] = name
      return name
    }
    return "other:" + name
  }

  /// Whether a namespace is that of the text, of sheets, of relations or of their like.
  private static func isOwn(_ space: UnsafePointer<xmlChar>?) -> Bool {
    guard let space else { return true }
    let text = String(cString: space)
    return text.hasSuffix("wordprocessingml/2006/main") || text.hasSuffix("wordprocessingml/main")
      || text.hasSuffix("spreadsheetml/2006/main") || text.hasSuffix("spreadsheetml/main")
      || text.hasSuffix("package/2006/relationships")
  }
}
