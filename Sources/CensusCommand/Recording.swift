internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

/// What a recording command has to say when it is done.
struct Report {
  /// What was recorded; nil if nothing was.
  var batch: RecordedBatch?
  /// What needed no recording, by the IDs of units.
  var skipped: [String] = []
  /// Sentences, each a line.
  var sentences: [Phrase] = []
}

extension Session {
  /// Checks that recording is possible at all, and by whom.
  ///
  /// - Parameters:
  ///   - options: as given.
  ///   - common: as given.
  ///   - world: where the actor's name is looked for.
  /// - Returns: the actor's name as given.
  /// - Throws: `CommandError.readOnlyOption`, `.knownAtOption`, `.store` or `.noActor`.
  func actor(
    _ options: RecordOptions, _ common: CommonOptions, in world: World
  ) throws(CommandError) -> String {
    guard !common.readOnly else { throw .readOnlyOption }
    guard common.knownAt == nil else { throw .knownAtOption }
    if case .readOnly(let reason) = store.access { throw .store(.readOnly(reason)) }
    return try world.actor(options.by)
  }

  /// Checks what a dry run would record.
  func check(_ drafts: [EventDraft], by actor: String) throws(CommandError) {
    do {
      try store.check(drafts, by: actor)
    } catch {
      throw .store(error)
    }
  }

  /// Records drafts durably; what it returns may be announced.
  mutating func record(
    _ drafts: [EventDraft], keeping files: [Attachment] = [], by actor: String, in world: World
  ) throws(CommandError) -> RecordedBatch {
    let recorder = Recorder(
      actor: actor, origin: "cli", at: world.now, randomHex: world.randomHex)
    do {
      let returned = try store.putBack().count
      try store.check(drafts, by: actor)
      try store.keep(files, randomHex: world.randomHex)
      var batch = try store.record(drafts, by: recorder)
      batch.putBack += returned
      return batch
    } catch {
      throw .store(error)
    }
  }
}

extension Session {
  /// Completes what the same person began to record and a kill cut short, so that the same command
  /// again finds it recorded; and puts back what had gone from the store.
  ///
  /// - Parameters:
  ///   - actor: who records now.
  ///   - quarter: where.
  /// - Returns: what was completed or put back, a sentence each.
  /// - Throws: `CommandError.store`.
  mutating func completeCut(
    by actor: String, in quarter: Quarter
  ) throws(CommandError) -> [Phrase] {
    let returned = try putBack()
    let isCut = problems(of: quarter).contains { problem in
      guard case .partialBatch(let batch) = problem.kind else { return false }
      return batch.isCompletable(by: actor)
    }
    guard isCut else { return returned }
    do {
      return try returned + store.complete(by: actor).map(Messages.completed)
    } catch {
      throw .store(error)
    }
  }

  /// Keeps files anew that were recorded before and whose bytes are gone or are others since.
  ///
  /// - Returns: what was kept, a sentence or none.
  /// - Throws: `CommandError.store`.
  mutating func keepAgain(_ files: [Attachment]) throws(CommandError) -> [Phrase] {
    let gone = files.filter { ((try? store.attachment($0.sha256)) ?? nil) == nil }
    guard !gone.isEmpty else { return [] }
    do {
      try store.keep(gone)
    } catch {
      throw .store(error)
    }
    let names = gone.map(\.name)
    return [
      Phrase(
        "此前所存的内容已缺失或被改动，现已重新存入：\(names.joined(separator: "、"))",
        "what had been kept was gone or had been altered, and is kept anew: "
          + names.joined(separator: ", "))
    ]
  }

  /// Forces what is found recorded already to the disk: whoever recorded it may have failed to.
  func confirm(_ events: [Event]) throws(CommandError) {
    do {
      try store.confirm(events.map(\.id))
    } catch .file(let error) {
      throw .store(.notRecorded(error))
    } catch {
      throw .store(error)
    }
  }
}

extension World {
  /// Who records: as given, else `CENSUS_ACTOR`, else the login name.
  ///
  /// - Parameter given: a name that a person gave.
  /// - Returns: the name, unchanged.
  /// - Throws: `CommandError.noActor` if there is none that could be seen.
  package func actor(_ given: String?) throws(CommandError) -> String {
    let name = given ?? variable("CENSUS_ACTOR") ?? login ?? ""
    guard name.unicodeScalars.contains(where: isVisible) else { throw .noActor }
    return name
  }

  /// Writes what was recorded: sentences, or one JSON object.
  mutating func announce(_ report: Report, json: Bool) {
    var report = report
    if let batch = report.batch {
      noteRecord()
      recordedFiles += batch.files
      if batch.putBack > 0 { report.sentences.insert(Messages.putBack(batch.putBack), at: 0) }
      if let error = batch.withoutCounterfoil { warn(Messages.withoutCounterfoil(error)) }
    }
    guard json else {
      for sentence in report.sentences { answer += safe(sentence[language]) + "\n" }
      return
    }
    let message = report.sentences.map { $0[language] }.joined(
      separator: Phrase("；", "; ")[language])
    answer +=
      Value.object([
        .init("batch", Value(report.batch?.id.text)),
        .init("events", Value(report.batch?.events.map(\.id.text) ?? [])),
        .init("skipped", Value(report.skipped)),
        .init("message", .text(message)),
      ]).json
  }
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
    .surrogate, .nonspacingMark, .enclosingMark:
    false
  default: true
  }
}

/// Names of units in both languages, joined.
func names(_ units: [UnitID], in projection: Projection) -> Phrase {
  names(units.map(Reference.unit), in: projection)
}

/// Names of things in both languages, joined.
func names(_ things: [Reference], in projection: Projection) -> Phrase {
  things.map { Terms.name(of: $0, in: projection) }.joined()
}
