import CensusNotices
import TerminalKit

extension Why {
  /// The keys that answer it, the most likely first.
  var keys: [Key] {
    switch self {
    case .wording: ["c", "t", "x"]
    case .warning: ["c", "x"]
    case .headings, .likeResults, .failingList: ["h", "x"]
    case .otherPurpose: ["x", "h"]
    case .strayCode: ["x"]
    case .noPeriod, .period: ["q"]
    case .contradiction, .noDue, .undatedDue: ["d"]
    case .otherPeriod(_, _, let isOfTable): isOfTable ? ["x", "q"] : ["q"]
    case .whichFinding: ["f"]
    case .struck: ["x", "e"]
    case .covered: ["e", "x"]
    case .figure, .lostCode, .severalCodes, .formula, .errorValue, .uncertain, .noPrefecture,
      .noSite, .noIssue,
      .platform:
      ["e", "x"]
    case .owner: ["o", "x"]
    case .region, .newPrefecture: ["o", "e", "x"]
    case .otherProvince: ["o"]
    case .column: ["h"]
    case .remark: ["x", "h"]
    case .noName: ["e", "x"]
    case .accountsInText: ["x"]
    case .short, .wide, .alone, .repeated, .aboveHeadings, .prose: ["x"]
    }
  }

  /// What Enter does.
  var key: Key { keys[0] }

  /// The wording that is to be explained, if it is one.
  var wording: String? {
    switch self {
    case .wording(let text), .warning(let text): text
    default: nil
    }
  }
}
