import CensusCore

/// Why a dialog cannot be recorded as it stands.
enum DialogFault: Error {
  /// A field that needs a date has none.
  case noDay(Act.Field)
  /// No file was named.
  case noFile
  /// Nothing says what is done about a finding.
  case noMeasures
  /// No name says who handles what nobody handles.
  case noAssignee
  /// The number of rows was not typed as it is.
  case otherCount(Int)
  /// It needs findings, and something else is meant.
  case needsOneFinding
  /// It needs a receipt, and something else is meant.
  case needsOneReceipt
  /// None of what is meant was struck off.
  case nothingStruckOff
  /// It is about one thing, and several are meant.
  case oneAtATime
  /// Nothing can be recorded here, and why.
  case readOnly(Phrase)
  /// The rules refuse it; and whether a note could explain it here.
  case refused(Refusal, hasNote: Bool, in: Projection?)

  /// What happened, and what to do, by the words of the dialog.
  func sentence(in dialog: RecordDialog) -> Phrase {
    guard case .noDay(let field) = self else { return sentence }
    let label = dialog.label(of: field)
    guard dialog.text(field) != nil else {
      return Phrase(
        "没有填写“\(label.chinese)”；请填写日期。", "“\(label.english)” is empty; fill in a day.")
    }
    return Phrase("“\(label.chinese)”：", "“\(label.english)”: ") + sentence
  }

  /// What happened, and what to do.
  var sentence: Phrase {
    switch self {
    case .noDay: Labels.notADay
    case .noFile:
      Phrase(
        "没有填写“文件”；请填写要保存的文件的路径，或把文件拖入终端",
        "“File” is empty; type the path of the file to keep, or drop the file into the terminal")
    case .noMeasures:
      Phrase(
        "没有填写“整改措施”；请填写单位说它怎样整改",
        "“Remedy” is empty; type what the unit says that it does")
    case .noAssignee:
      Phrase(
        "没有填写“承办人”，原来也没有承办人；请填写姓名",
        "“Handled by” is empty, and nobody handles it as it is; type a name")
    case .otherCount(let count):
      Phrase(
        "选中\(count)行，请在“行数”处填写\(count)",
        "\(count) rows are marked; type \(count) in the field “Rows”")
    case .needsOneFinding:
      Phrase(
        "问题明细只属于一条问题；请在网站详情中选中那条问题", "detail lines belong to one finding; choose it in its site")
    case .needsOneReceipt:
      Phrase(
        "先在 9 记录 中选中要保留的那条记录，再办理",
        "choose the record to keep in 9 History first")
    case .nothingStruckOff:
      Phrase(
        "所选的没有已剔除的问题，无需恢复", "none of this was struck off, so there is nothing to take back")
    case .oneAtATime:
      Phrase(
        "更正一次只能办一项；请取消选中（U），再选中要更正的那一行",
        "one thing is corrected at a time; unmark all (U) and choose its row")
    case .readOnly(let why): why
    case .refused(let refusal, let hasNote, let projection?):
      refusal.sentence(in: projection) { Labels.refusal($0, hasNote: hasNote) }
    case .refused(let refusal, let hasNote, nil): Labels.refusal(refusal, hasNote: hasNote)
    }
  }
}

extension RecordDialog {
  /// Works out the events that the dialog comes to.
  func plan(in projection: Projection, today: Day) throws(DialogFault) -> Plan {
    do throws(DialogFault) {
      return try events(in: projection, today: today)
    } catch .refused(let refusal, let hasNote, _) {
      throw .refused(refusal, hasNote: hasNote, in: projection)
    }
  }

  private func events(in projection: Projection, today: Day) throws(DialogFault) -> Plan {
    guard let on = day(.day) else { throw .noDay(.day) }
    if references.count > Self.trustedCount, text(.count) != String(references.count) {
      throw .otherCount(references.count)
    }
    switch act {
    case .receivePaper, .receiveElectronic, .receiveBoth:
      return try planned { () throws(Refusal) in
        try projection.plan(receipt(on), for: references, today: today)
      }
    case .returning, .waive, .extend, .order:
      return try planReport(on, in: projection, today: today)
    case .chase, .contact, .assign, .note, .detail:
      return try planContact(on, in: projection, today: today)
    case .remedy: return try planRemedy(on, in: projection, today: today)
    case .attach: return try plan(attaching(on), in: projection, today: today)
    case .recheck, .account, .availability, .void, .reinstate, .correct, .resolve, .retract,
      .verify:
      return try planFollowUp(on, in: projection, today: today)
    }
  }

  /// Whether it is about several things: what one of them has already stops none of the others.
  private var isBulk: Bool {
    references.count > 1
      || references.first.map { if case .prefecture = $0 { true } else { false } } == true
  }

  private func receipt(_ on: Day) -> ReceiptRequest {
    var request = ReceiptRequest(parts: act.parts, on: on)
    request.signature = chosen(.signature, of: Signature.allCases)
    request.signer = text(.signer)
    request.incoming = text(.incoming)
    request.document = text(.document)
    request.leavesOutReceived = isBulk
    let channel = choice(.channel)
    request.channel = channel == 0 ? nil : Receipt.Channel.allCases[channel - 1]
    request.note = text(.note)
    request.onlyNamed = choice(.scope) == 1
    request.again = choice(.again) == 1
    request.round = choice(.round) == 0 ? nil : choice(.round)
    return request
  }

  private func planReport(
    _ on: Day, in projection: Projection, today: Day
  ) throws(DialogFault) -> Plan {
    let reason = text(.reason) ?? ""
    let authority = text(.authority) ?? ""
    switch act {
    case .returning:
      let parts = ActChoices.parts[choice(.part)].0
      let request = ReturnRequest(parts: parts, on: on, reason: reason)
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    case .waive:
      let request = WaiveRequest(on: on, authority: authority, reason: reason)
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    case .extend:
      let request = ExtendRequest(
        until: try needed(.until), on: on, authority: authority, reason: reason)
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    default:
      var request = OrderRequest(until: try needed(.until), on: on)
      request.reference = text(.reference)
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    }
  }

  private func planContact(
    _ on: Day, in projection: Projection, today: Day
  ) throws(DialogFault) -> Plan {
    switch act {
    case .chase:
      var request = ChaseRequest(on: on, channel: chosen(.chaseChannel, of: Chase.Channel.allCases))
      request.to = text(.to)
      request.answer = text(.answer)
      if text(.promised) != nil { request.promised = try needed(.promised) }
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    case .assign:
      let plan = try planned { () throws(Refusal) in
        try projection.plan(
          AssignRequest(on: on, to: text(.to)), for: references, today: today)
      }
      guard !plan.drafts.isEmpty || text(.to) != nil else { throw .noAssignee }
      return plan
    case .contact:
      let request = ContactRequest(
        on: on, name: text(.name), post: text(.post), phone: text(.phone))
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    case .note:
      let note = Note(
        kind: chosen(.kind, of: Note.Kind.allCases), text: text(.text) ?? "",
        due: text(.answerBy) == nil ? nil : try needed(.answerBy))
      return try planned { () throws(Refusal) in
        try projection.plan(note, for: references, day: on, today: today)
      }
    default:
      guard references.count == 1, case .finding(let id) = references[0] else {
        throw .needsOneFinding
      }
      let line = Detail.Line(
        found: text(.found), expected: text(.expected), page: text(.page), address: text(.address))
      guard ![Act.Field.found, .expected, .page, .address].allSatisfy({ text($0) == nil }) else {
        throw .refused(.emptyDetail, hasNote: false, in: nil)
      }
      let earlier = projection.finding(id)?.detail ?? []
      let request = DetailRequest(on: on, lines: earlier + [line])
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: id, today: today)
      }
    }
  }

  /// What the unit says of each finding that is meant and still to be mended.
  private func planRemedy(
    _ on: Day, in projection: Projection, today: Day
  ) throws(DialogFault) -> Plan {
    guard let measures = text(.measures) else { throw .noMeasures }
    let remedy = Remedy(
      measures: measures, completion: text(.completion), responsible: text(.responsible))
    return try planned { () throws(Refusal) in
      for case .notice(let quarter) in references { throw .isANotice(quarter) }
      let meant = try projection.toBeMended(references).map { ($0.finding.id, remedy) }
      return try projection.plan(
        RemedyRequest(on: on, remedies: Dictionary(meant) { first, _ in first }), today: today)
    }
  }

  private func planFollowUp(
    _ on: Day, in projection: Projection, today: Day
  ) throws(DialogFault) -> Plan {
    switch act {
    case .recheck:
      let verdict = chosen(.verdict, of: Recheck.Verdict.allCases)
      let reason = chosen(.untestable, of: Recheck.Reason.allCases)
      var request = RecheckRequest(
        verdict, on: on, reason: verdict == .untestable ? reason : nil)
      request.note = text(.note)
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    case .account:
      var request = AccountRequest(chosen(.stage, of: Accountability.Stage.allCases), on: on)
      request.approvedBy = text(.approvedBy)
      request.measure =
        request.stage == .measure ? chosen(.measure, of: Accountability.Measure.allCases) : nil
      request.person = text(.person)
      request.document = text(.document)
      request.note = text(.note)
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    case .availability:
      var request = AvailabilityRequest(
        chosen(.status, of: Availability.Status.allCases), on: on)
      if text(.until) != nil { request.until = try needed(.until) }
      request.isFiled = choice(.filed) == 1 && fields.contains(.filed)
      request.reference = text(.reference)
      request.successor = text(.successor).map(SiteCode.init)
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    default: return try planCorrection(on, in: projection, today: today)
    }
  }

  private func planCorrection(
    _ on: Day, in projection: Projection, today: Day
  ) throws(DialogFault) -> Plan {
    let reason = text(.reason) ?? ""
    switch act {
    case .void:
      return try planned { () throws(Refusal) in
        try projection.plan(
          VoidRequest(on: on, reason: reason), for: references, today: today)
      }
    case .reinstate:
      let struckOff = references.flatMap(projection.struckOff)
      guard !struckOff.isEmpty else { throw .nothingStruckOff }
      let plan = try planned { () throws(Refusal) in
        try projection.plan(
          ReinstateRequest(on: on, reason: text(.reason)), for: struckOff, today: today)
      }
      guard !plan.drafts.isEmpty else { throw .nothingStruckOff }
      return plan
    case .resolve:
      guard references.count == 1, case .event(let id) = references[0] else {
        throw .needsOneReceipt
      }
      var request = ResolveRequest(keep: id, on: on)
      request.note = text(.note)
      return try planned { () throws(Refusal) in
        try projection.plan(request, against: [], today: today)
      }
    case .verify:
      let request = VerifyRequest(on: on, note: text(.note))
      return try planned { () throws(Refusal) in
        try projection.plan(request, for: references, today: today)
      }
    case .retract:
      return try planned { () throws(Refusal) in
        try projection.plan(
          RetractRequest(on: on, reason: reason), for: references, today: today)
      }
    default:
      guard references.count == 1 else { throw .oneAtATime }
      let request = CorrectRequest(
        chosen(.field, of: Correct.Field.allCases), to: text(.new) ?? "", reason: reason, on: on)
      return try planned { () throws(Refusal) in
        guard let reference = references.first else { throw .nothingLeft }
        return try projection.plan(request, for: reference, today: today)
      }
    }
  }

  // MARK: - Reading fields

  private func needed(_ field: Act.Field) throws(DialogFault) -> Day {
    guard let day = day(field) else { throw .noDay(field) }
    return day
  }

  func chosen<Choice>(_ field: Act.Field, of all: [Choice]) -> Choice {
    all[min(choice(field), all.count - 1)]
  }

  private func planned(_ body: () throws(Refusal) -> Plan) throws(DialogFault) -> Plan {
    do {
      return try body()
    } catch {
      throw .refused(error, hasNote: fields.contains(.note), in: nil)
    }
  }
}

extension Projection {
  /// What of a row can be taken back: of a unit or prefecture the findings struck off, else itself.
  fileprivate func struckOff(_ reference: Reference) -> [Reference] {
    let units: [Obligation]
    switch reference {
    case .unit(let id): units = obligations.filter { $0.unit.id == id }
    case .prefecture(let id): units = obligations.filter { $0.unit.prefecture == id }
    case .site, .finding, .event, .batch, .check, .notice: return [reference]
    }
    return units.flatMap(\.findings).filter(\.isVoid).map { .finding($0.finding.id) }
  }
}
