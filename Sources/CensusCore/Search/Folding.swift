/// A text as the search compares it: half-width, small letters.
package func searchKey(_ text: String) -> String {
  var key = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { key.append(Unicode.Scalar(folded(scalar)) ?? scalar) }
  return String(key)
}

/// A scalar as the search compares it; one stays one, so that places in a text stay where they are.
func folded(_ scalar: Unicode.Scalar) -> UInt32 {
  switch scalar.value {
  case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar.value + 0x20
  case 0xFF21...0xFF3A: scalar.value - 0xFEE0 + 0x20
  case 0xFF01...0xFF5E: scalar.value - 0xFEE0
  case 0x3000: 0x20
  // Nothing is what stands between the texts of a row.
  case 0: 0xFFFD
  default: scalar.value
  }
}
