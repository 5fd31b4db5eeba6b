extension Terms {
  /// Why a report, a reminder or what has to be mended is refused.
  static func reportRefusal(_ refusal: Refusal) -> Phrase? {
    switch refusal {
    case .noReportRound(let unit, let round, let known):
      Phrase(
        "\(unit)的第\(round)轮在该日不包括这些问题；该日已有轮次："
          + "\(known.map(String.init).joined(separator: "、"))。",
        "round \(round) of \(unit) covers none of these findings on that day; by then there are the "
          + "rounds \(known.map(String.init).joined(separator: ", ")).")
    case .reasonNeeded:
      Phrase("缺少原因；请用 --reason 说明。", "a reason is needed; give one with --reason.")
    case .authorityNeeded:
      Phrase(
        "缺少批准单位或负责人；请用 --authority 注明。",
        "it is not said who decided; name them with --authority.")
    case .isVoid(let id):
      Phrase(
        "“\(id)”已剔除，不再跟踪；确需办理的，请先恢复（census reinstate）。",
        "“\(id)” was struck off the follow-up; take it back first (census reinstate).")
    case .nothingOwed(let id):
      Phrase(
        "“\(id)”没有需要报送或办理的事项，无需登记。",
        "nothing is owed by “\(id)”, so nothing needs recording.")
    case .nothingToReturn(let unit):
      Phrase(
        "\(unit)没有可退回的材料；请先登记收件。",
        "no part of the report of \(unit) is here to be returned; record its receipt first.")
    case .alreadyReturned(let unit, let part, let day):
      Phrase(
        "\(unit)的\(Terms.part(part).chinese)已于\(day)退回；当日另收到一份的，请加 --again；日期有误的，请先撤销。",
        "the \(Terms.part(part).english) part of \(unit) was returned on \(day); if another came that "
          + "day add --again, or undo first what has the wrong day.")
    case .notLater(let day, let due):
      Phrase(
        "新期限\(day)不晚于现期限\(due)；请填写更晚的日期，要提前的请先撤回原来的延期。",
        "the new due day \(day) is not later than the present one, \(due); give a later one, or "
          + "retract the extension that is to be shortened.")
    case .untilBefore(let day, let on):
      Phrase(
        "所填的截止日\(day)早于登记日\(on)；请填写不早于登记日的日期，补记以前的事请同时写明当时的日期。",
        "the day to come, \(day), is before \(on), the day of the record; give that day or a later "
          + "one, or for what is recorded late say on which day it was.")
    case .nothingFailed(let id):
      Phrase(
        "“\(id)”没有整改不到位的问题，不能责令再整改；请先登记复查结果。",
        "no re-check of “\(id)” failed, so nothing can be ordered anew; record the re-check first.")
    case .alreadyOrdered(let unit, let round, let until):
      Phrase(
        "\(unit)已责令再整改（第\(round)轮，期限\(until)），尚未报齐；需要改期的，请登记延期。",
        "\(unit) was ordered anew already (round \(round), due \(until)) and has not reported; "
          + "extend that to move the day.")
    case .emptyContact:
      Phrase(
        "没有联系信息；请至少填写姓名、职务、电话中的一项。",
        "nothing is said of whom to call; give a name, a post or a telephone number.")
    case .severalLines:
      Phrase("姓名不止一行；请写在一行内。", "the name is of several lines; write it on one.")
    case .emptyDetail:
      Phrase(
        "没有读到问题明细；每行一处，各列用制表符或 | 分隔。",
        "no line was read; give one line for each place, its cells parted by tabs or by |.")
    case .tooManyCells(let line, let expected):
      Phrase(
        "第\(line)行多于\(expected)列；各列依次为原文、应为、页面、网址。",
        "line \(line) has more than \(expected) cells; they are found, should be, page, address.")
    default: nil
    }
  }

  /// Why a re-check, a step of accountability, a site's state or a correction is refused.
  static func followUpRefusal(_ refusal: Refusal) -> Phrase? {
    switch refusal {
    case .noSuchRound(let id, let next):
      Phrase(
        "\(id)的下一轮复查是第\(next)轮；请改填1至\(next)。",
        "the next re-check of \(id) is round \(next); give a round from 1 to \(next).")
    case .alreadyRechecked(let id, let round, let verdict):
      Phrase(
        "\(id)第\(round)轮复查已登记为“\(Terms.verdict(verdict).chinese)”；登记有误的，请先撤销。",
        "round \(round) of the re-check of \(id) is recorded as "
          + "\(Terms.verdict(verdict).english); undo that first if it is wrong.")
    case .alreadyClosed(let id):
      Phrase(
        "\(id)已办结，不再重新办理；登记有误的，请先撤销使其办结的复查或永久下线。",
        "\(id) is closed and never reopens; undo the re-check or the retirement that closed it if that was wrong."
      )
    case .closedForAccountability(let id):
      Phrase(
        "\(id)已办结，不因问责重新办理；请改填其他问题，或填写单位。",
        "\(id) is closed, and accountability does not reopen it; name other findings, or the unit.")
    case .overtaken(let id, let what, let day):
      Phrase(
        "“\(id)”已于\(day)\(what.chinese)，补记此前的这一项与之矛盾；确有错误的，请先撤回那条登记。",
        "“\(id)” was \(what.english) on \(day), which this record of an earlier day contradicts; "
          + "retract that first if it was wrong.")
    case .alreadyOpened(let id):
      Phrase(
        "“\(id)”已启动问责；请登记问责处理或办结。",
        "accountability of “\(id)” was opened before; record a measure or the conclusion.")
    case .alreadyConcluded(let id, let day):
      Phrase(
        "“\(id)”的问责已于\(day)办结，此后没有新的整改不到位；办结有误的，请先撤回那条登记。",
        "accountability of “\(id)” was concluded on \(day), and no re-check has failed since; "
          + "retract that conclusion first if it was wrong.")
    case .notOpened(let id):
      Phrase(
        "“\(id)”尚未启动问责；请先登记启动（--stage opened）。",
        "accountability of “\(id)” was not opened; record that first (--stage opened).")
    case .nothingCallsForAccountability(let id):
      Phrase(
        "“\(id)”没有整改不到位的问题；确需启动问责的，请在备注中说明原因。",
        "no re-check of “\(id)” failed; to open accountability all the same, say why in a note.")
    case .approvalNeeded:
      Phrase(
        "启动问责须注明批示领导；请用 --approved-by 填写。",
        "an opening needs somebody's approval; name them with --approved-by.")
    case .measureNeeded:
      Phrase(
        "问责处理须注明方式；请用 --measure 填写。",
        "it is not said which measure was taken; name it with --measure.")
    case .notAFinding(let id):
      Phrase(
        "“\(id)”不是问题；请填写问题编号（如 2018Q3-7）。",
        "“\(id)” is no finding; give one such as 2018Q3-7.")
    case .notASite(let id):
      Phrase("“\(id)”不是网站；请填写网站标识码。", "“\(id)” is no site; give a site code.")
    case .filingNeeded:
      Phrase(
        "永久下线须已备案并有文号；请用 --filed --reference 注明，未备案的按正常网站复查。",
        "a retirement has to be filed under a number; give --filed --reference, or else re-check "
          + "the site as any other.")
    case .isOfRecords(let id):
      Phrase(
        "“\(id)”说的是记录而不是通报，不能核实；请裁定或撤回有关记录。",
        "“\(id)” is about records and not about the notice, so it cannot be verified; settle or "
          + "retract those records.")
    case .detailApart(let field, let choice):
      Phrase(
        "“\(field.chinese)”与“\(choice.chinese)”无关；请去掉这一项，或改选别的。",
        "“\(field.english)” says nothing beside “\(choice.english)”; leave it out, or choose "
          + "something else.")
    case .successorNeeded:
      Phrase(
        "整合须注明并入的另一个网站；请用 --successor 填写其标识码。",
        "it is not said which other site took it in; give its code with --successor.")
    case .valueNeeded:
      Phrase("更正后的内容为空；请用 --to 填写。", "the new value is empty; give it with --to.")
    case .malformedCode(let text):
      Phrase(
        "“\(text)”不是有效的网站标识码；应为10位数字。",
        "“\(text)” is no identification code; it has ten digits.")
    case .notCorrectable(let id, let field):
      Phrase(
        "“\(id)”没有可更正的\(Terms.field(field).chinese)。",
        "“\(id)” has no \(Terms.field(field).english) that could be corrected.")
    default: nil
    }
  }

  /// Why the handling of an event is refused.
  static func eventRefusal(_ refusal: Refusal) -> Phrase? {
    switch refusal {
    case .alreadyRetracted(let id):
      Phrase("记录\(id.text.prefix(8))此前已撤销。", "event \(id.text.prefix(8)) was undone before.")
    case .notAnEvent(let id):
      Phrase(
        "“\(id)”不是办理记录；census history 列出全部记录。",
        "“\(id)” is no event; census history lists them.")
    case .unknownEvent(let text):
      Phrase(
        "没有以“\(text)”开头的记录或批次（至少输入6位）；census history 列出全部记录。",
        "no record and no batch begins with “\(text)” (give at least 6 digits); census history lists "
          + "them.")
    case .nothingToRedo: Phrase("没有可重做的撤销。", "there is nothing to redo.")
    case .settledBefore(let id, let decision):
      Phrase(
        "记录\(id.text.prefix(8))所涉的矛盾已裁定（\(decision.text.prefix(8))）；要改的，请先撤回那条裁定：census retract "
          + "\(decision.text.prefix(8))。",
        "what contradicted event \(id.text.prefix(8)) was settled by \(decision.text.prefix(8)); to "
          + "decide otherwise take that back first: census retract \(decision.text.prefix(8)).")
    case .noConflict(let id, let kept?):
      Phrase(
        "记录\(id.text.prefix(8))与\(kept.text.prefix(8))并不矛盾；census show \(kept.text.prefix(8)) 列出与它矛盾的记录。",
        "events \(id.text.prefix(8)) and \(kept.text.prefix(8)) do not contradict each other; census "
          + "show \(kept.text.prefix(8)) lists what does.")
    case .noConflict(let id, nil):
      Phrase(
        "记录\(id.text.prefix(8))没有与之矛盾的记录，无需裁定。",
        "event \(id.text.prefix(8)) contradicts no other; nothing is to be settled.")
    default: nil
    }
  }
}
