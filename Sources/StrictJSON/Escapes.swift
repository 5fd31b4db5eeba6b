/// The bytes that a text stands for, escapes resolved.
///
/// - Parameter text: what stands between two quotation marks and was found to be right; of anything
///   else it makes some bytes and never traps.
/// - Returns: UTF-8.
func bytesWithoutEscapes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var place = 0
  while place < text.count {
    let byte = text[place]
    guard byte == UInt8(ascii: "\\"), place + 1 < text.count else {
      result.append(byte)
      place += 1
      continue
    }
    let letter = text[place + 1]
    place += 2
    guard letter == UInt8(ascii: "u") else {
      result.append(plainByte(behindBackslash: letter) ?? letter)
      continue
    }
    var code = codeUnit(text, at: place)
    place += 4
    if (0xD800...0xDBFF).contains(code) {
      code = 0x10000 + ((code & 0x3FF) << 10) + (codeUnit(text, at: place + 2) & 0x3FF)
      place += 6
    }
    result += UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
  }
  return result
}

/// What a backslash and a letter stand for; nil for `u` and what is no escape.
func plainByte(behindBackslash letter: UInt8) -> UInt8? {
  switch letter {
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
  default: nil
  }
}

func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}

/// Four hex digits.
private func codeUnit(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32 {
  var code: UInt32 = 0
  for index in place..<place + 4 {
    code = code << 4 | (index < text.count ? hexDigit(text[index]) ?? 0 : 0)
  }
  return code
}
