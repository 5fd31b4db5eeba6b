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

  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let chinese: String
    let english: String

    init(_ text: String, _ chinese: String, _ english: String) {
      (self.text, self.chinese, self.english) = (text, chinese, english)
    }

    var testDescription: String { text }
  }

  static let mistakes = [
    Mistake(
      "{\n\"quarter\": \"四季度\"}", "第2行，“quarter”应是季度，如 2018Q4",
      "line 2, “quarter” is to be a period, as 2018Q4"),
    Mistake(
      "{\"due\": 20190215}", "第1行，“due”应是日期，如 2019-02-15，或 none",
      "line 1, “due” is to be a day, as 2019-02-15, or none"),
    Mistake(
      "{\n\n\"category\": {}}",
      "第3行，没有“category”这一项，可用 quarter、due、categories、columns、rows、cells、units",
      "line 3, there is no field “category”, only quarter, due, categories, columns, rows, cells and units"
    ),
    Mistake("{\"rows\": [1]}", "第1行，“rows”应是一个对象 { }", "line 1, “rows” is to be an object { }"),
    Mistake(
      "{\"rows\": {\n\"2:3\": \"skip\",\n\"2:x\": \"skip\"}}", "第3行，“2:x”应写成 表:行，如 2:7",
      "line 3, “2:x” is to be TABLE:ROW, as 2:7"),
    Mistake(
      "{\"rows\": {\"2:3\": \"略过\"}}", "第1行，“2:3”的值应是 skip 或问题编号，如 2018Q4-3",
      "line 1, “2:3” is to be skip or the ID of a finding, as 2018Q4-3"),
    Mistake(
      "{\"cells\": {\"2:3\": \"甲\"}}", "第1行，“2:3”应写成 表:行:列，如 2:7:4",
      "line 1, “2:3” is to be TABLE:ROW:COLUMN, as 2:7:4"),
    Mistake(
      "{\"columns\": {\"2\": \"name\"}}", "第1行，“2”应写成 表:列，如 2:3",
      "line 1, “2” is to be TABLE:COLUMN, as 2:3"),
    Mistake(
      "{\"columns\": {\"2:3\": \"网站名称\"}}",
      "第1行，“2:3”的值应是 serial、prefecture、name、code、issue、running、failing、rate、address、platform、unit、ignore 之一",
      "line 1, “2:3” is to be one of serial, prefecture, name, code, issue, running, failing, rate, address, "
        + "platform, unit, ignore"),
    Mistake(
      "{\"units\": {\"5300000001\": 7}}", "第1行，“5300000001”的值应是文字，写在引号内",
      "line 1, “5300000001” is to have a text in quotation marks"),
    Mistake("[]", "第1行，应是一个对象 { }", "line 1, an object { } is expected"),
    Mistake("{\n\"due\": }", "第2行第8列，应为一个值", "line 2, column 8, expected a value"),
    Mistake(
      "{\"due\": \"none\",\n\"due\": \"none\"}", "第2行第1列，应为不重复的字段名（“due”已有）",
      "line 2, column 1, expected a key other than “due”, which is there already"),
  ]

  /// What is wrong in a file of answers is said with the line of the entry.
  @Test(arguments: mistakes)
  func aMistakeInAnswersIsNamed(_ one: Mistake) throws {
    let desk = try desk()
    try Desk.put(Array(one.text.utf8), at: "answers.json", in: try #require(desk.folders["in"]))
    let call = ["import", "in/notice.md", "--answers", "in/answers.json"]
    let chinese = try desk.run(call + ["--lang", "zh"])
    #expect(chinese.status == 1 && chinese.answer == "")
    #expect(
      chinese.warnings
        == "census: “in/answers.json”不是答复文件：\(one.chinese)；写法见 census import --help。\n")
    #expect(
      try desk.run(call).warnings
        == "census: “in/answers.json” is no file of answers: \(one.english); see census import --help.\n"
    )
  }
}
