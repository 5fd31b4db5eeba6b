import CensusStore
import CensusTestSupport
import Testing

/// Files of answers for `census import`, and what is said of mistakes in them.
struct AnswersFileTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    let folder = InMemoryFileSystem()
    try Desk.put(Array(SampleNotice.markdown.utf8), at: "notice.md", in: folder)
    desk.folders["in"] = folder
    return desk
  }

  /// What is wrong in a file of answers is said with the line of the entry.
  @Test(arguments: [
    ("{\n\"quarter\": \"四季度\"}", "第2行：“quarter”应是季度，如 2018Q4"),
    ("{\"due\": 20190215}", "第1行：“due”应是日期，如 2019-02-15，或 none"),
    (
      "{\n\n\"category\": {}}",
      "第3行：没有“category”这一项，可用 quarter、due、categories、columns、rows、cells、units"
    ),
    ("{\"rows\": [1]}", "第1行：“rows”应是一个对象 { }"),
    ("{\"rows\": {\n\"2:3\": \"skip\",\n\"2:x\": \"skip\"}}", "第3行：“2:x”应写成 表:行，如 2:7"),
    ("{\"rows\": {\"2:3\": \"略过\"}}", "第1行：“2:3”的值应是 skip 或问题编号，如 2018Q4-3"),
    ("{\"cells\": {\"2:3\": \"甲\"}}", "第1行：“2:3”应写成 表:行:列，如 2:7:4"),
    ("{\"columns\": {\"2\": \"name\"}}", "第1行：“2”应写成 表:列，如 2:3"),
    ("{\"columns\": {\"2:3\": \"网站名称\"}}", "第1行：“2:3”的值应是 serial、prefecture、name、"),
    ("{\"units\": {\"5300000001\": 7}}", "第1行：“5300000001”的值应是文字，写在引号内"),
    ("[]", "第1行：应是一个对象 { }"), ("{\n\"due\": }", "第2行：不是 JSON"),
  ])
  func aMistakeInAnswersIsNamed(text: String, said: String) throws {
    let desk = try desk()
    try Desk.put(Array(text.utf8), at: "answers.json", in: try #require(desk.folders["in"]))
    let outcome = try desk.run(
      "import", "in/notice.md", "--answers", "in/answers.json", "--lang", "zh")
    #expect(outcome.status == 1 && outcome.answer == "")
    #expect(
      outcome.warnings.hasPrefix("census: “in/answers.json”不是答复文件，\(said)"), "\(outcome.warnings)")
    let english = try desk.run("import", "in/notice.md", "--answers", "in/answers.json").warnings
    #expect(english.contains("is no file of answers; line "))
  }
}
