import CensusCore

/// What an event says, field by field, in both languages.
struct EventFields {
  let event: Event
  let projection: Projection

  /// Labels with values; fields without a value are left out.
  var fields: [(Phrase, Phrase)] {
    pairs.compactMap { label, value in value.map { (label, $0) } }
  }

  private var pairs: [(Phrase, Phrase?)] {
    switch event.payload {
    case .receipt(let receipt): fields(of: receipt)
    case .return(let sent):
      [(Phrase("材料", "Part"), Terms.part(sent.part)), (Self.reason, plain(sent.reason))]
    case .waive(let waive):
      [(Self.authority, plain(waive.authority)), (Self.reason, plain(waive.reason))]
    case .extend(let extend):
      [
        (Phrase("延期至", "Extended to"), Terms.dated(extend.until)),
        (Self.authority, plain(extend.authority)), (Self.reason, plain(extend.reason)),
      ]
    case .order(let order):
      [
        (Phrase("再整改期限", "New due day"), Terms.dated(order.until)),
        (Self.reference, plain(order.reference)), (Self.scope, rows(order.covers)),
      ]
    case .chase(let chase):
      [
        (Phrase("催办方式", "How"), chase.channel.map { Terms.channel($0) }),
        (Phrase("接话人", "Who answered"), plain(chase.to)),
        (Phrase("答复", "Answer"), plain(chase.answer)),
        (Phrase("承诺日期", "Promised"), chase.promised.map(Terms.dated)),
        (Self.note, plain(chase.note)),
      ]
    case .contact(let contact):
      [
        (Phrase("联络员", "Liaison"), plain(contact.name)),
        (Phrase("职务", "Post"), plain(contact.post)),
        (Phrase("电话", "Telephone"), plain(contact.phone)),
      ]
    case .detail(let detail): detail.lines.enumerated().flatMap { fields(of: $1, $0 + 1) }
    case .recheck(let recheck): fields(of: recheck)
    case .accountability(let step): fields(of: step)
    case .availability(let availability): fields(of: availability)
    case .correct(let correct):
      [
        (Phrase("更正项", "Field"), Terms.field(correct.field)),
        (Phrase("原为", "Was"), plain(correct.old)), (Phrase("更正为", "Is"), plain(correct.new)),
        (Phrase("生效日期", "From"), correct.from.map(Terms.dated)),
        (Self.reason, plain(correct.reason)),
      ]
    case .void(let exclude): [(Self.reason, plain(exclude.reason))]
    case .reinstate(let reinstate): [(Self.reason, plain(reinstate.reason))]
    case .note(let note):
      [(Phrase("内容", "Text"), plain(note.text))]
        + (note.due.map { [(Phrase("答复期限", "Answer due"), Terms.dated($0))] } ?? [])
    case .retract(let retract):
      retract.targets.map { (Phrase("撤销", "Undoes"), target($0)) }
        + [(Self.reason, plain(retract.reason))]
    case .resolve(let resolve):
      resolve.targets.map { (Phrase("相互矛盾", "In conflict"), target($0)) }
        + [(Phrase("以此为准", "Counts"), target(resolve.keep))]
    case .verify(let verify):
      [
        (Phrase("核对项", "Check"), check),
        (Phrase("公布", "Published"), plain(verify.published)),
        (Phrase("核算", "Computed"), plain(verify.computed)), (Self.note, plain(verify.note)),
      ]
    case .unknown(let type): [(Phrase("类型", "Kind"), plain(type))]
    }
  }

  private func fields(of receipt: Receipt) -> [(Phrase, Phrase?)] {
    [
      (Phrase("材料", "Part"), Terms.part(receipt.part)),
      (
        Phrase("签字", "Signature"),
        receipt.part == .paper ? Terms.signature(receipt.signature) : nil
      ),
      (Phrase("签字人", "Signer"), plain(receipt.signer)),
      (Phrase("职务", "Post"), plain(receipt.post)),
      (Phrase("收文号", "Incoming no."), plain(receipt.incoming)),
      (Phrase("来文文号", "Document no."), plain(receipt.document)),
      (Phrase("成文日期", "Dated"), receipt.dated.map(Terms.dated)),
      (Phrase("来件方式", "Channel"), receipt.channel.map { Terms.channel($0) }),
      (Phrase("文件", "File"), plain(receipt.file)),
      (Phrase("SHA-256", "SHA-256"), plain(receipt.sha256)),
      (Self.scope, rows(receipt.covers)), (Self.note, plain(receipt.note)),
    ]
  }

  private func fields(of line: Detail.Line, _ number: Int) -> [(Phrase, Phrase?)] {
    [
      (
        Phrase("第\(number)处", "Place \(number)"),
        line.isDone ? Phrase("已改", "mended") : Phrase("未改", "not mended")
      ),
      (Phrase("  原文", "  Found"), plain(line.found)),
      (Phrase("  应为", "  Should be"), plain(line.expected)),
      (Phrase("  页面", "  Page"), plain(line.page)),
      (Phrase("  网址", "  Address"), plain(line.address)),
      (Phrase("  指标", "  Indicator"), plain(line.item)),
      (Phrase("  扣分", "  Points"), plain(line.points)),
    ]
  }

  private func fields(of recheck: Recheck) -> [(Phrase, Phrase?)] {
    [
      (
        Phrase("复查轮次", "Re-check"),
        Phrase("第\(recheck.recheckRound)轮", "#\(recheck.recheckRound)")
      ),
      (Phrase("结论", "Verdict"), Terms.verdict(recheck.verdict)),
      (Self.reason, recheck.reason.map { Terms.reason($0) }),
      (Phrase("佐证", "Evidence"), plain(recheck.evidence)), (Self.note, plain(recheck.note)),
    ]
  }

  private func fields(of step: Accountability) -> [(Phrase, Phrase?)] {
    [
      (Phrase("环节", "Stage"), Terms.stage(step.stage)),
      (Phrase("批示领导", "Approved by"), plain(step.approvedBy)),
      (Phrase("处理方式", "Measure"), step.measure.map { Terms.measure($0) }),
      (Phrase("对象", "Person, role"), plain(step.person)),
      (Phrase("文件", "Document"), plain(step.document)), (Self.scope, rows(step.findings)),
    ]
  }

  private func fields(of availability: Availability) -> [(Phrase, Phrase?)] {
    [
      (Phrase("网站状态", "Status"), Terms.availability(availability.status)),
      (Phrase("起", "From"), availability.from.map(Terms.dated)),
      (Phrase("至", "Until"), availability.until.map(Terms.dated)),
      (Phrase("并入", "Merged into"), plain(availability.successor?.text)),
      (
        Phrase("备案", "Filed"),
        availability.isFiled ? Phrase("已备案", "filed") : Phrase("未备案", "not filed")
      ),
      (Self.reference, plain(availability.reference)),
    ]
  }

  // MARK: - Values

  private static let reason = Phrase("原因", "Reason")
  private static let authority = Phrase("批准机关", "Authority")
  private static let reference = Phrase("文号", "Reference")
  private static let scope = Phrase("范围", "Covers")
  private static let note = Phrase("备注", "Note")

  private var check: Phrase? {
    guard case .check(let id) = event.subject else { return nil }
    return Phrase(id, id)
  }

  private func plain(_ text: String?) -> Phrase? { text.map { Phrase($0, $0) } }

  private func rows(_ findings: [FindingID]?) -> Phrase? {
    guard let findings else { return Phrase("本单位全部问题", "all findings of the unit") }
    let rows = findings.map { String($0.row) }
    return Phrase(
      "仅第\(rows.joined(separator: "、"))行", "rows \(rows.joined(separator: ", ")) only")
  }

  private func target(_ id: EventID) -> Phrase {
    let number = id.text.prefix(8)
    guard let event = projection.event(id) else { return Phrase("\(number)", "\(number)") }
    let words = Terms.summary(of: event, in: projection)
    return Phrase(
      "\(number)  \(event.on)  \(words.chinese)", "\(number)  \(event.on)  \(words.english)")
  }
}
