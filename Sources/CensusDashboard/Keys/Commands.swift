import CensusCore
import TerminalKit

/// What a key means.
///
/// The names are those of configuration files and plain mode. They are kept for good: files of people
/// are written with them.
package enum Command: String, CaseIterable, Sendable {
  case up = "up"
  case down = "down"
  case pageUp = "pageUp"
  case pageDown = "pageDown"
  case halfPageUp = "halfPageUp"
  case halfPageDown = "halfPageDown"
  case first = "first"
  case last = "last"
  /// Columns of a list to the left and to the right.
  case left = "left"
  case right = "right"
  case open = "open"
  case back = "back"
  case close = "close"
  case quit = "quit"
  case viewOverview = "view.overview"
  case viewPrefectures = "view.prefectures"
  case viewSites = "view.sites"
  case viewIssues = "view.issues"
  case viewDeadlines = "view.deadlines"
  case viewRechecks = "view.rechecks"
  case viewTrends = "view.trends"
  case viewChecks = "view.checks"
  case viewHistory = "view.history"
  case viewNotice = "view.notice"
  case previousQuarter = "previousQuarter"
  case nextQuarter = "nextQuarter"
  case filter = "filter"
  case facets = "facets"
  /// The next and the previous row that a dropped filter would have kept.
  case nextMatch = "nextMatch"
  case previousMatch = "previousMatch"
  /// Find anything.
  case find = "find"
  /// The commands by their names.
  case palette = "palette"
  case sort = "sort"
  case reverseSort = "reverseSort"
  case nextPane = "nextPane"
  case previousPane = "previousPane"
  /// The pane that has the keys fills the screen, or no longer.
  case zoom = "zoom"
  case previousRecord = "previousRecord"
  case nextRecord = "nextRecord"
  case receivePaper = "receivePaper"
  case receiveElectronic = "receiveElectronic"
  case receiveBoth = "receiveBoth"
  case incomingNumber = "incomingNumber"
  case detailPaper = "detailPaper"
  case detailElectronic = "detailElectronic"
  /// The menu of all that can be recorded.
  case act = "act"
  case chase = "chase"
  case retract = "retract"
  case redo = "redo"
  /// The rest of a batch that was cut short.
  case complete = "complete"
  /// Verdicts of the run sheet.
  case verdictPassed = "verdictPassed"
  case verdictFailed = "verdictFailed"
  case verdictUntestable = "verdictUntestable"
  /// A pass for all that the latest census does not list any more.
  case verdictAbsent = "verdictAbsent"
  case verdictClear = "verdictClear"
  case saveRun = "saveRun"
  /// The dialog that was filled in and not recorded.
  case resume = "resume"
  case markRow = "markRow"
  case markRange = "markRange"
  /// The row under the cursor and its neighbour.
  case markUp = "markUp"
  case markDown = "markDown"
  case markAll = "markAll"
  case markNone = "markNone"
  case copy = "copy"
  case export = "export"
  /// Reports, letters and forms.
  case papers = "papers"
  /// Opens the address of a site, or a file kept as evidence.
  case openAddress = "openAddress"
  case ledger = "ledger"
  case worklist = "worklist"
  /// The quarter beside the one before it.
  case comparison = "comparison"
  /// The records that contradict each other.
  case conflicts = "conflicts"
  /// Take a notice in.
  case intake = "intake"
  case undo = "undo"
  case lookOn = "lookOn"
  case reload = "reload"
  case language = "language"
  case theme = "theme"
  case mouse = "mouse"
  case settings = "settings"
  case messages = "messages"
  case help = "help"
  case redraw = "redraw"
  case suspend = "suspend"
  /// Made-up data in the place of an empty store.
  case demo = "demo"

  /// The one that opens a view.
  package static func view(_ view: View) -> Command {
    Command(rawValue: "view.\(view.rawValue)") ?? .viewOverview
  }

  /// The view that it opens.
  package var view: View? { View.allCases.first { .view($0) == self } }
}

extension KeyMap {
  /// The keys as they come.
  package static let standard = KeyMap(recording + moving + views + list + program)

  private static let recording: [Binding] = [
    binding(
      .receivePaper, ["p"], .recording, Phrase("纸质版已收", "paper in"),
      Phrase(
        "纸质版已收（主要负责同志签字），记在截至日期",
        "paper copy received on the day looked at, signed by the principal leader")),
    binding(
      .receiveElectronic, ["e"], .recording, Phrase("电子版已收", "e-doc in"),
      Phrase("电子版已收，记在截至日期", "electronic document received on the day looked at")),
    binding(
      .receiveBoth, ["b"], .recording, Phrase("两份已收", "both in"),
      Phrase(
        "纸质版（主要负责同志签字）、电子版都已收，记在截至日期",
        "both parts received on the day looked at, the paper copy signed by the principal leader")),
    binding(
      .incomingNumber, ["#"], .recording, Phrase("收文号", "number"),
      Phrase("收文号：补登到刚登记的收件", "add the incoming number to the receipt just recorded")),
    binding(
      .detailPaper, ["P"], .recording, Phrase("纸质版详填", "paper…"),
      Phrase("登记纸质版：日期、签字、文号、范围", "paper copy with date, signature, numbers, cover")),
    binding(
      .detailElectronic, ["E"], .recording, Phrase("电子版详填", "e-doc…"),
      Phrase("登记电子版：日期、文号、范围", "electronic document with date, numbers, cover")),
    binding(
      .chase, ["c"], .recording, Phrase("催办", "chase"),
      Phrase("催办：接话人、答复、承诺日期", "a reminder: who answered, what, promised by when")),
    binding(
      .act, ["m", .function(8)], .recording, Phrase("办理…", "record…"),
      Phrase("办理：可登记的全部事项", "the menu of all that can be recorded")),
    binding(
      .verdictPassed, ["+", "="], .recording, Phrase("到位", "passed"),
      Phrase("复查：整改到位", "run sheet: passed")),
    binding(
      .verdictFailed, ["-"], .recording, Phrase("不到位", "failed"),
      Phrase("复查：整改不到位", "run sheet: failed")),
    binding(
      .verdictUntestable, ["~"], .recording, Phrase("无法复查", "untestable"),
      Phrase(
        "复查：无法复查，按 1–4 选原因", "run sheet: untestable, 1–4 says why")),
    binding(
      .verdictAbsent, ["a"], .recording, Phrase("普查佐证", "by census"),
      Phrase(
        "复查：最近一期普查未再列入的，一并填为到位", "run sheet: passed, for all that the latest census does not list")),
    binding(
      .verdictClear, [.backspace], .recording, Phrase("清除", "clear"),
      Phrase("复查：清除本条结论", "run sheet: take the verdict away")),
    binding(
      .saveRun, ["w"], .recording, Phrase("保存复查", "save run"),
      Phrase("复查：全部登记为一批", "run sheet: record all verdicts as one batch")),
    binding(
      .resume, ["R"], .recording, Phrase("接着填", "go on"),
      Phrase("接着填：上次退出时填写而没有登记的内容", "go on with what the last end left filled in and not recorded")),
    binding(
      .retract, ["M"], .recording, Phrase("撤回", "retract"),
      Phrase("撤回一条记录，写明原因", "retract one record, with a reason")),
    binding(
      .undo, ["u"], .recording, Phrase("撤销", "undo"),
      Phrase("撤销我最近登记的一批，退出后仍可撤销", "take back my last batch, also after a restart")),
    binding(
      .redo, [.control("r")], .recording, Phrase("重做", "redo"),
      Phrase("重做：取消我最近一次撤销", "take back my last undo")),
    binding(
      .complete, ["C"], .recording, Phrase("补全", "complete"),
      Phrase("补全中途被终止的一批登记", "complete a batch that was cut short")),
  ]

  private static let moving: [Binding] = [
    binding(.up, ["k", .up], .moving, Phrase("上", "up"), Phrase("上一行", "row up")),
    binding(.down, ["j", .down], .moving, Phrase("下", "down"), Phrase("下一行", "row down")),
    binding(
      .pageUp, [.pageUp, .control("b")], .moving, Phrase("上页", "page up"),
      Phrase("上一页", "page up")),
    binding(
      .pageDown, [.pageDown, .control("f")], .moving, Phrase("下页", "page down"),
      Phrase("下一页", "page down")),
    binding(
      .halfPageUp, [.control("u"), .shiftPageUp], .moving, Phrase("上半页", "half up"),
      Phrase("上半页", "half a page up")),
    binding(
      .halfPageDown, [.control("d"), .shiftPageDown], .moving, Phrase("下半页", "half down"),
      Phrase("下半页", "half a page down")),
    binding(.first, ["g", .home], .moving, Phrase("首行", "first"), Phrase("首行", "first row")),
    binding(.last, ["G", .end], .moving, Phrase("末行", "last"), Phrase("末行", "last row")),
    binding(
      .open, [.enter], .moving, Phrase("打开", "open"), Phrase("打开这一行", "open the row")),
    binding(
      .back, [.escape], .moving, Phrase("返回", "back"),
      Phrase("清除筛选，或返回上一层；不会退出", "clear the filter, or go back; never quits")),
    binding(
      .nextPane, [.tab], .moving, Phrase("换栏", "pane"), Phrase("下一栏", "next pane")),
    binding(
      .previousPane, [.backTab], .moving, Phrase("上一栏", "pane back"),
      Phrase("上一栏", "previous pane")),
    binding(
      .zoom, ["z"], .moving, Phrase("放大", "zoom"),
      Phrase("放大当前栏，再按还原", "the pane fills the screen; again: as before")),
    binding(
      .left, ["h", .left], .moving, Phrase("左列", "left"),
      Phrase("列表或地图向左", "columns or map: left")),
    binding(
      .right, ["l", .right], .moving, Phrase("右列", "right"),
      Phrase(
        "列表或地图向右，看放不下的列",
        "columns or map: right; those that found no room")),
    binding(
      .nextRecord, ["J", .controlDown], .moving, Phrase("下一个", "next"),
      Phrase("详情中看列表的下一个", "in a detail: next of the list")),
    binding(
      .previousRecord, ["K", .controlUp], .moving, Phrase("上一个", "previous"),
      Phrase("详情中看列表的上一个", "in a detail: previous of the list")),
  ]

  private static let views: [Binding] =
    View.allCases.map { view in
      binding(
        .view(view), [.character(view.digit)] + (view == .trends ? ["t", .function(7)] : []),
        .views, Labels.tab(view), Labels.viewHelp(view))
    } + [
      binding(
        .previousQuarter, ["[", "{"], .views, Phrase("上季", "earlier"),
        Phrase("上一个季度", "previous quarter")),
      binding(
        .nextQuarter, ["]", "}"], .views, Phrase("下季", "later"),
        Phrase("下一个季度", "next quarter")),
      binding(
        .ledger, ["A"], .views, Phrase("问责", "ledger"),
        Phrase("问责台账", "the ledger of accountability")),
      binding(
        .worklist, ["W"], .views, Phrase("待办", "worklist"),
        Phrase("全部待办：各期未办结的单位和批示", "all that is owed, over all periods")),
      binding(
        .comparison, ["V"], .views, Phrase("对比", "compare"),
        Phrase("与前一期对比：新增、仍不合格、不再列出", "beside the period before: newly, still, no longer failing")),
      binding(
        .conflicts, ["X"], .views, Phrase("矛盾", "conflicts"),
        Phrase("相互矛盾的记录，逐一裁定（m f）", "records that contradict each other, to be settled (m f)")),
      binding(
        .intake, ["I"], .views, Phrase("载入通报", "take in"),
        Phrase("载入通报：读文件或粘贴的表，核对后写入", "take a notice in: files, or a table that is pasted")),
      binding(
        .lookOn, ["D"], .views, Phrase("截至", "day"),
        Phrase("换截至日期：看那一天的情况", "look at the quarter as it stood on a day")),
    ]

  private static let list: [Binding] = [
    binding(
      .filter, ["/", .function(4)], .list, Phrase("筛选", "filter"),
      Phrase("筛选本列表：汉字、拼音、标识码；空格并且，! 排除", "filter this list: words, codes; ! excludes")),
    binding(
      .facets, ["f", .function(16)], .list, Phrase("条件", "facets"),
      Phrase("条件筛选：按状态、州市、类别等勾选", "choose values: states, prefectures, categories")),
    binding(
      .nextMatch, ["n"], .list, Phrase("下一处", "next match"),
      Phrase("下一处：上次筛选的文字在本列表或本页中的下一处", "the next place that the last filter fits")),
    binding(
      .previousMatch, ["N"], .list, Phrase("上一处", "previous match"),
      Phrase("上一处", "the previous place")),
    binding(
      .find, [.control("p"), .function(3)], .list, Phrase("搜索", "find"),
      Phrase("全局搜索：州市、单位、网站、问题、类别、命令", "find anything: sites, units, findings, commands")),
    binding(
      .sort, ["s", .function(6)], .list, Phrase("排序", "sort"),
      Phrase("换一列排序，最后回到原序", "sort by the next column, at last as at first")),
    binding(
      .markRow, [" "], .list, Phrase("选中", "mark"), Phrase("选中或取消，下移一行", "mark or unmark the row")),
    binding(
      .markRange, ["v"], .list, Phrase("连选", "range"),
      Phrase("连选：起点一次，终点一次", "mark a range: once at each end")),
    binding(
      .markDown, [.shiftDown], .list, Phrase("向下连选", "mark down"),
      Phrase("选中并下移", "mark the row and go down")),
    binding(
      .markUp, [.shiftUp], .list, Phrase("向上连选", "mark up"),
      Phrase("选中并上移", "mark the row and go up")),
    binding(
      .markAll, ["*", .control("a")], .list, Phrase("全选", "all"),
      Phrase("选中筛选出的全部行", "mark all rows that the filter leaves")),
    binding(
      .markNone, ["U"], .list, Phrase("全不选", "none"), Phrase("取消全部选中", "clear marks")),
    binding(
      .copy, ["y"], .list, Phrase("复制…", "copy…"),
      Phrase(
        "复制：y b 简报，y y 本行，y c 标识码，y n 名称，y l 列表",
        "copy: y b brief, y y row, y c code, y n name, y l list")),
    binding(
      .export, ["x"], .list, Phrase("导出", "export"),
      Phrase(
        "导出本列表：CSV、xlsx、HTML 等", "export this list: CSV, xlsx, HTML…")),
    binding(
      .papers, [.function(9)], .list, Phrase("报告函件", "papers"),
      Phrase(
        "报告、催办函等函件、反馈表、归档：先预览再写出",
        "reports, letters, forms, the archive: previewed, then written")),
    binding(
      .openAddress, ["o"], .list, Phrase("外部打开", "open outside"),
      Phrase("打开网址，或佐证材料的只读副本", "open the address of the site, or a file kept as evidence")),
    binding(
      .reverseSort, ["S"], .list, Phrase("反序", "reverse"), Phrase("反转排序", "reverse the order")),
  ]

  private static let program: [Binding] = [
    binding(
      .palette, [":"], .program, Phrase("命令", "commands"),
      Phrase("命令：按名称查找并执行", "run a command by its name")),
    binding(
      .settings, [.function(2)], .program, Phrase("设置", "settings"),
      Phrase("设置：配色、语言、字符、鼠标", "settings: colours, language, signs, mouse")),
    binding(
      .reload, ["r", .function(5)], .program, Phrase("刷新", "reload"),
      Phrase("重新读取数据并重新排序", "reload the data and restore the order")),
    binding(
      .language, ["L"], .program, Phrase("English", "中文"), Phrase("中文、英文切换", "Chinese or English")),
    binding(
      .theme, ["T"], .program, Phrase("配色", "theme"),
      Phrase("换配色：深色、浅色、终端自带、无色", "next theme: dark, light, the terminal's own, none")),
    binding(
      .mouse, ["%"], .program, Phrase("鼠标", "mouse"),
      Phrase("开关鼠标；关闭后可用鼠标选字", "take or release the mouse; released, it selects text")),
    binding(
      .messages, ["`"], .program, Phrase("消息", "messages"),
      Phrase("看过的消息", "the messages of this session")),
    binding(
      .demo, ["d"], .program, Phrase("演示", "demo"),
      Phrase("空的数据目录中：载入演示数据看看", "in an empty store: look at made-up data")),
    binding(
      .suspend, [.control("z")], .program, Phrase("挂起", "suspend"),
      Phrase("挂起，用 fg 返回", "suspend; fg comes back")),
    binding(
      .help, ["?", .function(1)], .program, Phrase("帮助", "help"), Phrase("本帮助", "this help")),
    binding(
      .redraw, [.control("l")], .program, Phrase("重画", "redraw"),
      Phrase("重画屏幕", "draw the screen again")),
    binding(
      .close, ["q", .function(10)], .program, Phrase("退出", "quit"),
      Phrase("返回上一层，在视图中则退出", "go back; in a view, quit")),
    binding(
      .quit, ["Q", .control("c")], .program, Phrase("退出", "quit"), Phrase("立即退出", "quit at once")),
  ]

  private static func binding(
    _ command: Command, _ keys: [Key], _ group: Group, _ label: Phrase, _ help: Phrase
  ) -> Binding {
    Binding(command: command, keys: keys, group: group, label: label, help: help)
  }
}
