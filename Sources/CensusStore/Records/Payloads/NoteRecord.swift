import CensusCore

/// A remark.
struct NoteRecord: Codable {
  let note: Note

  enum CodingKeys: String, CodingKey {
    case kind
    case text
  }

  init(note: Note) {
    self.note = note
  }

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder, CodingKeys.self)
    note = Note(kind: try fields.word(.kind, Note.Kind.self), text: try fields.text(.text))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(note.kind.rawValue, forKey: .kind)
    try container.encode(note.text, forKey: .text)
  }
}
