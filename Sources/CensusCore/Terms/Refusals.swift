extension Terms {
  /// Why something is refused: what happened, where, and what to do.
  public static func refusal(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .unknownID(let text, let nearest): unknown(text, nearest)
    case .ambiguousID(let prefix, let matches):
      Phrase(
        "以“\(prefix)”开头的记录有\(matches)条；请多输入几位。",
        "“\(prefix)” begins \(matches) records; give more digits.")
    case .owesNothing(let id, let quarter):
      Phrase(
        "“\(id)”在\(quarter.name.chinese)没有不合格网站，不需要报送。",
        "“\(id)” has no failing site in \(quarter.name.english) and owes no report.")
    case .noFindings(let quarter):
      Phrase(
        "\(quarter.name.chinese)仅有总数，没有可登记的单位；请换一个季度。",
        "only the totals of \(quarter.name.english) are known, so nothing can be recorded; "
          + "choose another quarter.")
    case .futureDay(let day, let today):
      Phrase(
        "日期\(day)尚未到来（今天是\(today)）；请填写实际日期。",
        "\(day) is in the future (today is \(today)); give the actual day.")
    case .noSuchDay(let text):
      Phrase(
        "没有“\(text)”这一天；日期写作 2018-10-20。", "there is no day “\(text)”; write it as 2018-10-20.")
    case .ambiguousDay(let text, let days):
      Phrase(
        "“\(text)”可以指\(days.map(\.description).joined(separator: "，也可以指"))；请写全年月日。",
        "“\(text)” can mean \(days.map(\.description).joined(separator: " or ")); write the whole day."
      )
    case .beforeNotice(let day, let issued):
      Phrase(
        "日期\(day)早于通报印发日\(issued)；如情况属实，请在备注中说明原因。",
        "\(day) is before the notice was issued on \(issued); if it is true, say why in a note.")
    case .alreadyReceived(let unit, let part, let day):
      Phrase(
        "\(unit)的\(Terms.part(part).chinese)已于\(day)收到；"
          + "日期有误的，请先撤销；再次来件的，请用 --again 登记。",
        "the \(Terms.part(part).english) part of \(unit) was received on \(day); undo that first "
          + "if the day is wrong, or record a further report with --again.")
    case .notAmong(let finding):
      Phrase(
        "\(finding)不在所选单位的问题之内，无需除外。",
        "\(finding) is not among the findings of these units, so it cannot be left out.")
    case .nothingLeft:
      Phrase("所有问题均已除外，没有可登记的内容。", "every finding is left out; nothing remains to record.")
    case .fileWithoutElectronicPart:
      Phrase(
        "文件只属于电子版；请选电子版或两份。",
        "a file belongs to the electronic part; record that part or both.")
    case .emptyNote: Phrase("备注为空；请填写内容。", "the note is empty; write a sentence.")
    case .notASubject(let id):
      Phrase(
        "“\(id)”是办理记录，不是单位、网站或问题。",
        "“\(id)” is a record, not a unit, site or finding.")
    case .nothingToUndo: Phrase("没有可撤销的记录。", "there is nothing to undo.")
    case .lastWasNotice(let quarter, isWithdrawal: false):
      Phrase(
        "最近一次办理是载入\(quarter.name.chinese)的通报，不是登记，不能这样撤销：census withdraw \(quarter) --reason 原因 "
          + "撤回通报；更早的登记用 census undo 批次号 撤销。",
        "the last thing that you did was to take the notice of \(quarter.name.english) in, which is no "
          + "record: census withdraw \(quarter) --reason TEXT takes it back, census undo BATCH takes "
          + "back what was recorded before.")
    case .lastWasNotice(let quarter, isWithdrawal: true):
      Phrase(
        "最近一次办理是撤回\(quarter.name.chinese)的通报，不是登记，不能这样撤销：要恢复，请重新载入；更早的登记用 census undo 批次号 "
          + "撤销。",
        "the last thing that you did was to withdraw the notice of \(quarter.name.english), which is no "
          + "record: take it in again to have it back; census undo BATCH takes back what was recorded "
          + "before.")
    case .alreadyUndone(let batch):
      Phrase(
        "批次\(batch.text.prefix(8))此前已撤销。", "batch \(batch.text.prefix(8)) was undone before.")
    case .unknownBatch(let text):
      Phrase(
        "没有以“\(text)”开头的批次（至少输入6位）；census history 列出全部批次。",
        "no batch begins with “\(text)” (give at least 6 digits); census history lists them.")
    case .reasonNeeded, .authorityNeeded, .isVoid, .nothingOwed, .nothingToReturn,
      .alreadyReturned, .notLater, .untilBefore, .nothingFailed, .alreadyOrdered, .emptyContact,
      .severalLines, .emptyDetail, .tooManyCells, .noSuchRound, .alreadyRechecked, .alreadyClosed,
      .alreadyOpened, .alreadyConcluded, .notOpened, .nothingCallsForAccountability,
      .approvalNeeded, .measureNeeded,
      .notAFinding, .notASite, .filingNeeded, .successorNeeded, .valueNeeded, .malformedCode,
      .detailApart, .isOfRecords,
      .notCorrectable, .noReportRound, .closedForAccountability,
      .alreadyRetracted, .notAnEvent, .nothingToRedo, .noConflict, .settledBefore,
      .isACheck, .isANotice, .beforeRecheck, .completeBefore, .alreadySo, .signatureWithoutPaper,
      .notACheck, .unknownCheck, .findingsOnly, .retiredSite, .codeOfAnother,
      .nameOfAnother, .notAUnit,
      .circle,
      .beforeReceipt, .beforeFailure, .beforeOpening, .beforeVoid, .notVoid, .laterKnown,
      .overtaken,
      .datedAfterArrival, .otherDetail, .standsSo, .unknownEvent:
      reportRefusal(refusal) ?? followUpRefusal(refusal) ?? eventRefusal(refusal)
        ?? effectRefusal(refusal) ?? siteRefusal(refusal)
        ?? Phrase("", "")
    }
  }

  private static func unknown(_ text: String, _ nearest: [String]) -> Phrase {
    guard !nearest.isEmpty else {
      return Phrase(
        "没有“\(text)”；可用单位、州市、网站标识码或问题编号（如 2018Q3-7），"
          + "census units 与 census findings 列出全部。",
        "nothing is called “\(text)”; give a unit, a prefecture, a site code or a finding such as "
          + "2018Q3-7 (census units and census findings list them).")
    }
    return Phrase(
      "没有“\(text)”；您是不是指\(nearest.joined(separator: "、"))？",
      "nothing is called “\(text)”; did you mean \(nearest.joined(separator: ", "))?")
  }
}
