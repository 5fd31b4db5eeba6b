import CensusCore

/// What an event says, field by field, in both languages.
struct EventFields {
  let event: Event
  let projection: Projection

  /// Labels with values; fields without a value are left out.
  var fields: [(Phrase, Phrase)] {
    guard let content = event.payload.content else {
      let type = event.payload.typeName
      return [(Phrase("类型", "Kind"), Phrase(type, type))]
    }
    return check + content.said.flatMap { facts($0, $1) }
  }

  private var check: [(Phrase, Phrase)] {
    guard case .verify = event.payload, case .check(let id) = event.subject else { return [] }
    return [(Phrase("核对项", "Check"), Phrase(id, id))]
  }

  private func facts(_ field: PayloadField, _ value: FieldValue?) -> [(Phrase, Phrase)] {
    guard let word = field.word else { return [] }
    return switch value {
    case .event(let id): [(word, target(id))]
    case .events(let ids): ids.map { (word, target($0)) }
    case .lines(let lines): lines.enumerated().flatMap { facts(of: $1, word, $0 + 1) }
    default: field.words(value, in: projection).map { [(word, $0)] } ?? []
    }
  }

  /// Whether a line is mended, and below it what it says.
  private func facts(
    of line: Detail.Line, _ word: Phrase, _ number: Int
  ) -> [(Phrase, Phrase)] {
    let said = Detail.Line.table.said(by: line)
    let isDone = said.filter { $0.field.form == .flag }.flatMap { facts($0, $1) }.map {
      (word.filled(with: Phrase("\(number)", "\(number)")), $1)
    }
    return isDone
      + said.filter { $0.field.form != .flag }.flatMap { facts($0, $1) }.map {
        (Phrase("  \($0.chinese)", "  \($0.english)"), $1)
      }
  }

  private func target(_ id: EventID) -> Phrase {
    let number = id.text.prefix(8)
    guard let event = projection.event(id) else { return Phrase("\(number)", "\(number)") }
    let words = Terms.summary(of: event, in: projection)
    return Phrase(
      "\(number)  \(event.on)  \(words.chinese)", "\(number)  \(event.on)  \(words.english)")
  }
}
