import CensusCore
import CensusNotices
import Testing

/// What a person said of a printed name holds for the next notice, and is said to.
@Suite struct KeptAnswerTests {
  private let tables = [
    [
      Made.headings, ["1", "昆明", "甲网站", "5301000001", "首页不更新"],
      ["2", "曲请", "丙网站", "5303000003", "错字漏字"],
    ]
  ]

  @Test func aNameThatWasExplained() throws {
    var answers = Answers()
    answers.units[SiteCode("曲请")] = "曲靖"
    let lists = try Made.directory()
    let first = try Made.draft(tables, answers)
    let facts = try #require(first.inspection)
    let kept = Additions(of: facts, first, lists, beyond: lists, answers)
    #expect(kept.owners == ["曲请": "曲靖"])
    #expect(kept.units == [])

    let next = try Made.draft(tables, Answers().knowing(kept))
    #expect(next.notUnderstood.isEmpty)
    #expect(next.inspection?.findings.map(\.prefecture) == ["昆明", "曲靖"])
    #expect(next.doubts.map(\.doubt) == [.earlierOwner("曲请", "曲靖")])
    #expect(Doubt.earlierOwner("曲请", "曲靖").sentence.chinese == "“曲请”按以前的答复读作曲靖")
    // What is said anew goes before.
    var other = Answers().knowing(kept)
    other.units[SiteCode("曲请")] = "昆明"
    let changed = try Made.draft(tables, other)
    #expect(changed.inspection?.findings.map(\.prefecture) == ["昆明", "昆明"])
    #expect(changed.doubts.isEmpty)
  }

  /// What became a unit is known by its sites, and needs no second answer.
  @Test func aUnitIsKept() throws {
    var answers = Answers()
    answers.units["5300000101"] = "云南省某某厅"
    let rows = [Made.headings, ["1", "省直", "云南某网", "5300000101", "首页不更新"]]
    let lists = try Made.directory()
    let draft = try Made.draft([rows], answers)
    let kept = Additions(
      of: try #require(draft.inspection), draft, lists, beyond: lists, answers)
    #expect(kept.units.map(\.id) == ["云南省某某厅"])
    #expect(kept.owners.isEmpty)
  }
}
