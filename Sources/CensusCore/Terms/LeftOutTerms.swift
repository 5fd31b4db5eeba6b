extension Terms {
  /// Why something was passed over while the rest of an act was recorded, in a few words.
  public static func leftOut(_ why: LeftOut.Why) -> Phrase {
    switch why {
    case .nothingToDo(let refusal): nothingToDo(refusal)
    case .notHere(let part):
      Phrase(
        "只退回\(Terms.part(part.other).chinese)，\(Terms.part(part).chinese)没有收到",
        "only the \(Terms.part(part.other).english) part goes back, the "
          + "\(Terms.part(part).english) part has not arrived")
    case .inOrder(let part):
      Phrase(
        "只退回\(Terms.part(part.other).chinese)，\(Terms.part(part).chinese)合格，没有退回",
        "only the \(Terms.part(part.other).english) part goes back, the "
          + "\(Terms.part(part).english) part is in order")
    }
  }

  /// What is to be known of plans beside what they record, a sentence for each matter.
  public static func remarks(_ remarks: [PlanRemark]) -> [Phrase] {
    var rows: [Int] = []
    var (open, all) = (0, 0)
    var back: [SiteCode] = []
    for remark in remarks {
      switch remark {
      case .openLines(let row, let count, let total):
        rows.append(row)
        open += count
        all += total
      case .backInOperation(let site): back.append(site)
      case .receiptsOfRound, .receiptsAnswering, .roundOwed, .codeElsewhere, .successorUnlisted,
        .standsWithoutFailure, .losesGround:
        continue
      }
    }
    var sentences = remarks.compactMap(moved)
    if !rows.isEmpty {
      let numbers = rows.map { String($0) }
      sentences.append(
        Phrase(
          "第\(numbers.joined(separator: "、"))行的问题明细共\(all)处，有\(open)处没有标为“已改”；"
            + "整改到位指全部已改",
          "\(rows.count == 1 ? "row" : "rows") \(numbers.joined(separator: ", ")): \(open) of "
            + "\(counted(all, "line")) not marked as mended; a pass means that all are"))
    }
    if !back.isEmpty {
      let codes = distinct(back).compactMap(\.printed)
      let named = codes.joined(separator: ", ")
      sentences.append(
        Phrase(
          "网站\(codes.joined(separator: "、"))此前擅自下线，同时登记为恢复正常运行",
          "site\(back.count == 1 ? "" : "s")\(named.isEmpty ? "" : " \(named)") went dark before, and "
            + "\(back.count == 1 ? "is" : "are") recorded as in operation again"))
    }
    return sentences
  }

  private static func moved(_ remark: PlanRemark) -> Phrase? {
    switch remark {
    case .receiptsOfRound(let round, let count):
      Phrase(
        "第\(round)轮的责令撤回后，该轮已登记的\(count)条收件改计入前一轮",
        "with the order of round \(round) gone, \(counted(count, "receipt")) of that round "
          + "\(count == 1 ? "counts" : "count") for the one before")
    case .receiptsAnswering(let round, let count):
      Phrase(
        "此前登记的\(count)条收件系责令之后到达，改计入第\(round)轮",
        "\(counted(count, "receipt")) recorded before arrived after the order and "
          + "\(count == 1 ? "counts" : "count") for round \(round) now")
    case .codeElsewhere(let code, let name):
      Phrase(
        "标识码\(code)在其他期的通报中是“\(name)”；如不是同一个网站，请撤销后核对",
        "other periods list “\(name)” with the code \(code); if that is another site, undo this and "
          + "check the code")
    case .successorUnlisted(let name):
      Phrase(
        "单位名录中没有“\(name)”；不是新设单位的，请撤销后核对名称",
        "no list has a unit “\(name)”; unless it is a new one, undo this and check the name")
    case .roundOwed(let round):
      Phrase(
        "第\(round)轮尚未报齐，仍按该轮期限计算；这次责令另起第\(round + 1)轮",
        "round \(round) is not complete and stays due; this order opens round \(round + 1)")
    case .standsWithoutFailure(let count):
      Phrase(
        "以此次整改不到位为据的责令、问责仍在（问题\(count)条）；也有误的，请一并撤回",
        "what was ordered or opened on that failure stands still (\(counted(count, "finding"))); "
          + "retract it, too, if it is wrong")
    case .losesGround(let count):
      Phrase(
        "此后有\(count)条记录以此为据，随之失去依据；不再成立的，请一并撤回",
        "\(counted(count, "later record")) "
          + "\(count == 1 ? "rests on it and loses its" : "rest on it and lose their") ground; retract "
          + "\(count == 1 ? "it" : "them"), too, if no longer right")
    case .openLines, .backInOperation: nil
    }
  }

  private static func nothingToDo(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .alreadyReceived(_, let part, let day):
      Phrase(
        "\(Terms.part(part).chinese)已于\(day)收到",
        "\(Terms.part(part).english) part received on \(day)")
    case .alreadyReturned(_, let part, let day):
      Phrase(
        "\(Terms.part(part).chinese)已于\(day)退回",
        "\(Terms.part(part).english) part returned on \(day)")
    case .nothingOwed: Phrase("没有需要报送或办理的事项", "nothing owed")
    case .isVoid: Phrase("已剔除", "struck off")
    case .nothingToReturn: Phrase("没有可退回的材料", "nothing to return")
    case .alreadyClosed, .closedForAccountability: Phrase("已办结", "closed")
    case .nothingFailed, .nothingCallsForAccountability:
      Phrase("没有整改不到位的问题", "no failed re-check")
    case .alreadyOrdered(_, _, let until):
      Phrase("已责令再整改（期限\(until)）", "ordered anew already, due \(until)")
    case .completeBefore(_, let day): Phrase("已于\(day)报齐", "complete on \(day)")
    case .notLater(_, let due): Phrase("期限已是\(due)", "due \(due) already")
    case .alreadyOpened: Phrase("已启动问责", "accountability opened before")
    case .notOpened: Phrase("尚未启动问责", "accountability not opened")
    case .alreadyConcluded(_, let day):
      Phrase("问责已于\(day)办结", "accountability concluded on \(day)")
    default: Phrase("没有待办事项", "nothing open")
    }
  }
}

extension Part {
  /// The other part of a report.
  fileprivate var other: Part { self == .paper ? .electronic : .paper }
}
