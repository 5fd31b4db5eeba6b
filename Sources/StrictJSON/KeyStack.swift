/// The keys of all objects open at a place, to find the one that comes twice.
///
/// Bytes are compared, never strings: two spellings of an accented letter are two keys. Many keys are
/// told apart by a hash with a seed of this run, so that no file can be made to be slow.
struct KeyStack {
  /// Beyond so many keys an object gets a table.
  private static let fewKeys = 24

  private struct Frame {
    /// Where the object's keys begin.
    let first: Int
    /// The keys of a hash, once they are too many to be compared one by one.
    var table: [Int: [Int]] = [:]
  }

  private var keys: [KeyText] = []
  private var frames: [Frame] = []

  mutating func enter() {
    frames.append(Frame(first: keys.count))
  }

  mutating func leave() {
    guard let frame = frames.popLast() else { return }
    keys.removeSubrange(frame.first...)
  }

  /// Takes a key of the innermost object; false if it has that key already.
  mutating func insert(_ key: KeyText, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = frames.last?.first else { return true }
    let last = frames.count - 1
    if keys.count - first < KeyStack.fewKeys {
      if keys[first...].contains(where: { $0.equals(key, in: bytes) }) { return false }
    } else {
      if frames[last].table.isEmpty {
        for index in first..<keys.count {
          frames[last].table[keys[index].hash(in: bytes), default: []].append(index)
        }
      }
      let hash = key.hash(in: bytes)
      let alike = frames[last].table[hash] ?? []
      if alike.contains(where: { keys[$0].equals(key, in: bytes) }) { return false }
      frames[last].table[hash, default: []].append(keys.count)
    }
    keys.append(key)
    return true
  }
}
