package import ArgumentParser
internal import CensusCore
package import CensusLists
internal import CensusStore

/// The options that narrow and order a list; every list has them.
package struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      Phrase(
        "只列某字段为某值的，写作 字段=值，如 state=未报；值可用中文、英文或代号；可重复给出，同一字段的几个值满足其一即可。",
        """
        Only rows whose field has a value, as state=outstanding; the value by its id or by its \
        word in either language. Repeatable: of several values of one field one is enough.
        """),
      valueName: Phrase("字段=值", "field=value")), completion: .store(.conditions))
  package var conditions: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只列该州市，写中文或英文名称；可重复给出。",
        "Only of this prefecture, by its name in either language; repeatable."),
      valueName: Phrase("名称", "name")), completion: .store(.prefectures))
  package var prefecture: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只列该问题类别，写代号或名称；可重复给出。",
        "Only with this category of issues, by its id or name; repeatable."),
      valueName: Phrase("类别", "category")), completion: .store(.categories))
  package var issue: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只列该状态（单位为报送情况），也可写中文；可重复给出。",
        "Only in this state, of units with this submission; repeatable."),
      valueName: Phrase("状态", "state")), completion: .store(.states))
  package var state: [String] = []

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "只列由本人承办的（见 assign；本人由 CENSUS_ACTOR 或登录名确定）。",
        "Only what you handle yourself (see assign; CENSUS_ACTOR or the login says who you are).")))
  package var mine = false

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
      valueName: Phrase("字段", "field")), completion: .store(.fields))
  package var sort: String?

  @Flag(
    help: ArgumentHelp(Phrase("倒序。", "The other way round.")))
  package var reverse = false

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只列这些字段，按此顺序，用逗号隔开；字段名同 JSON 格式。",
        "Only these fields, in this order, with commas between; named as in the JSON form."),
      valueName: Phrase("字段,…", "field,…")), completion: .store(.fields))
  package var columns: String?

  package init() {}
}

extension FilterOptions {
  /// What is left of a list, in the order and with the fields asked for.
  ///
  /// - Throws: `CommandError`, of a wish that the list cannot meet.
  package func applied<Row>(
    to roll: Roll<Row>, _ session: Session
  ) throws(CommandError) -> Roll<Row> {
    let wishes = try wishes(of: roll, session.store.knownDirectory, session.language)
    let roll = try ofOwn(roll, session)
    do throws(FilterFault) {
      if failOverdue, roll.isOverdue == nil { throw .neverOverdue }
      return try roll.narrowed(
        wishes, overdueOnly: overdue, search: search, sort: sort, isReversed: reverse,
        columns: columns.map { $0.split { ",，、 ".contains($0) }.map(String.init) })
    } catch {
      throw .filter(error)
    }
  }

  /// The rows that the person handles; all where nobody asked for those.
  private func ofOwn<Row>(
    _ roll: Roll<Row>, _ session: Session
  ) throws(CommandError) -> Roll<Row> {
    guard mine else { return roll }
    guard let person = session.person else { throw .noPerson }
    guard let field = roll["assignee"] else {
      throw .filter(.unknownField("assignee", known: roll.conditionFields))
    }
    return roll.keeping { field.choices($0).contains(person) }
  }

  /// The prefectures that were named.
  func prefectures(
    in directory: Directory, _ language: Language
  ) throws(CommandError) -> [PrefectureID] {
    try prefecture.map { name throws(CommandError) in
      do throws(Refusal) {
        return try directory.prefecture(named: name).id
      } catch {
        throw .refused(error.named(in: directory, language))
      }
    }
  }

  /// Whether the answer is bad because of a row that is left.
  func verdict<Row>(on roll: Roll<Row>) -> Verdict {
    guard let isOverdue = roll.isOverdue else { return .good }
    if failOverdue, roll.rows.contains(where: isOverdue) { return .bad }
    // What was not read may be owed: no form of the answer is taken for the whole.
    return roll.unreadable.isEmpty ? .good : .failed
  }

  /// All wishes about fields: those of `--where` and the short forms.
  private func wishes<Row>(
    of roll: Roll<Row>, _ directory: Directory, _ language: Language
  ) throws(CommandError) -> [Condition] {
    let typed = try conditions.map { text throws(CommandError) in
      guard let condition = Condition(text) else {
        throw .notACondition(text, known: roll.conditionFields)
      }
      return condition
    }
    let prefectures = try prefectures(in: directory, language).map {
      Condition("prefecture", $0.text)
    }
    let state = roll["submission"] != nil && roll["state"] == nil ? "submission" : "state"
    return typed + prefectures + issue.map { Condition("issues", $0) }
      + self.state.map { Condition(state, $0) }
  }
}
