package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports

/// The options that narrow and order a list.
package struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        "只列该州市，写中文或英文名称；可重复给出。",
        "Only of this prefecture, by its name in either language; repeatable."),
      valueName: Phrase("名称", "name")))
  package var prefecture: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只列该问题类别，写代号或名称；可重复给出。",
        "Only with this category of issues, by its id or name; repeatable."),
      valueName: Phrase("类别", "category")))
  package var issue: [String] = []

  @Flag(
    help: ArgumentHelp(Phrase("只列逾期的。", "Only what is overdue.")))
  package var overdue = false

  @Flag(
    help: ArgumentHelp(Phrase("所列内容有逾期的，退出码为2。", "Exit with 2 if something listed is overdue.")))
  package var failOverdue = false

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只列含有这些字词的：名称、标识码、收文号；汉字可用全拼或拼音首字母，如 km 即昆明；a|b 为两者之一，!word 为不含。",
        """
        Only what has these words: names, codes, incoming numbers, and Chinese by its pinyin in \
        full or by first letters, so that km is 昆明; a|b is either, !word must not occur.
        """),
      valueName: Phrase("文字", "text")))
  package var search: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "按 JSON 格式中的字段排序；pinyin 为名称的拼音顺序。",
        "Order by a field of the JSON form; pinyin is names in pinyin order."),
      valueName: Phrase("字段", "field")))
  package var sort: String?

  @Flag(
    help: ArgumentHelp(Phrase("倒序。", "The other way round.")))
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
  init(
    _ options: FilterOptions, in projection: Projection, _ language: Language
  ) throws(CommandError) {
    var prefectures: Set<String> = []
    for name in options.prefecture {
      do throws(Refusal) {
        prefectures.insert(try projection.directory.prefecture(named: name).id)
      } catch {
        throw .refused(error.named(in: projection, language))
      }
    }
    var issues: Set<String> = []
    for name in options.issue {
      guard let id = Filter.category(name, in: projection) else {
        throw .unknownIssue(name, known: projection.directory.categories.map(\.name))
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
