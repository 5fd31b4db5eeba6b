import CensusCore
import CensusNotices
import TerminalKit

/// What the foot of the intake asks.
enum IntakeAsking: Equatable {
  case file
  /// A text that is pasted through a terminal which does not say so: it comes as keys.
  case paste(PastedText)
  case quarter
  case due
  case unit(SiteCode)
  case category(String)
  /// The column is that of the heading; nil where that has to be said as well.
  case cell(table: Int, row: Int, column: Int?)
  case columns(table: Int)
  case finding(Answers.Spot, [FindingID])
  /// Whether to write.
  case write(Writing)

  /// What is to be considered before it is written.
  struct Writing: Equatable {
    /// So many findings of the store vanish.
    let vanishing: Int
    /// So many were read by where words stand, as out of a PDF.
    let placed: Int

    /// What will be written: how much, and by when it is due.
    let what: Phrase

    init(vanishing: Int, placed: Int, what projection: Projection?) {
      self.vanishing = vanishing
      self.placed = placed
      what = Writing.words(projection)
    }

    /// The number that is typed to confirm; 0 where a key is enough.
    var number: Int { placed > 0 ? placed : vanishing }
  }

  /// Whether it asks to write where a key is enough to say so.
  var isPlainWriting: Bool {
    if case .write(let writing) = self { writing.number == 0 } else { false }
  }

  /// What the keys mean meanwhile.
  var keys: Phrase {
    if case .paste = self {
      return Phrase("Ctrl-D 粘贴完毕   Esc 取消", "C-d all is pasted   Esc cancel")
    }
    return Phrase("Enter 确定   Esc 取消", "Enter accept   Esc cancel")
  }

  /// Whether it asks which finding a row is.
  var isOfFindings: Bool {
    if case .finding = self { true } else { false }
  }

  /// What a dialogue of lines asks; nil where nothing can be answered in lines.
  var question: Phrase? {
    switch self {
    case .paste: nil
    case .write(let writing) where isPlainWriting:
      Phrase("写入？", "Write ") + writing.what + Phrase("。y 写入，. 不写", "? y writes, . does not")
    default: label + Phrase("（. 取消）", "(. cancels)")
    }
  }

  /// Whether one types in answer.
  var takesText: Bool {
    switch self {
    case .paste, .finding: false
    default: !isPlainWriting
    }
  }

  /// What is asked.
  var label: Phrase {
    switch self {
    case .file: Phrase("文件路径：", "Path of a file: ")
    case .paste(let text):
      Phrase(
        "现在粘贴（已收\(text.lines)行、\(text.bytes)字节），粘贴完毕按 Ctrl-D",
        "Paste now (\(counted(text.lines, "line")), \(text.bytes) bytes), then C-d")
    case .quarter: Phrase("季度（如 2018Q4、2018-09、2018H1）：", "Quarter (2018Q4, 2018-09, 2018H1): ")
    case .due: Phrase("报送期限（如 2019-02-15，没有的写“无”）：", "Due day (2019-02-15, or none): ")
    case .unit(let code) where !(code.text.first.map { $0.isNumber || $0 == "@" } ?? true):
      // What is asked of a printed name is whose it is.
      Phrase(
        "“\(code.text)”是哪个州市或单位：", "Which prefecture or unit “\(code.text)” is: ")
    case .unit(let code): Phrase("\(code.text)的责任单位：", "The unit that answers for \(code.text): ")
    case .category(let text): Phrase("“\(text)”归入类别：", "Category of “\(text)”: ")
    case .cell(_, _, let column?): Phrase("第\(column)格应为：", "Cell \(column) reads: ")
    case .cell: Phrase("列号=应为（如 4=5309260040）：", "Column=text (4=5309260040): ")
    case .columns(let table):
      Phrase(
        "表\(table)各列（如 1=序号 2=州市 3=名称 4=标识码 5=问题）：",
        "Columns of table \(table) (1=serial 2=prefecture 3=name 4=code 5=issue): ")
    case .finding: Phrase("是原来的哪一条：", "Which finding it is: ")
    case .write(let writing) where isPlainWriting:
      Phrase("写入？", "Write ") + writing.what
        + Phrase("。Enter 写入   Esc 不写", "? Enter yes, Esc no")
    case .write(let writing):
      writing.label
    }
  }
}

extension IntakeAsking.Writing {
  /// What is asked where a number is typed.
  fileprivate var label: Phrase {
    let gone =
      vanishing == 0
      ? Phrase.empty
      : Phrase(
        "写入后有\(vanishing)条问题不再列入通报（已登记的内容保留）。",
        "\(vanishing == 1 ? "1 finding is" : "\(vanishing) findings are") in the notice no more (what "
          + "was recorded stays). ")
    let read =
      placed == 0
      ? Phrase.empty
      : Phrase(
        "\(placed)条问题从 PDF 凭位置读出，请先与原件核对。",
        "\(counted(placed, "finding")) read out of a PDF: compare the original. ")
    let sum = Phrase("写入", "To be written: ") + what + Phrase("。", ". ")
    return read + gone + sum + Phrase("确认请输入\(number)：", "Type \(number) to confirm: ")
  }

  /// 20条问题、19个网站、7个州市，期限2019-01-20.
  fileprivate static func words(_ projection: Projection?) -> Phrase {
    let findings = projection?.inspection.findings.filter { !$0.isGone } ?? []
    let (sites, accounts) = (findings.failingSites, findings.failingAccounts)
    let prefectures = Set(findings.map(\.prefecture)).count
    let due =
      projection?.inspection.notice.deadline.map { Phrase("期限\($0.day)", "due \($0.day)") }
      ?? Phrase("没有报送期限", "due on no day")
    let named =
      accounts == 0
      ? Phrase.empty : Phrase("、\(accounts)个账号", ", \(counted(accounts, "account"))")
    return Phrase(
      "\(findings.count)条问题、\(sites)个网站",
      "\(counted(findings.count, "finding")), \(counted(sites, "site"))") + named
      + Phrase("、\(prefectures)个州市，", ", \(counted(prefectures, "prefecture")), ") + due
  }
}

extension IntakePanel {
  /// The categories that what is typed may mean, or the findings that are offered.
  var offers: [(id: String, name: Phrase)] {
    switch asking {
    case .category:
      let categories = reading?.projection?.directory.categories ?? []
      let query = SearchQuery(line.text)
      return categories.filter { category in
        query.isEmpty
          || query.matches(
            SearchText(
              [
                category.id.text, category.name.chinese, category.name.english,
                category.short.english,
              ]
                + category.aliases))
      }.map { ($0.id.text, $0.name) }
    case .finding(_, let ids):
      return ids.map { ($0.description, Phrase($0.description, $0.description)) }
    default: return []
    }
  }

  /// A key while something is asked.
  mutating func answer(_ key: Key, _ state: inout State) -> Effect {
    if case .paste(let text) = asking { return collect(key, after: text, &state) }
    var effect = Effect.none
    let count = offers.count
    switch key {
    case .escape: asking = nil
    case .character("y") where asking?.isPlainWriting == true:
      return answer(.enter, &state)
    case .character(let digit) where asking?.isOfFindings == true:
      guard let number = digit.wholeNumberValue, (1...max(1, count)).contains(number) else {
        return .none
      }
      offered = number - 1
      return answer(.enter, &state)
    case .up where count > 0: offered = (offered + count - 1) % count
    case .down where count > 0, .tab where count > 0: offered = (offered + 1) % count
    case .enter:
      do throws(IntakeFault) {
        effect = try settle(state)
        asking = nil
      } catch {
        refusal = error.phrase
      }
    default:
      guard asking?.takesText == true else { return .none }
      if isReplaced, case .character = key { line.set("") }
      guard line.handle(key) else { return .none }
      isReplaced = false
      offered = 0
    }
    state.overlay = self
    return effect
  }

  /// A key of a text that is pasted; keys that are no text are passed over.
  private mutating func collect(
    _ key: Key, after text: PastedText, _ state: inout State
  ) -> Effect {
    var text = text
    asking = nil
    switch key {
    case .character(let character): text.append(String(character))
    case .enter: text.append("\r")
    case .tab: text.append("\t")
    case .backspace: text.removeLast()
    case .escape, .control("d"):
      state.overlay = self
      return key == .escape ? .none : state.takeIn(text.whole)
    default: break
    }
    asking = .paste(text)
    state.overlay = self
    return .none
  }

  /// Why an answer is none.
  private struct IntakeFault: Error {
    let phrase: Phrase

    init(_ chinese: String, _ english: String) { phrase = Phrase(chinese, english) }
    init(_ phrase: Phrase) { self.phrase = phrase }
  }

  private mutating func settle(_ state: State) throws(IntakeFault) -> Effect {
    let text = String(line.text.trimmingBlanks)
    switch asking {
    case .file:
      guard !text.isEmpty else { throw IntakeFault("请填写文件路径", "type the path of a file") }
      intake.sources.append(.file(text.droppedPath ?? text))
      return .readNotice(intake)
    case .quarter:
      guard let quarter = Quarter(text.uppercased()) ?? Quarter(printed: text) else {
        throw IntakeFault("“\(text)”不是季度，写作 2018Q4", "“\(text)” is no quarter, as 2018Q4")
      }
      return say { $0.quarter = quarter }
    case .due:
      if Answers.isNoDue(text) {
        return try sayChecked { $0.hasNoDue = true }
      }
      let issued = reading?.projection?.inspection.notice.issued
      let near = issued ?? reading?.quarter?.end ?? state.projection.asOf
      guard let day = Day(typed: text, near: near) else {
        throw IntakeFault("“\(text)”不是日期，写作 2019-02-15", "“\(text)” is no day, as 2019-02-15")
      }
      return try sayChecked { $0.due = day }
    case .unit(let code):
      guard !text.isEmpty else { throw IntakeFault("请填写责任单位", "type the name of the unit") }
      return say { $0.units[code] = text }
    case .category(let wording):
      guard offers.indices.contains(offered) else {
        throw IntakeFault("没有这样的类别", "there is no such category")
      }
      let id = CategoryID(offers[offered].id)
      return say { $0.categories[wording] = id }
    case .cell(let table, let row, let column):
      return try cell(text, Answers.Spot(table: table, row: row, column: column ?? 0))
    case .columns(let table): return try columns(text, of: table)
    case .finding(let spot, let ids):
      guard ids.indices.contains(offered) else { return .none }
      let id = ids[offered]
      return say { $0.findings[spot] = id }
    case .write(let writing):
      let count = writing.number
      guard count == 0 || text == String(count) else {
        throw IntakeFault("没有写入：要写入，请输入\(count)", "not written: type \(count) to write it")
      }
      return reading?.digest.map { .acceptNotice(intake, digest: $0) } ?? .none
    case .paste, nil: return .none
    }
  }

  private mutating func cell(
    _ text: String, _ spot: Answers.Spot
  ) throws(IntakeFault) -> Effect {
    guard spot.column == 0 else { return try sayChecked { $0.cells[spot] = text } }
    let halves = text.split(separator: "=", maxSplits: 1)
    guard halves.count == 2, let column = Int(halves[0]), (1...100).contains(column) else {
      throw IntakeFault("写作 列号=应为，如 4=5309260040", "written as column=text, as 4=5309260040")
    }
    let whole = Answers.Spot(table: spot.table, row: spot.row, column: column)
    return try sayChecked { $0.cells[whole] = String(halves[1]) }
  }

  private mutating func columns(
    _ text: String, of table: Int
  ) throws(IntakeFault) -> Effect {
    var said: [Answers.Spot: Column] = [:]
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "，" || $0 == "," }) {
      let halves = word.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let number = Int(halves[0]), (1...100).contains(number),
        let column = Column(said: halves[1])
      else {
        let known = Column.allCases.map(\.words)
        throw IntakeFault(
          "“\(word)”看不懂；各列可为\(known.map(\.chinese).joined(separator: "、"))",
          "“\(word)” means nothing; columns are \(known.map(\.english).joined(separator: ", "))")
      }
      said[Answers.Spot(table: table, row: 0, column: number)] = column
    }
    guard !said.isEmpty else { throw IntakeFault("请说明各列", "say what the columns are") }
    return try sayChecked { answers in
      // What columns say is said anew.
      answers.columns = answers.columns.filter { $0.key.table != table }
      answers.columns.merge(said) { _, new in new }
    }
  }

  /// Says something that may not be about what was read.
  private mutating func sayChecked(
    _ change: (inout Answers) -> Void
  ) throws(IntakeFault) -> Effect {
    let issued = reading?.projection?.inspection.notice.issued
    var answers = intake.answers
    let known = answers.fault(of: reading?.tables ?? [], issued: issued)
    change(&answers)
    if let reading, let fault = answers.fault(of: reading.tables, issued: issued), fault != known {
      throw IntakeFault(fault.sentence)
    }
    return say(change)
  }
}
