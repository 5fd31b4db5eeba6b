extension Terms {
  /// What an event says, in a few words: 第3行 石林县政府网，第2轮：收到纸质版（主要负责同志签字，收文号 政-118）.
  ///
  /// Rows, site and round stand before it where it is not about all that the unit owes for the notice.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - projection: where its rows, and the events it takes back, are found.
  ///   - telephones: whether the telephone number of a contact is said.
  ///   - isBrief: whether the name of a site may be cut short.
  ///   - isNamingSites: whether sites are named and no rows: whoever is told has no annex before him.
  /// - Returns: the words.
  public static func summary(
    of event: Event, in projection: Projection, telephones: Bool = true, isBrief: Bool = false,
    isNamingSites: Bool = false
  ) -> Phrase {
    let said = content(of: event, in: projection, telephones: telephones)
    let matter = EventMatter(
      projection: projection, isBrief: isBrief, isNamingSites: isNamingSites
    ).words(of: event)
    guard let matter else { return said }
    return Phrase("\(matter.chinese)：\(said.chinese)", "\(matter.english): \(said.english)")
  }

  /// The same without its rows, site and round.
  static func content(
    of event: Event, in projection: Projection, telephones: Bool
  ) -> Phrase {
    switch event.payload {
    case .receipt(let receipt): summary(of: receipt, in: projection)
    case .return(let sent):
      said(
        Phrase("退回…", "… part returned").filled(with: part(sent.part)), sent.details(in: projection)
      )
    case .waive(let waive): said(Phrase("免报", "waived"), waive.details(in: projection))
    case .extend(let extend):
      said(
        Phrase("延期至\(extend.until)", "extended to \(extend.until)"), extend.details(in: projection))
    case .order(let order):
      said(
        Phrase("限期\(order.until)前再整改", "ordered anew, due \(order.until)"),
        order.details(in: projection))
    case .chase(let chase):
      said(
        chase.channel.map { Phrase("…催办", "chased by …").filled(with: channel($0)) }
          ?? Phrase("催办", "chased"),
        chase.details(in: projection) + [broken(chase, of: event, in: projection)])
    case .contact(let contact):
      said(
        Phrase("登记联络员", "contact"),
        (telephones ? contact : Contact(name: contact.name, post: contact.post)).details(
          in: projection))
    case .detail(let detail): summary(of: detail)
    case .recheck(let recheck):
      said(
        Phrase("第\(recheck.recheckRound)轮复查，…", "re-check \(recheck.recheckRound) …")
          .filled(with: verdict(recheck.verdict)), recheck.details(in: projection))
    case .accountability(let step): said(stage(step.stage), step.details(in: projection))
    case .availability(let site):
      said(
        event.subject.siteCode == nil
          ? Phrase("网站状态：…", "site …").filled(with: availability(site.status))
          : availability(site.status),
        site.details(in: projection))
    case .correct(let correct): summary(of: correct, in: projection)
    case .void(let exclude): said(Exclude.word, exclude.details(in: projection))
    case .reinstate(let reinstate): said(Reinstate.word, reinstate.details(in: projection))
    case .note(let note):
      Phrase(
        "\(noteKind(note.kind).chinese)：\(note.text)"
          + (note.due.map { "（限\($0)前答复）" } ?? ""),
        "\(noteKind(note.kind).english): \(note.text)"
          + (note.due.map { " (to be answered by \($0))" } ?? ""))
    case .retract(let retract): summary(of: retract, in: projection)
    case .resolve(let resolve): summary(of: resolve, in: projection)
    case .verify(let verify): summary(of: verify, about: event.subject, in: projection)
    case .evidence(let file): summary(of: file, in: projection)
    case .remedy(let remedy): said(Remedy.word, remedy.details(in: projection))
    case .assign(let assign):
      assign.to.map { Phrase("由\($0)承办", "handled by \($0)") }
        ?? Phrase("不再指定承办人", "handled by nobody any more")
    case .unknown(let type):
      Phrase("本版本无法识别的记录（\(type)）", "a record this version does not know (\(type))")
    }
  }

  /// That a promise made at a reminder was not kept: it stays said, whatever came later.
  private static func broken(
    _ chase: Chase, of event: Event, in projection: Projection
  ) -> Phrase? {
    guard let promised = chase.promised, promised < projection.asOf,
      case .unit(let id) = event.subject,
      let round = projection.obligation(of: id)?.rounds.first(where: { $0.number == event.round }),
      round.completeOn.map({ $0 > promised }) ?? !round.submission.isSettled
    else { return nil }
    return Phrase("失约", "promise broken")
  }

  private static func summary(of receipt: Receipt, in projection: Projection) -> Phrase {
    let signer = receipt.signer.map { signer in
      let post = receipt.post.map { Phrase("（\($0)）", " (\($0))") } ?? Phrase("", "")
      return Phrase("签字人\(signer)\(post.chinese)", "signer \(signer)\(post.english)")
    }
    let post = receipt.post.map { Phrase("签字人职务\($0)", "signer's post \($0)") }
    return said(
      Phrase("收到…", "… part received").filled(with: part(receipt.part)),
      [
        receipt.part == .paper ? signature(receipt.signature) : nil,
        receipt.channel.map { channel($0) }, signer ?? post,
      ] + receipt.details(in: projection))
  }

  private static func summary(of retract: Retract, in projection: Projection) -> Phrase {
    let targets = retract.targets.compactMap { projection.event($0) }
    let names = kinds(of: targets, in: projection)
    let what =
      names.isEmpty
      ? Phrase("", "")
      : Phrase(
        "（\(names.map(\.chinese).joined(separator: "、"))）",
        " (\(names.map(\.english).joined(separator: ", ")))")
    let reason = retract.why.map { Phrase("：\($0.chinese)", ": \($0.english)") } ?? Phrase("", "")
    let done =
      switch retract.step {
      case .undo: Phrase("撤销", "undid")
      case .redo: Phrase("重做，取消", "redone; took back")
      case nil: retract.reason == nil ? Phrase("撤销", "undid") : Phrase("撤回", "took back")
      }
    return Phrase(
      "\(done.chinese)\(retract.targets.count)条记录\(what.chinese)\(reason.chinese)",
      "\(done.english) \(counted(retract.targets.count, "record", "records"))"
        + "\(what.english)\(reason.english)")
  }

  /// What an act did that took others back; nil for one that recorded something.
  public static func act(_ kind: ActLog.Kind) -> Phrase? {
    switch kind {
    case .record: nil
    case .retraction: Phrase("撤回", "retraction")
    case .undo: Phrase("撤销", "undo")
    case .redo: Phrase("重做", "redo")
    }
  }

  /// The name of a unit in both languages, also of one the directory does not list.
  public static func unit(_ id: UnitID, in projection: Projection) -> Phrase {
    projection.obligation(of: id)?.unit.name ?? projection.directory.unit(id)?.name
      ?? Phrase(id)
  }

  /// The name of a unit or a prefecture in both languages; of anything else its ID.
  public static func name(of reference: Reference, in projection: Projection) -> Phrase {
    switch reference {
    case .unit(let id): unit(id, in: projection)
    case .prefecture(let id): projection.directory.prefecture(id)?.name ?? Phrase(id)
    case .site, .finding, .event, .batch, .check, .notice:
      Phrase(reference.description, reference.description)
    }
  }
}

extension Terms {
  /// That some of what should count again does not, since others took it back too; nothing if all
  /// does.
  package static func held(_ count: Int) -> Phrase {
    guard count > 0 else { return .empty }
    return Phrase(
      "；其中\(count)条另有撤回，仍不计入",
      "; \(count) of them \(count == 1 ? "stays" : "stay") taken back by another retraction")
  }

  /// What an undo took back, and whether something else changed since.
  public static func undone(_ undo: Undo, in projection: Projection) -> Phrase {
    let units = distinct(
      undo.records.compactMap { event -> UnitID? in
        if case .unit(let id) = event.subject { id } else { nil }
      }
    ).map { unit($0, in: projection) }
    let kinds = kinds(of: undo.records, in: projection)
    let act = act(undo.kind)
    let named = Phrase(
      [
        act?.chinese ?? "", units.map(\.chinese).joined(separator: "、"),
        kinds.map(\.chinese).joined(separator: "、"),
      ].filter { !$0.isEmpty }.joined(separator: " "),
      [
        act?.english ?? "", units.map(\.english).joined(separator: ", "),
        kinds.map(\.english).joined(separator: ", "),
      ].filter { !$0.isEmpty }.joined(separator: ": "))
    let names =
      named.chinese.isEmpty
      ? Phrase("", "") : Phrase("（\(named.chinese)）", " (\(named.english))")
    let since = undo.changedSince
    let later =
      since == 0
      ? Phrase("", "")
      : Phrase(
        "；此后另有\(since)条记录，仍然有效",
        "; \(since) later \(since == 1 ? "record stands" : "records stand")")
    let count = undo.events.count
    return Phrase(
      "已撤销\(count)条记录\(names.chinese)\(later.chinese)",
      "undid \(count) \(count == 1 ? "record" : "records")\(names.english)\(later.english)")
      + elsewhere(undo, than: projection.quarter)
  }

  /// The quarters of what was undone, where they are not the one that is looked at.
  public static func elsewhere(_ undo: Undo, than quarter: Quarter?) -> Phrase {
    let others = distinct(undo.records.compactMap(\.quarter)).filter { $0 != quarter }
    guard !others.isEmpty else { return Phrase("", "") }
    let names = others.map(\.name).joined(.listing)
    return Phrase("；属于\(names.chinese)", "; it was of \(names.english)")
  }
}
