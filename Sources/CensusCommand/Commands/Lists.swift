package import ArgumentParser
package import CensusCore
package import CensusLists
internal import CensusReports
internal import CensusStore

extension WorldCommand {
  /// Opens the store and reads the quarter; says in one line if files are damaged.
  func open(
    _ common: CommonOptions, in world: inout World
  ) throws(CommandError) -> (Session, Projection) {
    var session = try Session(common, in: &world)
    let projection = try session.projection()
    warnOfDamage(session.problems(of: projection.quarter), in: &world)
    return (session, projection)
  }
}

/// Says that an act was recorded in part, and what to do; what is wrong with the files behind an
/// answer, and where to read more.
func warnOfDamage(_ problems: [Problem], in world: inout World) {
  let partial = problems.compactMap { problem in
    if case .partialBatch(let batch) = problem.kind { batch } else { nil }
  }
  if let first = partial.first { world.warn(Messages.sentence(first)) }
  if partial.count > 1 {
    world.warn(
      Phrase(
        "另有\(partial.count - 1)个批次同样只登记了一部分；详见 census check。",
        "\(partial.count - 1) more \(partial.count == 2 ? "batch is" : "batches are") recorded in "
          + "part as well; see census check."))
  }
  guard let damage = Damage(problems)?.sentence else { return }
  world.warn(
    Phrase(
      "\(damage.chinese)；结果可能不完整，详见 census check。",
      "\(damage.english); this may be incomplete, see census check."))
}

/// `census quarters`.
package enum QuartersList: ListKind {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quarters",
      abstract: Phrase("数据目录中的各季度，最新的在前。", "The quarters of the store, newest first."),
      discussion: Phrase(
        """
        仅有总数的季度，资料一项为 headline；文件无法读取的季度，资料一项为 unreadable，没有数字。

        示例：census quarters --format json
        """,
        """
        A quarter of which only the totals are known has the coverage headline; one whose file \
        cannot be read has the coverage unreadable, and no figures.

        Example: census quarters --format json
        """))
  }

  package static func roll(
    _ options: NoOptions, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<QuarterRow> {
    var rows: [QuarterRow] = []
    inquiry.note(inquiry.session.store.problems)
    for quarter in inquiry.session.store.quarters() {
      let file = inquiry.session.store.inspection(of: quarter)
      rows.append(QuarterRow(quarter, file.inspection))
      inquiry.note(file.problems)
    }
    if rows.isEmpty, let failure = inquiry.session.store.quartersFailure {
      throw .store(.file(failure))
    }
    return quartersRoll(rows)
  }
}

/// `census prefectures`.
package enum PrefecturesList: ListKind {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "prefectures",
      abstract: Phrase(
        "附件1：各州市的网站数、合格率和报送情况。",
        "Annex 1: every prefecture with its sites, rate and reports."),
      discussion: Phrase(
        """
        按公布的顺序排列。“省直”代表全部省直部门。

        示例：census prefectures --quarter 2018Q3 --lang en
        """,
        """
        In published order. 省直 stands for the provincial departments together.

        Example: census prefectures --quarter 2018Q3 --lang en
        """))
  }

  package static func roll(
    _ options: NoOptions, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<PrefectureRow> {
    let projection = try inquiry.projection()
    return projection.prefecturesRoll(
      projection.prefectures, searched: inquiry.searched(projection))
  }
}

/// `census issues`.
package enum IssuesList: ListKind {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "issues",
      abstract: Phrase("问题类别及其出现次数。", "The categories of issues and how often they occur."),
      discussion: Phrase(
        """
        单项否决在前。一条问题可能属于两个类别。

        示例：census issues
        """,
        """
        Vetoes come first. A finding may carry two categories.

        Example: census issues
        """))
  }

  package static func roll(
    _ options: NoOptions, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<CategoryState> {
    try inquiry.projection().issuesRoll
  }
}

/// `census deadlines`.
package enum DeadlinesList: ListKind {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "deadlines",
      abstract: Phrase("整改时限：各日到期的报告。", "The days on which reports are due."),
      discussion: Phrase(
        "示例：census deadlines --fail-overdue",
        "Example: census deadlines --fail-overdue"))
  }

  package static func roll(
    _ options: NoOptions, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<DueDay> {
    try inquiry.projection().deadlinesRoll
  }
}

/// `census history`.
package enum HistoryList: ListKind {
  package struct Options: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        Phrase("只列该人登记的；可重复给出。", "Only what this person recorded; repeatable."),
        valueName: Phrase("姓名", "name")))
    package var by: [String] = []

    @Option(
      help: ArgumentHelp(
        Phrase("只列该类型的，如 receipt，也可写中文；可重复给出。", "Only of this type, as receipt; repeatable."),
        valueName: Phrase("类型", "type")))
    package var type: [String] = []

    @Option(
      help: ArgumentHelp(
        Phrase("只列该单位的；可重复给出。", "Only about this unit; repeatable."),
        valueName: Phrase("单位", "unit")), completion: .store(.ids))
    package var unit: [String] = []

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        Phrase("只列该日及以后的。", "Only of this day or later."), valueName: Phrase("日期", "date")),
      transform: Reading.day)
    package var since: TypedDay?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        Phrase("只列该日及以前的。", "Only of this day or earlier."), valueName: Phrase("日期", "date")),
      transform: Reading.day)
    package var until: TypedDay?

    @Flag(
      help: ArgumentHelp(Phrase("包括联络员的电话号码。", "With the telephone numbers of contacts.")))
    package var telephones = false

    package init() {}
  }

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: Phrase("办理记录，最新的在前。", "What was recorded, newest first."),
      discussion: Phrase(
        """
        已撤销的记录仍然保留，并予注明。不含电话号码，以便转发。

        示例：census history --known-at 2018-10-19T01:00:00Z
        """,
        """
        What was undone stays in the history and says so. Telephone numbers are left out, so that \
        the list can be handed on.

        Example: census history --known-at 2018-10-19T01:00:00Z
        """))
  }

  package static func roll(
    _ options: Options, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<HistoryEntry> {
    let projection = try inquiry.projection()
    let since = try inquiry.session.day(options.since, .behind)
    let until = try inquiry.session.day(options.until, .behind)
    if let since, let until, until < since {
      throw .contradiction("--since \(since)", "--until \(until)")
    }
    let roll = projection.historyRoll(
      projection.history, offset: inquiry.session.store.settings.offset,
      language: inquiry.session.language, telephones: options.telephones,
      searched: inquiry.searched(projection), isWhole: true
    ).keeping { entry in
      (since.map { entry.event.on >= $0 } ?? true) && (until.map { entry.event.on <= $0 } ?? true)
    }
    var units: [Condition] = []
    for name in options.unit {
      units += try projection.unitIDs(named: name, inquiry.session.language).map {
        Condition("unit", $0.text)
      }
    }
    do throws(FilterFault) {
      return try roll.keeping(
        units + options.by.map { Condition("recordedBy", $0) }
          + options.type.map { Condition("type", $0) })
    } catch {
      throw .filter(error)
    }
  }
}

extension Projection {
  /// The units that a name stands for.
  fileprivate func unitIDs(
    named name: String, _ language: Language
  ) throws(CommandError) -> [UnitID] {
    do throws(Refusal) {
      switch try resolve(name) {
      case .unit(let id): return [id]
      case .prefecture(let id):
        return obligations.filter { $0.unit.prefecture == id }.map(\.unit.id)
      default: throw .unknownID(name, nearest: [])
      }
    } catch {
      throw .refused(error.named(in: self, language))
    }
  }
}
