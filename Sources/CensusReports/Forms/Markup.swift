internal import CensusCore
internal import DisplayText

/// HTML that is finished: in what became a part of it nothing waits to be escaped.
///
/// Texts come in through the initialisers alone, so that none is forgotten.
struct Markup: Equatable, Sendable {
  private(set) var html: String

  /// Nothing.
  static let none = Markup(html: "")

  private init(html: String) { self.html = html }

  /// A text, with nothing in it that a browser would obey, or that nobody sees.
  init(_ text: String) { html = escaped(text) }

  /// A text in a language; what stands in Chinese on an English page says so to whoever reads it out.
  init(_ text: String, in language: Language) {
    guard language == .english else {
      html = escaped(text)
      return
    }
    html = runs(of: neutralised(text)).map { run in
      run.isChinese
        ? "<span lang=\"\(Language.chinese.tag)\">\(escaped(run.text))</span>" : escaped(run.text)
    }.joined()
  }

  /// A phrase in a language.
  init(_ phrase: Phrase, in language: Language) { self.init(phrase[language], in: language) }

  /// Styles, which hold no text of anybody's.
  static func style(_ css: StaticString) -> Markup {
    Markup(html: "<style>\n\(css)</style>\n")
  }

  /// The first line of a page.
  static let doctype = Markup(html: "<!DOCTYPE html>\n")

  /// An end of a line, for whoever reads the source.
  static let line = Markup(html: "\n")

  /// An element with its attributes, whose values are escaped as texts are.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<String, String> = [:], _ content: Markup...
  ) -> Markup {
    Markup(
      html: "<\(name)\(written(attributes))>\(content.map(\.html).joined())</\(name)>")
  }

  /// An element of HTML that has no content and no end.
  static func void(
    _ name: StaticString, _ attributes: KeyValuePairs<String, String> = [:]
  ) -> Markup { Markup(html: "<\(name)\(written(attributes))>") }

  /// A shape of a picture.
  static func shape(
    _ name: StaticString, _ attributes: KeyValuePairs<String, String> = [:]
  ) -> Markup { Markup(html: "<\(name)\(written(attributes))/>") }

  /// A picture whose bytes are in the page itself.
  static func image(_ data: PictureData, alt: String) -> Markup {
    // Nothing in base64 has a meaning in HTML, and it is far too long to be looked at letter by letter.
    Markup(
      html: "<img src=\"data:image/\(data.isPNG ? "png" : "jpeg");base64,"
        + "\(Base64.encoded(data.bytes))\" alt=\"\(escaped(alt))\">")
  }

  private static func written(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }

  static func + (left: Markup, right: Markup) -> Markup { Markup(html: left.html + right.html) }

  static func += (left: inout Markup, right: Markup) { left.html += right.html }
}

extension [Markup] {
  /// One behind the other.
  var joined: Markup { reduce(into: .none) { $0 += $1 } }
}

extension Language {
  /// The language as pages name it.
  var tag: String { self == .chinese ? "zh-CN" : "en" }
}

/// The text without a sign that has a meaning in HTML, and without what cannot be seen.
private func escaped(_ text: String) -> String {
  xmlText(neutralised(text)).replacing("'", with: "&#39;")
}

/// The parts of a text, Chinese and other ones in turn; blanks and digits between Chinese are of it.
private func runs(of text: String) -> [(text: String, isChinese: Bool)] {
  var runs: [(text: String, isChinese: Bool)] = []
  for scalar in text.unicodeScalars {
    let isChinese = isHan(scalar)
    if let last = runs.last, last.isChinese == isChinese {
      runs[runs.count - 1].text.unicodeScalars.append(scalar)
    } else {
      runs.append((String(scalar), isChinese))
    }
  }
  return runs
}

/// Whether a character is of Chinese, its punctuation and full-width forms included.
private func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3000...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
  default: false
  }
}
