package import ArgumentParser
package import CensusCore
package import CensusLists
internal import CensusStore

/// `census compare`.
package enum CompareList: ListKind {
  package struct Options: ParsableArguments {
    @Argument(
      help: ArgumentHelp(
        Phrase(
          "前一期；只写一期时，与它之前的一期对比。",
          "The earlier period; if it is the only one, it is compared with the one before it."),
        valueName: Phrase("季度", "quarter")), completion: .store(.quarters),
      transform: Reading.quarter)
    package var first: Quarter?

    @Argument(
      help: ArgumentHelp(
        Phrase("后一期。", "The later period."), valueName: Phrase("另一季度", "other")),
      completion: .store(.quarters),
      transform: Reading.quarter)
    package var second: Quarter?

    package init() {}
  }

  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: Phrase(
        "两期对比：新增、仍不合格、不再列出的网站。",
        "Two periods side by side: sites that newly fail, fail still, fail no longer."),
      discussion: Phrase(
        """
        新增的在前，然后是仍不合格的、不再列出的，各按公布的顺序；表下说明共多少个不合格、比前一期多或少多少、集中在哪里。\
        都不写时，对比最新一期和它之前的一期；写在前面的较晚时，仍按时间先后对比，并予说明。更正过标识码的、整合到别处的，\
        按同一个网站计；没有标识码的，按州市和名称认；已剔除的问题不计。不再列出不等于整改到位，须复查后登记。\
        有一期仅有总数时，没有网站可列，只比较总数。时段种类不同或有一期是抽查时，不作增减比较。

        示例：
          census compare 2018Q3 2018Q4
          census compare 2018Q3 2018Q4 --where change=仍不合格 --format csv
          census compare --prefecture 临沧
        """,
        """
        Newly failing sites come first, then those that fail still, then those that are not listed \
        any more, each in published order; below, how many fail, how many more or fewer than \
        before, and where they gather. With no quarter named, the newest is compared with the one \
        before it; if the later one is named first, the order of time is kept, and that is said. A \
        site whose code was corrected or that was merged is the same site; one without a code is \
        known by its prefecture and name; what was struck off does not count. Not to be listed is \
        no proof: only a re-check is. Of a quarter known by its totals only no site can be listed, \
        and only totals compare. Between periods of different kinds, or a census and a spot check, \
        nothing is called more or fewer.

        Examples:
          census compare 2018Q3 2018Q4
          census compare 2018Q3 2018Q4 --where change=stillFailing --format csv
          census compare --prefecture Lincang
        """))
  }

  package static func roll(
    _ options: Options, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<Comparison.Site> {
    let named = [options.first, options.second].compactMap(\.self)
    return try inquiry.session.comparison(of: named, isSearched: !inquiry.filters.search.isEmpty)
  }
}

extension Session {
  /// Two periods side by side.
  ///
  /// - Parameters:
  ///   - named: one or two of them, in any order; one stands for it and the one before it, none for
  ///     the quarter looked at and the one before that.
  ///   - isSearched: whether texts are made ready for a search.
  /// - Returns: the list, newly failing sites first.
  /// - Throws: `CommandError.sameQuarter`, `.unknownQuarter`, `.unreadableQuarter`,
  ///   `.nothingBefore`; `.contradiction` where `--quarter` names one as well.
  package mutating func comparison(
    of named: [Quarter], isSearched: Bool = false
  ) throws(CommandError) -> Roll<Comparison.Site> {
    try checkUnchosen(named.map(\.description))
    if named.count > 1, named[0] == named[1] { throw .sameQuarter(named[0]) }
    for quarter in named { try checkKnown(quarter) }
    var pair = named
    if pair.isEmpty { pair = [try quarter()] }
    if pair.count == 1 {
      guard let before = quarter(before: pair[0]) else {
        throw .nothingBefore(pair[0], known: store.quarters())
      }
      pair.insert(before, at: 0)
    }
    let projections = try pair.map { quarter throws(CommandError) in
      try readable(quarter)
      return try projection(of: quarter)
    }
    let texts = isSearched ? projections.map { SearchTexts(of: $0) } : []
    return comparisonRoll(
      Comparison(projections[0], projections[1]), directory: store.knownDirectory,
      isSwapped: pair[0] > pair[1]
    ) { site in
      texts.flatMap { texts in (site.before + site.after).flatMap { texts.of($0) } }
    }
  }

  /// Whether what stands without an option is the only word on the quarter.
  mutating func checkUnchosen(_ words: [String]) throws(CommandError) {
    guard let chosenQuarter, !words.isEmpty else { return }
    throw .contradiction("--quarter \(chosenQuarter)", words.joined(separator: " "))
  }

  private mutating func checkKnown(_ quarter: Quarter) throws(CommandError) {
    let quarters = store.quarters()
    guard !quarters.contains(quarter) else { return }
    if let failure = store.quartersFailure { throw .store(.file(failure)) }
    throw .unknownQuarter(quarter, known: quarters)
  }

  /// Checks that a period can be read.
  mutating func readable(_ quarter: Quarter) throws(CommandError) {
    let file = store.inspection(of: quarter)
    if file.inspection == nil { throw .unreadableQuarter(quarter, file.problems.first) }
  }
}
