package import CensusCore
import CensusDashboard
import CensusViews
import StrictJSON
import TerminalKit

extension ConfigFault {
  /// What happened, where, and what to do.
  ///
  /// - Parameter file: the file's path as the person knows it.
  /// - Returns: one sentence.
  package func sentence(_ file: String) -> Phrase {
    let what = what
    return Phrase(
      "\(file) 第\(line)行：\(what.chinese)。", "\(file), line \(line): \(what.english).")
  }

  private var what: Phrase {
    switch reason {
    case .syntax(let column):
      Phrase(
        "第\(column)列不是合法的 JSON，整个文件未采用；请改正或删除该文件",
        "column \(column) is no JSON, so nothing of the file is used; mend or remove it")
    case .tooMuch:
      Phrase(
        "内容过大或嵌套过深，整个文件未采用；可用 census-tui --print-config 重新生成",
        "it is too large or nested too deep, so nothing of it is used; census-tui --print-config "
          + "prints a new one")
    case .noObject:
      Phrase(
        "最外层应为 {…}，整个文件未采用；可用 census-tui --print-config 重新生成",
        "the whole must be {…}, so nothing of it is used; census-tui --print-config prints a new "
          + "one")
    case .unknownKey(let key):
      Phrase(
        "没有设置项“\(key)”，已忽略；可用的有 \(Self.known.chinese)",
        "there is no setting “\(key)”, so it is ignored; there are \(Self.known.english)")
    case .wrongValue(let key, let takes):
      Phrase(
        "“\(key)”的值已忽略；应为\(takes.chinese)",
        "the value of “\(key)” is ignored; it must be \(takes.english)")
    case .unknownCommand(let name):
      Phrase(
        "没有命令“\(name)”，已忽略；census-tui --print-config 列出全部命令",
        "there is no command “\(name)”, so it is ignored; census-tui --print-config lists them all")
    case .unknownKeyName(let name, let command):
      Phrase(
        "“\(command)”的按键“\(name)”不存在，已忽略；写法如 u、F12、Ctrl-R、PgUp",
        "“\(command)” cannot have the key “\(name)”, so it is ignored; keys are written as u, F12, "
          + "Ctrl-R, PgUp")
    case .view(let fault): fault.what
    case .own(let number, let fault):
      Phrase(
        "第\(number)个自定义命令未采用：\(fault.what.chinese)",
        "own command \(number) is left out: \(fault.what.english)")
    case .keys(let reason, let command): Self.what(reason, command)
    }
  }

  private static func what(_ reason: KeyFault.Reason, _ command: String) -> Phrase {
    switch reason {
    case .fixed(let key, let owner) where owner.rawValue == command:
      Phrase(
        "\(key.label) 始终属于“\(command)”，予以保留",
        "\(key.label) always belongs to “\(command)” and stays with it")
    case .fixed(let key, let owner):
      Phrase(
        "\(key.label) 始终表示“\(owner.rawValue)”，不能改给“\(command)”；请换一个键",
        "\(key.label) always means “\(owner.rawValue)” and cannot be given to “\(command)”; choose "
          + "another key")
    case .taken(let key, let owner) where owner.rawValue == command:
      Phrase("“\(command)”重复写了 \(key.label)", "“\(command)” has \(key.label) twice")
    case .taken(let key, let owner):
      Phrase(
        "\(key.label) 已给“\(owner.rawValue)”，不再给“\(command)”；请换一个键",
        "\(key.label) was given to “\(owner.rawValue)” already, so “\(command)” does not get it; choose "
          + "another key")
    case .only(let key, let owner):
      Phrase(
        "“\(owner.rawValue)”只有 \(key.label) 这个键，不能改给“\(command)”；请先给“\(owner.rawValue)”另定一个键",
        "\(key.label) is the only key of “\(owner.rawValue)”, so “\(command)” does not get it; give "
          + "“\(owner.rawValue)” another one")
    case .none:
      Phrase(
        "“\(command)”没有可用的键，仍用原来的键", "no key is left for “\(command)”, so it keeps its own")
    }
  }

  private static let known: Phrase = {
    let names = Config.Key.allCases.map(\.rawValue)
    return Phrase(names.joined(separator: "、"), names.joined(separator: ", "))
  }()
}
