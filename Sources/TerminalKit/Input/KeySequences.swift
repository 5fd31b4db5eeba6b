/// Which bytes are which keys, for one terminal.
package struct KeySequences: Sendable {
  private let keys: [[UInt8]: Key]
  /// The beginnings of all sequences.
  private let beginnings: Set<[UInt8]>

  /// Those of a terminal whose description says nothing.
  package static let standard = KeySequences([:])

  /// - Parameter capabilities: the bytes that the terminal's description has for its keys, by the
  ///   names in `capabilities`; they win over what is merely usual.
  package init(_ capabilities: [String: [UInt8]]) {
    var keys = Self.certain
    for (name, key) in Self.capabilities {
      guard let bytes = capabilities[name], Self.isOfUse(bytes), keys[bytes] == nil else {
        continue
      }
      keys[bytes] = key
    }
    keys.merge(Self.usual) { known, _ in known }
    self.keys = keys
    beginnings = Set(keys.keys.flatMap { bytes in (1..<bytes.count).map { Array(bytes[..<$0]) } })
  }

  func key(of bytes: [UInt8]) -> Key? { keys[bytes] }

  func isBeginning(_ bytes: [UInt8]) -> Bool { beginnings.contains(bytes) }

  /// Sequences, and single controls that are not what keyboards have for Tab, Enter and the like.
  private static func isOfUse(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    return bytes.count > 1
      ? first == 0x1B : first < 0x20 && ![0x00, 0x08, 0x09, 0x0A, 0x0D, 0x1B].contains(first)
  }

  /// The names that terminal descriptions have for keys, in the order of their weight.
  package static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kbs", .backspace), ("kent", .enter), ("kcbt", .backTab),
      ("kri", .shiftUp), ("kind", .shiftDown), ("kUP", .shiftUp), ("kDN", .shiftDown),
      ("kPRV", .shiftPageUp), ("kNXT", .shiftPageDown), ("kLFT", .left), ("kRIT", .right),
      ("kUP5", .controlUp), ("kDN5", .controlDown), ("kfnd", .home), ("kslt", .end),
    ] + (1...63).map { ("kf\($0)", .function($0)) }

  /// Meant so by every terminal that sends them.
  private static let certain = table([
    ("[1;5A", .controlUp), ("[1;5B", .controlDown), ("Oa", .controlUp), ("Ob", .controlDown),
    ("[a", .shiftUp), ("[b", .shiftDown),
  ])

  /// Taken where the terminal's own description says nothing about them.
  private static let usual = table(
    [
      ("[1~", .home), ("[7~", .home), ("[H", .home), ("OH", .home), ("[4~", .end), ("[8~", .end),
      ("[F", .end), ("OF", .end), ("[Z", .backTab), ("[A", .up), ("[B", .down), ("[C", .right),
      ("[D", .left), ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left), ("[5~", .pageUp),
      ("[6~", .pageDown), ("[3~", .delete), ("[2~", .insert), ("[1;2A", .shiftUp),
      ("[1;2B", .shiftDown), ("[1;2C", .right), ("[1;2D", .left), ("[5;2~", .shiftPageUp),
      ("[6;2~", .shiftPageDown), ("[5$", .shiftPageUp), ("[6$", .shiftPageDown),
      ("OM", .enter),
    ] + keypad + functions)

  /// Numbers and signs of a keypad that sends sequences.
  private static let keypad: [(String, Key)] = zip("pqrstuvwxyjklmnoX", "0123456789*+,-./=").map {
    ("O\($0)", .character($1))
  }

  private static let functions: [(String, Key)] =
    ["OP", "OQ", "OR", "OS"].enumerated().map { ($1, .function($0 + 1)) }
    + "PQRS".enumerated().map { ("[1;2\($1)", .function($0 + 13)) }
    + "ABCDE".enumerated().map { ("[[\($1)", .function($0 + 1)) }
    + [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].enumerated().flatMap { index, number in
      [("[\(number)~", .function(index + 1)), ("[\(number);2~", .function(index + 13))]
    }

  private static func table(_ entries: [(String, Key)]) -> [[UInt8]: Key] {
    Dictionary(entries.map { ([0x1B] + Array($0.utf8), $1) }) { known, _ in known }
  }
}
