import CensusCore

/// A backup as one archive in the form of POSIX (ustar, with pax headers for names that do not fit), which
/// every `tar` reads.
///
/// It is written here and not by a program, since what was written is read again by the same few lines,
/// and no form of `tar` has to be installed.
final class Tape: BackupMedium {
  private static let block = 512

  private let target: any FileSystem
  private let name: String
  private let file: OpenFile
  /// The folder that unpacking makes.
  private let top: String
  private let seconds: Int
  private var isOpen = true
  /// The folders that nobody else may enter once they are unpacked.
  private var folders: Set<String> = []

  init(_ name: String, in target: any FileSystem, at moment: Instant) throws(FileError) {
    self.target = target
    self.name = name
    top = name.hasSuffix(".tar") ? String(name.dropLast(4)) : name
    seconds = max(moment.seconds, 0)
    // There are telephone numbers in it.
    file = try target.create(name, .ownFile)
  }

  deinit { if isOpen { try? target.close(file) } }

  // MARK: - Writing

  func add(_ bytes: [UInt8], at path: String, _ permissions: Permissions) throws(FileError) {
    // What nobody else may read lies where nobody else may enter.
    if permissions.isOwnersAlone { try addFolders(of: path) }
    let path = "\(top)/\(path)"
    let (prefix, short) = Tape.halves(path)
    if let prefix, let short {
      try write(header(short, prefix, bytes.count, permissions, "0"), bytes)
    } else {
      let record = Tape.record("path", path)
      try write(header("pax", "", record.count, .ownFile, "x"), record)
      let rest = Array(path.utf8.suffix(100))
      try write(header(rest, [], bytes.count, permissions, "0"), bytes)
    }
  }

  private func addFolders(of path: String) throws(FileError) {
    var folder = top
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard folders.insert(folder).inserted else { continue }
      let (prefix, short) = Tape.halves(folder + "/")
      guard let prefix, let short else { continue }
      try write(header(short, prefix, 0, .ownFolder, "5"), [])
    }
  }

  private func write(_ header: [UInt8], _ bytes: [UInt8]) throws(FileError) {
    let padding = (Tape.block - bytes.count % Tape.block) % Tape.block
    try target.write(header + bytes + [UInt8](repeating: 0, count: padding), to: file)
  }

  func finish() throws(FileError) {
    try target.write([UInt8](repeating: 0, count: 2 * Tape.block), to: file)
    try target.synchronize(file)
    isOpen = false
    try target.close(file)
    try target.synchronizeDirectory("")
  }

  /// A name in its two fields; nil where it does not fit.
  private static func halves(_ path: String) -> ([UInt8]?, [UInt8]?) {
    let bytes = Array(path.utf8)
    if bytes.count <= 100 { return ([], bytes) }
    for (place, byte) in bytes.enumerated().reversed() where byte == UInt8(ascii: "/") {
      let (prefix, short) = (bytes[..<place], bytes[(place + 1)...])
      if prefix.count <= 155, short.count <= 100, !short.isEmpty {
        return (Array(prefix), Array(short))
      }
    }
    return (nil, nil)
  }

  /// A record of a pax header, which begins with its own length.
  private static func record(_ key: String, _ value: String) -> [UInt8] {
    let rest = Array(" \(key)=\(value)\n".utf8)
    var count = rest.count
    while "\(count)".utf8.count + rest.count != count { count = "\(count)".utf8.count + rest.count }
    return Array("\(count)".utf8) + rest
  }

  private func header(
    _ name: String, _ prefix: String, _ size: Int, _ permissions: Permissions, _ kind: Character
  ) -> [UInt8] {
    header(Array(name.utf8), Array(prefix.utf8), size, permissions, kind)
  }

  private func header(
    _ name: [UInt8], _ prefix: [UInt8], _ size: Int, _ permissions: Permissions, _ kind: Character
  ) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Tape.block)
    func put(_ field: some Sequence<UInt8>, at place: Int) {
      for (offset, byte) in field.enumerated() { bytes[place + offset] = byte }
    }
    func octal(_ number: Int, _ digits: Int) -> [UInt8] {
      let text = String(number, radix: 8)
      return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
    }
    put(name, at: 0)
    put(octal(Int(permissions.bits), 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size, 11), at: 124)
    put(octal(seconds, 11), at: 136)
    put(String(repeating: " ", count: 8).utf8, at: 148)
    put(String(kind).utf8, at: 156)
    put("ustar".utf8, at: 257)
    put("00".utf8, at: 263)
    put(prefix, at: 345)
    put(octal(bytes.reduce(0) { $0 + Int($1) }, 6) + [0], at: 148)
    return bytes
  }

  // MARK: - Reading again

  func readAgain(_ take: (String, [UInt8]) -> Void) throws(FileError) {
    var reader = Reader(top: top)
    try target.read(name, limit: .max) { piece in reader.take(piece, take) }
  }

  /// Takes an archive of this form apart, piece by piece.
  private struct Reader {
    let top: String
    private var rest: [UInt8] = []
    private var long: String?

    init(top: String) { self.top = top }

    mutating func take(_ piece: ArraySlice<UInt8>, _ give: (String, [UInt8]) -> Void) {
      rest += piece
      var start = 0
      while rest.count - start >= block, rest[start] != 0 {
        let header = rest[start..<start + block]
        let size = Int(text(header, 124, 11), radix: 8) ?? 0
        let whole = block + (size + block - 1) / block * block
        guard rest.count - start >= whole else { break }
        let bytes = Array(rest[start + block..<start + block + size])
        if header[start + 156] == UInt8(ascii: "x") {
          long = String(
            decoding: bytes.drop { $0 != UInt8(ascii: "=") }.dropFirst().dropLast(), as: UTF8.self)
        } else if header[start + 156] == UInt8(ascii: "0") {
          let (prefix, name) = (text(header, 345, 155), text(header, 0, 100))
          let path = long ?? (prefix.isEmpty ? name : "\(prefix)/\(name)")
          long = nil
          give(String(path.dropFirst(top.count + 1)), bytes)
        }
        start += whole
      }
      rest.removeFirst(start)
    }

    private func text(_ header: ArraySlice<UInt8>, _ place: Int, _ count: Int) -> String {
      let field = header[(header.startIndex + place)..<(header.startIndex + place + count)]
      return String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
