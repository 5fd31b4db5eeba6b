/// Sentences on records that would change nothing, or would say something else than is known.
extension Terms {
  static func effectRefusal(_ refusal: Refusal) -> Phrase? {
    switch refusal {
    case .beforeReceipt(let unit, let part, let day):
      Phrase(
        "\(unit)的\(Terms.part(part).chinese)\(day)才收到，不能在此前退回；请填写不早于当日的日期。",
        "the \(Terms.part(part).english) part of \(unit) arrived on \(day), so it was not returned "
          + "before; give that day or a later one.")
    case .beforeFailure(let id, let day):
      Phrase(
        "“\(id)”\(day)才复查不到位；请填写不早于当日的日期。",
        "“\(id)” failed its re-check on \(day) only; give that day or a later one.")
    case .beforeOpening(let id, let day):
      Phrase(
        "“\(id)”\(day)才启动问责；请填写不早于当日的日期。",
        "accountability of “\(id)” was opened on \(day) only; give that day or a later one.")
    case .beforeVoid(let id, let day):
      Phrase(
        "\(id)于\(day)才剔除，不能在此前恢复；请填写不早于当日的日期。",
        "\(id) was struck off on \(day), so it was not taken back before; give that day or a "
          + "later one.")
    case .notVoid(let id):
      Phrase(
        "\(id)没有剔除，无需恢复。",
        "\(id) was not struck off, so there is nothing to take back.")
    case .laterKnown(let id, let day):
      Phrase(
        "“\(id)”已有\(day)的同类登记，早于它的不起作用；请填写不早于当日的日期，或先撤回那一条。",
        "“\(id)” has a record of this kind for \(day), and an earlier one would change nothing; give "
          + "that day or a later one, or retract that record first.")
    case .beforeRecheck(let id, let round, let day):
      Phrase(
        "\(id)的第\(round)轮复查在\(day)，新的一轮不能早于它；请填写不早于当日的日期，原复查有误的请先撤回。",
        "round \(round) of the re-check of \(id) was on \(day), and the next is not before it; give "
          + "that day or a later one, or retract that re-check if it was wrong.")
    case .completeBefore(let id, let day):
      Phrase(
        "“\(id)”已于\(day)报齐，此后的延期不改变是否迟报；请填写批准延期的实际日期。",
        "“\(id)” was complete on \(day), and an extension granted since then changes no lateness; "
          + "give the day on which it was granted.")
    case .alreadySo(let id, let field, let value):
      Phrase(
        "“\(id)”的\(Terms.field(field).chinese)本来就是“\(value)”，无需更正。",
        "the \(Terms.field(field).english) of “\(id)” is “\(value)” already; nothing is to be "
          + "corrected.")
    case .standsSo(let code, let status, let since):
      Phrase(
        "“\(code)”自\(since)起已登记为\(Terms.availability(status).chinese)，再登记一个更晚的日期不起作用；"
          + "原登记有误的，请先撤回。",
        "“\(code)” is recorded as \(Terms.availability(status).english) since \(since), and the same "
          + "for a later day would change nothing; retract that record first if it is wrong.")
    case .signatureWithoutPaper:
      Phrase(
        "签字、签字人和职务只属于纸质版，而这里只登记电子版；请一并登记纸质版，或去掉这几项。",
        "a signature, its signer and the post belong to the paper copy, and only the electronic "
          + "document is recorded; record the paper copy too, or leave them out.")
    case .datedAfterArrival(let dated, let day):
      Phrase(
        "成文日期\(dated)晚于收到日期\(day)；请核对两个日期。",
        "the document is dated \(dated), after its arrival on \(day); check both days.")
    case .otherDetail(let id, let field, let known, let given):
      Phrase(
        "“\(id)”的\(field.chinese)此前登记为“\(known.chinese)”，与“\(given.chinese)”不同；"
          + "登记有误的，请先撤回原记录。",
        "“\(id)”: \(field.english) was recorded as “\(known.english)” before, not "
          + "“\(given.english)”; if that is wrong, retract the record first.")
    default: nil
    }
  }

  static func siteRefusal(_ refusal: Refusal) -> Phrase? {
    switch refusal {
    case .findingsOnly(let id):
      Phrase(
        "“\(id)”是单位或州市；这里只接受网站标识码或问题编号（如 2018Q3-7）。",
        "“\(id)” is a unit or a prefecture; only site codes and findings such as 2018Q3-7 are "
          + "taken here.")
    case .retiredSite(let id, let day):
      Phrase(
        "“\(id)”自\(day)永久下线，不再复查；登记有误的，请先撤回那条永久下线的登记。",
        "“\(id)” was retired on \(day) and is not re-checked; retract that record first if it is "
          + "wrong.")
    case .codeOfAnother(let code, let site):
      Phrase(
        "“\(code)”是另一个网站（\(site)）的标识码；请核对标识码。",
        "“\(code)” is the code of another site (\(site)); check the code.")
    case .notAUnit(let name):
      Phrase(
        "“\(name)”不是单位名称；请填写承接单位的名称，如“云南省文化和旅游厅”。",
        "“\(name)” is no unit's name; give the name of the unit that took over.")
    case .nameOfAnother(let name, let unit):
      Phrase(
        "“\(name)”是另一个单位（\(unit)）的名称；请核对。",
        "“\(name)” is the name of another unit (\(unit)); check it.")
    case .circle(let path):
      Phrase(
        "承接关系会形成循环：\(path.map(\.description).joined(separator: "→"))；请核对承接方。",
        "the successors would form a circle: "
          + "\(path.map(\.description).joined(separator: " → ")); check the successor.")
    case .isACheck(let id):
      Phrase(
        "“\(id)”是核对项，不是单位、网站或问题；只能登记核实（census verify）。",
        "“\(id)” is a row of check, not a unit, site or finding; it can only be verified (census "
          + "verify).")
    case .isANotice(let quarter):
      Phrase(
        "“\(quarter)”是整份通报，只能对其登记备注（census note）、保存佐证材料（census attach）或指定承办人（census assign）；请写明单位、网站或问题。",
        "“\(quarter)” is the whole notice, which takes notes (census note), files (census attach) and who "
          + "handles its units (census assign); name a unit, site or finding.")
    case .notACheck(let id):
      Phrase(
        "“\(id)”不是核对项；census check 列出全部核对项。",
        "“\(id)” is no row of check; census check lists them.")
    case .unknownCheck(let id, let known):
      Phrase(
        "没有核对项“\(id)”；有\(list(known).chinese)。",
        "check has no row “\(id)”; there are \(list(known).english).")
    default: nil
    }
  }

  private static func list(_ names: [String]) -> Phrase {
    guard !names.isEmpty else { return Phrase("0项", "none") }
    return Phrase(names.joined(separator: "、"), names.joined(separator: ", "))
  }
}
