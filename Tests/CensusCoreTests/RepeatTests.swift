import CensusCore
import Testing

/// What two people recorded alike, neither knowing of the other, was done once.
@Suite("One act that two people recorded")
struct RepeatTests {
  private func account(_ story: inout Story) throws {
    for (stage, date) in [
      (Accountability.Stage.opened, "2018-11-01"), (.measure, "2018-11-03"),
      (.concluded, "2018-11-05"),
    ] {
      try story.act(date) { projection, today in
        var request = AccountRequest(stage, on: today)
        if stage == .opened { request.approvedBy = "甲" }
        if stage == .measure {
          request.measure = .interview
          request.person = "主任"
        }
        return try projection.plan(request, for: [.unit("昆明")], today: today)
      }
    }
  }

  private func call(_ answer: String, on date: String, _ story: inout Story) throws {
    try story.act(date) { projection, today in
      var request = ChaseRequest(on: today)
      request.answer = answer
      request.promised = day("2018-11-20")
      return try projection.plan(request, for: [.unit("昆明")], today: today)
    }
  }

  private func merged(
    _ left: (inout Story) throws -> Void, _ right: (inout Story) throws -> Void
  ) throws -> Story {
    var base = Story()
    try base.recheck(.failed, rows: 3, on: "2018-10-31")
    let first = try base.apart(seed: 5, left)
    let second = try base.apart(seed: 6, right)
    var story = Story(seed: 9)
    story.adopt(first.merged(with: second))
    #expect(story.at("2018-11-30") == yunnan(second.merged(with: first), asOf: "2018-11-30"))
    return story
  }

  @Test("Steps of accountability")
  func steps() throws {
    var story = try merged({ try account(&$0) }, { try account(&$0) })
    let tally = { (story: Story) in
      Terms.tally(of: story.at("2018-11-30").accountability)[.chinese]
    }
    #expect(story.events.count == 7)
    #expect(story.at("2018-11-30").accountability.rows.first?.steps.count == 3)
    #expect(tally(story) == "共问责1人：约谈1人。")
    // Each of the two records says it: taken back, the other is still there.
    let measures = story.events.filter {
      if case .accountability(let step) = $0.payload { step.stage == .measure } else { false }
    }
    #expect(measures.count == 2)
    for measure in measures {
      var undone = story
      try undone.act("2018-11-28") { projection, today in
        try projection.plan(
          RetractRequest(on: today, reason: "误"), for: [.event(measure.id)], today: today)
      }
      #expect(tally(undone) == "共问责1人：约谈1人。")
    }
    // Another person is another measure, and so is one that was recorded by somebody who knew the first.
    story = try merged({ try account(&$0) }, { _ in })
    story.record(
      [
        EventDraft(
          on: day("2018-11-03"), quarter: Yunnan.quarter, subject: .unit("昆明"),
          payload: measures[0].payload)
      ], at: "2018-11-28T01:00:00Z")
    #expect(tally(story) == "共问责2人次：约谈2人次。")
  }

  @Test("Telephone calls")
  func calls() throws {
    let same = try merged(
      { try call("在办", on: "2018-11-05", &$0) }, { try call("在办", on: "2018-11-05", &$0) })
    #expect(same.at("2018-11-30").obligation(of: "昆明")?.chases.count == 1)
    #expect(same.at("2018-11-30").finding(finding(3))?.chases.count == 1)
    let other = try merged(
      { try call("在办", on: "2018-11-05", &$0) }, { try call("已寄", on: "2018-11-05", &$0) })
    #expect(other.at("2018-11-30").obligation(of: "昆明")?.chases.count == 2)
    let later = try merged(
      { try call("在办", on: "2018-11-05", &$0) }, { try call("在办", on: "2018-11-06", &$0) })
    #expect(later.at("2018-11-30").obligation(of: "昆明")?.chases.count == 2)
  }
}
