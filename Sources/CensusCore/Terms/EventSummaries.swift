extension Terms {
  /// Some words, and what belongs to them in brackets.
  static func said(_ words: Phrase, _ details: [Phrase?]) -> Phrase {
    let details = details.compactMap(\.self)
    guard !details.isEmpty else { return words }
    return Phrase(
      "\(words.chinese)（\(details.map(\.chinese).joined(separator: "，"))）",
      "\(words.english) (\(details.map(\.english).joined(separator: ", ")))")
  }

  static func summary(of sent: Return) -> Phrase {
    let word = part(sent.part)
    return said(
      Phrase("退回\(word.chinese)", "\(word.english) returned"), [Phrase(sent.reason, sent.reason)])
  }

  static func summary(of waive: Waive) -> Phrase {
    said(
      Phrase("免报", "waived"),
      [
        Phrase("\(waive.authority)批准", "approved by \(waive.authority)"),
        Phrase(waive.reason, waive.reason),
      ])
  }

  static func summary(of extend: Extend) -> Phrase {
    said(
      Phrase("延期至\(extend.until)", "extended to \(extend.until)"),
      [
        Phrase("\(extend.authority)批准", "approved by \(extend.authority)"),
        Phrase(extend.reason, extend.reason),
      ])
  }

  static func summary(of order: Order, round: Int) -> Phrase {
    said(
      Phrase("限期\(order.until)前再整改", "ordered anew, due \(order.until)"),
      [Terms.round(round), order.reference.map { Phrase($0, $0) }, rows(order.covers)])
  }

  static func summary(of chase: Chase) -> Phrase {
    let how = chase.channel.map { channel($0) }
    return said(
      Phrase("\(how?.chinese ?? "")催办", how.map { "chased by \($0.english)" } ?? "chased"),
      [
        chase.to.map { Phrase("接话人\($0)", "answered by \($0)") },
        chase.answer.map { Phrase("答复：\($0)", "answer: \($0)") },
        chase.promised.map { Phrase("承诺\($0)报送", "promised for \($0)") },
        chase.note.map { Phrase($0, $0) },
      ])
  }

  static func summary(of contact: Contact, telephones: Bool) -> Phrase {
    said(
      Phrase("登记联络员", "contact"),
      [contact.name, contact.post, telephones ? contact.phone : nil].map { text in
        text.map { Phrase($0, $0) }
      })
  }

  static func summary(of detail: Detail) -> Phrase {
    let done = detail.lines.count(where: \.isDone)
    return said(
      Phrase(
        "登记问题明细\(detail.lines.count)处",
        "\(counted(detail.lines.count, "detail line", "detail lines"))"),
      [done > 0 ? Phrase("已改\(done)处", "\(done) mended") : nil])
  }

  static func summary(of recheck: Recheck) -> Phrase {
    let word = verdict(recheck.verdict)
    return said(
      Phrase(
        "第\(recheck.recheckRound)轮复查：\(word.chinese)",
        "re-check \(recheck.recheckRound): \(word.english)"),
      [
        recheck.reason.map { reason($0) },
        recheck.evidence.map { Phrase("佐证\($0)", "evidence \($0)") },
        recheck.note.map { Phrase($0, $0) },
      ])
  }

  static func summary(of step: Accountability) -> Phrase {
    said(
      stage(step.stage),
      [
        step.measure.map { measure($0) }, step.person.map { Phrase($0, $0) },
        step.approvedBy.map { Phrase("\($0)批准", "approved by \($0)") },
        step.document.map { Phrase("文件\($0)", "document \($0)") }, rows(step.findings),
      ])
  }

  static func summary(of availability: Availability) -> Phrase {
    let word = Terms.availability(availability.status)
    return said(
      Phrase("网站状态：\(word.chinese)", "site \(word.english)"),
      [
        availability.from.map { Phrase("自\($0)起", "from \($0)") },
        availability.until.map { Phrase("至\($0)", "until \($0)") },
        availability.successor.map { Phrase("并入\($0)", "into \($0)") },
        availability.isFiled ? Phrase("已备案", "filed") : nil,
        availability.reference.map { Phrase("文号\($0)", "no. \($0)") },
      ])
  }

  static func summary(of correct: Correct) -> Phrase {
    let word = field(correct.field)
    let old = correct.old.map { Phrase("由\($0)", " from \($0)") } ?? Phrase("", "")
    return said(
      Phrase(
        "更正\(word.chinese)：\(old.chinese)改为\(correct.new)",
        "\(word.english) corrected\(old.english) to \(correct.new)"),
      [
        correct.from.map { Phrase("自\($0)起", "from \($0)") },
        Phrase(correct.reason, correct.reason),
      ])
  }

  static func summary(of resolve: Resolve) -> Phrase {
    let kept = resolve.keep.text.prefix(8)
    return Phrase(
      "裁定\(resolve.targets.count)条相互矛盾的记录，以\(kept)为准",
      "\(counted(resolve.targets.count, "conflicting record", "conflicting records")) settled; "
        + "\(kept) counts")
  }

  /// A row of `check` that somebody confirmed: 已核实（desk-2，2018-10-19）.
  public static func verified(by verified: Discrepancy.Verified) -> Phrase {
    Phrase(
      "已核实（\(verified.by)，\(verified.on)）", "verified (\(verified.by), \(verified.on))")
  }

  static func summary(of verify: Verify, about subject: Event.Subject) -> Phrase {
    guard case .check(let id) = subject else { return eventType(.verify(verify)) }
    return said(
      Phrase("核对项\(id)已核实", "check \(id) verified"),
      [
        verify.published.map { Phrase("公布\($0)", "published \($0)") },
        verify.computed.map { Phrase("核算\($0)", "computed \($0)") },
        verify.note.map { Phrase($0, $0) },
      ])
  }

  /// The rows of annex 2 that something is confined to; nil if to none.
  static func rows(_ findings: [FindingID]?) -> Phrase? {
    guard let findings else { return nil }
    let rows = findings.map { String($0.row) }
    return Phrase(
      "仅第\(rows.joined(separator: "、"))行",
      "\(rows.count == 1 ? "row" : "rows") \(rows.joined(separator: ", ")) only")
  }
}
