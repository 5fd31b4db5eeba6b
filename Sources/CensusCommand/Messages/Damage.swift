package import CensusCore
package import CensusStore

/// What is wrong with the files that an answer was read from, apart from doubts about the notice.
package struct Damage: Equatable {
  /// Records that count for nothing.
  private var records = 0
  /// Files and folders that are left out, or of which a part is.
  private var files: [String] = []
  /// Facts that were changed and not confirmed.
  private var edited: [String] = []
  /// What lies in the store and belongs to nothing.
  private var strays: [String] = []

  /// What some problems come to; nil if nothing is hidden or altered by them.
  package init?(_ problems: [Problem]) {
    for problem in problems { add(problem.kind) }
    guard records > 0 || !(files + edited + strays).isEmpty else { return nil }
  }

  private mutating func add(_ kind: Problem.Kind) {
    switch kind {
    case .damagedEvent: records += 1
    case .unreadableFile(let error): add(error.path, to: \.files)
    case .damagedFile(let path, _), .damagedPart(let path, _), .otherQuarter(let path, _):
      add(path, to: \.files)
    case .damagedChecksums: add("SHA256SUMS", to: \.files)
    case .newerReader: add("store.json", to: \.files)
    case .editedFacts(let path, _): add(path, to: \.edited)
    case .strayNames(let folder, let first, _):
      add(folder.isEmpty ? first : "\(folder)/\(first)", to: \.strays)
    case .oddNames, .unknownEventType, .newerStore, .noChecksums, .partialBatch, .openToOthers:
      break
    }
  }

  private mutating func add(_ path: String, to list: WritableKeyPath<Damage, [String]>) {
    if !self[keyPath: list].contains(path) { self[keyPath: list].append(path) }
  }

  /// What it is, with the names of the files: for a message.
  package var sentence: Phrase {
    Damage.joined(
      [
        records == 0
          ? nil
          : Phrase(
            "\(records)条记录损坏，未计入",
            "\(counted(records, "record")) \(records == 1 ? "is" : "are") damaged and "
              + "\(records == 1 ? "does" : "do") not count"),
        Damage.named(files) { names, isOne in
          Phrase(
            "\(names.chinese)读不了或有损坏",
            "\(names.english) cannot be read or \(isOne ? "is" : "are") damaged")
        },
        Damage.named(edited) { names, isOne in
          Phrase(
            "\(names.chinese)被改动过，尚未确认",
            "\(names.english) \(isOne ? "was" : "were") edited and not confirmed")
        },
        Damage.named(strays) { names, isOne in
          Phrase(
            "\(names.chinese)不属于本数据目录，未读取",
            "\(names.english) \(isOne ? "belongs" : "belong") to nothing here and "
              + "\(isOne ? "is" : "are") not read")
        },
      ].compactMap { $0 }, Phrase("；", "; "))
  }

  /// What it is in a few words: for the foot of a screen.
  package var brief: Phrase {
    Damage.joined(
      [
        (records, Phrase("记录损坏\(records)", "damaged records \(records)")),
        (files.count, Phrase("文件损坏\(files.count)", "damaged files \(files.count)")),
        (edited.count, Phrase("数据改动\(edited.count)", "edited \(edited.count)")),
        (strays.count, Phrase("不明文件\(strays.count)", "stray \(strays.count)")),
      ].filter { $0.0 > 0 }.map(\.1), Phrase(" ", ", "))
  }

  /// Three names at most, and how many more.
  private static func named(
    _ paths: [String], _ words: (Phrase, _ isOne: Bool) -> Phrase
  ) -> Phrase? {
    guard !paths.isEmpty else { return nil }
    let names = paths.prefix(3)
    let more = paths.count - names.count
    let shown = Phrase(
      names.map { "“\($0)”" }.joined(separator: "、") + (more > 0 ? "等\(paths.count)处" : ""),
      names.map { "“\($0)”" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    return words(shown, paths.count == 1)
  }

  private static func joined(_ phrases: [Phrase], _ separator: Phrase) -> Phrase {
    Phrase(
      phrases.map(\.chinese).joined(separator: separator.chinese),
      phrases.map(\.english).joined(separator: separator.english))
  }
}
