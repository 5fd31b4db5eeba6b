extension Evidence.Form {
  /// What a file is: by its first bytes, and by its name only among what these leave open.
  ///
  /// - Parameters:
  ///   - bytes: all of the file, or its beginning.
  ///   - name: its name.
  public init(_ bytes: some Collection<UInt8>, name: String) {
    let start = Array(bytes.prefix(4096))
    let ending = Self.ending(of: name)
    func begins(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { start.starts(with: $0) }
    }
    if begins("%PDF-") {
      self = .pdf
    } else if Self.pictures.contains(where: { start.starts(with: $0) })
      || begins("RIFF") && start.dropFirst(8).starts(with: "WEBP".utf8)
    {
      self = .image
    } else if start.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    {
      self = Self.offices.first { $0.endings.contains(ending) }?.form ?? .archive
    } else if begins("{\\rtf") {
      self = .document
    } else if start.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) || begins("Rar!") {
      self = .archive
    } else if Self.isText(start) {
      switch ending {
      case "html", "htm", "xhtml": self = .page
      case "eml": self = .mail
      case "csv", "tsv": self = .sheet
      default: self = .text
      }
    } else {
      self = .other
    }
  }

  /// The ending under which a copy of a file may be handed to the system's opener; nil if it may not.
  ///
  /// It follows from what the file is: no opener is told that a text is a program.
  public func ending(ofCopyOf name: String) -> String? {
    let own = Self.ending(of: name)
    switch self {
    case .pdf: return "pdf"
    case .image: return Self.pictureEndings.contains(own) ? own : "png"
    case .document, .sheet, .slides:
      if own == "csv" || own == "tsv" || own == "rtf" { return own }
      return Self.offices.contains { $0.form == self && $0.endings.contains(own) } ? own : nil
    case .page: return "html"
    case .mail: return "eml"
    case .text: return "txt"
    case .archive, .other: return nil
    }
  }

  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("BM".utf8),
    [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
  ]

  private static let pictureEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp",
  ]

  private static let offices: [(form: Evidence.Form, endings: Set<String>)] = [
    (.document, ["docx", "doc", "wps", "odt", "ofd"]),
    (.sheet, ["xlsx", "xls", "et", "ods"]),
    (.slides, ["pptx", "ppt", "dps", "odp"]),
  ]

  /// Whether bytes hold no control character but those of lines and tabs.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}
