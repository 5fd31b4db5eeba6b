internal import CensusCore
internal import CensusStore

/// Which build of the programs runs.
package enum Build {
  /// The version of both programs.
  package static let version = "0.1.0"

  /// What `--version` answers: a line each for the version, the commit and the format of stores.
  ///
  /// - Parameters:
  ///   - program: the program's name.
  ///   - commit: as the build was told it, nil where nobody told it.
  /// - Returns: the lines.
  static func facts(of program: String, commit: String?) -> Phrase {
    let made = words(commit)
    return Phrase(
      """
      \(program) \(version)
      提交：\(made.chinese)
      数据格式：\(Store.format)
      """,
      """
      \(program) \(version)
      commit: \(made.english)
      store format: \(Store.format)
      """)
  }

  private static func words(_ commit: String?) -> Phrase {
    guard let commit else {
      return Phrase(
        "未记入本次构建；用 Scripts/install 构建则会记入",
        "not recorded in this build; Scripts/install records it")
    }
    guard commit.hasSuffix("+") else { return Phrase(commit, commit) }
    let known = String(commit.dropLast())
    return Phrase("\(known)，另有未提交的改动", "\(known), with changes that were not committed")
  }
}
