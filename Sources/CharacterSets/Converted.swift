internal import Glibc

/// Bytes of one character set as bytes of another; the C library knows them.
///
/// - Parameters:
///   - bytes: a whole text.
///   - charset: the name of its character set, `GB18030`.
///   - wanted: the name of the other.
/// - Returns: nil if they are not well-formed, or the system lacks one of the two.
package func converted(
  _ bytes: [UInt8], from charset: String, to wanted: String
) -> [UInt8]? {
  guard let converter = iconv_open(wanted, charset), Int(bitPattern: converter) != -1 else {
    return nil
  }
  defer { iconv_close(converter) }
  var source = bytes.map { CChar(bitPattern: $0) }
  // No character of one byte becomes longer than three, and none of GB18030 longer than four.
  var target = [CChar](repeating: 0, count: bytes.count * 4 + 4)
  let room = target.count
  let left = source.withUnsafeMutableBufferPointer { source in
    target.withUnsafeMutableBufferPointer { target -> Int? in
      var from = source.baseAddress
      var to = target.baseAddress
      var (count, space) = (source.count, room)
      let result = iconv(converter, &from, &count, &to, &space)
      return result == Int.max.magnitude * 2 + 1 || count > 0 ? nil : space
    }
  }
  return left.map { space in target.prefix(room - space).map { UInt8(bitPattern: $0) } }
}

/// The text of bytes that are UTF-8, with or without a byte order mark, or else GB18030.
///
/// Nothing tells what a text is but its bytes: what is well-formed UTF-8 is hardly ever anything else.
///
/// - Returns: nil if they are neither.
package func decodedText(_ bytes: [UInt8]) -> String? {
  let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let content = isMarked ? Array(bytes.dropFirst(3)) : bytes
  if let text = String(validating: content, as: UTF8.self) { return text }
  guard !isMarked, let utf8 = converted(bytes, from: "GB18030", to: "UTF-8") else { return nil }
  return String(validating: utf8, as: UTF8.self)
}
