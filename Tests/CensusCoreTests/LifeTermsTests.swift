import CensusCore
import Testing

/// Whether a wording has both languages, and full-width punctuation in the Chinese one.
private func isWellPut(_ phrase: Phrase) -> Bool {
  !phrase.chinese.isEmpty && !phrase.english.isEmpty
    && !phrase.chinese.contains { ",;:!?()".contains($0) }
    && !phrase.english.contains { "，；：！？（）。、".contains($0) }
}

@Suite("Words of the life of a rectification")
struct LifeTermsTests {
  private static let event = known(EventID(String(repeating: "a", count: 32)))

  @Test("Every kind and state has a word of its own")
  func words() {
    let lists: [[Phrase]] = [
      Recheck.Verdict.allCases.map { Terms.verdict($0) },
      Recheck.State.allCases.map { Terms.recheck($0) },
      Recheck.Reason.allCases.map { Terms.reason($0) },
      Accountability.State.allCases.map { Terms.accountability($0) },
      Accountability.Stage.allCases.map { Terms.stage($0) },
      Accountability.Measure.allCases.map { Terms.measure($0) },
      Availability.Status.allCases.map { Terms.availability($0) },
      Chase.Channel.allCases.map { Terms.channel($0) },
      Correct.Field.allCases.map { Terms.field($0) },
      Headline.allCases.map { Terms.headline($0) },
      Submission.allCases.map { Terms.submission($0) },
      NextAction.What.allCases.map { Terms.action($0) },
    ]
    for list in lists {
      #expect(list.allSatisfy(isWellPut))
      #expect(Set(list.map(\.chinese)).count == list.count)
      #expect(Set(list.map(\.english)).count == list.count)
    }
  }

  @Test(
    "Every field of a record has a word of its own", arguments: Event.Payload.kinds.map { $0.name })
  func fields(of kind: String) throws {
    let fields = try #require(Event.Payload.kind(named: kind)).fields + Detail.Line.table.fields
    let words = fields.compactMap(\.word)
    #expect(words.allSatisfy(isWellPut))
    #expect(Set(words.map(\.chinese)).count == words.count)
    #expect(Set(words.map(\.english)).count == words.count)
  }

  @Test(
    "Every refusal of an act",
    arguments: [
      .alreadyRetracted(event), .notAnEvent(.unit("昆明")), .nothingToRedo, .reasonNeeded,
      .authorityNeeded,
      .valueNeeded, .isVoid(.finding(finding(7))), .nothingOwed(.unit("昆明")),
      .nothingToReturn(unit: "昆明"),
      .alreadyReturned(unit: "昆明", part: .paper, on: day("2018-10-19")),
      .notLater(day("2018-10-19"), due: day("2018-10-20")),
      .untilBefore(day("2018-10-19"), on: day("2018-10-20")), .nothingFailed("昆明"),
      .alreadyOrdered(unit: "昆明", round: 2, until: day("2018-11-20")), .emptyContact,
      .emptyDetail, .tooManyCells(line: 2, expected: 4), .noSuchRound(finding(7), next: 1),
      .alreadyRechecked(finding(7), round: 1, .failed), .alreadyClosed(finding(7)),
      .alreadyOpened("昆明"), .notOpened("昆明"), .nothingCallsForAccountability("昆明"),
      .approvalNeeded, .measureNeeded, .notASite(.unit("昆明")), .filingNeeded, .successorNeeded,
      .malformedCode("1"), .notCorrectable(.unit("昆明"), .code), .noConflict(event),
    ] as [Refusal])
  func refusals(refusal: Refusal) {
    let sentence = Terms.refusal(refusal)
    #expect(isWellPut(sentence))
    #expect(sentence.chinese.hasSuffix("。") && sentence.english.hasSuffix("."))
  }

  @Test(
    "What an event says",
    arguments: [
      (.return(Return(part: .paper, reason: "未签字")), "退回纸质版（未签字）", "paper part returned (未签字)"),
      (
        .waive(Waive(authority: "省政府办公厅", reason: "机构改革")), "免报（省政府办公厅批准，机构改革）",
        "waived (approved by 省政府办公厅, 机构改革)"
      ),
      (
        .extend(Extend(until: day("2018-11-05"), authority: "分管领导", reason: "迁移")),
        "延期至2018-11-05（分管领导批准，迁移）", "extended to 2018-11-05 (approved by 分管领导, 迁移)"
      ),
      (
        .order(Order(until: day("2018-11-20"), reference: "督办函3号", covers: [finding(17)])),
        "第17行 耿马政府公众信息网：限期2018-11-20前再整改（督办函3号）",
        "row 17 耿马政府公众信息网: ordered anew, due 2018-11-20 (督办函3号)"
      ),
      (
        .chase(Chase(channel: .phone, to: "甲", answer: "24日报", promised: day("2018-10-24"))),
        "电话催办（接话人甲，答复：24日报，承诺2018-10-24报送）",
        "chased by telephone (answered by 甲, answer: 24日报, promised for 2018-10-24)"
      ),
      (.chase(Chase()), "催办", "chased"),
      (
        .contact(Contact(name: "甲", post: "科长", phone: "0000")), "登记联络员（甲，科长，0000）",
        "contact (甲, 科长, 0000)"
      ),
      (
        .detail(Detail(lines: [Detail.Line(found: "a", isDone: true), Detail.Line(found: "b")])),
        "登记问题明细2处（已改1处）", "2 detail lines (1 mended)"
      ),
      (
        .recheck(Recheck(verdict: .untestable, reason: .migrated, recheckRound: 2)),
        "第2轮复查，无法复查（系统迁移）", "re-check 2 untestable (being migrated)"
      ),
      (
        .accountability(Accountability(stage: .measure, measure: .warning, person: "主任")),
        "已问责处理（警告处分，主任）", "measures taken (warning, 主任)"
      ),
      (
        .availability(
          Availability(
            status: .offline, until: day("2018-11-30"), isFiled: true, reference: "备1号")),
        "网站状态：临时下线（至2018-11-30，已备案，文号备1号）",
        "site offline (until 2018-11-30, filed, no. 备1号)"
      ),
      (
        .correct(Correct(field: .code, old: "1", new: "2", reason: "多印一位")),
        "更正网站标识码：由1改为2（多印一位）", "identification code corrected from 1 to 2 (多印一位)"
      ),
      (.void(Exclude(reason: "申诉成立")), "剔除（申诉成立）", "void (申诉成立)"),
      (.reinstate(Reinstate()), "恢复", "reinstatement"),
      (
        .resolve(Resolve(targets: [event], keep: event)), "裁定1条相互矛盾的记录，以aaaaaaaa为准",
        "1 conflicting record settled; aaaaaaaa counts"
      ),
    ] as [(Event.Payload, String, String)])
  func summaries(payload: Event.Payload, chinese: String, english: String) {
    var story = Story()
    let event = story.record(
      [
        EventDraft(
          on: day("2018-10-19"), quarter: Yunnan.quarter, subject: .unit("昆明"), payload: payload)
      ], at: "2018-10-19T01:00:00Z")[0]
    #expect(Terms.summary(of: event, in: story.at("2018-10-20")) == Phrase(chinese, english))
  }
}
