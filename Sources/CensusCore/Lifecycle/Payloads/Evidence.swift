/// A file that is kept as evidence (佐证材料): its bytes lie in the store under their hash.
public struct Evidence: Hashable, Sendable {
  /// What the file is, by its bytes.
  public enum Form: String, CaseIterable, Sendable {
    /// A PDF document.
    case pdf
    /// A picture or a screenshot.
    case image
    /// A document of a word processor, OFD included.
    case document
    /// A spreadsheet.
    case sheet
    /// Slides.
    case slides
    /// A web page.
    case page
    /// A mail.
    case mail
    /// Plain text.
    case text
    /// An archive of files.
    case archive
    /// Anything else; it is kept and never opened.
    case other
  }

  /// The name that the file had, without its folder.
  public let name: String
  /// SHA-256 of its bytes, 64 lower-case hex digits.
  public let sha256: String
  /// Its length in units of 1,024 bytes, begun ones included; at least 1.
  public let kilobytes: Int
  /// What it is.
  public let form: Form
  /// A remark.
  public let note: String?

  /// One file.
  public init(name: String, sha256: String, kilobytes: Int, form: Form, note: String? = nil) {
    self.name = name
    self.sha256 = sha256
    self.kilobytes = kilobytes
    self.form = form
    self.note = note
  }
}

extension Evidence: EventContent {
  package static let eventKind = EventKind(
    "evidence", Phrase("佐证材料", "evidence"), Event.Payload.evidence, Evidence.init,
    FieldSlot("name", Phrase("文件名", "File name"), \.name, told: .plain),
    FieldSlot("sha256", Phrase("SHA-256", "SHA-256"), \.sha256, isTyped: false),
    FieldSlot("kilobytes", Phrase("大小（KB）", "Size in KB"), \.kilobytes),
    FieldSlot("form", Phrase("文件类型", "File type"), \.form),
    FieldSlot("note", .note, \.note, told: .plain))
}

extension Evidence.Form: FieldWord {
  var word: Phrase { Terms.evidenceForm(self) }
}
