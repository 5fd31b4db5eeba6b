package import ArgumentParser
package import CensusCore
package import CensusLists
internal import CensusStore

/// `census review`.
package enum ReviewList: ListKind {
  package struct Options: ParsableArguments {
    @Argument(
      help: ArgumentHelp(
        Phrase(
          "年份，写作 2018；未给出时为所看季度的那一年。",
          "The year, as 2018; else that of the quarter looked at."),
        valueName: Phrase("年份", "year")),
      transform: Reading.year)
    package var year: Int?

    package init() {}
  }

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: Phrase(
        "年度回顾：各州市全年的不合格、报送、催办、复查和问责。",
        "A year, one row a prefecture: failures, reports, reminders, re-checks, accountability."),
      discussion: Phrase(
        """
        按公布的顺序排列，“省直”代表全部省直部门；合计和全年的说明在表下。各栏的含义：
          不合格期数    有不合格网站的期数/列入通报的期数
          不合格        全年不合格的网站，几期都不合格的只计一个
          新媒体账号    全年不合格的新媒体账号，不计入不合格网站；没有的不列此栏
          应报份数      每个单位每期一份，以通报的一轮为准
          按时等        按时、逾期报齐、未报齐、免报、延期内，合起来就是应报份数
          迟报天数      逾期报齐的各份晚了几天，合计
          催办          催办次数，一次说到几个网站的计一次
          复查不到位    复查不到位过或擅自下线的问题，后来通过的也计
          再次不合格    此前（含往年）同类时段不合格过的网站、账号
          启动问责      启动过问责的单位，每期计一次
          连续无不合格  到该年最后一期，连续几期没有不合格网站
        已剔除的问题都不计。仅有总数的季度没有州市，无法读取的季度不列入，都在表下注明。

        示例：
          census review 2018
          census review 2018 --sort late --reverse --format csv
        """,
        """
        In published order; the provincial departments are one row. Their sum and a sentence on the \
        year stand below. What is counted:
          Periods failed         periods with failing sites/periods listed
          Failing                distinct failing sites of the year
          Accounts               failing new-media accounts, none of them a site
          Reports                one a unit and period, by the notice's own round
          On time, Late, …       parts of Reports, which add up to it
          Days late              of the reports that were complete late, together
          Chases                 reminders; one about several sites is one
          Failed re-checks       findings that failed one or went dark, mended or not
          Failed again           sites and accounts that failed before in such a period
          Accountability opened  units, once for each period
          Streak                 periods running without failing sites, up to the last
        What was struck off counts nowhere. A quarter known by its totals only has no prefectures, \
        one that cannot be read is left out; both are named below.

        Examples:
          census review 2018
          census review 2018 --sort late --reverse --format csv
        """))
  }

  package static func roll(
    _ options: Options, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<YearReview.Row> {
    try inquiry.session.review(of: options.year)
  }
}

extension Session {
  /// A year, one row a prefecture.
  ///
  /// - Parameter named: the year; nil for that of the quarter looked at.
  /// - Returns: the list in official order.
  /// - Throws: `CommandError.noYear`, `.unreadableQuarter` where no period of the year can be read;
  ///   `.contradiction` where `--quarter` names one as well.
  package mutating func review(of named: Int?) throws(CommandError) -> Roll<YearReview.Row> {
    try checkUnchosen([named.map(String.init)].compactMap(\.self))
    let year: Int
    if let named { year = named } else { year = try quarter().year }
    let quarters = store.quarters()
    let own = quarters.filter { $0.year == year }
    guard let newest = own.first else {
      if let failure = store.quartersFailure { throw .store(.file(failure)) }
      throw .noYear(year, known: Set(quarters.map(\.year)).sorted())
    }
    var (projections, totals, unreadable): ([Projection], [Inspection], [Quarter]) = ([], [], [])
    for quarter in quarters where quarter.year <= year {
      guard let inspection = store.inspection(of: quarter).inspection else {
        unreadable.append(quarter)
        continue
      }
      switch inspection.coverage {
      case .full: projections.append(try projection(of: quarter))
      case .headline: totals.append(inspection)
      }
    }
    if unreadable.count(where: { $0.year == year }) == own.count { try readable(newest) }
    return reviewRoll(
      YearReview(year, projections, totals: totals), leavingOut: unreadable,
      directory: store.knownDirectory)
  }
}
