package import CensusCore
import CensusLists
package import TerminalKit

/// A program of the person's own (`config.json`, `commands`): a key starts it, with arguments made of
/// the row under the cursor.
package struct OwnCommand: Equatable, Sendable {
  /// The key.
  package let key: Key
  /// What help and palette call it.
  package let title: Phrase
  /// A path, or a name that is looked for in `PATH`.
  package let program: String
  /// What follows its name.
  package let arguments: [OwnArgument]

  /// One command.
  package init(key: Key, title: Phrase, program: String, arguments: [OwnArgument]) {
    self.key = key
    self.title = title
    self.program = program
    self.arguments = arguments
  }
}

extension OwnCommand {
  /// The program and its arguments as they were written.
  var call: String { ([program] + arguments.map(\.written)).joined(separator: " ") }
}

extension Value {
  /// A value as an argument of a program: as CSV has it, several with a comma between.
  fileprivate var argument: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .day(let day): day.description
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): values.map(\.argument).joined(separator: ",")
    case .object(let fields): fields.map(\.value.argument).joined(separator: " ")
    }
  }
}

/// A program that is to be started for a row.
package struct OwnRun: Equatable, Sendable {
  package let title: Phrase
  package let program: String
  package let arguments: [String]
}

extension State {
  /// The command of the person's own that a key starts.
  func ownCommand(for key: Key) -> OwnCommand? {
    ownCommands.first { $0.key == key || $0.key == key.normalised }
  }

  /// Starts a program for the row under the cursor, or says why that cannot be.
  mutating func start(_ own: OwnCommand) -> Effect {
    let fields = rowUnderCursor?.fields() ?? []
    let wanted = own.arguments.flatMap(\.fields)
    if !wanted.isEmpty, fields.isEmpty {
      fail(
        Phrase(
          "“\(own.title.chinese)”要用一行的内容，请到列表中选一行",
          "“\(own.title.english)” is about a row: choose one in a list"))
      return .none
    }
    if !wanted.isEmpty, let marked = way.marks[listKey], !marked.isEmpty {
      fail(
        Phrase(
          "“\(own.title.chinese)”一次只办一行，已选中\(marked.count)行：请按 U 取消选中，再选那一行",
          "“\(own.title.english)” is about one row, and \(counted(marked.count, "row")) "
            + "\(marked.count == 1 ? "is" : "are") marked: unmark with U, and choose the row"))
      return .none
    }
    if let missing = wanted.first(where: { name in !fields.contains { $0.name == name } }) {
      let known = fields.map(\.name)
      fail(
        Phrase(
          "“\(own.title.chinese)”没有运行：这个列表没有字段“\(missing)”；有\(known.joined(separator: "、"))",
          "“\(own.title.english)” was not run: this list has no field “\(missing)”; there are "
            + known.joined(separator: ", ")))
      return .none
    }
    let arguments = own.arguments.map { argument in
      argument.filled { name in fields.first { $0.name == name }?.value.argument ?? "" }
    }
    talk.message = Message(
      Phrase("正在运行“\(own.title.chinese)”……", "running “\(own.title.english)” …"), .news)
    return .run(OwnRun(title: own.title, program: own.program, arguments: arguments))
  }

  /// A program has ended: what it said is shown, and where contradictions are settled that came over.
  mutating func show(_ output: OwnOutput) {
    showLines(output)
    guard output.contradictions > 0 else { return }
    let found = contradictions(output.contradictions)
    let said = output.lines.count == 1 ? talk.message?.text : nil
    talk.message = Message(
      said.map { Phrase("\($0.chinese)；\(found.chinese)", "\($0.english); \(found.english)") }
        ?? found,
      .news, offer: projection.conflicts.isEmpty ? nil : .conflicts)
  }

  private mutating func showLines(_ output: OwnOutput) {
    if output.lines.count == 1 {
      let said = Phrase(
        "\(output.title.chinese)：\(output.lines[0])", "\(output.title.english): \(output.lines[0])")
      let end = output.failure.flatMap { output.explainsItself ? nil : $0 }
      talk.message = Message(
        end.map { said + Phrase("；", "; ") + $0 } ?? said,
        output.failure == nil ? .news : .problem)
    } else if let failure = output.failure, output.lines.isEmpty {
      talk.message = Message(
        Phrase(
          "“\(output.title.chinese)”\(failure.chinese)",
          "“\(output.title.english)”: \(failure.english)"),
        .problem)
    } else if output.lines.isEmpty {
      talk.message = Message(
        Phrase(
          "“\(output.title.chinese)”已完成，没有输出", "“\(output.title.english)” is done and said nothing"),
        .news)
    } else if overlay == nil {
      talk.message = nil
      overlay = OutputPanel(output: output)
    } else {
      // Nobody is torn out of a dialog.
      talk.add(
        Message(
          Phrase(
            "“\(output.title.chinese)”已完成：\(output.lines[0])",
            "“\(output.title.english)” is done: \(output.lines[0])"), .news))
    }
  }
}
