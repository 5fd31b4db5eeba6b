import CensusCore
import CensusDashboard
import StrictJSON
import TerminalKit

/// Why a command of the person's own cannot be used.
package enum OwnFault: Error, Equatable, Sendable {
  /// It is no object with `key`, `title` and `run`.
  case form
  /// A key that such a command does not have.
  case unknown(String)
  /// What stands there names no key of the keyboard.
  case noKey(String)
  /// The key has a meaning already.
  case taken(String, by: String)
  /// Another own command has the key.
  case twice(String)
  /// An argument with a brace that is not closed, or that holds no field.
  case argument(String)

  /// What is wrong, without a full stop.
  var what: Phrase {
    switch self {
    case .form:
      Phrase(
        "须有 key（按键）、title（文字，或 {\"zh\": …, \"en\": …}）和 run（程序及参数的列表）",
        "it needs a key, a title (a text, or {\"zh\": …, \"en\": …}) and run, a program with its arguments"
      )
    case .unknown(let name):
      Phrase("没有“\(name)”这一项；有 key、title、run", "there is no “\(name)”; there are key, title, run")
    case .noKey(let name):
      Phrase(
        "按键“\(name)”不存在；写法如 F12、Ctrl-T",
        "there is no key “\(name)”; keys are written as F12, Ctrl-T")
    case .taken(let key, let owner):
      Phrase("\(key) 已用于“\(owner)”；请换一个键", "\(key) already means “\(owner)”; choose another key")
    case .twice(let key):
      Phrase("\(key) 已给了前面的命令；请换一个键", "\(key) has an earlier command; choose another key")
    case .argument(let text):
      Phrase(
        "参数“\(text)”的花括号不成对，或其中不是字段名；写作 {unit}，花括号本身写两遍",
        "the braces of “\(text)” do not match, or hold no field; write {unit}, and a brace itself twice"
      )
    }
  }
}

extension OwnCommand {
  /// Reads one; what is wrong, with its line where that is known.
  static func read(
    _ item: JSONValue
  ) -> Result<OwnCommand, OwnFaultAt> {
    guard let fields = item.fields else { return .failure(OwnFaultAt(.form)) }
    for field in fields where !["key", "title", "run"].contains(field.name) {
      return .failure(OwnFaultAt(.unknown(field.name), field.line))
    }
    guard let name = item["key"]?.text, let title = item["title"].flatMap(phrase),
      let words = item["run"]?.items.map(Array.init), let program = words.first?.text,
      !program.isEmpty
    else { return .failure(OwnFaultAt(.form)) }
    guard let key = TerminalKit.Key(written: name) else {
      return .failure(OwnFaultAt(.noKey(name), item["key"]?.line))
    }
    var arguments: [OwnArgument] = []
    for word in words.dropFirst() {
      guard let text = word.text, let argument = OwnArgument(text) else {
        return .failure(OwnFaultAt(.argument(word.text ?? ""), word.line))
      }
      arguments.append(argument)
    }
    return .success(OwnCommand(key: key, title: title, program: program, arguments: arguments))
  }

  private static func phrase(_ value: JSONValue) -> Phrase? {
    if let text = value.text, !text.isEmpty { return Phrase(text, text) }
    guard let chinese = value["zh"]?.text, let english = value["en"]?.text,
      !chinese.isEmpty, !english.isEmpty
    else { return nil }
    return Phrase(chinese, english)
  }
}

/// A fault and its line.
struct OwnFaultAt: Error {
  let fault: OwnFault
  let line: Int?

  init(_ fault: OwnFault, _ line: Int? = nil) {
    self.fault = fault
    self.line = line
  }
}
