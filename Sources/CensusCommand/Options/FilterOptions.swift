package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports

/// The options that narrow and order a list.
package struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only of this prefecture (州市), by its name in either language; repeatable.",
      valueName: "name"))
  package var prefecture: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only with this category of issues (问题类别), by its id or name; repeatable.",
      valueName: "category"))
  package var issue: [String] = []

  @Flag(help: "Only what is overdue (逾期).")
  package var overdue = false

  @Flag(help: "Exit with 2 if something listed is overdue (逾期).")
  package var failOverdue = false

  @Option(
    help: ArgumentHelp(
      """
      Only what has these words (查找): names, codes, incoming numbers, and Chinese by its pinyin \
      (拼音) in full or by first letters, so that km is 昆明; a|b is either, !word must not occur.
      """,
      valueName: "text"))
  package var search: [String] = []

  @Option(
    help: ArgumentHelp(
      "Order by a field of the JSON form (排序); pinyin is names in pinyin order (拼音序).",
      valueName: "field"))
  package var sort: String?

  @Flag(help: "The other way round (倒序).")
  package var reverse = false

  package init() {}
}

/// What is left of a list: the options made ready for one quarter.
struct Filter {
  private let prefectures: Set<String>
  private let issues: Set<String>
  private let queries: [SearchQuery]
  private let overdueOnly: Bool

  /// Checks the names.
  init(_ options: FilterOptions, in projection: Projection) throws(CommandError) {
    var prefectures: Set<String> = []
    for name in options.prefecture {
      do throws(Refusal) {
        prefectures.insert(try projection.directory.prefecture(named: name).id)
      } catch {
        throw .refused(error)
      }
    }
    var issues: Set<String> = []
    for name in options.issue {
      guard let id = Filter.category(name, in: projection) else {
        throw .unknownIssue(name, known: projection.directory.categories.map(\.id))
      }
      issues.insert(id)
    }
    self.prefectures = prefectures
    self.issues = issues
    queries = options.search.map { SearchQuery($0) }
    overdueOnly = options.overdue
  }

  private static func category(_ name: String, in projection: Projection) -> String? {
    if let category = projection.directory.category(named: name) { return category.id }
    // A category that only this notice knows, by its id or its own wording.
    return projection.categories.first {
      $0.category.id == name || $0.name.chinese == name || $0.name.english == name
    }?.category.id
  }

  /// Whether a row stays.
  func keeps(
    prefecture: String, issues: [String], isOverdue: Bool, texts: () -> [String]
  ) -> Bool {
    guard prefectures.isEmpty || prefectures.contains(prefecture) else { return false }
    guard self.issues.isEmpty || !self.issues.isDisjoint(with: issues) else { return false }
    guard isOverdue || !overdueOnly else { return false }
    guard !queries.isEmpty else { return true }
    let text = SearchText(texts())
    return queries.allSatisfy { $0.matches(text) }
  }
}

extension FilterOptions {
  /// The list in the order asked for.
  func ordered<Row>(_ roll: Roll<Row>) throws(CommandError) -> Roll<Row> {
    var roll = roll
    if let sort {
      guard let sorted = roll.sorted(by: sort) else {
        throw .unknownField(sort, known: roll.orders)
      }
      roll = sorted
    }
    return reverse ? roll.reversed : roll
  }
}
