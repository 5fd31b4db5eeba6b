internal import CensusCore
internal import CensusLists

extension Event.Payload {
  /// What it says, with the keys of its file.
  var value: Value {
    switch self {
    case .receipt(let receipt): receipt.value
    case .return(let sent):
      .object([.init("part", .text(sent.part.rawValue)), .init("reason", .text(sent.reason))])
    case .waive(let waive):
      .object([.init("authority", .text(waive.authority)), .init("reason", .text(waive.reason))])
    case .extend(let extend):
      .object([
        .init("until", Value(extend.until)), .init("authority", .text(extend.authority)),
        .init("reason", .text(extend.reason)),
      ])
    case .order(let order):
      .object([
        .init("until", Value(order.until)), .init("reference", Value(order.reference)),
        .init("covers", order.covers.map { Value($0) } ?? .none),
      ])
    case .chase(let chase): chase.value
    case .contact(let contact): contact.value
    case .detail(let detail): .object([.init("lines", .list(detail.lines.map(\.value)))])
    case .recheck(let recheck): recheck.value
    case .accountability(let step): step.value
    case .availability(let availability): availability.value
    case .correct(let correct): correct.value
    case .void(let exclude): .object([.init("reason", .text(exclude.reason))])
    case .reinstate(let reinstate): .object([.init("reason", Value(reinstate.reason))])
    case .note(let note):
      .object([
        .init("kind", .text(note.kind.rawValue)), .init("text", .text(note.text)),
        .init("due", note.due.map { .day($0) } ?? .none),
      ])
    case .retract(let retract):
      .object([
        .init("targets", Value(retract.targets.map(\.text))),
        .init("reason", Value(retract.reason)),
      ])
    case .resolve(let resolve):
      .object([
        .init("targets", Value(resolve.targets.map(\.text))),
        .init("keep", .text(resolve.keep.text)),
      ])
    case .verify(let verify):
      .object([
        .init("published", Value(verify.published)), .init("computed", Value(verify.computed)),
        .init("note", Value(verify.note)),
      ])
    case .unknown: .none
    }
  }
}

extension Receipt {
  fileprivate var value: Value {
    .object([
      .init("part", .text(part.rawValue)),
      .init("signature", part == .paper ? .text(signature.rawValue) : .none),
      .init("signer", Value(signer)), .init("post", Value(post)),
      .init("incoming", Value(incoming)), .init("document", Value(document)),
      .init("dated", Value(dated)), .init("channel", Value(channel?.rawValue)),
      .init("file", Value(file)), .init("sha256", Value(sha256)),
      .init("covers", covers.map { Value($0) } ?? .none), .init("note", Value(note)),
    ])
  }
}

extension Chase {
  fileprivate var value: Value {
    .object([
      .init("channel", Value(channel?.rawValue)), .init("to", Value(to)),
      .init("answer", Value(answer)), .init("promised", Value(promised)),
      .init("note", Value(note)),
    ])
  }
}

extension Contact {
  /// Whom to call.
  var value: Value {
    .object([
      .init("name", Value(name)), .init("post", Value(post)), .init("phone", Value(phone)),
    ])
  }
}

extension Detail.Line {
  fileprivate var value: Value {
    .object([
      .init("found", Value(found)), .init("expected", Value(expected)),
      .init("page", Value(page)), .init("address", Value(address)), .init("item", Value(item)),
      .init("points", Value(points)), .init("done", .flag(isDone)),
    ])
  }
}

extension Recheck {
  fileprivate var value: Value {
    .object([
      .init("verdict", .text(verdict.rawValue)), .init("reason", Value(reason?.rawValue)),
      .init("recheckRound", .integer(recheckRound)), .init("evidence", Value(evidence)),
      .init("note", Value(note)),
    ])
  }
}

extension Accountability {
  fileprivate var value: Value {
    .object([
      .init("stage", .text(stage.rawValue)), .init("approvedBy", Value(approvedBy)),
      .init("measure", Value(measure?.rawValue)), .init("person", Value(person)),
      .init("document", Value(document)),
      .init("findings", findings.map { Value($0) } ?? .none),
    ])
  }
}

extension Availability {
  fileprivate var value: Value {
    .object([
      .init("status", .text(status.rawValue)), .init("from", Value(from)),
      .init("until", Value(until)), .init("successor", Value(successor?.text)),
      .init("filed", .flag(isFiled)), .init("reference", Value(reference)),
    ])
  }
}

extension Correct {
  fileprivate var value: Value {
    .object([
      .init("field", .text(field.rawValue)), .init("old", Value(old)), .init("new", .text(new)),
      .init("from", Value(from)), .init("reason", .text(reason)),
    ])
  }
}
