import CensusCore
import CensusLists

/// How many re-checks came to what.
struct RecheckCounts: Equatable {
  let passed: Int
  let failed: Int
  let untestable: Int

  init(_ states: some Sequence<Recheck.State>) {
    let states = Array(states)
    passed = states.count { $0 == .passed }
    failed = states.count { $0 == .failed }
    untestable = states.count { $0 == .untestable }
  }

  var total: Int { passed + failed + untestable }

  /// 到位15条、不到位3条; what did not occur is left out.
  var parts: Phrase {
    let counts = [
      (passed, Terms.shortRecheck(.passed)), (failed, Terms.shortRecheck(.failed)),
      (untestable, Terms.verdict(.untestable)),
    ].filter { $0.0 > 0 }
    return Phrase(
      counts.map { "\($0.1.chinese)\($0.0)条" }.joined(separator: "、"),
      counts.map { "\($0.0) \($0.1.english)" }.joined(separator: ", "))
  }
}

extension Labels {
  /// Why something could not be tested, in a narrow column.
  static func shortReason(_ reason: Recheck.Reason) -> Phrase {
    switch reason {
    case .offline: Phrase("下线", "offline")
    case .connection: Phrase("断连", "unreachable")
    case .migrated: Phrase("迁移", "moved")
    case .other: Phrase("其他", "other")
    }
  }
}
