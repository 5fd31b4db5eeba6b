internal import CensusCore
internal import CensusStore

extension Messages {
  /// What is odd about an event, and what to do about it.
  static func sentence(_ oddity: Problem.Oddity, _ id: EventID) -> Phrase {
    let id = id.text.prefix(12)
    let what = what(oddity)
    let cure = cure(of: oddity, id)
    guard oddity.isWithoutEffect else {
      return Phrase(
        "记录\(id)\(what.chinese)；\(cure.chinese)", "record \(id) \(what.english); \(cure.english)")
    }
    return Phrase(
      "记录\(id)\(what.chinese)，不起作用；\(cure.chinese)，再重新登记",
      "record \(id) \(what.english), so that it has no effect; \(cure.english), then record it anew"
    )
  }

  /// What a person does about it.
  private static func cure(of oddity: Problem.Oddity, _ id: Substring) -> Phrase {
    let again = Phrase(
      "；仍然成立的，用 census retract \(id) 撤回后重新登记",
      "; if it stands, take it back with census retract \(id) and record it anew")
    return switch oddity {
    case .relisted(let finding):
      Phrase(
        "不再剔除的，用 census reinstate \(finding) 恢复",
        "if it is asked for again, census reinstate \(finding)") + again
    case .reworded(let finding), .baseless(let finding, _):
      Phrase(
        "仍有问题的，用 census recheck \(finding) --failed 重新登记",
        "if it is not mended, census recheck \(finding) --failed") + again
    default:
      Phrase("核对后用 census retract \(id) 撤回", "check it and take it back with census retract \(id)")
    }
  }

  private static func what(_ oddity: Problem.Oddity) -> Phrase {
    switch oddity {
    case .futureDay(let day):
      Phrase("的日期\(day)尚未到来", "is about \(day), which has not come")
    case .futureMoment(let moment):
      Phrase("的登记时间\(moment)尚未到来", "says that it was recorded at \(moment), which has not come")
    case .unknownUnit(let id):
      Phrase(
        "所说的单位“\(id)”在本季度没有问题", "is about the unit “\(id)”, which has no finding there")
    case .unknownFinding(let id):
      Phrase("所说的问题\(id)不在附件2内", "is about the finding \(id), which annex 2 does not list")
    case .otherReading(let id):
      Phrase(
        "依据另一份通报（他人载入的，或已撤回的一版）登记，其中的\(id)不在目前有效的一份中",
        "was recorded upon another reading of the notice, another person's or one taken back since, whose "
          + "\(id) the one that counts does not have")
    case .relisted(let id):
      Phrase(
        "剔除了\(id)，而此后更正的通报仍列有该行",
        "struck off \(id), which the notice lists all the same since it was corrected")
    case .reworded(let id):
      Phrase(
        "对\(id)作出的合格结论，依据的是更正前的表述，此后的通报改了表述",
        "passed \(id) as it was worded before the notice was corrected, which words it otherwise")
    case .baseless(let id, let census):
      Phrase(
        "以\(Terms.absence(from: census).chinese)为佐证判定\(id)整改到位，而按现在的通报不能这样认定",
        "passed \(id) because it is \(Terms.absence(from: census).english), which the notices as they are now do "
          + "not bear")
    case .unknownSite(let code):
      Phrase("所说的网站“\(code)”没有列入通报", "is about the site “\(code)”, which no notice lists")
    case .roundNotOrdered(let round):
      Phrase(
        "登记在第\(round)轮，而该轮没有责令或责令已撤销，改按前一轮计",
        "is of round \(round), which was not ordered or whose order was taken back, so that it counts "
          + "for the one before")
    case .notOpened:
      Phrase(
        "是问责的后续环节，而启动问责没有登记或已撤销",
        "goes on with accountability, whose opening was not recorded or was taken back")
    case .clock(let clock):
      Phrase(
        "的逻辑时钟\(clock)大得不合理，先后次序不可信",
        "has the logical clock \(clock), which is impossible, so that its place in the order is not "
          + "known")
    }
  }
}
