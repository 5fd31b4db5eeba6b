internal import CensusCore

extension World {
  /// Says that the folder was made, but is no repository.
  ///
  /// - Parameter words: git's own; nil if there is no git.
  package mutating func warnOfGit(_ words: String?) {
    guard let words else {
      return warn(
        Phrase(
          "没有找到 git，目录已新建但未纳入版本管理；请安装 git 后在该目录运行 git init。",
          "git is not installed, so the store was made without it; install git and run git init "
            + "there."))
    }
    warn(
      Phrase(
        "目录已新建，但 git 失败：\(words)；请在该目录运行 git init。",
        "the store was made, but git failed: \(words); run git init there."))
  }
}
