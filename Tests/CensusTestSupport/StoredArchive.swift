internal import Testing

/// An archive whose files are stored as they are, read by its directory; each is held to its sum.
package struct StoredArchive {
  /// The files in the order of the directory.
  package let files: [(name: String, bytes: [UInt8])]

  /// Reads an archive.
  ///
  /// - Throws: where it is none, or one of its numbers is wrong.
  package init(_ bytes: [UInt8]) throws {
    func number(_ place: Int, _ size: Int) throws -> Int {
      try #require(place >= 0 && place + size <= bytes.count)
      return (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    try #require(try number(end, 4) == 0x0605_4B50)
    try #require(try number(end + 16, 4) + number(end + 12, 4) == end)
    var place = try number(end + 16, 4)
    var files: [(String, [UInt8])] = []
    for _ in 0..<(try number(end + 10, 2)) {
      try #require(try number(place, 4) == 0x0201_4B50)
      let (sum, size) = (try number(place + 16, 4), try number(place + 24, 4))
      let length = try number(place + 28, 2)
      let start = try number(place + 42, 4)
      // The header before the file says the same as the directory.
      try #require(try number(start, 4) == 0x0403_4B50)
      try #require(bytes[(start + 4)..<(start + 30)] == bytes[(place + 6)..<(place + 32)])
      let name = bytes[(place + 46)..<(place + 46 + length)]
      try #require(bytes[(start + 30)..<(start + 30 + length)].elementsEqual(name))
      let content = Array(bytes[(start + 30 + length)..<(start + 30 + length + size)])
      try #require(Int(Self.sum(of: content)) == sum)
      files.append((String(decoding: name, as: UTF8.self), content))
      place += 46 + length
    }
    try #require(place == end)
    self.files = files
  }

  /// The text of a file.
  package func text(_ name: String) throws -> String {
    let file = try #require(files.first { $0.name == name }, "\(name) is missing")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// All files as one text, to be compared with a golden one.
  package var text: String {
    files.map { "== \($0.name)\n" + String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }

  /// The cells of a sheet as texts, row by row: a number or a day as its number.
  package func cells(_ name: String = "xl/worksheets/sheet1.xml") throws -> [[String]] {
    let rows = try text(name).components(between: "<row ", and: "</row>")
    let columns = try #require(rows.first).components(between: "<c ", and: "</c>").count
    return rows.map { row in
      var cells = Array(repeating: "", count: columns)
      for cell in row.components(between: "<c ", and: "</c>") {
        let letters = cell.dropFirst(3).prefix { $0.isLetter }
        let column = letters.reduce(0) { $0 * 26 + Int($1.asciiValue ?? 65) - 64 } - 1
        let inner =
          cell.components(between: "<v>", and: "</v>")
          + cell.components(between: "<t ", and: "</t>")
        let text =
          inner.first.map {
            $0.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
          } ?? ""
        cells[column] = Self.plain(String(text))
      }
      return cells
    }
  }

  private static func plain(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
    }
  }

  /// The sum bit by bit, as its definition says.
  private static func sum(of bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return rest ^ 0xFFFF_FFFF
  }
}

extension StringProtocol {
  /// What stands between two signs, each time.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = Substring(self)
    while let first = rest.range(ofText: start) {
      rest = rest[first.upperBound...]
      guard let last = rest.range(ofText: end) else { break }
      found.append(String(rest[..<last.lowerBound]))
      rest = rest[last.upperBound...]
    }
    return found
  }

  private func range(ofText text: String) -> Range<Index>? {
    let (own, sought) = (utf8, Array(text.utf8))
    var place = own.startIndex
    while place < own.endIndex {
      if own[place] == sought[0], own[place...].starts(with: sought) {
        return place..<own.index(place, offsetBy: sought.count)
      }
      own.formIndex(after: &place)
    }
    return nil
  }
}

/// The fields of CSV by RFC 4180, line by line.
package func fieldsOfCSV(_ csv: String) -> [[String]] {
  var lines: [[String]] = []
  var line: [String] = []
  var field = ""
  var isQuoted = false
  var rest = Substring(csv)[...]
  if rest.first == "\u{FEFF}" { rest.removeFirst() }
  while let sign = rest.popFirst() {
    switch sign {
    case "\"" where isQuoted && rest.first == "\"":
      field.append(sign)
      rest.removeFirst()
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      line.append(field)
      field = ""
    case "\r\n" where !isQuoted, "\n" where !isQuoted:
      lines.append(line + [field])
      (line, field) = ([], "")
    default: field.append(sign)
    }
  }
  if !field.isEmpty || !line.isEmpty { lines.append(line + [field]) }
  return lines
}
