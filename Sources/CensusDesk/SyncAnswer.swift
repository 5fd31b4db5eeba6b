import CensusCommand
import CensusCore
import StrictJSON

/// What `census sync` said: steps, complaints, and at the end one JSON object.
struct SyncAnswer {
  private let object: JSONValue

  /// The answer at the end of an output; nil where there is none.
  init?(_ output: [UInt8]) {
    let lines = output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { $0.elementsEqual("{".utf8) }),
      let document = try? JSONDocument(
        Array(lines[first...].joined(separator: [UInt8(ascii: "\n")])), limits: .store)
    else { return nil }
    object = document.root
  }

  func count(_ key: String) -> Int? { object[key]?.number }
  func text(_ key: String) -> String? { object[key]?.text }

  /// What came of it, without the contradictions.
  var sentence: Phrase? {
    guard let remote = text("remote"), let taken = count("taken"), let sent = count("sent") else {
      return nil
    }
    let done = Messages.synced(
      remote, taken: taken, files: count("files") ?? 0, sent: sent, 0)
    let back = count("putBack").flatMap { $0 > 0 ? Messages.putBack(files: $0) : nil }
    let mended = count("mended").flatMap { $0 > 0 ? Messages.mended(files: $0) : nil }
    return [back, mended, done].compactMap(\.self).joined(Phrase("；", "; "))
  }

  /// The step that a line is about: `2/5 从 origin 取回`; nil for any other line.
  static func step(_ line: some StringProtocol) -> String? {
    let marks = (1...5).map { "census: \($0)/5 " }
    guard marks.contains(where: line.hasPrefix) else { return nil }
    return words(String(line))
  }

  /// A line without the name of the program that says it.
  static func words(_ line: String) -> String {
    let name = "census: "
    return line.hasPrefix(name) ? String(line.dropFirst(name.count)) : line
  }
}
