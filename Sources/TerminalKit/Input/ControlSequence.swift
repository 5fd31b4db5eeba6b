/// What a sequence of bytes that begins with Escape is.
enum ControlSequence {
  enum Meaning: Equatable {
    case key(Key)
    /// A button or the wheel, by the code of the protocol; release is told from press.
    case mouse(code: Int, column: Int, row: Int, isRelease: Bool)
    case pasteBegins
    case answer(TerminalAnswer)
    /// Another answer, or a key that nobody has: all of it is passed over.
    case unknown
  }

  enum Reading: Equatable {
    /// It goes on.
    case more
    /// It goes on if more comes together with it; else it is over.
    case open
    case whole(Meaning)
    /// So many bytes at its end do not belong to it.
    case broken(last: Int)
  }

  private static let (escape, bell): (UInt8, UInt8) = (0x1B, 0x07)
  private static let digits: ClosedRange<UInt8> = 0x30...0x39
  private static let parameters: ClosedRange<UInt8> = 0x30...0x3F
  private static let intermediates: ClosedRange<UInt8> = 0x20...0x2F
  private static let finals: ClosedRange<UInt8> = 0x40...0x7E

  /// Reads what came so far, after the grammar of ECMA-48 and what terminals send beside it.
  static func read(_ bytes: [UInt8], _ keys: KeySequences, _ charset: Charset) -> Reading {
    if let key = keys.key(of: bytes) { return .whole(.key(key)) }
    guard bytes.count > 1 else { return .more }
    let reading: Reading
    switch bytes[1] {
    case UInt8(ascii: "["): reading = control(bytes[2...])
    case UInt8(ascii: "O"): reading = shift(bytes[2...])
    case let letter where strings.contains(letter): reading = string(bytes, charset)
    case intermediates: reading = designation(bytes)
    default: reading = .broken(last: 1)
    }
    return keys.isBeginning(bytes) ? .more : reading
  }

  // MARK: - ESC [

  private static func control(_ body: ArraySlice<UInt8>) -> Reading {
    guard let first = body.first, let last = body.last else { return .more }
    // Three bytes of any kind follow: a report of the mouse in its oldest form.
    if first == UInt8(ascii: "M") { return body.count < 4 ? .more : .whole(oldMouse(body)) }
    // The console of Linux has one more letter behind.
    if first == UInt8(ascii: "["), body.count < 2 { return .more }
    if first == UInt8(ascii: "["), finals.contains(last) { return .whole(.unknown) }
    if parameters.contains(last) || intermediates.contains(last) {
      // A dollar behind one number may be the end of a key of rxvt.
      let number = body.dropLast()
      let isKey = last == UInt8(ascii: "$") && !number.isEmpty && number.allSatisfy(digits.contains)
      return isKey ? .open : .more
    }
    guard finals.contains(last) else { return .broken(last: 1) }
    if body.elementsEqual("200~".utf8) { return .whole(.pasteBegins) }
    return .whole(mouse(body) ?? cursor(body) ?? .unknown)
  }

  /// `ESC [ M` and three bytes, each 32 more than it says.
  private static func oldMouse(_ body: ArraySlice<UInt8>) -> Meaning {
    let numbers = body.suffix(3).map { Int($0) - 32 }
    return .mouse(
      code: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1,
      isRelease: numbers[0] & 64 == 0 && numbers[0] & 3 == 3)
  }

  /// `ESC [ < code ; column ; row M`, with m for a release.
  private static func mouse(_ body: ArraySlice<UInt8>) -> Meaning? {
    guard body.first == UInt8(ascii: "<"), let last = body.last,
      [UInt8(ascii: "M"), UInt8(ascii: "m")].contains(last)
    else { return nil }
    let numbers = body.dropFirst().dropLast().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
    guard numbers.count == 3, numbers.allSatisfy({ (0...65535).contains($0) }) else { return nil }
    return .mouse(
      code: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1,
      isRelease: last == UInt8(ascii: "m"))
  }

  /// `ESC [ 2 ; column R`: where the cursor is, in the row in which it was asked.
  ///
  /// In the first row the same would be a key: F3 with Shift and its like.
  private static func cursor(_ body: ArraySlice<UInt8>) -> Meaning? {
    guard body.starts(with: "2;".utf8), body.last == UInt8(ascii: "R") else { return nil }
    let digits = body.dropFirst(2).dropLast()
    guard digits.allSatisfy(Self.digits.contains),
      let column = Int(String(decoding: digits, as: UTF8.self)), (1...65535).contains(column)
    else { return nil }
    return .answer(.columns(column - 1))
  }

  // MARK: - ESC O

  private static func shift(_ body: ArraySlice<UInt8>) -> Reading {
    guard let last = body.last else { return .more }
    if digits.contains(last) || last == UInt8(ascii: ";") { return .more }
    return (0x20...0x7E).contains(last) ? .whole(.unknown) : .broken(last: 1)
  }

  // MARK: - ESC and signs

  /// Whether it is a sequence of signs and a last letter, which choose character sets and the like.
  static func isDesignation(_ bytes: [UInt8]) -> Bool {
    bytes.count > 1 && intermediates.contains(bytes[1])
  }

  /// Space, slash, plus and minus are keys, too: such a sequence comes together or is none.
  private static func designation(_ bytes: [UInt8]) -> Reading {
    guard bytes.count > 2, let last = bytes.last, !intermediates.contains(last) else {
      return .open
    }
    return (0x30...0x7E).contains(last) ? .whole(.unknown) : .broken(last: 1)
  }

  // MARK: - Strings

  private static let strings = Set("]PX^_".utf8)

  static func isString(_ bytes: [UInt8]) -> Bool {
    bytes.count > 1 && strings.contains(bytes[1])
  }

  /// Answers about colours, names, versions: up to BEL, `ESC \` or the control that stands for it.
  private static func string(_ bytes: [UInt8], _ charset: Charset) -> Reading {
    guard bytes.count > 2, let last = bytes.last else { return .more }
    if bytes.count > 3, bytes[bytes.count - 2] == escape {
      return last == UInt8(ascii: "\\") ? .whole(meaning(of: bytes, end: 2)) : .broken(last: 2)
    }
    if last == bell { return .whole(meaning(of: bytes, end: 1)) }
    guard last == 0x9C,
      let end = (1...2).first(where: { charset.read(Array(bytes.suffix($0))) == .scalar("\u{9C}") })
    else { return .more }
    return .whole(meaning(of: bytes, end: end))
  }

  /// `ESC ] 11 ;` and a colour: the terminal's background.
  private static func meaning(of string: [UInt8], end: Int) -> Meaning {
    let body = string.dropFirst(2).dropLast(end)
    guard string[1] == UInt8(ascii: "]"), body.starts(with: "11;".utf8),
      let shade = Shade(colour: String(decoding: body.dropFirst(3), as: UTF8.self))
    else { return .unknown }
    return .answer(.background(shade))
  }

  /// Whether a byte that came on its own inside a string is the key of a person who is not heard.
  static func isKey(_ byte: UInt8) -> Bool { byte < 0x20 && byte != bell || byte == 0x7F }

  /// Whether a string of that kind usually begins so; else somebody pressed Escape and a letter.
  static func begins(_ kind: UInt8, _ byte: UInt8) -> Bool {
    switch kind {
    case UInt8(ascii: "]"): digits.contains(byte)
    case UInt8(ascii: "P"): parameters.contains(byte) || intermediates.contains(byte)
    case UInt8(ascii: "_"): byte == UInt8(ascii: "G")
    default: false
    }
  }
}
