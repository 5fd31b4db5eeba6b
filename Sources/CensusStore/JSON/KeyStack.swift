/// The keys of all objects open at a place, unescaped, to find the one that comes twice.
///
/// Bytes are compared, never strings: two spellings of an accented letter are two keys.
struct KeyStack {
  private struct Frame {
    /// Where the object's keys begin in `ranges`.
    let first: Int
    /// All keys, once there are too many to compare one by one.
    var set: Set<[UInt8]>?
  }

  /// Beyond so many keys an object gets a set.
  private static let fewKeys = 32

  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var frames: [Frame] = []
  private var start = 0

  mutating func enter() {
    frames.append(Frame(first: ranges.count, set: nil))
  }

  mutating func leave() {
    guard let frame = frames.popLast() else { return }
    if frame.first < ranges.count {
      bytes.removeSubrange(ranges[frame.first].lowerBound...)
    }
    ranges.removeSubrange(frame.first...)
  }

  mutating func begin() {
    start = bytes.count
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Takes the key that has been appended; the key as text if its object has it already.
  mutating func finish() -> String? {
    guard let frame = frames.last else { return nil }
    let range = start..<bytes.count
    let isNew = frame.set == nil ? isNewAmong(range, from: frame.first) : insert(range)
    guard isNew else { return String(decoding: bytes[range], as: UTF8.self) }
    ranges.append(range)
    if frame.set == nil, ranges.count - frame.first > KeyStack.fewKeys {
      frames[frames.count - 1].set = Set(ranges[frame.first...].map { Array(bytes[$0]) })
    }
    return nil
  }

  private func isNewAmong(_ range: Range<Int>, from first: Int) -> Bool {
    !ranges[first...].contains { known in
      known.count == range.count && bytes[known] == bytes[range]
    }
  }

  private mutating func insert(_ range: Range<Int>) -> Bool {
    frames[frames.count - 1].set?.insert(Array(bytes[range])).inserted ?? true
  }
}
