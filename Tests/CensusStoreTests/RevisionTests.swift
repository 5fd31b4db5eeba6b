import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// Notices are taken in, corrected and taken back; nobody alters a file, and nobody sees a mixture
/// (notices.md 4).
struct RevisionTests {
  private static let quarter = Sample.quarter("2018Q4")

  private func row(_ number: Int, _ name: String, _ code: String) -> Finding {
    Finding(
      id: FindingID(Self.quarter, number: number), prefecture: "昆明",
      code: SiteCode(code), siteName: name, text: "首页不更新", issues: ["home_not_updated"])
  }

  private var first: Inspection {
    Inspection(
      quarter: Self.quarter, coverage: .full,
      source: Inspection.Source(
        title: Phrase("通报", "the notice"), sha256: nil, readIn: Phrase("甲", "A")),
      totals: Inspection.Figures(running: 400, failing: 2, publishedRate: "99.5%"),
      annex2: Inspection.Annex(title: "附件2", headings: ["网站名称", "存在问题"]),
      findings: [row(1, "甲网", "5301000001"), row(2, "乙网", "5301000002")])
  }

  /// A row put in before the others, another code, and an account.
  private var corrected: Inspection {
    let read = [
      row(1, "新网", "5301000009"), row(2, "甲网", "5301000011"), row(3, "乙网", "5301000002"),
      Finding(
        id: FindingID(Self.quarter, number: 4), prefecture: "昆明",
        code: SiteCode(account: "甲发布", on: AccountPlatform(printed: "政务微信")), siteName: "甲发布",
        text: "僵尸", issues: ["nm_not_updated"]),
    ]
    return first.with(
      findings: RevisionMatch(read, after: first.findings).findings, additions: Self.additions)
  }

  /// What it brings beside the lists of the store.
  private static let additions: Additions = {
    var additions = Additions()
    additions.prefectures = [
      Prefecture(
        id: "甲州", name: Phrase("甲州", "Jia"), fullName: "甲州", kind: .prefecture,
        codePrefixes: ["9901"])
    ]
    additions.units = [
      Unit(
        id: "乙厅", name: Phrase("乙厅", "乙厅"), prefecture: "省直", sites: ["9900000001", "省直#乙网"])
    ]
    additions.wordings = [Additions.Wording("空房子", "blank_columns")]
    additions.headings = ["毛病": "issue"]
    return additions
  }()

  private func memory() throws -> InMemoryFileSystem {
    let files = try Sample.memory(withQuarter: #"{"quarter":"2018Q3","coverage":"full"}"#)
    files.powerCut()
    return files
  }

  private func recorder(_ minute: Int, _ actor: String = "desk-2") -> Recorder {
    Sample.recorder(actor, at: "2018-12-20T01:0\(minute):00Z", from: minute * 100 + 1)
  }

  private func names(in files: any FileSystem) throws -> [String] {
    try files.list("quarters").map(\.name).sorted()
  }

  private func facts(
    in files: any FileSystem, knownAt moment: String? = nil
  ) throws -> Inspection? {
    var store = try Store.open(files)
    store.knownAt = moment.map(Sample.instant)
    guard store.quarters().contains(Self.quarter) else { return nil }
    let file = store.inspection(of: Self.quarter)
    #expect(file.problems == [])
    return file.inspection
  }

  @Test func aQuarterComesIn() throws {
    let files = try memory()
    var store = try Store.open(files)
    let revision = try #require(try store.accept(first, after: nil, by: recorder(0)))
    files.powerCut()
    #expect(revision.number == 1)
    #expect(
      revision.acceptance
        == Revision.Acceptance(
          at: Sample.instant("2018-12-20T01:00:00Z"), by: "desk-2"))
    #expect(store.quarters() == [Self.quarter, Sample.quarter])
    #expect(store.inspection(of: Self.quarter).inspection == first)
    #expect(store.knownProblems == [])
    #expect(try names(in: files) == ["2018Q3.json", "2018Q4.r1.\(revision.id).json"])
    #expect(try facts(in: files) == first)
  }

  @Test func theSameAgainWritesNoByte() throws {
    let files = try memory()
    var store = try Store.open(files)
    let revision = try store.accept(first, after: nil, by: recorder(0))
    let before = try names(in: files)
    #expect(try store.accept(first, after: revision?.id, by: recorder(1)) == nil)
    #expect(try names(in: files) == before)
    #expect(try files.list("tmp") == [])
  }

  /// A corrected notice stands beside the old one, and looking back finds the old one.
  @Test func aCorrectionStandsBeside() throws {
    let files = try memory()
    var store = try Store.open(files)
    let old = try #require(try store.accept(first, after: nil, by: recorder(0)))
    let mark = try store.record(
      [
        EventDraft(
          on: Sample.day("2018-12-20"), quarter: Self.quarter,
          subject: .findings([FindingID(Self.quarter, number: 1)]),
          payload: .note(Note(text: "甲网的记录")))
      ], by: recorder(1))
    let new = try #require(try store.accept(corrected, after: old.id, by: recorder(2)))
    files.powerCut()
    #expect(new.number == 2)
    #expect(try facts(in: files) == corrected.with(revision: 2))
    #expect(try facts(in: files, knownAt: "2018-12-20T01:02:00Z") == corrected.with(revision: 2))
    #expect(try facts(in: files, knownAt: "2018-12-20T01:01:59Z") == first)
    #expect(try facts(in: files, knownAt: "2018-12-20T00:59:59Z") == nil)
    // What was recorded of row 1 is of the site that is printed in row 2 now.
    let projection = Projection(
      of: try #require(try facts(in: files)), directory: store.directory,
      events: store.events(of: Self.quarter).events, settings: store.settings,
      asOf: Sample.day("2018-12-21"))
    let state = try #require(projection.finding(FindingID(Self.quarter, number: 1)))
    #expect(state.finding.row == 2 && state.finding.siteName == "甲网")
    #expect(projection.history.map(\.event.id) == mark.events.map(\.id))
    #expect(projection.aliases.identity(of: SiteCode("5301000001")) == SiteCode("5301000011"))
    #expect(projection.row(of: FindingID(Self.quarter, number: 2)) == 3)
  }

  @Test func whatWasTakenInIsTakenBack() throws {
    let files = try memory()
    var store = try Store.open(files)
    let old = try #require(try store.accept(first, after: nil, by: recorder(0)))
    let new = try #require(try store.accept(corrected, after: old.id, by: recorder(1)))
    try store.withdraw(Self.quarter, new.id, reason: "误载", by: recorder(2))
    #expect(try facts(in: files) == first)
    try store.withdraw(Self.quarter, old.id, reason: "非本省", by: recorder(3))
    files.powerCut()
    #expect(try facts(in: files) == nil)
    #expect(store.quarters() == [Sample.quarter])
    #expect(
      try Store.open(files).problems == [
        Problem(.withdrawnQuarter(Self.quarter, reason: "非本省"))
      ])
    #expect(try facts(in: files, knownAt: "2018-12-20T01:01:30Z") == corrected.with(revision: 2))
    // Four files, none altered; the same notice comes in again as a revision of its own.
    #expect(try names(in: files).count == 5)
    #expect(try store.accept(corrected, after: nil, by: recorder(4))?.number == 5)
    #expect(try facts(in: files) == corrected.with(revision: 5))
    #expect(try Store.open(files).problems == [])
  }

  @Test func whatWasShownHasToBeWhatIsThere() throws {
    let files = try memory()
    var (mine, theirs) = (try Store.open(files), try Store.open(files))
    let old = try mine.accept(first, after: nil, by: recorder(0))
    let before = try names(in: files)
    for shown in [nil, "0123456789abcdef"] {
      #expect(throws: StoreError.movedOn(Self.quarter)) {
        try theirs.accept(corrected, after: shown, by: recorder(1, "desk-3"))
      }
    }
    #expect(try names(in: files) == before)
    #expect(try theirs.accept(corrected, after: old?.id, by: recorder(1, "desk-3"))?.number == 2)
    _ = mine.refresh(Self.quarter)
    #expect(mine.inspection(of: Self.quarter).inspection == corrected.with(revision: 2))
  }

  /// The files that are written are those that `data/schema` is held to.
  @Test func theFilesAreTheExamplesOfTheSchema() throws {
    let files = try memory()
    var store = try Store.open(files)
    let old = try #require(try store.accept(first, after: nil, by: recorder(0)))
    let new = try #require(try store.accept(corrected, after: old.id, by: recorder(1)))
    try store.withdraw(Self.quarter, new.id, reason: "误载", by: recorder(2))
    let revisions = try Store.open(files).allRevisions(of: Self.quarter)
    #expect(
      revisions.first { $0.id == new.id }?.content
        == .facts(corrected.with(revision: 2)))
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let examples = try DiskFileSystem(root: "/\(folder)/GoodRevisions")
    let names = try names(in: files).filter { $0.hasPrefix("2018Q4") }
    for name in names {
      let written = try files.read("quarters/\(name)", limit: 1 << 20)
      expectGolden(
        String(decoding: written, as: UTF8.self), named: name, in: "GoodRevisions", ending: "")
    }
    #expect(try examples.list("").map(\.name).sorted() == names)
  }

  /// Two stores that meet, each with a correction of its own: one counts, and it is said.
  @Test func rivalsAreNamed() throws {
    let files = try memory()
    let other = try memory()
    var (mine, theirs) = (try Store.open(files), try Store.open(other))
    _ = try mine.accept(first, after: nil, by: recorder(0))
    _ = try theirs.accept(corrected, after: nil, by: recorder(1, "desk-3"))
    for name in try names(in: other) where name.contains(".r") {
      try write(
        String(decoding: other.read("quarters/\(name)", limit: 1 << 20), as: UTF8.self),
        to: "quarters/\(name)", in: files)
    }
    var joined = try Store.open(files)
    let file = joined.inspection(of: Self.quarter)
    #expect(file.inspection == corrected)
    #expect(
      file.problems == [
        Problem(
          .rivalRevisions(
            path: "quarters/2018Q4.json", number: 1, count: 2, renumbered: [1]))
      ])
  }

  /// A revision that was altered is not believed, and no older one stands in for it.
  @Test func anAlteredRevisionIsUnreadable() throws {
    let files = try memory()
    var store = try Store.open(files)
    let old = try #require(try store.accept(first, after: nil, by: recorder(0)))
    let new = try #require(try store.accept(corrected, after: old.id, by: recorder(1)))
    let path = "quarters/2018Q4.r2.\(new.id).json"
    let text = String(decoding: try files.read(path, limit: 1 << 20), as: UTF8.self)
    try files.remove(path)
    try write(text.replacing("新网", with: "旧网"), to: path, in: files)
    var again = try Store.open(files)
    #expect(again.quarters().first == Self.quarter)
    let file = again.inspection(of: Self.quarter)
    #expect(file.inspection == nil)
    let fault = RecordFault(pointer: "", expectation: .bytesOfName)
    #expect(file.problems == [Problem(.damagedFile(path: path, .record(fault)))])
    // Nothing is taken in beside what cannot be read.
    for shown in [nil, old.id, new.id] {
      #expect(throws: StoreError.readOnly(.unreadable("quarters/2018Q4.json"))) {
        try again.accept(first, after: shown, by: recorder(5))
      }
    }
  }

  /// Whatever step fails or loses its power: the old notice or the new, and afterwards it goes in.
  @Test(
    arguments: [.error(.noSpace), .errors(.noSpace), .halfWrite(.noSpace)]
      + InMemoryFileSystem.Loss.allCases.flatMap { [.powerCut($0), .powerCutAfter($0)] }
      as [FaultyFileSystem.Fault])
  func oldOrNewAtEveryStep(_ fault: FaultyFileSystem.Fault) throws {
    for step in 0... {
      let files = try memory()
      var store = try Store.open(files)
      let old = try #require(try store.accept(first, after: nil, by: recorder(0)))
      files.powerCut()
      let faulty = FaultyFileSystem(files, failingAt: step, fault)
      var isDone = false
      if var other = try? Store.open(faulty) {
        isDone = (try? other.accept(corrected, after: old.id, by: recorder(1))) != nil
      }
      files.powerCut()
      let found = try facts(in: files)
      #expect(found == first || found == corrected.with(revision: 2), "step \(step)")
      #expect(!isDone || found == corrected.with(revision: 2), "step \(step)")
      var last = try Store.open(files)
      if found == first {
        #expect(try last.accept(corrected, after: old.id, by: recorder(2)) != nil, "step \(step)")
      }
      #expect(last.inspection(of: Self.quarter).inspection?.findings == corrected.findings)
      if !faulty.hasStruck { return }
    }
  }

  /// A notice that was taken in here and is here no more leaves its quarter unreadable: no older one
  /// stands in for it, and another quarter neither.
  @Test(arguments: [1, 2])
  func aRevisionThatIsGoneIsMissed(gone: Int) throws {
    let files = try memory()
    var store = try Store.open(files)
    _ = try store.accept(first, after: nil, by: recorder(0))
    let shown = store.allRevisions(of: Self.quarter).counting(at: nil)?.revision.id
    _ = try store.accept(corrected, after: shown, by: recorder(1))
    let name = try #require(try names(in: files).first { $0.hasPrefix("2018Q4.r\(gone).") })
    try files.remove("quarters/\(name)")
    var again = try Store.open(files)
    #expect(again.quarters().first == Self.quarter)
    let file = again.inspection(of: Self.quarter)
    #expect(file.inspection == nil && !file.isReadable)
    #expect(
      file.problems == [
        Problem(.unreadableFile(FileError(.read, "quarters/\(name)", .missing)))
      ])
    #expect(throws: StoreError.self) {
      _ = try again.accept(self.corrected, after: nil, by: self.recorder(2))
    }
  }

  /// So does a taking-back that is gone: what was taken back counts for nothing again.
  @Test func aWithdrawalThatIsGoneIsMissed() throws {
    let files = try memory()
    var store = try Store.open(files)
    let taken = try #require(try store.accept(first, after: nil, by: recorder(0)))
    try store.withdraw(Self.quarter, taken.id, reason: "重发", by: recorder(1))
    #expect(try !Store.open(files).quarters().contains(Self.quarter))
    let name = try #require(try names(in: files).first { $0.hasPrefix("2018Q4.w") })
    try files.remove("quarters/\(name)")
    var again = try Store.open(files)
    #expect(again.quarters().contains(Self.quarter))
    #expect(again.inspection(of: Self.quarter).inspection == nil)
  }
}
