package import CensusCore
package import CensusStore

/// What is wrong with the files that an answer was read from, apart from doubts about the notice.
package struct Damage: Equatable {
  /// Records that count for nothing.
  private var records = 0
  /// Whole records that have no effect: dated ahead, or about nothing that the notice lists.
  private var idle: Set<EventID> = []
  /// Files and folders that are left out, or of which a part is.
  private var files: [String] = []
  /// Facts that were changed and not confirmed.
  private var edited: [String] = []
  /// What lies in the store and belongs to nothing.
  private var strays: [String] = []
  /// Folders whose records are gone.
  private var vanished: [String] = []
  /// Records of which others tell, and that are gone.
  private var lost: [EventID: Int] = [:]
  /// Records that were acknowledged on this machine and are gone, and how many.
  private var missed: [EventID: Int] = [:]
  /// Folders that hold the records of another quarter.
  private var foreign: [String] = []
  /// Whether nothing tells if facts were changed.
  private var lacksChecksums = false

  /// What some problems come to; nil if nothing is hidden or altered by them.
  package init?(_ problems: [Problem]) {
    for problem in problems { add(problem.kind) }
    let paths = files + edited + strays + vanished + foreign
    guard
      records > 0 || !lost.isEmpty || !missed.isEmpty || !idle.isEmpty || lacksChecksums
        || !paths.isEmpty
    else {
      return nil
    }
  }

  private mutating func add(_ kind: Problem.Kind) {
    switch kind {
    case .damagedEvent: records += 1
    case .oddEvent(_, let id, let oddity): if oddity.isWithoutEffect { idle.insert(id) }
    case .unreadableFile(let error) where error.isOfClosedContacts: break
    case .unreadableFile(let error): add(error.path, to: \.files)
    case .damagedFile(let path, _), .damagedPart(let path, _), .otherQuarter(let path, _):
      add(path, to: \.files)
    case .damagedChecksums: add("SHA256SUMS", to: \.files)
    case .newerReader: add("store.json", to: \.files)
    case .editedFacts(let path, _): add(path, to: \.edited)
    case .strayNames(let folder, let first, _):
      add(folder.isEmpty ? first : "\(folder)/\(first)", to: \.strays)
    case .vanishedRecords(let folder): add(folder, to: \.vanished)
    case .damagedEvidence(let path, _), .damagedSnapshot(let path): add(path, to: \.files)
    case .lostRecords(let first, let count): lost[first] = count
    case .missedRecords(let first, let count): missed[first] = count
    case .foreignRecords(let folder, _): add(folder, to: \.foreign)
    case .noChecksums: lacksChecksums = true
    case .rivalRevisions, .withdrawnQuarter: break
    case .oddNames, .unknownEventType, .newerStore, .partialBatch, .openToOthers: break
    }
  }

  private mutating func add(_ path: String, to list: WritableKeyPath<Damage, [String]>) {
    if !self[keyPath: list].contains(path) { self[keyPath: list].append(path) }
  }

  /// What it is, with the names of the files: for a message.
  package var sentence: Phrase {
    let parts: [Phrase?] = [
      records == 0
        ? nil
        : Phrase(
          "\(records)条记录损坏，未计入",
          "\(counted(records, "record")) \(records == 1 ? "is" : "are") damaged and "
            + "\(records == 1 ? "does" : "do") not count"),
      idle.isEmpty
        ? nil
        : Phrase(
          "\(idle.count)条记录不起作用",
          "\(counted(idle.count, "record")) \(idle.count == 1 ? "has" : "have") no effect"),
      Damage.named(vanished) { names, _ in
        Phrase(
          "\(names.chinese)里原有的记录不见了", "the records in \(names.english) are gone")
      },
      lostCount == 0
        ? nil
        : Phrase(
          "\(lostCount)条曾登记的记录不见了",
          "\(counted(lostCount, "record")) made before \(lostCount == 1 ? "is" : "are") gone"),
      missedCount == 0
        ? nil
        : Phrase(
          "\(missedCount)条曾在本机登记的记录不见了，下次登记时放回",
          "\(counted(missedCount, "record")) made on this machine \(missedCount == 1 ? "is" : "are") gone "
            + "and will be put back by the next recording"),
      Damage.named(foreign) { names, isOne in
        Phrase(
          "\(names.chinese)里放的是别的季度的记录，未计入",
          "\(names.english) \(isOne ? "holds" : "hold") the records of another quarter, which "
            + "do not count")
      },
      Damage.named(files) { names, isOne in
        Phrase(
          "\(names.chinese)无法读取或已损坏",
          "\(names.english) cannot be read or \(isOne ? "is" : "are") damaged")
      },
      Damage.named(edited) { names, isOne in
        Phrase(
          "\(names.chinese)被改动过，尚未确认",
          "\(names.english) \(isOne ? "was" : "were") edited and not confirmed")
      },
      lacksChecksums
        ? Phrase(
          "没有“SHA256SUMS”，数据是否被改动无从查考，须核对后用 census check --confirm-facts 重建",
          "there is no “SHA256SUMS”, so that nothing vouches for the facts until they are checked and "
            + "census check --confirm-facts makes it anew") : nil,
      Damage.named(strays) { names, isOne in
        Phrase(
          "\(names.chinese)不属于本数据目录，未读取",
          "\(names.english) \(isOne ? "belongs" : "belong") to nothing here and "
            + "\(isOne ? "is" : "are") not read")
      },
    ]
    return Damage.joined(parts.compactMap { $0 }, Phrase("；", "; "))
  }

  /// What it is in a few words: for the foot of a screen.
  package var brief: Phrase {
    let counts: [(Int, Phrase)] = [
      (records, Phrase("记录损坏\(records)", "damaged records \(records)")),
      (idle.count, Phrase("无效记录\(idle.count)", "no effect \(idle.count)")),
      (lostCount, Phrase("记录缺失\(lostCount)", "missing records \(lostCount)")),
      (missedCount, Phrase("记录待放回\(missedCount)", "to put back \(missedCount)")),
      (vanished.count, Phrase("记录丢失\(vanished.count)", "records gone \(vanished.count)")),
      (foreign.count, Phrase("记录错放\(foreign.count)", "misplaced \(foreign.count)")),
      (files.count, Phrase("文件损坏\(files.count)", "damaged files \(files.count)")),
      (edited.count, Phrase("数据改动\(edited.count)", "edited \(edited.count)")),
      (lacksChecksums ? 1 : 0, Phrase("无校验和", "no checksums")),
      (strays.count, Phrase("不明文件\(strays.count)", "stray \(strays.count)")),
    ]
    return Damage.joined(counts.filter { $0.0 > 0 }.map(\.1), Phrase(" ", ", "))
  }

  private var missedCount: Int { missed.values.reduce(0, +) }

  private var lostCount: Int { lost.values.reduce(0, +) }

  /// Three names at most, and how many more.
  private static func named(
    _ paths: [String], _ words: (Phrase, _ isOne: Bool) -> Phrase
  ) -> Phrase? {
    guard !paths.isEmpty else { return nil }
    let names = paths.prefix(3).map(Messages.name(ofPath:)).joined()
    let more = paths.count - 3
    let shown = Phrase(
      names.chinese + (more > 0 ? "等\(paths.count)处" : ""),
      names.english + (more > 0 ? " and \(more) more" : ""))
    return words(shown, paths.count == 1)
  }

  private static func joined(_ phrases: [Phrase], _ separator: Phrase) -> Phrase {
    Phrase(
      phrases.map(\.chinese).joined(separator: separator.chinese),
      phrases.map(\.english).joined(separator: separator.english))
  }
}
