import CensusCommand
import CensusConversion
import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import StrictJSON
import Testing

/// What waits for an answer of whoever takes a notice in: the day that reports are due, names that no list
/// has; and that the answer is kept.
struct OpenDueTests {
  /// A desk with the sample notice, or a changed one, in a folder of its own.
  private func desk(_ change: (String) -> String) throws -> Desk {
    let desk = try Desk()
    let folder = InMemoryFileSystem()
    try Desk.put(Array(change(SampleNotice.markdown).utf8), at: "notice.md", in: folder)
    desk.folders["in"] = folder
    return desk
  }

  private func silent() throws -> Desk {
    try desk { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains("2月15日") }.joined(separator: "\n")
    }
  }

  @Test func withoutADayNothingIsWritten() throws {
    let desk = try silent()
    let refused = try desk.run("import", "in/notice.md", "--accept", "--lang", "zh")
    #expect(refused.status == 2)
    #expect(
      refused.answer.contains(
        "待处理 1\n  “notice.md”：没有找到报送整改情况的期限；用 --due 日期 说明，确实没有的写 --due none\n"),
      "\(refused.answer)")
    #expect(refused.warnings.contains("还有1处待处理，未写入。"))
    #expect(!refused.answer.contains("没有报送期限"), "\(refused.answer)")
    let said = try desk.run("import", "in/notice.md", "--due", "2019-02-20", "--accept")
    #expect(said.status == 0, "\(said.answer)")
    let checked = try desk.run("check", "--quarter", "2018Q4", "--lang", "zh").answer
    #expect(!checked.contains("没有报送期限"))
  }

  /// That there is no day is an answer, in words as well, and `check` says so ever after.
  @Test(arguments: ["none", "无"])
  func thereMayBeNone(word: String) throws {
    let desk = try silent()
    let taken = try desk.run("import", "in/notice.md", "--due", word, "--accept", "--lang", "zh")
    #expect(taken.status == 0, "\(taken.answer)")
    let checked = try desk.run("check", "--quarter", "2018Q4", "--lang", "zh")
    #expect(checked.status == 2)
    #expect(checked.answer.contains("没有报送期限，任何单位都不会逾期"), "\(checked.answer)")
    // What was answered when it came in is not asked of it again.
    let again = try desk.run("import", "in/notice.md", "--accept", "--lang", "zh")
    #expect(again.warnings.contains("没有变化"), "\(again.answer)")
  }

  @Test func aFileOfAnswersSaysSo() throws {
    let desk = try silent()
    let folder = try #require(desk.folders["in"])
    try Desk.put(Array(#"{"due": "none"}"#.utf8), at: "answers.json", in: folder)
    #expect(try desk.run("import", "in/notice.md", "--answers", "in/answers.json").status == 0)
    var answers = Answers()
    answers.hasNoDue = true
    #expect(
      String(decoding: AnswersFile.json(of: answers).file, as: UTF8.self).contains(
        #""due": "none""#))
  }

  /// A slip that was explained once is known to the next notice.
  @Test func anExplainedNameIsKept() throws {
    let desk = try desk { $0.replacing("| 昆明 |", with: "| 昆名 |") }
    #expect(try desk.run("import", "in/notice.md").status == 2)
    let taken = try desk.run(
      "import", "in/notice.md", "--unit", "昆名=昆明", "--accept", "--lang", "zh")
    #expect(taken.status == 0, "\(taken.answer)")
    #expect(taken.answer.contains("  名称　“昆名”为昆明\n"), "\(taken.answer)")
    let next = try desk.run("import", "in/notice.md", "--quarter", "2019Q1", "--lang", "zh")
    #expect(next.status == 0, "\(next.answer)")
    #expect(next.answer.contains("“昆名”按以前的答复读作昆明"), "\(next.answer)")
    let store = try #require(desk.folders["store"])
    let names = try store.list("quarters").map(\.name)
    let path = try #require(names.first { $0.contains("2018Q4") })
    let file = try store.read("quarters/\(path)", limit: 1 << 24)
    #expect(String(decoding: file, as: UTF8.self).contains(#""owners""#))
  }

  @Test func theFieldsAreNamed() throws {
    let desk = try desk { $0 }
    let said = try desk.run("import", "in/notice.md", "--column", "2:1=nonsense", "--lang", "zh")
    #expect(said.status == 64)
    #expect(
      said.warnings.contains(
        "--column 没有字段“nonsense”；字段有：serial、prefecture、name、code、issue、running、failing、rate、address、"
          + "platform、unit、ignore。"), "\(said.warnings)")
  }

  /// Cells that reach into rows beyond measure are refused in one sentence, and soon.
  @Test func cellsBeyondMeasure() throws {
    let row = [Cell("x", columns: 512, rows: 65_534)]
    let table = Table(Array(repeating: row, count: 5_000), line: 1)
    #expect(table.filledCount == 5_000 * 4_999 / 2)
    let source = Source(name: "", blocks: [.table(table)])
    let desk = try desk { _ in "<html><table>" }
    desk.converter = { _ in .output(BlocksJSON.bytes(source)) }
    let outcome = try desk.run("import", "in/notice.md", "--lang", "zh")
    #expect(outcome.status == 1)
    #expect(outcome.warnings.contains("表格太大，没有读；请只载入附件表格"))
  }
}
