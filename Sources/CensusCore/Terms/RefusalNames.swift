extension Refusal {
  /// The same refusal with the names of prefectures as people read them.
  ///
  /// - Parameters:
  ///   - directory: the names.
  ///   - language: in which they are wanted.
  /// - Returns: a refusal for a sentence in that language.
  public func named(in directory: Directory, _ language: Language) -> Refusal {
    guard case .unknownID(let text, let nearest) = self else { return self }
    return .unknownID(
      text, nearest: nearest.map { directory.prefecture(PrefectureID($0))?.name[language] ?? $0 })
  }

  /// The same refusal with the names of units and prefectures as people read them.
  ///
  /// - Parameters:
  ///   - projection: the quarter.
  ///   - language: in which they are wanted.
  /// - Returns: a refusal for a sentence in that language.
  public func named(in projection: Projection, _ language: Language) -> Refusal {
    func name(_ id: String) -> String {
      let unit = Terms.unit(UnitID(id), in: projection)
      // What is no unit may be a prefecture.
      guard unit == Phrase(id, id) else { return unit[language] }
      return projection.directory.prefecture(PrefectureID(id))?.name[language] ?? id
    }
    func name(_ id: UnitID) -> UnitID { UnitID(name(id.text)) }
    func name(_ id: Reference) -> Reference {
      switch id {
      case .unit(let id): .unit(name(id))
      case .prefecture(let id): .prefecture(PrefectureID(name(id.text)))
      case .site, .finding, .event, .batch, .check, .notice: id
      }
    }
    switch self {
    case .unknownID(let text, let nearest): return .unknownID(text, nearest: nearest.map(name))
    case .alreadyReceived(let unit, let part, let day):
      return .alreadyReceived(unit: name(unit), part: part, on: day)
    case .nothingToReturn(let unit): return .nothingToReturn(unit: name(unit))
    case .noReportRound(let unit, let round, let known):
      return .noReportRound(unit: name(unit), round: round, known: known)
    case .alreadyReturned(let unit, let part, let day):
      return .alreadyReturned(unit: name(unit), part: part, on: day)
    case .alreadyOrdered(let unit, let round, let until):
      return .alreadyOrdered(unit: name(unit), round: round, until: until)
    case .nothingOwed(let id): return .nothingOwed(name(id))
    case .completeBefore(let id, let day): return .completeBefore(name(id), on: day)
    case .alreadySo(let id, let field, let value): return .alreadySo(name(id), field, value)
    case .nothingFailed(let id): return .nothingFailed(name(id))
    case .alreadyOpened(let id): return .alreadyOpened(name(id))
    case .alreadyConcluded(let id, let day): return .alreadyConcluded(name(id), on: day)
    case .owesNothing(let id, let quarter): return .owesNothing(name(id), quarter)
    case .isVoid(let id): return .isVoid(name(id))
    case .findingsOnly(let id): return .findingsOnly(name(id))
    case .notAFinding(let id): return .notAFinding(name(id))
    case .notASite(let id): return .notASite(name(id))
    case .notAnEvent(let id): return .notAnEvent(name(id))
    case .notACheck(let id): return .notACheck(name(id))
    case .notCorrectable(let id, let field): return .notCorrectable(name(id), field)
    case .circle(let path): return .circle(path.map(name))
    case .notOpened(let id): return .notOpened(name(id))
    case .nothingCallsForAccountability(let id): return .nothingCallsForAccountability(name(id))
    case .beforeReceipt(let unit, let part, let day):
      return .beforeReceipt(unit: name(unit), part: part, on: day)
    case .beforeFailure(let id, let day): return .beforeFailure(name(id), on: day)
    case .beforeOpening(let id, let day): return .beforeOpening(name(id), on: day)
    case .laterKnown(let id, let day): return .laterKnown(name(id), on: day)
    case .overtaken(let id, let what, let day): return .overtaken(name(id), what, on: day)
    case .otherDetail(let id, let field, let known, let given):
      return .otherDetail(name(id), field: field, known: known, given: given)
    default: return self
    }
  }

  /// The refusal as a sentence, in each language with the names as people read them in it.
  ///
  /// - Parameters:
  ///   - projection: the quarter.
  ///   - sentence: makes the sentence.
  /// - Returns: the sentence.
  public func sentence(in projection: Projection, _ sentence: (Refusal) -> Phrase) -> Phrase {
    Phrase(
      sentence(named(in: projection, .chinese)).chinese,
      sentence(named(in: projection, .english)).english)
  }
}
