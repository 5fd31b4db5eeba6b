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
    let screen = state.projection.inspection
    guard
      let before = state.archive.previous(of: screen, among: state.snapshot.quarters)
    else { return nil }
    self.init(from: before, to: screen)
  }

  init?(from before: Inspection, to after: Inspection) {
    let (old, new) = (before.publishedTotals, after.publishedTotals)
    guard let oldRunning = old.running, let newRunning = new.running, let oldFailing = old.failing,
      let newFailing = new.failing, let oldRate = old.rate, let newRate = new.rate
    else { return nil }
    since = before.quarter
    running = Self.signed(newRunning - oldRunning)
    failing = Self.signed(newFailing - oldFailing)
    rate = Self.points(from: oldRate, to: newRate)
  }

  /// 较2018年三季度.
  var against: Phrase {
    Phrase("较\(since.name.chinese)", "since \(since.name.english)")
  }

  private static func signed(_ difference: Int) -> Phrase {
    guard difference != 0 else { return same }
    let text = sign(difference) + String(abs(difference))
    return Phrase(text, text)
  }

  /// The difference of two rates in percentage points, rounded half up to a tenth.
  private static func points(from old: PassRate, to new: PassRate) -> Phrase {
    let numerator = new.passed * old.total - old.passed * new.total
    let denominator = new.total * old.total
    let tenths = (2 * 1000 * abs(numerator) + denominator) / (2 * denominator)
    guard tenths > 0 else { return same }
    let text = sign(numerator) + "\(tenths / 10).\(tenths % 10)"
    return Phrase(text + "点", text + " pt")
  }

  private static let same = Phrase("持平", "unchanged")

  private static func sign(_ difference: Int) -> String { difference > 0 ? "+" : "−" }
}
