import CensusCore
import CensusLists
import DisplayText
import TerminalKit

extension State {
  /// The letter after `y`: what is to be copied.
  mutating func copy(_ key: Key) -> Effect {
    overlay = nil
    switch key.normalised {
    case "b":
      overlay = .reading(
        title: Phrase("简报（终端允许时已复制）", "The brief (copied, if the terminal allows it)"),
        text: snapshot.brief)
      return .copy(pasteable(snapshot.brief[language]))
    case "y": return copy(copiedRows.map { rowText($0) }, Phrase("行", "rows"))
    case "c": return copy(copiedRows.compactMap { code(of: $0) }, Phrase("个标识码", "codes"))
    case "n": return copy(copiedRows.map { name(of: $0) }, Phrase("个名称", "names"))
    case "l": return copy(arrangedRows.map { rowText($0) }, Phrase("行", "rows"))
    default: return .none
    }
  }

  /// Copies lines, and shows them where the terminal might not have taken them.
  private mutating func copy(_ lines: [String], _ what: Phrase) -> Effect {
    guard !lines.isEmpty else {
      let nothing = Phrase("这里没有可复制的内容", "there is nothing to copy here")
      message = Message(hiddenMarkCount > 0 ? whyNoSubject : nothing, .problem)
      return .none
    }
    let first = lines[0]
    let rest = lines.count > 1 ? Phrase(" 等", " …") : Phrase("", "")
    message = Message(
      Phrase(
        "已复制\(lines.count)\(what.chinese)：\(first)\(rest.chinese)",
        "copied \(lines.count) \(what.english): \(first)\(rest.english)"), .news)
    return .copy(lines.map(pasteable).joined(separator: "\n"))
  }

  /// The marked rows, else the row under the cursor.
  private var copiedRows: [ListRow] {
    if marks[listKey]?.isEmpty == false { return shownMarks }
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
    case .site(let code): code.text
    case .finding(let id): projection.finding(id)?.site.text
    case .event(let id): id.text
    default: nil
    }
  }

  /// Opens the ledger of accountability.
  mutating func openLedger() {
    guard place != .ledger else { return }
    places.append(.ledger)
  }

  /// The address to open: of the site, or of the finding, that a person looks at, as its detail
  /// lines have it.
  mutating func openAddress() -> Effect {
    let findings: [FindingState]
    switch (rowUnderCursor?.id, place) {
    case (.finding(let id), _): findings = projection.finding(id).map { [$0] } ?? []
    case (.site(let code), _), (_, .site(let code)):
      findings = projection.site(code)?.findings ?? []
    default: findings = []
    }
    let addresses = findings.flatMap(\.detail).compactMap(\.address)
    guard let address = addresses.first(where: \.isWebAddress) else {
      message = Message(
        Phrase(
          "没有登记网址：通报只印标识码；问题明细里可填页面网址（m d）",
          "no address is known: the notice prints codes only; detail lines may have one (m d)"),
        .problem)
      return .none
    }
    return .openAddress(address)
  }
}

/// A line that is safe to paste: a control of the text must not run it in a shell or move a cursor.
private func pasteable(_ line: String) -> String {
  line.split(separator: "\t", omittingEmptySubsequences: false)
    .map { neutralised(String($0)) }.joined(separator: "\t")
}

extension String {
  /// Whether it is a plain address of the web that is safe to hand on.
  var isWebAddress: Bool {
    (hasPrefix("http://") || hasPrefix("https://"))
      && unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
