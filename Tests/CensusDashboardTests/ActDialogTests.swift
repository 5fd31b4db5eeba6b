import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

/// The dialog of every act: empty, filled, refused, in both languages, sizes and alphabets.
@Suite struct ActDialogTests {
  /// What is typed in a field of text.
  private static func sample(_ field: Act.Field) -> String? {
    switch field {
    case .until, .promised: "2018-10-31"
    case .signer, .to, .name, .approvedBy, .person: "张三"
    case .incoming: "政-118"
    case .document, .reference: "云文函〔2018〕9号"
    case .authority: "省政府办公厅"
    case .reason: "未签字"
    case .answer: "24日报"
    case .post: "科长"
    case .phone: "0883-2120000"
    case .found: "措失"
    case .expected: "措施"
    case .page: "首页要闻"
    case .measures: "已更正，并逐页核对"
    case .completion: "立行立改"
    case .responsible: "张三"
    case .new: "5309260041"
    case .successor: "5309000044"
    case .text: "已电话核实"
    case .note: "原件补寄"
    case .file: "~/材料/修复后 首页.png"
    default: nil
    }
  }

  private static func opened(
    _ act: Act, _ language: Language, _ columns: Int, _ rows: Int, _ alphabet: Alphabet = .unicode
  ) throws -> Script {
    var script = try Script(
      language, columns, rows, asOf: "2018-10-23", view: .sites, alphabet: alphabet)
    if act == .retract {
      try script.press("5 e 9 M")
    } else if act == .order {
      // Only what failed is ordered anew.
      try script.press("6 G - w Enter G m o")
    } else if act == .resolve {
      // Only records that contradict each other are settled.
      for day in ["2018-10-18", "2018-10-19"] {
        script.recordElsewhere(
          EventDraft(
            on: try #require(Day(day)), quarter: ShippedStore.quarter, subject: .unit("临沧"),
            payload: .receipt(Receipt(part: .electronic))))
      }
      try script.press("9 m f")
    } else if act == .reinstate {
      // Only what was struck off is taken back.
      try script.press("G Enter m v lit:误列 Enter m i")
    } else if act == .verify {
      try script.press("8 m h")
    } else {
      try script.press("G Enter m")
      script.type(String(act.letter))
    }
    return script
  }

  private static func filled(_ script: Script) throws -> Script {
    var script = script
    var seen: Set<Act.Field> = []
    // What is chosen decides which fields there are.
    while let dialog = script.state.overlay as? RecordDialog, seen.insert(dialog.focus).inserted {
      let field = dialog.focus
      if dialog.act.choices(of: field) != nil {
        try script.press("Right")
      } else if let text = sample(field) {
        try script.press("C-u")
        script.type(text)
      }
      try script.press("Tab")
    }
    if seen.isEmpty { Issue.record("no dialog is open") }
    return script
  }

  private static func refused(_ script: Script) throws -> Script {
    var script = script
    guard let dialog = script.state.overlay as? RecordDialog else { return script }
    let place = dialog.fields.firstIndex(of: .day) ?? 0
    for _ in 0..<place { try script.press("Tab") }
    try script.press("C-u")
    script.type("2018-12-01")
    try script.press("Enter")
    return script
  }

  @Test(arguments: Act.allCases, Language.allCases)
  func dialog(_ act: Act, _ language: Language) throws {
    var text = ""
    for (columns, rows) in [(80, 24), (120, 36)] {
      let empty = try Self.opened(act, language, columns, rows)
      let filled = try Self.filled(empty)
      let refused = try Self.refused(filled)
      for (name, script) in [("empty", empty), ("filled", filled), ("refused", refused)] {
        text += "# \(name) \(columns)x\(rows)\n" + script.state.golden
      }
    }
    for (columns, rows) in [(80, 24), (120, 36)] {
      let ascii = try Self.filled(Self.opened(act, language, columns, rows, .ascii))
      text += "# filled, ascii \(columns)x\(rows)\n" + ascii.state.golden
    }
    expectGolden(text, named: "act-\(act.rawValue)-\(language.rawValue)")
  }

  @Test(arguments: Act.allCases)
  func aFutureDayIsRefused(_ act: Act) throws {
    let script = try Self.refused(Self.filled(Self.opened(act, .chinese, 80, 24)))
    guard let dialog = script.state.overlay as? RecordDialog else {
      Issue.record("the dialog is gone")
      return
    }
    #expect(dialog.refusal?.chinese == "日期2018-12-01尚未到来（今天是2018-10-23）；请填写实际日期。")
  }

  @Test(arguments: Language.allCases)
  func menu(_ language: Language) throws {
    var text = ""
    for (columns, rows) in [(80, 24), (120, 36)] {
      var script = try Script(language, columns, rows, view: .deadlines)
      try script.press("Down Down m")
      text += script.state.golden
      try script.press("Right Down")
      text += script.state.golden
    }
    expectGolden(text, named: "menu-\(language.rawValue)")
  }

  @Test func everyActHasALetterOfItsOwn() {
    let letters = (Act.common + Act.more).map(\.letter)
    #expect(Set(letters).count == letters.count)
    #expect(Set(Act.common + Act.more + [.retract]) == Set(Act.allCases))
  }
}
