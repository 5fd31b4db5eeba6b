extension Terms {
  /// What an event says, in a few words: 收到纸质版（主要负责同志签字，收文号 政-118）.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - projection: where the events it takes back are found.
  ///   - telephones: whether the telephone number of a contact is said.
  /// - Returns: the words.
  public static func summary(
    of event: Event, in projection: Projection, telephones: Bool = true
  ) -> Phrase {
    switch event.payload {
    case .receipt(let receipt): summary(of: receipt)
    case .return(let sent): summary(of: sent)
    case .waive(let waive): summary(of: waive)
    case .extend(let extend): summary(of: extend)
    case .order(let order): summary(of: order, round: event.round)
    case .chase(let chase): summary(of: chase)
    case .contact(let contact): summary(of: contact, telephones: telephones)
    case .detail(let detail): summary(of: detail)
    case .recheck(let recheck): summary(of: recheck)
    case .accountability(let step): summary(of: step)
    case .availability(let availability): summary(of: availability)
    case .correct(let correct): summary(of: correct)
    case .void(let exclude):
      said(eventType(event.payload), [Phrase(exclude.reason, exclude.reason)])
    case .reinstate(let reinstate):
      said(eventType(event.payload), [reinstate.reason.map { Phrase($0, $0) }])
    case .note(let note):
      Phrase(
        "\(noteKind(note.kind).chinese)：\(note.text)"
          + (note.due.map { "（限\($0)前答复）" } ?? ""),
        "\(noteKind(note.kind).english): \(note.text)"
          + (note.due.map { " (to be answered by \($0))" } ?? ""))
    case .retract(let retract): summary(of: retract, in: projection)
    case .resolve(let resolve): summary(of: resolve)
    case .verify(let verify): summary(of: verify, about: event.subject)
    case .unknown(let type):
      Phrase("本版本不认识的记录（\(type)）", "a record this version does not know (\(type))")
    }
  }

  private static func summary(of receipt: Receipt) -> Phrase {
    var details: [Phrase] = []
    if receipt.part == .paper { details.append(signature(receipt.signature)) }
    if let channel = receipt.channel { details.append(self.channel(channel)) }
    if let signer = receipt.signer {
      let post = receipt.post.map { Phrase("（\($0)）", " (\($0))") } ?? Phrase("", "")
      details.append(
        Phrase("签字人\(signer)\(post.chinese)", "signer \(signer)\(post.english)"))
    } else if let post = receipt.post {
      details.append(Phrase("签字人职务\(post)", "signer's post \(post)"))
    }
    if let number = receipt.incoming {
      details.append(Phrase("收文号\(number)", "incoming no. \(number)"))
    }
    if let number = receipt.document {
      details.append(Phrase("来文\(number)", "document \(number)"))
    }
    if let dated = receipt.dated { details.append(Phrase("成文\(dated)", "dated \(dated)")) }
    if let file = receipt.file { details.append(Phrase("文件\(file)", "file \(file)")) }
    if let covers = rows(receipt.covers) { details.append(covers) }
    if let note = receipt.note { details.append(Phrase(note, note)) }
    let word = part(receipt.part)
    return said(Phrase("收到\(word.chinese)", "\(word.english) received"), details)
  }

  private static func summary(of retract: Retract, in projection: Projection) -> Phrase {
    let targets = retract.targets.compactMap { projection.event($0) }
    let words = targets.map { target in
      switch target.payload {
      case .receipt(let receipt): part(receipt.part)
      default: eventType(target.payload)
      }
    }
    let names = distinct(words)
    let what =
      names.isEmpty
      ? Phrase("", "")
      : Phrase(
        "（\(names.map(\.chinese).joined(separator: "、"))）",
        " (\(names.map(\.english).joined(separator: ", ")))")
    let reason = retract.reason.map { Phrase("：\($0)", ": \($0)") } ?? Phrase("", "")
    let done =
      switch retract.step {
      case .undo: Phrase("撤销", "undid")
      case .redo: Phrase("重做，取消撤销", "redone; took back")
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
  public static func unit(_ id: String, in projection: Projection) -> Phrase {
    projection.obligation(of: id)?.unit.name ?? projection.directory.unit(id)?.name
      ?? Phrase(id, id)
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
      undo.records.compactMap { event -> String? in
        if case .unit(let id) = event.subject { id } else { nil }
      }
    ).map { unit($0, in: projection) }
    let kinds = distinct(
      undo.records.map { event in
        event.receipt.map { part($0.part) } ?? eventType(event.payload)
      })
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
  }
}
