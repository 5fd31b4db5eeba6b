import CensusCore
import NcursesTerminal

/// The sentences about the terminal itself.
enum TerminalMessages {
  /// Why no screen could be opened: what happened, and what to do.
  static func sentence(_ error: NcursesError) -> Phrase {
    switch error {
    case .notATerminal:
      Phrase(
        "标准输出不是终端，或没有可读按键的终端；请直接在终端中运行，或用 census 命令、--print-frame。",
        "standard output is no terminal, or there is none to read keys from; run it in one, or use "
          + "census or --print-frame.")
    case .noTerminalType:
      Phrase(
        "没有设置 TERM；请设为终端的类型，例如 xterm-256color。",
        "TERM is not set; set it to the terminal's type, such as xterm-256color.")
    case .unknownTerminal(let name):
      Phrase(
        "终端类型“\(name)”不在终端数据库中；请把 TERM 设为已知类型，例如 xterm-256color。",
        "the terminal type “\(name)” is unknown; set TERM to a known one, such as xterm-256color.")
    case .cannotPosition(let name):
      Phrase(
        "终端“\(name)”不能移动光标，无法显示界面；请改用 census 命令。",
        "the terminal “\(name)” cannot place its cursor; use the census command instead.")
    }
  }

  /// Said on the console of Linux, which starts in English.
  static let noChinese = Phrase(
    "本控制台不能显示汉字，界面改为英文：请用 SSH、fbterm 或 kmscon，或加 --lang zh",
    "this console has no Chinese glyphs: use SSH, fbterm or kmscon, or --lang zh")

  /// Said where the person's locale is not installed.
  static let noLocale = Phrase(
    "系统没有所设的区域（locale），已按 UTF-8 显示",
    "the locale that is set is not installed; text is shown as UTF-8")

  /// Why a dialogue of lines begins where the screen was wanted.
  static func plain(_ terminal: String) -> Phrase {
    Phrase(
      "终端“\(terminal)”不能移动光标，改用逐行对话。",
      "the terminal “\(terminal)” cannot place its cursor, so this is plain mode.")
  }

  /// What is said after a crash, when the terminal is whole again.
  static let crash = Phrase(
    "census-tui 意外停止；已确认登记的内容都在磁盘上。",
    "census-tui stopped unexpectedly; everything acknowledged is on the disk.")
}
