package import ArgumentParser
package import CensusCore

/// The options that both programs share.
package struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase("数据目录。", "The folder of the store."),
      discussion: Phrase(
        "未给出时依次用 CENSUS_STORE、./data（其中有 store.json 的）、$XDG_DATA_HOME/site-census。",
        """
        Else CENSUS_STORE, else ./data if it holds a store.json, else $XDG_DATA_HOME/site-census.
        """),
      valueName: Phrase("目录", "dir")), completion: .directory)
  package var store: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "季度，写作 2018Q3（月份 2018-09、半年 2018H1、专项抽查 2018S2）；未给出时为列有问题的最新季度。",
        """
        The quarter, as 2018Q3 (a month 2018-09, a half-year 2018H1, a special check 2018S2); else \
        the newest with findings.
        """),
      valueName: Phrase("季度", "quarter")), completion: .store(.quarters),
    transform: Reading.quarter)
  package var quarter: Quarter?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase(
        "截至日期，写作 2018-10-20；未给出时为数据目录所在时区的今天。",
        "The day looked at, as 2018-10-20; else today in the store's time zone."),
      discussion: Phrase(
        "各日期选项也可写 20181020、10-20、1020、20、+3、-1、昨天、周三、下周三、fri；不写年月的，取离截至日期最近的一天，"
          + "可以指两天的不予采用，并列明是哪两天。",
        """
        Every date option also takes 20181020, 10-20, 1020, 20, +3, -1, yesterday, fri, next fri; \
        without a year or month the day nearest to the day looked at is meant. What can mean two \
        days is refused with both.
        """),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var asOf: TypedDay?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只看此时刻以前登记的内容，写作 2018-10-19T09:00:00+08:00；输出中予以注明。",
        "Only what was recorded until then, as 2018-10-19T09:00:00+08:00; the answer says so."),
      valueName: Phrase("时刻", "instant")),
    transform: Reading.instant)
  package var knownAt: Instant?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "语言：zh 或 en；未给出时依次用 CENSUS_LANG、数据目录、系统区域设置的语言。",
        "The language: zh or en; else CENSUS_LANG, the store's, the locale's."),
      valueName: Phrase("语言", "lang")))
  package var lang: Language?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "颜色：auto（自动）、always（总是）或 never（从不）；遵从 NO_COLOR。",
        "Colours: auto, always or never; NO_COLOR is honoured."),
      valueName: Phrase("何时", "when")))
  package var color: ColourChoice = .auto

  @Flag(
    help: ArgumentHelp(Phrase("只读，不登记任何内容。", "Record nothing.")))
  package var readOnly = false

  package init() {}
}

extension CommonOptions {
  /// The options where nobody gave any.
  package static func unsaid() throws -> CommonOptions { try parse([]) }
}
