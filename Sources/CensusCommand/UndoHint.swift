internal import CensusCore

/// How what was just recorded is taken back: by the command that takes back just that.
struct UndoHint {
  /// The command line, with the options that led here.
  let command: String

  /// The command for the store and the person that recorded.
  init(_ record: RecordOptions, _ common: CommonOptions) {
    let options = [("--store", common.store), ("--by", record.by)].compactMap { name, value in
      value.map { " \(name) \(shellWord($0))" }
    }
    command = "census undo" + options.joined()
  }

  /// A sentence on what was done, with the command after it.
  func after(_ done: Phrase) -> Phrase {
    Phrase(
      "\(done.chinese)；撤销用：\(command)", "\(done.english); undo with: \(command)")
  }
}

/// A word as a shell takes it.
func shellWord(_ text: String) -> String {
  let isPlain = text.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      || "-_./+:@,".unicodeScalars.contains(scalar)
  }
  guard text.isEmpty || !isPlain else { return text }
  let parts = text.split(separator: "'", omittingEmptySubsequences: false)
  return "'" + parts.joined(separator: "'\\''") + "'"
}
