/// The words of a document as `pdftotext -bbox` writes them: pages of words, each with its box.
///
/// What is not exactly of that form is refused, since nothing else writes it.
struct PlacedText {
  private(set) var pages: [PlacedPage] = []
  private let bytes: [UInt8]
  private var place = 0

  /// No notice has more pages, or more words on one.
  private static let most = (pages: 1_000, words: 10_000)
  /// A box lies within so many thousandths of a point.
  private static let furthest = 100_000_000

  /// Reads all pages.
  init(_ bytes: [UInt8]) throws(ContainerFault) {
    self.bytes = bytes
    guard find("<doc>") else { throw .notPlaced }
    while !takes("</doc>") {
      guard takes("<page width=\""), find("\">") else { throw .notPlaced }
      var words: [PlacedWord] = []
      while !takes("</page>") {
        words.append(try word())
        guard words.count <= PlacedText.most.words else { throw .tooManyCells }
      }
      pages.append(PlacedPage(words: words))
      guard pages.count <= PlacedText.most.pages else { throw .tooManyCells }
    }
  }

  private mutating func word() throws(ContainerFault) -> PlacedWord {
    let left = try edge("<word xMin=\"")
    let top = try edge("yMin=\"")
    let right = try edge("xMax=\"")
    let bottom = try edge("yMax=\"")
    guard takes(">"), left <= right, top <= bottom else { throw .notPlaced }
    let start = place
    guard find("</word>") else { throw .notPlaced }
    let text = PlacedText.plain(bytes[start..<(place - 7)])
    return PlacedWord(text: text, left: left, top: top, right: right, bottom: bottom)
  }

  /// An attribute that is a number of points.
  private mutating func edge(_ name: String) throws(ContainerFault) -> Int {
    guard takes(name) else { throw .notPlaced }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
    guard let value = PlacedText.thousandths(bytes[start..<place]), takes("\"") else {
      throw .notPlaced
    }
    return value
  }

  /// `56.800764` as 56800.
  private static func thousandths(_ text: ArraySlice<UInt8>) -> Int? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, whole.count <= 9,
      let points = Int(String(decoding: whole, as: UTF8.self))
    else { return nil }
    var rest = 0
    if parts.count == 2 {
      let digits = parts[1].prefix(3)
      guard parts[1].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      for place in 0..<3 {
        let digit = place < digits.count ? Int(digits[digits.startIndex + place] - 0x30) : 0
        rest = rest * 10 + digit
      }
    }
    let value = points * 1_000 + (whole.first == UInt8(ascii: "-") ? -rest : rest)
    return abs(value) <= furthest ? value : nil
  }

  /// The text without the five signs for signs.
  private static func plain(_ text: ArraySlice<UInt8>) -> String {
    let text = String(decoding: text, as: UTF8.self)
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&amp;", with: "&")
  }

  /// Goes behind some words if they come next, blanks before them aside.
  private mutating func takes(_ wanted: String) -> Bool {
    var start = place
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    guard bytes[start...].starts(with: wanted.utf8) else { return false }
    place = start + wanted.utf8.count
    return true
  }

  /// Goes behind the next such words, wherever they are.
  private mutating func find(_ wanted: String) -> Bool {
    while place < bytes.count {
      if bytes[place...].starts(with: wanted.utf8) {
        place += wanted.utf8.count
        return true
      }
      place += 1
    }
    return false
  }
}
