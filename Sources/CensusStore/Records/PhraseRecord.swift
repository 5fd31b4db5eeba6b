import CensusCore

/// One wording in both languages, `{"zh": …, "en": …}`.
struct PhraseRecord: Codable {
  let zh: String
  let en: String

  enum CodingKeys: String, CodingKey {
    case zh
    case en
  }

  init(_ phrase: Phrase) {
    zh = phrase.chinese
    en = phrase.english
  }

  var phrase: Phrase { Phrase(zh, en) }
}

/// A site's code as a bare text.
struct SiteCodeRecord: Decodable {
  let code: SiteCode

  init(from decoder: any Decoder) throws {
    code = SiteCode(try decoder.singleValueContainer().decode(String.self))
  }
}

/// A text that must have a form, as an entry of a list: a finding's number, an event's identity.
struct FindingIDRecord: Codable {
  let id: FindingID

  init(_ id: FindingID) {
    self.id = id
  }

  init(from decoder: any Decoder) throws {
    guard let id = FindingID(try decoder.singleValueContainer().decode(String.self)) else {
      throw RecordFault(.finding, at: decoder.codingPath)
    }
    self.id = id
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id.description)
  }
}

/// The identity of an event, as an entry of a list.
struct EventIDRecord: Codable {
  let id: EventID

  init(_ id: EventID) {
    self.id = id
  }

  init(from decoder: any Decoder) throws {
    guard let id = EventID(try decoder.singleValueContainer().decode(String.self)) else {
      throw RecordFault(.identity, at: decoder.codingPath)
    }
    self.id = id
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id.text)
  }
}
