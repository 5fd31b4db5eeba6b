import CensusCore

/// The keys of what lies over the screen, where letters type.
extension Overlay {
  /// Whether F1 explains it.
  var isExplained: Bool { !keyNotes.isEmpty }

  /// What help calls it.
  var subject: Phrase {
    switch self {
    case .filter: Phrase("筛选", "The filter")
    case .lookOn: Phrase("查看日", "The day looked at")
    case .record(let dialog): dialog.act.name
    case .menu: Phrase("办理菜单", "The menu of acts")
    case .find(let finder):
      finder.isPalette ? Phrase("命令", "Commands") : Phrase("全局搜索", "Find anything")
    case .settings: Phrase("设置", "Settings")
    case .actor: Phrase("登记人", "Who records")
    case .facets: Phrase("分面筛选", "Facets")
    case .export: Phrase("导出", "Export")
    case .messages: Phrase("消息", "Messages")
    case .copying, .reading, .help: Phrase("帮助", "Help")
    }
  }

  /// Its keys and what they do.
  var keyNotes: [Help.Entry] {
    switch self {
    case .record(let dialog):
      Self.fields + Self.typing + [Self.note("Enter", "登记并关闭", "record and close")]
        + (dialog.origin == nil ? Self.cancel : Self.aside)
    case .menu:
      [
        Self.note("a–z", "按字母选一项", "the letter of an entry chooses it"),
        Self.note("↑ ↓", "上一项、下一项", "previous, next entry"),
        Self.note("← → Tab", "换到另一列", "the other column"),
        Self.note("Enter", "打开这一项的对话框", "open the dialog of the entry"),
      ] + Self.cancel
    case .filter:
      [
        Self.note(
          "a–z", "输入文字，列表随之筛选；空格并且，| 或者，! 排除", "type; the list follows; blank and, | or, ! not"),
        Self.note("↑ ↓", "以前用过的文字", "what was typed before"),
        Self.note("PgUp PgDn", "列表翻页", "page through the list"),
        Self.note("Enter", "保留筛选，回到列表", "keep the filter, back to the list"),
        Self.note("Esc", "放弃筛选，文字留给 n N", "drop the filter; n and N keep its text"),
      ] + Self.typing
    case .lookOn:
      [
        Self.note("0–9", "日期，写作 2018-10-23", "a day, written 2018-10-23"),
        Self.note("t d i", "今天、期限当日、印发日", "today, the due day, the day of issue"),
        Self.note("Enter", "看那一天的情况", "look on that day"),
      ] + Self.typing + Self.cancel
    case .find(let finder): Self.notes(of: finder) + Self.typing + Self.cancel
    case .settings:
      [
        Self.note("↑ ↓", "上一项、下一项", "previous, next setting"),
        Self.note("← →", "换一个值，立即生效", "another value, with effect at once"),
        Self.note("Esc", "关闭", "close"),
      ]
    case .actor:
      [Self.note("Enter", "记下姓名，继续登记", "keep the name and go on recording")]
        + Self.typing + Self.cancel
    case .facets:
      [
        Self.note("Space", "勾选或取消，列表随之筛选", "take a value or leave it; the list follows"),
        Self.note("↑ ↓", "上一项、下一项", "previous, next value"),
        Self.note("c", "全部取消", "leave all of them"),
        Self.note("Esc", "关闭，保留筛选", "close; the filter stays"),
      ]
    case .export:
      [
        Self.note("Tab ↑ ↓", "换一种格式", "another form"),
        Self.note("Enter", "写出文件", "write the file"),
      ] + Self.typing + Self.cancel
    case .messages, .copying, .reading, .help: []
    }
  }

  private static let fields = [
    note("Tab ↓", "下一项", "next field"),
    note("Shift-Tab ↑", "上一项", "previous field"),
    note("← → Space", "在选择项中换一个值", "another value of a field of choices"),
    note("+ -", "在日期后加一天、减一天", "behind a date: a day more, a day less"),
  ]

  private static let typing = [
    note("← → Home End", "移动插入点", "move the caret"),
    note("Ctrl-W", "删去前一个词", "delete the word before the caret"),
    note("Ctrl-U", "清空", "clear the text"),
  ]

  private static let cancel = [note("Esc", "取消，什么也不改", "cancel; nothing changes")]

  private static let aside = [
    note("Esc", "先放下，内容留着；再按一次丢弃", "put aside, text kept; again: drop it")
  ]

  private static func notes(of finder: Finder) -> [Help.Entry] {
    let moving = [
      note("↑ ↓", "上一条、下一条", "previous, next result"),
      note("PgUp PgDn", "翻页", "page through the results"),
    ]
    guard !finder.isPalette else {
      return moving + [note("Enter", "执行；带文字的命令先补上文字", "run; a command with a text waits for it")]
    }
    return moving + [
      note("Enter", "打开，或执行命令", "open, or run the command"),
      note("Tab", "只看此类，再按看下一类", "only this kind; again: the next kind"),
      note("Ctrl-T", "在本季度或全部季度中搜索", "over this quarter or all quarters"),
    ]
  }

  private static func note(_ keys: String, _ chinese: String, _ english: String) -> Help.Entry {
    Help.Entry(keys: keys, Phrase(chinese, english))
  }
}
