import CensusCore
import CensusDashboard
import StrictJSON

/// A dialog that was not recorded, as a row of the memory's file.
extension Leftover {
  var json: PrettyJSON {
    .row([
      ("quarter", .text(quarter.description)), ("act", .text(act.rawValue)),
      ("about", .list(references.map { .text($0.word) })),
      ("opened", .text(opened.description)), ("focus", .text(focus.rawValue)),
      ("texts", words(texts)), ("choices", words(choices)),
      ("known", .text(String(known, radix: 16))),
    ])
  }

  private func words(_ values: [Act.Field: String]) -> PrettyJSON {
    .row(
      values.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, .text($0.value)) }
    )
  }

  /// Reads one; nil if it is not understood as a whole.
  init?(_ json: JSONValue) {
    guard let quarter = json["quarter"]?.text.flatMap({ Quarter($0) }),
      let act = json["act"]?.text.flatMap(Act.init(rawValue:)),
      let opened = json["opened"]?.text.flatMap({ Day($0) }),
      let focus = json["focus"]?.text.flatMap(Act.Field.init(rawValue:)),
      let known = json["known"]?.text.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    let words = json["about"].items.map(\.text)
    let references = words.compactMap { $0.flatMap(Reference.init(word:)) }
    guard !references.isEmpty, references.count == words.count else { return nil }
    self.init(
      quarter: quarter, act: act, references: references, opened: opened, focus: focus,
      known: known)
    texts = Self.values(json["texts"])
    choices = Self.values(json["choices"])
  }

  private static func values(_ json: JSONValue?) -> [Act.Field: String] {
    var values: [Act.Field: String] = [:]
    for field in json.fields {
      guard let name = Act.Field(rawValue: field.name), let text = field.value.text else {
        continue
      }
      values[name] = text
    }
    return values
  }
}
