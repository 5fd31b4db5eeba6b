import CensusCommand
import CensusCore
import CensusPreferences

/// The sentences about a person's own files.
enum PreferenceMessages {
  static func sentence(_ fault: Preferences.Fault) -> Phrase {
    switch fault {
    case .config(let fault, let path): return fault.sentence(path)
    case .configUnreadable(let reason, let path):
      let words = Messages.words(reason)
      return Phrase(
        "配置文件 \(path) 无法读取：\(words.chinese)；本次按默认设置运行。",
        "the configuration \(path) cannot be read: \(words.english); the defaults hold.")
    case .memoryUnreadable(let reason, let path):
      let words = Messages.words(reason)
      return Phrase(
        "上次离开时的位置（\(path)）无法读取：\(words.chinese)；从头开始。",
        "where you were (\(path)) cannot be read: \(words.english); beginning afresh.")
    case .memoryDamaged(let path, let isAside):
      return Phrase(
        "上次离开时的位置和未登记的内容（\(path)）已损坏，"
          + (isAside ? "已改名为同名的 .damaged；从头开始。" : "未能改名保留，离开时将被覆盖；从头开始。"),
        "where you were, and what was not recorded (\(path)), is damaged and "
          + (isAside
            ? "was renamed to .damaged; " : "could not be renamed: leaving overwrites it; ")
          + "beginning afresh.")
    case .memoryNotKept(let reason, let path):
      let words = Messages.words(reason)
      return Phrase(
        "位置、筛选和选中未能记住（\(path)）：\(words.chinese)。",
        "place, filters and marks are not remembered (\(path)): \(words.english).")
    case .unrecordedNotKept(let verdicts, let dialogs):
      let counts = [
        (verdicts, Phrase("\(verdicts)条复查结论", counted(verdicts, "verdict"))),
        (dialogs, Phrase("\(dialogs)份填写的内容", counted(dialogs, "dialog"))),
      ]
      let lost = counts.filter { $0.0 > 0 }.map(\.1).joined(Phrase("和", " and "))
      return Phrase(
        "没有登记、也没能留到下次的：\(lost.chinese)。",
        "neither recorded nor kept for the next start: \(lost.english).")
    case .draftNotKept(let reason, let path):
      let words = Messages.words(reason)
      return Phrase(
        "载入的草稿未能留存（\(path)）：\(words.chinese)；退出前请写入，否则要重新载入。",
        "the draft of the notice is not kept (\(path)): \(words.english); write it before leaving, or "
          + "take it in again.")
    case .leftoverTooLong:
      return Phrase(
        "填写的内容过长，未登记，也未能留到下次。",
        "what was filled in is too long to be kept for the next start, and is not recorded.")
    case .viewRefused(let name, true, let path):
      return Phrase(
        "\(path) 中已有名为“\(name)”的视图；请另取一个名称。",
        "\(path) has a view named “\(name)” already; choose another name.")
    case .viewRefused(_, false, let path):
      return Phrase(
        "\(path) 有不能采用的内容，视图没有存进去；请先改正该文件（census-tui 启动时说明了何处有误）。",
        "\(path) has something that cannot be used, so the view is not kept; mend the file first, "
          + "as is told when census-tui begins.")
    case .viewNotKept(let reason, let path):
      let words = Messages.words(reason)
      return Phrase(
        "视图没有存进 \(path)：\(words.chinese)。",
        "the view is not kept in \(path): \(words.english).")
    case .actorNotKept(let reason, let path):
      let words = Messages.words(reason)
      return Phrase(
        "登记人只在本次有效，未能保存（\(path)）：\(words.chinese)；可设置环境变量 CENSUS_ACTOR。",
        "who records holds for this session only and is not kept (\(path)): \(words.english); set "
          + "CENSUS_ACTOR.")
    }
  }

  /// The first of several sentences, and how many more wait on standard error; short enough for the
  /// foot of the screen.
  static func summary(_ faults: [Preferences.Fault]) -> Phrase? {
    guard let fault = faults.first else { return nil }
    let first =
      if case .config(let fault, _) = fault { fault.sentence("config.json") } else {
        sentence(fault)
      }
    guard faults.count > 1 else { return first }
    let more = faults.count - 1
    return Phrase(
      "\(first.chinese)另有\(more)处，退出后列出。",
      "\(first.english) \(more) more \(more == 1 ? "is" : "are") listed on leaving.")
  }
}
