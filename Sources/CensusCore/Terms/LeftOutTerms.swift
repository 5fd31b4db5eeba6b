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

  private static func nothingToDo(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .alreadyReceived(_, let part, let day):
      Phrase(
        "\(Terms.part(part).chinese)已于\(day)收到", "\(Terms.part(part).english) received on \(day)")
    case .alreadyReturned(_, let part, let day):
      Phrase(
        "\(Terms.part(part).chinese)已于\(day)退回", "\(Terms.part(part).english) returned on \(day)")
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
