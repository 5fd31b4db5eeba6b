import CensusCore

/// How the published figures have changed against the latest earlier quarter that has a rate.
struct OverviewChange: Equatable {
  /// The quarter compared with.
  let since: Quarter
  /// Signed differences, such as −104 and +1.5点; nil where that quarter lacks the figure.
  let running: Phrase?
  let failing: Phrase?
  let rate: Phrase

  /// Nothing while the earlier quarters are not read, or none has figures.
  init?(_ state: State) {
    let quarter = state.projection.quarter
    guard
      state.archive.previous(of: state.projection.inspection, among: state.snapshot.quarters)
        != nil,
      let rate = state.trends.rateChange(at: quarter)
    else { return nil }
    // Another quarter may have a count and no rate: its difference would stand under a wrong name.
    func phrase(_ measure: Trends.Measure) -> Phrase? {
      state.trends.change(of: measure, at: quarter).flatMap {
        $0.since == rate.since ? Self.phrase($0.difference, $0.text) : nil
      }
    }
    since = rate.since
    running = phrase(.running)
    failing = phrase(.failing)
    self.rate = Self.phrase(rate.tenthsOfPoints, rate.text, Phrase("个百分点", " pt"))
  }

  /// 较2018年三季度.
  var against: Phrase {
    Phrase("较\(since.name.chinese)", "since \(since.name.english)")
  }

  private static func phrase(
    _ difference: Int, _ text: String, _ measure: Phrase = Phrase("", "")
  ) -> Phrase {
    difference == 0
      ? Phrase("持平", "unchanged")
      : Phrase(text + measure.chinese, text + measure.english)
  }
}
