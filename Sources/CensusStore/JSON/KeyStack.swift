/// The keys of all objects open at a place, unescaped, to find the one that comes twice.
///
/// Bytes are compared, never strings: two spellings of an accented letter are two keys.
struct KeyStack {
  private struct Frame {
    /// Where the object's keys begin in `keys`.
    let first: Int
    /// The last key of each hash, once there are too many keys to compare one by one.
    var table: [Int: Int]?
  }

  private struct Key {
    /// Where it stands in `bytes`.
    let range: Range<Int>
    /// The key before it that has the same hash.
    var before: Int?
  }

  /// Beyond so many keys an object gets a table.
  private static let fewKeys = 32

  private var bytes: [UInt8] = []
  private var keys: [Key] = []
  private var frames: [Frame] = []
  private var start = 0

  mutating func enter() {
    frames.append(Frame(first: keys.count, table: nil))
  }

  mutating func leave() {
    guard let frame = frames.popLast() else { return }
    if frame.first < keys.count {
      bytes.removeSubrange(keys[frame.first].range.lowerBound...)
    }
    keys.removeSubrange(frame.first...)
  }

  mutating func begin() {
    start = bytes.count
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Takes the key that has been appended; the key as text if its object has it already.
  mutating func finish() -> String? {
    // The frame stays where it is: a copy of it would have its table copied at the next key.
    guard let top = frames.indices.last else { return nil }
    let range = start..<bytes.count
    if frames[top].table == nil, keys.count - frames[top].first >= KeyStack.fewKeys {
      tabulate(top)
    }
    guard frames[top].table != nil else {
      let isKnown = keys[frames[top].first...].contains { isSame($0.range, range) }
      keys.append(Key(range: range))
      return isKnown ? text(range) : nil
    }
    let hash = hash(range)
    let last = frames[top].table?[hash]
    var next = last
    while let known = next {
      if isSame(keys[known].range, range) { return text(range) }
      next = keys[known].before
    }
    frames[top].table?[hash] = keys.count
    keys.append(Key(range: range, before: last))
    return nil
  }

  private mutating func tabulate(_ top: Int) {
    var table: [Int: Int] = [:]
    for index in frames[top].first..<keys.count {
      let hash = hash(keys[index].range)
      keys[index].before = table[hash]
      table[hash] = index
    }
    frames[top].table = table
  }

  private func isSame(_ known: Range<Int>, _ range: Range<Int>) -> Bool {
    known.count == range.count && bytes[known] == bytes[range]
  }

  /// Seeded anew by each process, so that nobody can choose keys that all have one hash.
  private func hash(_ range: Range<Int>) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
    return hasher.finalize()
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
