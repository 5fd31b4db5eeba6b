package import CensusCore
import CensusLists
import DisplayText
package import TerminalKit

/// Awaits the letter behind `y`: what is to be copied.
package struct CopyPrompt: Overlay {
  package var isPrompt: Bool { true }

  package func draw(_ state: State, on grid: inout Grid) {
    let line = grid.promptLine
    let label = Phrase(
      "复制：b 简报  y 本行  c 标识码  n 名称  l 本列表   Esc 取消",
      "Copy: b brief  y row  c code  n name  l list   Esc cancel")
    grid.fill(line)
    grid.write(" " + label[state.language], at: line.origin, .accent.bold, clip: line)
  }

  package func question(_ state: State) -> [Phrase]? {
    [Phrase("复制：输入 b 为简报，. 取消。", "Copy: b is the brief; . cancels.")]
  }

  package func press(_ key: Key, _ state: inout State) -> Effect { state.copy(key) }
}

extension State {
  fileprivate mutating func copy(_ key: Key) -> Effect {
    overlay = nil
    switch key.normalised {
    case "b":
      overlay = Reading(
        title: Phrase(
          "简报（已送剪贴板；粘贴不出的，用 census report --brief 输出）",
          "The brief (sent to the clipboard; else: census report --brief)"),
        text: snapshot.brief)
      return .copy(pasteable(snapshot.brief[language]))
    case "y": return copy(copiedRows.map { rowText($0) }, Phrase("行", "rows"))
    case "c": return copy(copiedRows.compactMap { code(of: $0) }, Phrase("个标识码", "codes"))
    case "n": return copy(copiedRows.map { name(of: $0) }, Phrase("个名称", "names"))
    case "l": return copy(allRows.map { rowText($0) }, Phrase("行", "rows"))
    default: return .none
    }
  }

  /// Copies lines, and shows them where the terminal might not have taken them.
  private mutating func copy(_ lines: [String], _ what: Phrase) -> Effect {
    guard !lines.isEmpty else {
      let nothing = Phrase("这里没有可复制的内容", "there is nothing to copy here")
      talk.message = Message(hiddenMarkCount > 0 ? whyNoSubject : nothing, .problem)
      return .none
    }
    let first = lines[0]
    let rest = lines.count > 1 ? Phrase(" 等", " …") : Phrase("", "")
    talk.message = Message(
      Phrase(
        "已复制\(lines.count)\(what.chinese)：\(first)\(rest.chinese)",
        "copied \(lines.count) \(what.english): \(first)\(rest.english)"), .news)
    return .copy(lines.map(pasteable).joined(separator: "\n"))
  }

  /// The marked rows, else the row under the cursor.
  private var copiedRows: [ListRow] {
    if way.marks[listKey]?.isEmpty == false { return shownMarks }
    return rowUnderCursor.map { [$0] } ?? []
  }

  /// The cells of a row as one line, parted by tabs, so that it pastes into a spreadsheet.
  private func rowText(_ row: ListRow) -> String {
    row.cells.map { cell in
      cell.plain.trimmingBlanks.map { $0 == "\t" ? " " : $0 }
    }.filter { !$0.isEmpty }.map { String($0) }.joined(separator: "\t")
  }

  private func name(of row: ListRow) -> String {
    if let reference = row.reference { return name(of: [reference])[language] }
    return row.cells.first.map { String($0.plain.trimmingBlanks) } ?? ""
  }

  private func code(of row: ListRow) -> String? {
    switch row.id {
    case .site(let code): code.printed
    case .finding(let id): projection.finding(id)?.site.printed
    case .event(let id): id.text
    case .batch(let id): id.text
    default: nil
    }
  }
}

/// A line that is safe to paste: a control of the text must not run it in a shell or move a cursor.
private func pasteable(_ line: String) -> String {
  line.split(separator: "\t", omittingEmptySubsequences: false)
    .map { neutralised(String($0)) }.joined(separator: "\t")
}
