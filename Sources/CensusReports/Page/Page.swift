package import CensusCore
internal import CensusLists

/// A document for people as a value: what it says, in order, before it becomes Markdown or a page.
package struct Page: Sendable {
  /// A number that is to be seen at once.
  struct Figure: Sendable {
    let label: Phrase
    let value: String
    /// What is said under it, if anything.
    var beside: Phrase?
    /// Whether it calls for somebody.
    var isAlarm = false
  }

  /// A picture, and the same in words for whoever does not see it.
  struct Picture: Sendable {
    let title: Phrase
    /// All that it shows, in sentences.
    let words: [Phrase]
    let width: Int
    let height: Int
    let drawing: @Sendable (Language) -> Markup
  }

  /// A part of it.
  enum Block: Sendable {
    case heading(Phrase)
    /// What comes first: the brief.
    case lead([Phrase])
    case paragraph(Phrase)
    case note(Phrase)
    case points([Phrase])
    case figures([Figure])
    case facts([(label: Phrase, words: Phrase)])
    case picture(Picture)
    /// A picture that somebody took, with what it shows.
    case photograph(Phrase, PictureData)
    case list(PrintedList)
  }

  let title: Phrase
  /// How old the data are, and of what.
  let date: Phrase
  let blocks: [Block]
  /// What is said at the end: events counted, revision, source.
  let foot: [Phrase]

  /// The document as Markdown.
  package func markdown(_ language: Language) -> String {
    let parts =
      ["# \(markdownCell(title[language]))", markdownCell(date[language])]
      + blocks.map { $0.markdown(language) }
      + (foot.isEmpty
        ? [] : ["---", foot.map { markdownCell($0[language]) }.joined(separator: "  \n")])
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The document as a page that is complete in itself.
  package func html(_ language: Language) -> String {
    var body: Markup =
      .element(
        "header", [:], .element("h1", [:], Markup(title, in: language)), .line,
        .element("p", ["class": "date"], Markup(date, in: language))) + .line
    var isOpen: [Markup] = []
    var sections: [Markup] = []
    var hasHeading = false
    func close() {
      guard !isOpen.isEmpty else { return }
      // What comes before the first heading is no section.
      sections.append(
        (hasHeading ? .element("section", [:], .line, isOpen.joined) : isOpen.joined) + .line)
      isOpen = []
    }
    for (place, block) in blocks.enumerated() {
      if case .heading = block {
        close()
        hasHeading = true
      }
      isOpen.append(block.markup(language, number: place + 1) + .line)
    }
    close()
    body += sections.joined
    if !foot.isEmpty {
      let lines = foot.map { Markup.element("p", [:], Markup($0, in: language)) + .line }
      body += .element("footer", [:], .line, lines.joined) + .line
    }
    let hasPhotographs = blocks.contains {
      if case .photograph = $0 { true } else { false }
    }
    return htmlPage(title, language, withImages: hasPhotographs, body)
  }
}

extension Page.Block {
  fileprivate func markdown(_ language: Language) -> String {
    switch self {
    case .heading(let title): "## \(markdownCell(title[language]))"
    case .lead(let sentences), .points(let sentences):
      sentences.map { (isPoints ? "- " : "") + markdownCell($0[language]) }
        .joined(separator: isPoints ? "\n" : "\n\n")
    case .paragraph(let words), .note(let words): markdownCell(words[language])
    case .figures(let figures):
      figures.map { figure in
        let beside = figure.beside.map {
          markdownCell(Phrase("（\($0.chinese)）", " (\($0.english))")[language])
        }
        return "- \(markdownCell(figure.label[language]))\(Phrase("：", ": ")[language])**"
          + "\(markdownCell(figure.value))**\(beside ?? "")"
      }.joined(separator: "\n")
    case .facts(let facts):
      facts.map {
        "- \(markdownCell($0.label[language]))\(Phrase("：", ": ")[language])"
          + markdownCell($0.words[language])
      }.joined(separator: "\n")
    case .picture(let picture):
      ([markdownCell(picture.title[language]) + Phrase("：", ":")[language] + "\n"]
        + picture.words.map { "- \(markdownCell($0[language]))" }).joined(separator: "\n")
    case .photograph(let title, _): markdownCell(title[language])
    case .list(let list):
      (list.title[language].isEmpty ? "" : "### \(markdownCell(list.title[language]))\n\n")
        + list.markdown(language).trimmedLineEnds
    }
  }

  private var isPoints: Bool { if case .points = self { true } else { false } }

  fileprivate func markup(_ language: Language, number: Int) -> Markup {
    switch self {
    case .heading(let title): return .element("h2", [:], Markup(title, in: language))
    case .lead(let sentences):
      return .element(
        "div", ["class": "lead"],
        sentences.map { Markup.element("p", [:], Markup($0, in: language)) }.joined)
    case .paragraph(let words): return .element("p", [:], Markup(words, in: language))
    case .note(let words):
      return .element("p", ["class": "note"], Markup(words, in: language))
    case .points(let points):
      return .element(
        "ul", [:],
        points.map { Markup.element("li", [:], Markup($0, in: language)) + .line }.joined)
    case .figures(let figures): return figures.markup(language)
    case .facts(let facts):
      return .element(
        "dl", ["class": "facts"],
        facts.map {
          Markup.element("dt", [:], Markup($0.label, in: language))
            + .element("dd", [:], Markup($0.words, in: language)) + .line
        }.joined)
    case .picture(let picture): return picture.markup(language, number)
    case .photograph(let title, let data):
      return .element(
        "figure", [:], .line, .image(data, alt: title[language]), .line,
        .element("figcaption", [:], Markup(title, in: language)), .line)
    case .list(let list): return list.markup(language)
    }
  }
}

extension [Page.Figure] {
  fileprivate func markup(_ language: Language) -> Markup {
    .element("dl", ["class": "figures"], .line, map { $0.markup(language) }.joined)
  }
}

extension Page.Figure {
  fileprivate func markup(_ language: Language) -> Markup {
    let style = isAlarm ? "value bad" : "value"
    var content: Markup =
      .element("dt", [:], Markup(label, in: language))
      + .element("dd", ["class": style], Markup(value))
    if let beside {
      content += .element("dd", ["class": "beside"], Markup(beside, in: language))
    }
    return .element("div", ["class": isAlarm ? "alarm" : "calm"], content) + .line
  }
}

extension Page.Picture {
  fileprivate func markup(_ language: Language, _ number: Int) -> Markup {
    let (title, words) = ("picture-\(number)", "picture-\(number)-words")
    return .element(
      "figure", [:], .line,
      .element(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "role": "img",
          "aria-labelledby": "\(title) \(words)", "font-size": "13",
        ],
        .line, .element("title", ["id": title], Markup(self.title[language])), .line,
        .element(
          "desc", ["id": words],
          Markup(self.words.map { $0[language] }.joined(separator: Phrase("", " ")[language]))),
        .line, drawing(language)),
      .line, .element("figcaption", [:], Markup(self.title, in: language)), .line)
  }
}

extension String {
  fileprivate var trimmedLineEnds: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
