package import ArgumentParser
package import CensusCore
package import CensusLists

/// `census sites`.
package enum SitesList: ListKind {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sites",
      abstract: Phrase("不合格网站，每个只列一次。", "The failing sites, each once."),
      discussion: Phrase(
        """
        有多条问题的网站，显示其中最差的状态。

        示例：census sites --prefecture 临沧 --state outstanding --sort daysLeft
        """,
        """
        A site with several findings shows the worst of their states.

        Example: census sites --prefecture 临沧 --state outstanding --sort daysLeft
        """))
  }

  package static func roll(
    _ options: NoOptions, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<SiteState> {
    let projection = try inquiry.projection()
    let past = inquiry.session.past(of: projection, projection.findings)
    return projection.sitesRoll(
      projection.sites, past: past, searched: inquiry.searched(projection))
  }
}

/// `census findings`.
package enum FindingsList: ListKind {
  package struct Options: ParsableArguments {
    @Flag(
      help: ArgumentHelp(Phrase("一并列出正文点名的网站。", "Add the sites that the text names.")))
    package var mentions = false

    package init() {}
  }

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "findings",
      abstract: Phrase(
        "附件2：公布的每条问题及其状态。",
        "Annex 2: every finding as printed, and how it stands."),
      discussion: Phrase(
        """
        仅正文点名的网站无须报送；用 --mentions 一并列出。

        示例：census findings --issue text_errors --format csv
        """,
        """
        Sites that only the text names owe nothing; --mentions adds them.

        Example: census findings --issue text_errors --format csv
        """))
  }

  package static func roll(
    _ options: Options, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<FindingRow> {
    let projection = try inquiry.projection()
    let past = inquiry.session.past(of: projection, projection.findings)
    return projection.findingsRoll(
      projection.findings, mentions: options.mentions ? projection.inspection.mentions : [],
      past: past, searched: inquiry.searched(projection))
  }
}

/// `census units`.
package enum UnitsList: ListKind {
  package struct Options: ParsableArguments {
    @Flag(
      help: ArgumentHelp(
        Phrase("列出各单位的所有轮次，而不只是最近一轮。", "All rounds of each report, not the latest alone.")))
    package var rounds = false

    package init() {}
  }

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "units",
      abstract: Phrase(
        "报送登记：哪些单位应报，哪些材料已收到。",
        "The receipt desk: who owes a report, and what has arrived."),
      discussion: Phrase(
        """
        欠报最多的在前。两份材料缺一不可：经主要负责同志签字的纸质版，以及电子版。限期再整改开始新的一轮；各单位显示最近一轮。
        JSON 中天数旁另有工作日（workingDaysLeft、workingDaysLate），按 holidays.json 的节假日安排计，缺该年安排时为 null；lateness 是迟报等级，天数由 store.json 的 policy 定。

        示例：census units --overdue --fail-overdue
              census units --where lateness=严重
        """,
        """
        Who owes most comes first. Both parts are needed: the paper copy signed by the principal \
        leader, and the electronic document. Rectification that was ordered anew opens a further \
        round; a unit shows its latest. JSON has working days beside days (workingDaysLeft, \
        workingDaysLate), by the holidays in holidays.json, null for years it does not have; \
        lateness is the grade, from as many days as the policy in store.json says.

        Example: census units --overdue --fail-overdue
                 census units --where lateness=grave
        """))
  }

  package static func roll(
    _ options: Options, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<UnitRow> {
    let projection = try inquiry.projection()
    let desk = projection.receiptDesk
    return projection.unitsRoll(
      options.rounds ? desk.flatMap(UnitRow.rounds) : desk.map { UnitRow($0) },
      searched: inquiry.searched(projection))
  }
}

/// `census rechecks`.
package enum RechecksList: ListKind {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rechecks",
      abstract: Phrase(
        "复查清单：需要复查的问题及最近一轮的结果。",
        "The run sheet: what is to be re-checked, and how it last went."),
      discussion: Phrase(
        """
        按附件2的顺序；已剔除的问题不列。轮次、复查结果、原因、复查日期均为最近一轮的。

        示例：
          census rechecks --where verdict=failed
          census rechecks --prefecture 临沧 --columns row,name,issues,verdict
        """,
        """
        In the order of annex 2, without what was struck off. Round, verdict, reason and day are \
        those of the latest re-check.

        Examples:
          census rechecks --where verdict=failed
          census rechecks --prefecture 临沧 --columns row,name,issues,verdict
        """))
  }

  package static func roll(
    _ options: NoOptions, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<FindingState> {
    let projection = try inquiry.projection()
    let followed = projection.findings.filter { !$0.isVoid }
    let past = inquiry.session.past(of: projection, followed)
    return projection.rechecksRoll(
      followed, past: past, searched: inquiry.searched(projection))
  }
}

/// `census ledger`.
package enum LedgerList: ListKind {
  package struct Options: ParsableArguments {
    @Flag(
      help: ArgumentHelp(
        Phrase(
          "一并列出待研究问责的单位，以及已办结的问责。",
          "Add the units that are to be considered, and conclusions.")))
    package var all = false

    package init() {}
  }

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ledger",
      abstract: Phrase(
        "问责台账：每次启动问责、每项问责处理各一行。",
        "Accountability: a line for each opening and each measure."),
      discussion: Phrase(
        """
        表下按处理方式汇总，写法同通报。

        示例：census ledger --all --format csv
        """,
        """
        Under the table the measures are summed up as notices print them.

        Example: census ledger --all --format csv
        """))
  }

  package static func roll(
    _ options: Options, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<LedgerRow> {
    let projection = try inquiry.projection()
    return projection.ledgerRoll(
      isWhole: options.all, searched: inquiry.searched(projection))
  }
}
