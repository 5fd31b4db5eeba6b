import CensusCore

/// The file `store.json`: what the folder is, who may read and write it, the habits of its office.
struct StoreRecord: Readable {
  static let format = "site-census"
  /// The version this program reads and writes.
  static let version = 1

  let minReader: Int
  let minWriter: Int
  /// Nil while the file is newer than the program: its other fields may mean anything.
  let settings: Settings?

  enum CodingKeys: String {
    case format
    case id
    case version
    case minReader
    case minWriter
    case language
    case utcOffset
    case title
    case province
    case policy
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    guard try fields.text(.format) == StoreRecord.format else {
      throw fields.fault(.oneOf([StoreRecord.format]), .format)
    }
    minReader = try fields.optionalNumber(.minReader, atLeast: 1, atMost: .max) ?? 1
    minWriter = try fields.optionalNumber(.minWriter, atLeast: 1, atMost: .max) ?? minReader
    guard minReader <= StoreRecord.version else {
      settings = nil
      return
    }
    let policy = try fields.object(.policy, PolicyRecord.self)
    let title = try fields.phrase(.title)
    settings = Settings(
      id: try fields.someText(.id), title: title,
      province: try fields.optionalPhrase(.province) ?? title,
      language: try fields.optionalWord(.language, Language.self),
      offset: try fields.checked(.utcOffset, .offset) { UTCOffset($0) } ?? .china,
      policy: policy?.policy ?? Settings.Policy())
  }
}

private struct PolicyRecord: Readable {
  let policy: Settings.Policy

  enum CodingKeys: String {
    case chaseDays
    case chaseEvery
    case mentionsOwe
    case shareContacts
    case latenessGrades
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let standard = Settings.Policy()
    policy = Settings.Policy(
      chaseDays: try fields.chaseDays() ?? standard.chaseDays,
      chaseEvery: try fields.optionalNumber(
        .chaseEvery, atLeast: 1, atMost: Settings.Policy.furthest) ?? standard.chaseEvery,
      mentionsOwe: try fields.object(.mentionsOwe, Bool.self) ?? standard.mentionsOwe,
      shareContacts: try fields.object(.shareContacts, Bool.self) ?? standard.shareContacts,
      latenessGrades: try fields.latenessGrades() ?? standard.latenessGrades)
  }
}

extension Fields<PolicyRecord.CodingKeys> {
  /// Days before and after the due day; each so far from it at most.
  fileprivate func chaseDays() throws(RecordFault) -> [Int]? {
    guard let days = try object(.chaseDays, [Int].self) else { return nil }
    let furthest = Settings.Policy.furthest
    for (index, day) in days.enumerated() where !(-furthest...furthest).contains(day) {
      let expectation: RecordFault.Expectation = day < 0 ? .atLeast(-furthest) : .atMost(furthest)
      throw fault(expectation, .chaseDays, at: index)
    }
    return days
  }

  /// The scale of lateness: each grade begins on a later day than the one before it.
  fileprivate func latenessGrades() throws(RecordFault) -> [LatenessGrade]? {
    guard let grades = try object(.latenessGrades, [GradeRecord].self)?.map(\.grade) else {
      return nil
    }
    let most = LatenessGrade.most
    guard grades.count <= most else { throw fault(.fewEntries(limit: most), .latenessGrades) }
    var known: Set<String> = []
    for (index, grade) in grades.enumerated() {
      guard known.insert(grade.id).inserted else {
        throw fault(.unique, .latenessGrades, at: index)
      }
      guard index == 0 || grade.from > grades[index - 1].from else {
        throw fault(.after(grades[index - 1].from), .latenessGrades, at: index)
      }
    }
    return grades
  }
}

private struct GradeRecord: Readable {
  let grade: LatenessGrade

  enum CodingKeys: String {
    case id
    case from
    case name
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    grade = LatenessGrade(
      id: try fields.someText(.id),
      from: try fields.number(.from, atLeast: 1, atMost: LatenessGrade.furthest),
      name: try fields.phrase(.name))
  }
}
