import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import Testing

/// One set of facts comes out of every form of text.
@Suite struct FormTests {
  private let directory: Directory

  init() throws {
    directory = try ShippedStore.open().directory
  }

  private func draft(_ text: String, _ answers: Answers = Answers()) -> Draft {
    Draft([Source(name: "notice", text: text)], directory, answers)
  }

  /// Facts and accounts are what the sample says, whatever it is written in.
  @Test(arguments: Form.allCases)
  func everyFormGivesTheSameFacts(form: Form) throws {
    let draft = draft(form.text)
    #expect(draft.notUnderstood.isEmpty, "\(draft.notUnderstood)")
    #expect(draft.notFound.isEmpty, "\(draft.notFound)")
    let read = try #require(draft.inspection)
    #expect(read.quarter == Quarter(year: 2018, number: 4))
    #expect(read.notice.document == "试政办发〔2019〕3号")
    #expect(read.notice.issued == Day("2019-01-10"))
    #expect(read.notice.deadline?.day == Day(SampleNotice.due))
    #expect(read.sampling.to == Day("2018-12-20"))
    #expect(read.totals == Inspection.Figures(running: 61, failing: 8, publishedRate: "87%"))
    #expect(
      read.notice.parts == [
        Notice.RequiredPart(part: .paper, copies: 2, signature: .principal),
        Notice.RequiredPart(part: .electronic, copies: nil, signature: nil),
      ])
    #expect(
      read.rows.map(\.prefecture.text) == SampleNotice.first.dropFirst().dropLast().map { $0[0] })
    #expect(
      read.rows.map { $0.figures.running.map(String.init) }
        == SampleNotice.first.dropFirst().dropLast().map { $0[1] })
    #expect(read.annex1?.total?.figures.running == 61)
    let rows = Array(SampleNotice.second.dropFirst())
    #expect(read.findings.map { String($0.row) } == rows.map { $0[0] })
    #expect(read.findings.map(\.prefecture.text) == rows.map { $0[1] })
    #expect(read.findings.map(\.siteName) == rows.map { $0[2] })
    #expect(read.findings.map(\.code.text) == rows.map { $0[3] })
    #expect(read.findings.map(\.text) == rows.map { $0[4] })
    #expect(read.findings.map { $0.issues.map(\.text) } == SampleNotice.categories)
    #expect(draft.tables.map(\.meaning) == [.figures, .findings])
    #expect(draft.tables.map(\.taken) == [5, 8])
    #expect(draft.tables.map(\.total) == [1, 0])
    #expect(draft.tables.map(\.heading) == [1, 1])
    for table in draft.tables { #expect(table.isAccounted) }
  }

  /// What was filled down from above is said; nothing is where nothing was.
  @Test func filledCellsAreNamed() {
    let rows = [5, 6, 8]
    let filled = draft(Form.tabsMerged.text).doubts.compactMap { doubt -> [Int]? in
      if case .filled(let rows) = doubt.doubt { rows } else { nil }
    }
    #expect(filled == [[3] + rows])
    #expect(
      !draft(Form.tabs.text).doubts.contains { doubt in
        if case .filled = doubt.doubt { true } else { false }
      })
  }

  /// Findings keep the place where they stand.
  @Test func everyFindingHasItsPlace() throws {
    let draft = draft(Form.markdown.text)
    let quarter = try #require(draft.quarter)
    let place = try #require(draft.findingPlaces[FindingID(quarter, number: 3)])
    #expect(place.table == 2)
    #expect(place.row == 4)
    #expect(draft.bodyPlaces[.document]?.line == 1)
  }
}

extension TableAccount {
  /// Whether every row of the table is one of its parts.
  var isAccounted: Bool { rows == title + heading + taken + total + notes + listed }
}
