import CensusCore
import CensusNotices
import Testing

/// Tables without headings of their own.
@Suite struct ContinuedTableTests {
  private let first = [
    Made.headings, ["1", "昆明", "甲网站", "5301000001", "首页不更新"],
    ["2", "昆明", "乙网站", "5301000002", "错字漏字"],
  ]
  private let second = [
    ["3", "曲靖", "丁网站", "5303000004", "空白栏目"], ["4", "玉溪", "戊网站", "5304000005", "错字漏字"],
  ]

  /// One that goes on with the table before it is read by its columns, and that is said.
  @Test func aTableThatGoesOnIsReadByTheColumnsBefore() throws {
    let draft = try Made.draft([first, second])
    #expect(draft.names == ["甲网站", "乙网站", "丁网站", "戊网站"])
    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.doubts.map(\.doubt) == [.continued(rows: 2, of: 1)])
    let table = draft.tables[1]
    #expect([table.rows, table.heading, table.taken, table.listed] == [2, 0, 2, 0])
    // The pages of a text, the last of them one row.
    let pages = try Made.draft(
      text: """
        | 序号 | 州、市/部门 | 网站名称 | 网站标识码 | 存在问题 |
        |---|---|---|---|---|
        | 1 | 昆明 | 甲网站 | 5301000001 | 首页不更新 |

        — 7 —

        | 3 | 玉溪 | 丁网站 | 5304000004 | 错字漏字 |
        | 4 |  | 戊网站 | 5304000005 | 空白栏目 |

        — 8 —

        | 5 | 玉溪 | 己网站 | 5304000006 | 空白栏目 |
        """)
    #expect(pages.names == ["甲网站", "丁网站", "戊网站", "己网站"])
    #expect(pages.inspection?.findings.map(\.row) == [1, 3, 4, 5])
    #expect(pages.codesOfDoubts.contains("serialGap"))
  }

  /// Serial numbers that begin anew, or other columns, go on with nothing.
  @Test func anotherTableIsNotTakenForOne() throws {
    let anew = [["1", "曲靖", "丁网站", "5303000004", "空白栏目"]]
    #expect(try Made.draft([first, anew]).whys == [.headings])
    let narrow = [["3", "曲靖", "丁网站", "5303000004"]]
    #expect(try Made.draft([first, narrow]).whys == [.headings])
  }

  /// Rows whose columns a person explained are data, also the first of them; and nothing of it is
  /// learnt as a heading.
  @Test func rowsOfExplainedColumnsAreData() throws {
    var answers = Answers()
    let fields: [Column] = [.serial, .prefecture, .name, .code, .issue]
    for (place, field) in fields.enumerated() {
      answers.columns[Answers.Spot(table: 1, row: 0, column: place + 1)] = field
    }
    let alone = try Made.draft([second], answers)
    #expect(alone.names == ["丁网站", "戊网站"])
    #expect(alone.tables[0].heading == 0)
    let facts = try #require(alone.inspection)
    let lists = try Made.directory()
    #expect(Additions(of: facts, alone, lists, beyond: lists, answers).headings == [:])
    // Headings that nobody knows stay headings, and are learnt.
    let unknown = [["甲", "乙", "丙", "丁", "戊"]] + second
    let headed = try Made.draft([unknown], answers)
    #expect(headed.names == ["丁网站", "戊网站"])
    #expect(headed.tables[0].heading == 1)
    let learnt = Additions(of: facts, headed, lists, beyond: lists, answers).headings
    #expect(learnt["丙"] == "name" && learnt.count == 5)
  }

  /// Without numbers and codes a known wording tells that a row is data.
  @Test func aKnownWordingIsData() throws {
    var answers = Answers()
    answers.columns[Answers.Spot(table: 1, row: 0, column: 1)] = .name
    answers.columns[Answers.Spot(table: 1, row: 0, column: 2)] = .issue
    let draft = try Made.draft([[["昆明市丙局网站", "错字漏字"], ["大理州丁局网站", "首页不更新"]]], answers)
    #expect(draft.names == ["昆明市丙局网站", "大理州丁局网站"])
  }
}
