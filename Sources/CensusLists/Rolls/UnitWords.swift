package import CensusCore

extension Obligation.PartSummary {
  /// The day it was valid for every finding.
  package var validOn: Day? {
    guard case .valid(let day) = self else { return nil }
    return day
  }
}

/// How one part stands, in few letters.
package func partWords(_ part: Obligation.PartSummary, _ language: Language) -> String {
  switch part {
  case .missing: ""
  case .toReturn: Terms.submission(.toReturn)[language]
  case .returned: Terms.submission(.returned)[language]
  case .some(let count, let all): "\(count)/\(all)"
  case .valid(let day): day.description
  }
}

/// How many findings were re-checked, and how many of them failed: 3/5 不到位1.
package func recheckWords(_ obligation: Obligation, _ language: Language) -> String {
  let failed = obligation.failedCount
  let words = Phrase(" 不到位\(failed)", ", \(failed) failed")[language]
  return "\(obligation.recheckedCount)/\(obligation.followed.count)" + (failed > 0 ? words : "")
}

/// How often a unit was reminded, and when last: 2次 10-22.
package func chaseWords(_ chases: ChaseSummary, _ language: Language) -> String {
  guard let last = chases.lastOn else { return "" }
  return Phrase("\(chases.count)次 \(last.monthAndDay)", "\(chases.count), \(last.monthAndDay)")[
    language]
}
