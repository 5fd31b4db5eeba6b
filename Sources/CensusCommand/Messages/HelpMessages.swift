internal import CensusCore
internal import DisplayText

extension Messages {
  /// The column at which explanations begin, as in the parser's own rendering.
  private static let column = 26
  private static let columns = 80

  /// The parser's help in Chinese: its own words translated, its lines wrapped.
  ///
  /// What commands and options say of themselves is Chinese already.
  ///
  /// - Parameter text: as the parser renders it where no line is too long.
  /// - Returns: the lines, none wider than eighty columns.
  static func chineseHelp(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var result: [String] = []
    var isOverview = true
    var label = ""
    for line in lines {
      if line.hasPrefix("USAGE: ") {
        isOverview = false
        result += hanging("用法：" + usageWords(String(line.dropFirst(7))), by: 6)
      } else if isOverview {
        let own = line.hasPrefix("OVERVIEW: ") ? "概述：" + line.dropFirst(10) : line
        result += hanging(own, by: own.hasPrefix("  ") ? 4 : 0)
      } else if line.hasPrefix("  See '") {
        result.append("  各命令的说明见“census help <命令>”。")
      } else if line.hasPrefix(String(repeating: " ", count: column)) {
        // What stands under a label that is too long to have it beside.
        result += element(label, String(line.dropFirst(column)))
        label = ""
      } else if line.hasPrefix(String(repeating: " ", count: 8)) {
        result += hanging(line, by: 8)
      } else if line.hasPrefix("  ") {
        if line.count > column, Array(line)[column - 1] == " " {
          result += element(
            trimmed(String(line.prefix(column))), String(line.dropFirst(column)))
        } else {
          label = trimmed(line)
        }
      } else if line.hasSuffix(":") {
        result.append(heading(String(line.dropLast())) + "：")
      } else {
        result.append(line)
      }
    }
    return result.joined(separator: "\n")
  }

  /// The parser's words for what a call is made of.
  static func usageWords(_ usage: String) -> String {
    usage.replacing("<options>", with: "<选项>").replacing("<subcommand>", with: "<命令>")
      .replacing("<subcommands>", with: "<命令>")
  }

  private static func heading(_ heading: String) -> String {
    if heading.hasSuffix(" SUBCOMMANDS") { return heading.dropLast(12) + "命令" }
    return switch heading {
    case "ARGUMENTS": "参数"
    case "OPTIONS": "选项"
    case "COMMON OPTIONS": "通用选项"
    case "ANSWER": "输出"
    case "ANSWERS": "答复"
    case "FILTERS": "筛选"
    case "RECEIPT": "收件"
    case "RECORDING": "登记"
    default: heading
    }
  }

  private static func element(_ label: String, _ text: String) -> [String] {
    let first = "  " + label
    let room = column - first.displayWidth
    let margin = String(repeating: " ", count: column)
    let lines = wrapped(explanation(text), to: columns - column)
    guard room > 0, let opening = lines.first else { return [first] + lines.map { margin + $0 } }
    return [first + String(repeating: " ", count: room) + opening]
      + lines.dropFirst().map { margin + $0 }
  }

  /// What an option says, with its values and the one that is taken without it.
  private static func explanation(_ text: String) -> String {
    switch text {
    case "Show the version.": return "显示版本。"
    case "Show help information.": return "显示本帮助。"
    case "Show subcommand help information.": return "显示命令的帮助。"
    default: break
    }
    guard text.hasSuffix(")"),
      let start = text.ranges(of: " (values: ").last ?? text.ranges(of: " (default: ").last
    else { return text }
    let said = text[..<start.lowerBound]
    var facts: [String] = []
    for fact in text[start.lowerBound...].dropFirst(2).dropLast().split(separator: "; ") {
      if fact.hasPrefix("values: ") {
        let values = fact.dropFirst(8).split(separator: ", ")
        guard !values.allSatisfy({ said.contains($0) }) else { continue }
        facts.append("可用值：" + values.joined(separator: "、"))
      } else {
        facts.append("默认：" + fact.dropFirst(9))
      }
    }
    guard !facts.isEmpty else { return String(said) }
    let open = said.hasSuffix("。") ? said.dropLast() : said
    return open + "（" + facts.joined(separator: "；") + "）。"
  }

  private static func hanging(_ line: String, by indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    guard line.displayWidth > columns else { return [line] }
    let body = line.hasPrefix(margin) ? String(line.dropFirst(indent)) : line
    guard body == line, indent > 0 else {
      return wrapped(body, to: columns - indent).map { margin + $0 }
    }
    // The first line begins further to the left than the rest.
    let opening = wrapped(body, to: columns)[0]
    let rest = trimmed(String(body.dropFirst(opening.count)))
    return [opening] + wrapped(rest, to: columns - indent).map { margin + $0 }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
