import CensusCore
import CensusTestSupport
import Testing

/// A corrected notice: which row is which finding (notices.md 4).
struct RevisionMatchTests {
  private static let quarter = ShippedStore.quarter

  /// A row as it is read: its number is that of its row.
  private func row(
    _ row: Int, _ name: String, _ code: String?, _ text: String, _ issues: [CategoryID] = ["other"]
  ) -> Finding {
    Finding(
      id: FindingID(Self.quarter, number: row), prefecture: "昆明",
      code: code.map { SiteCode($0) } ?? SiteCode(without: "昆明", name), siteName: name, text: text,
      issues: issues)
  }

  private func id(_ number: Int) -> FindingID { FindingID(Self.quarter, number: number) }

  private var first: [Finding] {
    [
      row(1, "甲网", "5301000001", "首页不更新", ["home_not_updated"]),
      row(2, "乙网", "5301000002", "空白栏目", ["blank_columns"]),
      row(3, "丙网", nil, "错字漏字"), row(4, "丁网", nil, "错字漏字"),
    ]
  }

  /// Of the very first notice the numbers are those of the rows.
  @Test func theFirstNoticeGivesTheNumbers() {
    let match = RevisionMatch(first, after: [])
    #expect(match.findings == first)
    #expect(match.changes.isEmpty && match.doubts.isEmpty)
  }

  @Test func theSameNoticeChangesNothing() {
    let match = RevisionMatch(first, after: first)
    #expect(match.findings == first)
    #expect(match.changes.isEmpty)
  }

  /// One row put in before all others, one left out: every other keeps its identity.
  @Test func insertedAndDeleted() {
    let corrected = [
      row(1, "新网", "5301000009", "空白栏目"), row(2, "甲网", "5301000001", "首页不更新"),
      row(3, "丙网", nil, "错字漏字"), row(4, "丁网", nil, "错字漏字"),
    ]
    let match = RevisionMatch(corrected, after: first)
    #expect(match.findings.map(\.id) == [id(5), id(1), id(3), id(4), id(2)])
    #expect(match.findings.map(\.row) == [1, 2, 3, 4, 2])
    #expect(match.findings.map(\.isGone) == [false, false, false, false, true])
    #expect(
      match.changes == [
        .new(id(5), row: 1), .moved(id(1), from: 1, to: 2), .gone(id(2), row: 2),
      ])
    // The number of what is gone is not given again, and what comes back is what it was.
    let again = RevisionMatch(first, after: match.findings)
    #expect(again.findings.map(\.id) == [id(1), id(2), id(3), id(4), id(5)])
    #expect(again.changes.contains(.back(id(2), row: 2)))
    #expect(again.changes.contains(.gone(id(5), row: 1)))
    let later = RevisionMatch(first + [row(5, "戊网", nil, "空白栏目")], after: first, highest: 9)
    #expect(later.findings.last?.id == id(10))
  }

  @Test func renumberedFromTheEnd() {
    let turned = first.reversed().enumerated().map { place, finding in
      row(place + 1, finding.siteName, finding.code.printed, finding.text, finding.issues)
    }
    let match = RevisionMatch(turned, after: first)
    #expect(match.findings.map(\.id) == [id(4), id(3), id(2), id(1)])
    #expect(match.findings.map(\.row) == [1, 2, 3, 4])
  }

  /// A code that is corrected, or printed at last, leaves the site what it was.
  @Test func recoded() {
    var corrected = first
    corrected[0] = row(1, "甲网", "5301000011", "首页不更新", ["home_not_updated"])
    corrected[2] = row(3, "丙网", "5301000003", "错字漏字")
    let match = RevisionMatch(corrected, after: first)
    #expect(match.findings.map(\.id) == first.map(\.id))
    #expect(match.findings[0].formerCodes == ["5301000001"])
    #expect(match.findings[2].formerCodes == ["昆明#丙网"])
    #expect(match.changes.count == 2)
    // And back: no code is former and present at once.
    let back = RevisionMatch(first, after: match.findings)
    #expect(back.findings[0].formerCodes == ["5301000011"])
  }

  /// One row becomes two: what was recorded stays with the one that says most of the same.
  @Test func split() {
    let before = [row(1, "甲网", "5301000001", "首页不更新、空白栏目", ["home_not_updated", "blank_columns"])]
    let corrected = [
      row(1, "甲网", "5301000001", "栏目不更新", ["columns_not_updated"]),
      row(2, "甲网", "5301000001", "空白栏目", ["blank_columns"]),
    ]
    let match = RevisionMatch(corrected, after: before)
    #expect(match.findings.map(\.code) == ["5301000001", "5301000001"])
    #expect(Set(match.findings.map(\.id)) == [id(1), id(2)])
    #expect(match.doubts.isEmpty)
  }

  /// Two rows of one site, both worded anew: nobody but a person can tell.
  @Test func doubtful() {
    let before = [row(1, "甲网", "5301000001", "一"), row(2, "甲网", "5301000001", "二")]
    let corrected = [row(1, "甲网", "5301000001", "三"), row(2, "甲网", "5301000001", "四")]
    let match = RevisionMatch(corrected, after: before)
    #expect(match.doubts.map(\.row) == [1])
    #expect(match.doubts.map(\.candidates) == [[id(1), id(2)]])
    let told = RevisionMatch(corrected, after: before, answers: [1: id(2), 2: id(1)])
    #expect(told.findings.map(\.id) == [id(2), id(1)])
    #expect(told.doubts.isEmpty)
  }

  /// Whatever is inserted, left out, turned round or recoded: no finding changes its site, none is
  /// lost, none has two rows, and no number is given twice.
  @Test(arguments: 0..<400)
  func noMarkLeavesItsSite(seed: Int) {
    var chance = SplitMix64(seed: UInt64(seed))
    var before = first
    var site: [FindingID: String] = [:]
    for finding in before { site[finding.id] = finding.siteName }
    for step in 0..<6 {
      var names = before.filter { !$0.isGone }.map { ($0.siteName, $0.code.printed, $0.text) }
      names.shuffle(using: &chance)
      if !names.isEmpty, Bool.random(using: &chance) { names.removeLast() }
      if Bool.random(using: &chance) { names.append(("新\(step)网", nil, "错字漏字")) }
      if !names.isEmpty, Bool.random(using: &chance) { names[0].1 = "53019000\(step)0" }
      if names.count > 1, Bool.random(using: &chance) { names[1].2 = "改\(step)" }
      let rows = names.enumerated().map { row($0 + 1, $1.0, $1.1, $1.2) }
      let match = RevisionMatch(rows, after: before)
      #expect(match.findings.filter { !$0.isGone }.map(\.siteName) == rows.map(\.siteName))
      #expect(Set(match.findings.map(\.id)).count == match.findings.count)
      #expect(Set(before.map(\.id)).isSubset(of: match.findings.map(\.id)))
      for finding in match.findings {
        if let known = site[finding.id] { #expect(finding.siteName == known) }
        site[finding.id] = finding.siteName
      }
      before = match.findings
    }
  }

  /// What a withdrawn correction had brought has its numbers again when it comes again, by site and
  /// wording, then by site; what is new beside it has a number of its own.
  @Test func whatWasWithdrawnComesBackUnderItsNumbers() {
    let corrected =
      [row(1, "新网", "5301000009", "空白栏目"), row(2, "另网", "5301000008", "错字漏字")]
      + first.enumerated().map { place, old in
        row(place + 3, old.siteName, old.code.printed, old.text, old.issues)
      }
    let taken = RevisionMatch(corrected, after: first)
    #expect(taken.findings.map(\.id.number) == [5, 6, 1, 2, 3, 4])
    let again = RevisionMatch(corrected, after: first, withdrawn: taken.findings, highest: 6)
    #expect(again.findings.map(\.id.number) == [5, 6, 1, 2, 3, 4])
    #expect(again.changes.contains(.back(id(5), row: 1)))
    // Worded anew it is the same site still; another one is new.
    let worded = [row(1, "新网", "5301000009", "首页不更新"), row(2, "丑网", "5301000007", "空白栏目")]
    let third = RevisionMatch(worded + first, after: first, withdrawn: taken.findings, highest: 6)
    #expect(third.findings.prefix(2).map(\.id.number) == [5, 7])
    // After all was taken back the numbers are those that were given.
    let all = RevisionMatch(corrected, after: [], withdrawn: taken.findings, highest: 6)
    #expect(all.findings.map(\.id.number) == [5, 6, 1, 2, 3, 4])
    #expect(all.findings.allSatisfy { !$0.isGone })
  }

  /// Names without codes are compared without what notices put around them.
  @Test(arguments: [
    ("“甲县政府”网", "甲县政府网站"), ("“甲县”网", "甲县网站"), ("甲县人民政府网站", "甲县人民政府门户网站"),
    ("甲县人民政府网站", "甲县政府网站"), ("甲县人民政府门户网站", "甲县人民政府"), ("中国·甲县", "甲县"),
    ("甲 县政府网", "甲县政府网"), ("甲县教育局", "甲县教育局网站"), ("甲县教育局网", "甲县教育局网站"),
    ("ＡＢＣ网站", "abc网站"), ("甲县政府（网站）", "甲县政府(网站)"),
  ])
  func namesAreFolded(one: String, other: String) {
    let before = [row(1, one, nil, "首页不更新"), row(2, "丙局", nil, "错字漏字")]
    let match = RevisionMatch(
      [row(1, "丁局", nil, "错字漏字"), row(2, other, nil, "首页不更新")], after: before)
    #expect(match.findings.prefix(2).map(\.id.number) == [3, 1])
    #expect(SiteCode(without: "昆明", one) == SiteCode(without: "昆明", other))
    #expect(SiteCode(without: "昆明", one) != SiteCode(without: "曲靖", other))
    #expect(SiteCode(without: "昆明", one) != SiteCode(without: "昆明", "乙县政府网站"))
  }

  /// Digits of full width are digits of the same code; what is printed stays, and `check` names its form.
  @Test func digitsOfFullWidthAreDigits() {
    let wide: SiteCode = "５３０１０００００１"
    #expect(wide == "5301000001" && Set([wide, "5301000001"]).count == 1)
    #expect(wide.printed == "５３０１０００００１" && !wide.isWellFormed && wide.division == "530100")
    let match = RevisionMatch(
      [row(1, "甲局网", wide.text, "错字漏字"), row(2, "乙网", "5301000002", "空白栏目")], after: first)
    #expect(match.findings.prefix(2).map(\.id.number) == [1, 2])
    #expect(match.findings.first?.formerCodes == [])
  }
}
