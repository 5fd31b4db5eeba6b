package import CensusCore
package import CensusLists
internal import DisplayText

extension Roll {
  /// The list as a page of its own: nothing comes from outside, and nothing runs.
  ///
  /// - Parameters:
  ///   - language: of headings and words.
  ///   - date: how old the data are, said above the table.
  /// - Returns: the page with its line ends.
  package func html(_ language: Language, beside date: Phrase) -> String {
    let title = name.map { headed($0.title) } ?? .empty
    return htmlPage(
      title, language,
      .element("h1", [:], Markup(title, in: language)) + .line
        + .element("p", ["class": "date"], Markup(date, in: language)) + .line
        + section(language, captioned: title))
  }

  /// The table with what is said about its rows; a sentence where there is no row.
  func section(_ language: Language, captioned caption: Phrase) -> Markup {
    let remarks = rows.isEmpty ? [] : self.remarks.filter { !$0[language].isEmpty }
    return
      (rows.isEmpty
      ? .element("p", ["class": "empty"], Markup(empty, in: language)) + .line
      : table(language, captioned: caption))
      + remarks.map {
        .element("p", ["class": "remark"], Markup($0, in: language)) + .line
      }.joined
  }

  /// The rows as a table with the columns that people look at.
  private func table(_ language: Language, captioned caption: Phrase) -> Markup {
    let shown = tableFields
    let manner = Manner.full(language)
    let head = shown.map { field in
      Markup.element(
        "th", ["scope": "col", "class": field.alignment.style + " s"],
        Markup(field.title, in: language))
    }
    // The field that names a row heads it for whoever hears the table.
    let heading = shown.firstIndex { $0.id == naming } ?? 0
    func line(_ row: Row) -> Markup {
      let cells = shown.enumerated().map { place, field -> Markup in
        let words = field.words(row, manner)
        // A date or a state is not broken over lines; what is longer gives way.
        let style = field.alignment.style + (words.text.displayWidth <= shortest ? " s" : "")
        return place == heading
          ? .element("th", ["scope": "row", "class": style], words.markup(language))
          : .element("td", ["class": style], words.markup(language))
      }
      return .element("tr", [:], cells.joined) + .line
    }
    var table =
      Markup.element("caption", [:], Markup(caption, in: language)) + .line
      + .element("thead", [:], .line, .element("tr", [:], head.joined), .line) + .line
      + .element("tbody", [:], .line, rows.map(line).joined) + .line
    if let total {
      table += .element("tfoot", [:], .line, line(total)) + .line
    }
    return .element(
      "div", ["class": "wide"], .element("table", [:], .line, table)) + .line
  }
}

/// So many cells of a terminal find room in one line of a column.
private let shortest = 14

/// A list's name as a heading: it begins with a capital letter.
func headed(_ title: Phrase) -> Phrase {
  Phrase(title.chinese, title.english.capitalised)
}

extension Alignment {
  fileprivate var style: String { self == .right ? "n" : "t" }
}

extension Words {
  /// The pieces, each with its tone: as a colour, and as weight or a line for whoever sees no colour.
  func markup(_ language: Language) -> Markup {
    pieces.map { piece in
      let text = Markup(piece.text, in: language)
      let told: Markup =
        switch piece.tone {
        case .text: piece.isStrong ? .element("strong", [:], text) : text
        case .heading: .element("strong", [:], text)
        case .bad: .element("strong", ["class": "bad"], text)
        case .caution: .element("em", ["class": "caution"], text)
        case .quiet: .element("span", ["class": "quiet"], text)
        case .accent: .element("span", ["class": "accent"], text)
        case .good: .element("span", ["class": "good"], text)
        }
      return piece.isStruck ? .element("s", [:], told) : told
    }.joined
  }
}

/// A page that is complete in itself.
///
/// - Parameters:
///   - title: what it is called.
///   - language: of its words.
///   - styles: how it looks.
///   - withImages: whether pictures lie in it, as data: addresses.
///   - body: what it says.
/// - Returns: the page with its line ends.
func htmlPage(
  _ title: Phrase, _ language: Language, styles: [StaticString] = [pageStyles],
  withImages: Bool = false, _ body: Markup
) -> String {
  let css = styles.map { Markup.style($0) }.joined
  let head: Markup =
    .void("meta", ["charset": "utf-8"]) + .line
    + .void(
      "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]) + .line
    // A browser that keeps to it loads nothing and runs nothing, whatever a text held.
    + .void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'"
          + (withImages ? "; img-src data:" : ""),
      ]) + .line
    + .element("title", [:], Markup(title[language])) + .line + css
  let page: Markup =
    .doctype
    + .element(
      "html", ["lang": language.tag], .line, .element("head", [:], .line, head), .line,
      .element("body", [:], .line, .element("main", [:], .line, body), .line), .line) + .line
  return page.html
}
