/// The bytes with blanks in place of comments; lines and columns stay.
///
/// A comment that is not closed is left, so that the fault is at its place.
func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\""): index = endOfText(bytes, from: index)
    case UInt8(ascii: "/") where index + 1 < bytes.count:
      guard let end = endOfComment(bytes, from: index) else { return bytes }
      for place in index..<end where bytes[place] != UInt8(ascii: "\n") {
        bytes[place] = UInt8(ascii: " ")
      }
      index = end
    default: index += 1
    }
  }
  return bytes
}

private func endOfText(_ bytes: [UInt8], from start: Int) -> Int {
  var index = start + 1
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "\""), UInt8(ascii: "\n"): return index + 1
    default: index += 1
    }
  }
  return bytes.count
}

private func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
  switch bytes[start + 1] {
  case UInt8(ascii: "/"):
    return bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  case UInt8(ascii: "*"):
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return nil
  default: return nil
  }
}
