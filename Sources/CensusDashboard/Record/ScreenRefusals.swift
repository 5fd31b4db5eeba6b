package import CensusCore

extension Labels {
  /// Why something is refused, for whoever sits at the screen: where the sentence of the command
  /// line names an option, this one names a field or a key.
  ///
  /// - Parameters:
  ///   - refusal: why.
  ///   - hasNote: whether the dialog has a field for a note.
  /// - Returns: what happened, and what to do.
  package static func refusal(_ refusal: Refusal, hasNote: Bool = true) -> Phrase {
    switch refusal {
    case .unknownID(let text, let nearest) where nearest.isEmpty:
      Phrase("没有“\(text)”；在列表中选中一行再办理。", "nothing is called “\(text)”; choose a row of a list.")
    case .beforeNotice(let day, let issued) where !hasNote:
      Phrase(
        "日期\(day)早于通报印发日\(issued)；请填写印发之后的日期。",
        "\(day) is before the notice was issued on \(issued); give a later day.")
    case .alreadyReceived(let unit, let part, let day) where hasNote:
      Phrase(
        "\(unit)的\(Terms.part(part).chinese)已于\(day)收到；再次来件的，请在“来件”处选再次来件；"
          + "日期有误的，请先在 9 记录 中撤回那条收件（M）。",
        "the \(Terms.part(part).english) part of \(unit) was received on \(day); for a further report "
          + "choose “a further one” under Arrival; if the day is wrong, retract that receipt in 9 "
          + "History (M).")
    case .alreadyReturned(let unit, let part, let day) where hasNote:
      Phrase(
        "\(unit)的\(Terms.part(part).chinese)已于\(day)退回；当日另收到一份的，请在“来件”处选再次来件；"
          + "日期有误的，请先在 9 记录 中撤回那条（M）。",
        "the \(Terms.part(part).english) part of \(unit) was returned on \(day); if another came that "
          + "day choose “a further one” under Arrival; if the day is wrong, retract that record in 9 "
          + "History (M).")
    case .alreadyReturned(let unit, let part, let day):
      Phrase(
        "\(unit)的\(Terms.part(part).chinese)已于\(day)退回；当日另收到一份的，请按 P 或 E，在“来件”处选再次来件；"
          + "日期有误的，请先在 9 记录 中撤回那条（M）。",
        "the \(Terms.part(part).english) part of \(unit) was returned on \(day); if another came that "
          + "day press P or E and choose “a further one” under Arrival; if the day is wrong, retract "
          + "that record in 9 History (M).")
    case .settledBefore(let id, let decision):
      Phrase(
        "记录\(id.text.prefix(8))所涉的矛盾已裁定；要改的，请先在 9 记录 中撤回那条裁定（\(decision.text.prefix(8))，M）。",
        "what contradicted event \(id.text.prefix(8)) was settled; to decide otherwise retract that "
          + "decision (\(decision.text.prefix(8))) in 9 History (M).")
    case .alreadyReceived(let unit, let part, let day):
      Phrase(
        "\(unit)的\(Terms.part(part).chinese)已于\(day)收到；日期有误的，请先在 9 记录 中撤回那条收件（M）；"
          + "再次来件的，请按 P 或 E，在“来件”处选再次来件。",
        "the \(Terms.part(part).english) part of \(unit) was received on \(day); if the day is wrong, "
          + "retract that receipt in 9 History (M); for a further report press P or E and choose "
          + "“a further one” under Arrival.")
    case .reasonNeeded: Phrase("缺少原因；请填写“原因”。", "a reason is needed; fill in “Reason”.")
    case .authorityNeeded:
      Phrase("缺少批准机关；请填写“批准机关”。", "it is not said who decided; fill in “Authority”.")
    case .isVoid(let id):
      Phrase(
        "“\(id)”已剔除，不再跟踪；确需办理的，请先恢复（m i）。",
        "“\(id)” was struck off the follow-up; take it back first (m i).")
    case .emptyDetail:
      Phrase(
        "没有填写问题明细；原文、应为、页面、网址至少填一项。",
        "nothing is said of what has to be mended; fill in one of found, should be, page, address.")
    case .notOpened(let id):
      Phrase(
        "“\(id)”尚未启动问责；请先在“阶段”选“已启动问责”并登记。",
        "accountability of “\(id)” was not opened; choose that stage and record it first.")
    case .approvalNeeded:
      Phrase(
        "启动问责须注明批示领导；请填写“批示领导”。", "an opening needs somebody's approval; fill in “Approved by”.")
    case .measureNeeded:
      Phrase("问责处理须注明方式；请选“处理方式”。", "it is not said which measure was taken; choose a “Measure”.")
    case .filingNeeded:
      Phrase(
        "永久下线须已备案并有文号；请在“备案”选已备案，并填写“文号”；未备案的按正常网站复查。",
        "a retirement has to be filed under a number; choose “filed” and fill in “Reference”, or "
          + "else re-check the site as any other.")
    case .successorNeeded:
      Phrase(
        "整合须注明并入的另一个网站；请在“并入”填写其标识码。",
        "it is not said which other site took it in; fill in its code under “Merged into”.")
    case .valueNeeded: Phrase("更正后的内容为空；请填写“更正为”。", "the new value is empty; fill in “New value”.")
    case .notAnEvent(let id):
      Phrase("“\(id)”不是办理记录；请在 9 记录 中选中一条。", "“\(id)” is no event; choose one in 9 History.")
    case .unknownBatch(let text):
      Phrase("没有以“\(text)”开头的批次；9 记录 列出全部。", "no batch begins with “\(text)”; 9 History lists all.")
    case .findingsOnly(let id):
      Phrase(
        "“\(id)”是单位或州市；请打开它，选中网站或问题再办理。",
        "“\(id)” is a unit or a prefecture; open it and choose a site or a finding.")
    case .isACheck:
      Phrase(
        "选中的是核对项，只能核实（m h）。",
        "the row is a doubt about the notice, which can only be verified (m h).")
    case .notASite(let id):
      Phrase(
        "“\(short(id))”不是网站；请在 3 网站 中选中一个再办理。",
        "“\(short(id))” is no site; choose one in 3 Sites.")
    case .notASubject:
      Phrase(
        "选中的是一条记录或批示，不是单位、网站或问题；请在列表中选中一个再办理。",
        "the row is a record or an instruction, not a unit, site or finding; choose one in a list.")
    case .isANotice(let quarter):
      Phrase(
        "“\(quarter)”是整份通报，只能对其登记备注（m n）、保存佐证材料（m z）或指定承办人（m u）；请在列表中选中单位、网站或问题再办理。",
        "“\(quarter)” is the whole notice, on which only a note can be recorded (m n), a file "
          + "kept (m z), or who handles its units (m u); choose a unit, site or finding of a list.")
    case .notACheck(let id): noCheck(id.description)
    case .unknownCheck(let id, _): noCheck(id)
    default: Terms.refusal(refusal)
    }
  }

  static let notCorrectable = Phrase(
    "这里没有可以更正的内容；请选中单位、网站或问题再办理",
    "nothing of this can be corrected; choose a unit, site or finding")

  private static func noCheck(_ id: String) -> Phrase {
    Phrase("“\(id)”不是核对项；请在 8 核对 中选中一条。", "“\(id)” is no doubtful row; choose one in 8 Checks.")
  }

  /// A record as the screen names it: by its first digits.
  private static func short(_ id: Reference) -> String {
    switch id {
    case .event, .batch: String(id.description.prefix(8))
    case .unit, .prefecture, .site, .finding, .check, .notice: id.description
    }
  }
}
