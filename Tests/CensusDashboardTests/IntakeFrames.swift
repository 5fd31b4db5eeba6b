import CensusCore
import CensusDashboard
import CensusNotices
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// The pages on which a notice is taken in, as whole frames.
struct IntakeFrames {
  private static let place = Place(file: "通报.docx", line: 30, table: 2, row: 6, cell: 5)

  /// The shipped quarter as if it had just been read, with two points open.
  private func reading(open more: [NotUnderstood] = []) throws -> IntakeReading {
    var store = try ShippedStore.open()
    let inspection = try #require(store.inspection(of: ShippedStore.quarter).inspection)
    let projection = Projection(
      of: inspection, directory: store.directory, events: [], settings: store.settings,
      asOf: try #require(Day("2018-10-08")))
    return IntakeReading(
      parts: [
        IntakeReading.Part(
          name: "通报.docx", fault: nil,
          accounts: [
            Phrase(
              "表2 不合格网站（附件2），“通报.docx”第30行：23行 = 标题1 + 表头1 + 读入20 + 合计0 + 说明0 + 未取1",
              "Table 2, failing sites (annex 2), “通报.docx”, line 30: 23 rows = title 1 + headings 1 + "
                + "taken 20 + total 0 + notes 0 + listed 1")
          ]),
        IntakeReading.Part(
          name: "附件1.wps",
          fault: Phrase(
            "是旧版 Office 文件；请另存为 .docx。", "is a document of an older Office; save it as .docx."),
          accounts: []),
      ], quarter: ShippedStore.quarter, projection: projection,
      places: [inspection.findings[0].id: Place(file: "通报.docx", line: 30, table: 2, row: 2)],
      body: [
        Phrase("文号　云府办明电〔2018〕55号", "document number  云府办明电〔2018〕55号"),
        Phrase("整改时限　2018-10-20", "deadline  2018-10-20"),
      ], notFound: [Phrase("采样截至", "sampled to")],
      additions: [
        Phrase("沿用以前的归类：“错别字较多”归入错字漏字", "Read by earlier answers: “错别字较多” is of Text errors")
      ],
      open: [
        NotUnderstood(place: Self.place, text: "栏目像空房子", why: .wording("栏目像空房子")),
        NotUnderstood(
          place: Place(file: "通报.docx", line: 30, table: 2, row: 19, cell: 4), text: "5.31E+09",
          why: .lostCode("5.31E+09")),
      ] + more, checks: projection.allDiscrepancies(with: []),
      comparison: Phrase("数据目录中还没有2018Q3。", "The store has no 2018Q3 yet."), differences: nil,
      since: [], vanishing: 0, digest: "0123456789abcdef")
  }

  private static let ways = [
    ("sources", "1"), ("figures", "2"), ("findings", "3 Down"), ("body", "4"), ("open", "5 Down"),
    ("checks", "6"), ("comparison", "7"), ("category", "5 c lit:空"), ("refused", "w"),
  ]

  @Test(arguments: Language.allCases, [Alphabet.unicode, .ascii])
  func frames(_ language: Language, _ alphabet: Alphabet) throws {
    let intake = Intake([.file("/home/通报.docx"), .file("/home/附件1.wps")])
    for (columns, rows) in [(80, 24), (120, 36)] {
      var begun = try Script(language, columns, rows, asOf: "2018-10-08", alphabet: alphabet)
      begun.change { $0.intake = intake }
      try begun.press("I")
      begun.act(.noticeRead(try reading(), of: intake, now: intake))
      for (name, keys) in Self.ways {
        var script = begun
        try script.press(keys)
        let signs = alphabet == .ascii ? "ascii-" : ""
        let size = "\(language.rawValue)-\(signs)\(columns)x\(rows)"
        expectGolden(script.state.golden, named: "intake-\(name)-\(size)")
      }
    }
  }

  /// Nothing of it runs out of the frame, from the smallest screen to a large one.
  @Test(arguments: [(80, 24), (100, 30), (200, 60)])
  func everySizeHoldsIt(_ columns: Int, _ rows: Int) throws {
    let intake = Intake([.file("/home/通报.docx")])
    var script = try Script(.chinese, columns, rows, asOf: "2018-10-08")
    script.change { $0.intake = intake }
    try script.press("I")
    script.act(.noticeRead(try reading(), of: intake, now: intake))
    for page in 1...7 {
      try script.press("\(page)")
      #expect(script.frame.plainText.contains("尚未写入"))
      #expect(script.frame.plainText.contains("Esc 放下"))
    }
  }

  /// What was taken in wrongly is left out or mended where it stands, though nothing asks for it; where it
  /// cannot be, that is said.
  @Test func whatWasTakenInCanBeMended() throws {
    let intake = Intake([.file("/home/通报.docx")])
    func text(_ keys: String) throws -> String {
      var script = try Script(.chinese, 120, 36, asOf: "2018-10-08")
      script.change { $0.intake = intake }
      try script.press("I")
      script.act(.noticeRead(try reading(), of: intake, now: intake))
      try script.press(keys)
      return script.frame.plainText
    }
    func says(_ keys: String, _ place: String, _ what: String) throws -> Bool {
      try text(keys).split(separator: "\n").contains { $0.contains(place) && $0.contains(what) }
    }
    #expect(try says("3 x 8", "表2第2行 ", "略过"))
    #expect(try text("3 e").contains("列号=应为（如 4=5309260040）："))
    #expect(try text("2 x").contains("略过、改正附件2的一行在第3页"))
    #expect(try text("3 c").contains("这里没有要这样处理的"))
  }

  /// Whoever is unknown answers nothing, and is said to be unknown.
  @Test func anUnknownUnitIsNoAnswer() throws {
    var intake = Intake([.file("/home/通报.docx")])
    intake.answers.units["大里"] = "没有市"
    var script = try Script(.chinese, 120, 36, asOf: "2018-10-08")
    script.change { $0.intake = intake }
    try script.press("I")
    let point = NotUnderstood(
      place: Self.place, text: "大里", why: .region("大里", of: "大里", near: ["大理"]))
    script.act(.noticeRead(try reading(open: [point]), of: intake, now: intake))
    #expect(script.frame.plainText.contains("没有“没有市”这个州市或单位"))
    try script.press("8")
    let lines = script.frame.plainText.split(separator: "\n")
    #expect(!lines.contains { $0.contains("大里") && $0.contains("没有市") })
  }
}
