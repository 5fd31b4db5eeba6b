/// The hash that names an event's file and shows damage to it (FIPS 180-4).
///
/// It guards no secret, so speed matters only as far as ten thousand small files go.
public struct SHA256 {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// What came after the last whole block.
  private var pending: [UInt8] = []
  private var count = 0

  /// The hash of nothing yet.
  public init() {}

  /// The hash as 64 lower-case hex digits.
  public static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.take(bytes[...])
    return hash.hex()
  }

  /// The first half of the hash, as two numbers.
  static func firstHalf(_ bytes: [UInt8]) -> (high: UInt64, low: UInt64) {
    var hash = SHA256()
    hash.take(bytes[...])
    let words = hash.words()
    return (
      UInt64(words[0]) << 32 | UInt64(words[1]), UInt64(words[2]) << 32 | UInt64(words[3])
    )
  }

  /// Takes the next bytes of a text too long to be held.
  public mutating func take(_ piece: ArraySlice<UInt8>) {
    count += piece.count
    var rest = piece
    if !pending.isEmpty {
      let missing = rest.prefix(64 - pending.count)
      pending += missing
      rest = rest.dropFirst(missing.count)
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBytes { absorb($0) }
      pending.removeAll(keepingCapacity: true)
    }
    rest.withUnsafeBytes { absorb($0) }
    pending += rest[(rest.endIndex - rest.count % 64)...]
  }

  /// The hash of all that was taken, as 64 lower-case hex digits.
  public consuming func hex() -> String {
    let words = words()
    return hexText(
      words.indices.flatMap { index in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: words[index] >> UInt32($0)) }
      })
  }

  private consuming func words() -> SIMD8<UInt32> {
    // The rest after the whole blocks, a one bit, zeros, and the length in bits.
    withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { block in
      let length = pending.count < 56 ? 64 : 128
      block.initializeMemory(as: UInt8.self, repeating: 0)
      block.copyBytes(from: pending)
      block[pending.count] = 0x80
      block.storeBytes(of: (UInt64(count) * 8).bigEndian, toByteOffset: length - 8, as: UInt64.self)
      absorb(UnsafeRawBufferPointer(rebasing: block[..<length]))
    }
    return state
  }

  /// Takes all whole blocks of some bytes.
  private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      roundConstants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: bytes.count & ~63, by: 64) {
          SHA256.expand(bytes, from: start, into: schedule)
          state &+= SHA256.mixed(state, schedule, constants)
        }
      }
    }
  }

  private static func mixed(
    _ state: SIMD8<UInt32>, _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) -> SIMD8<UInt32> {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Instead of moving eight words round by round, the words take turns.
    for round in stride(from: 0, to: 64, by: 8) {
      func word(_ step: Int) -> UInt32 { constants[round + step] &+ schedule[round + step] }
      mix(a, b, c, &d, e, f, g, &h, word(0))
      mix(h, a, b, &c, d, e, f, &g, word(1))
      mix(g, h, a, &b, c, d, e, &f, word(2))
      mix(f, g, h, &a, b, c, d, &e, word(3))
      mix(e, f, g, &h, a, b, c, &d, word(4))
      mix(d, e, f, &g, h, a, b, &c, word(5))
      mix(c, d, e, &f, g, h, a, &b, word(6))
      mix(b, c, d, &e, f, g, h, &a, word(7))
    }
    return SIMD8(a, b, c, d, e, f, g, h)
  }

  private static func expand(
    _ bytes: UnsafeRawBufferPointer, from start: Int,
    into schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for word in 0..<16 {
      let value = bytes.loadUnaligned(fromByteOffset: start + word * 4, as: UInt32.self)
      schedule[word] = UInt32(bigEndian: value)
    }
    for word in 16..<64 {
      let early = schedule[word - 15]
      let late = schedule[word - 2]
      let small = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
      let large = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
      schedule[word] = schedule[word - 16] &+ small &+ schedule[word - 7] &+ large
    }
  }
}

/// One round: what becomes of the fourth and the last of eight words.
@inline(__always)
private func mix(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
  _ h: inout UInt32, _ word: UInt32
) {
  let mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
  let first = h &+ mixed &+ ((e & f) ^ (~e & g)) &+ word
  let turned = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
  d &+= first
  h = first &+ turned &+ ((a & b) ^ (a & c) ^ (b & c))
}

private func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
  word &>> bits | word &<< (32 - bits)
}

/// Writes bytes as lower-case hex digits.
func hexText(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
  0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
  0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
  0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
  0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
  0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
  0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
  0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
