import CensusCore

/// How the published figures have changed against the latest earlier quarter that has them.
struct OverviewChange: Equatable {
  /// The quarter compared with.
  let since: Quarter
  /// Signed differences, such as −104 and +1.5点.
  let running: Phrase
  let failing: Phrase
  let rate: Phrase

  /// Nothing while the earlier quarters are not read, or none has figures.
  init?(_ state: State) {
    let quarter = state.projection.quarter
    guard
      state.archive.previous(of: state.projection.inspection, among: state.snapshot.quarters)
        != nil,
      let rate = state.trends.rateChange(at: quarter),
      let running = state.trends.change(of: .running, at: quarter),
      let failing = state.trends.change(of: .failing, at: quarter)
    else { return nil }
    since = rate.since
    self.running = Self.phrase(running.difference, running.text)
    self.failing = Self.phrase(failing.difference, failing.text)
    self.rate = Self.phrase(rate.tenthsOfPoints, rate.text, Phrase("点", " pt"))
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
