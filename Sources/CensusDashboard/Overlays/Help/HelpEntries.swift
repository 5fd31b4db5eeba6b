import CensusCore

/// The keys of what lies over the screen, where letters type.
extension Help.Entry {
  init(_ keys: String, _ chinese: String, _ english: String) {
    self.init(keys: keys, Phrase(chinese, english))
  }

  /// In dialogs with several fields.
  static let fields = [
    Self("Tab ↓", "下一项", "next field"),
    Self("Shift-Tab ↑", "上一项", "previous field"),
    Self("← → Space", "在选择项中换一个值", "another value of a field of choices"),
    Self("+ -", "在日期后加一天、减一天", "behind a date: a day more, a day less"),
  ]

  /// Wherever one types.
  static let typing = [
    Self("← → Home End", "移动插入点", "move the caret"),
    Self("Ctrl-W", "删去前一个词", "delete the word before the caret"),
    Self("Ctrl-U", "清空", "clear the text"),
  ]

  static let cancel = [Self("Esc", "取消，什么也不改", "cancel; nothing changes")]

  static let aside = [
    Self("Esc", "先放下，内容留着；再按一次丢弃", "put aside, text kept; again: drop it")
  ]
}
