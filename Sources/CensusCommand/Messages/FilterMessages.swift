import CensusCore
import CensusLists
import CensusViews

extension Messages {
  /// Why the named views cannot be read.
  static func sentence(_ failure: PersonalConfig.Failure) -> Phrase {
    switch failure {
    case .unreadable(let path, let reason):
      Phrase(
        "配置文件“\(path)”无法读取：\(words(reason).chinese)。",
        "the configuration “\(path)” cannot be read: \(words(reason).english).")
    case .syntax(let path, let line, let column):
      Phrase(
        "配置文件“\(path)”第\(line)行第\(column)列不是合法的 JSON；请改正。",
        "the configuration “\(path)” is no JSON at line \(line), column \(column); mend it there.")
    case .noProgram(let path, let line):
      Phrase(
        "配置文件“\(path)”第\(line)行：onRecorded 应为程序和参数的列表，如 [\"notify\", \"-q\"]；请改正。",
        "the configuration “\(path)”, line \(line): onRecorded takes a program and its arguments, as "
          + "[\"notify\", \"-q\"]; mend it there.")
    }
  }

  /// Why rows cannot be chosen as somebody wishes.
  static func sentence(_ fault: FilterFault) -> Phrase {
    switch fault {
    case .neverOverdue:
      Phrase(
        "此列表不涉及逾期；请去掉 --overdue 和 --fail-overdue。",
        "nothing in this list can be overdue; leave out --overdue and --fail-overdue.")
    case .unknownField, .unknownValue, .unknownOrder, .notADay, .notANumber: fault.sentence
    }
  }
}
