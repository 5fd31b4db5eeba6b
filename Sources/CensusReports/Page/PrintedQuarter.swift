package import CensusCore
package import CensusLists

/// All lists of a quarter in one document.
package struct PrintedQuarter {
  private let quarter: Quarter
  private let lists: [PrintedList]
  private let date: Phrase

  /// The lists that are about one quarter, in their order.
  package static let lists: [RollName] = [
    .prefectures, .findings, .sites, .issues, .units, .deadlines, .rechecks, .ledger, .checks,
    .history,
  ]

  /// A document of lists.
  ///
  /// - Parameters:
  ///   - quarter: the quarter.
  ///   - lists: the overview, then those of ``lists``.
  ///   - date: how old the data are.
  package init(_ quarter: Quarter, _ lists: [PrintedList], beside date: Phrase) {
    self.quarter = quarter
    self.lists = lists
    self.date = date
  }

  /// The document in a form that holds several lists; in CSV and workbooks nothing.
  package func text(_ form: ExportForm, _ language: Language) -> String {
    let title = Phrase(
      "\(quarter.name.chinese)政府网站普查全部数据",
      "All data on the \(quarter.name.english) census of government websites")
    switch form {
    case .csv, .xlsx: return ""
    case .json:
      let names = ["overview"] + Self.lists.map(\.rawValue)
      return Value.object(
        [.init("quarter", .text(quarter.description))]
          + zip(names, lists).map { Value.Field($0, $1.value) }
      ).json
    case .markdown:
      return "# \(markdownCell(title[language]))\n\n\(markdownCell(date[language]))\n"
        + lists.map { list in
          "\n## \(markdownCell(list.title[language]))\n\n\(list.markdown(language))"
        }.joined()
    case .html:
      let sections = lists.map { list -> Markup in
        .element(
          "section", [:], .element("h2", [:], Markup(list.title, in: language)), .line,
          list.markup(language)) + .line
      }
      return htmlPage(
        title, language,
        .element("h1", [:], Markup(title, in: language)) + .line
          + .element("p", ["class": "date"], Markup(date, in: language)) + .line
          + sections.joined)
    }
  }
}
