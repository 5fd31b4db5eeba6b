import CensusCommand
import CensusCore
import CensusTestSupport
import Testing

/// Whatever a row says of itself, `--search` finds it by that.
struct FoundTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.now = "2018-11-05T01:00:00Z"
    for line in [
      "recheck 2018Q3-18 --untestable migrated --on 2018-10-23",
      "receive 昆明 --part both --on 2018-10-19", "recheck 2018Q3-3 --failed --on 2018-10-23",
      "account 昆明 --stage opened --approved-by 秘书长 --on 2018-10-24",
      "account 昆明 --stage measure --measure interview --on 2018-10-25",
    ] { try desk.does(line) }
    return desk
  }

  @Test(arguments: [
    ("rechecks", "系统迁移", "id", ["2018Q3-18"]), ("rechecks", "being migrated", "id", ["2018Q3-18"]),
    ("findings", "系统迁移", "id", ["2018Q3-18"]), ("units", "系统迁移", "unit", ["临沧"]),
    ("units", "约谈", "unit", ["昆明"]), ("quarters", "55号", "quarter", ["2018Q3"]),
    ("quarters", "2018", "quarter", ["2018Q3"]),
    ("quarters", "三季度", "quarter", ["2022Q3", "2018Q3"]),
    ("worklist", "昆明 三季度", "quarter", ["2018Q3"]),
    ("units", "严重 怒江", "unit", ["怒江"]), ("worklist", "严重 怒江", "unit", ["怒江"]),

  ])
  func words(list: String, text: String, field: String, found: [String]) throws {
    let rows = try desk().json(list, "--search", text)
    #expect(rows.column(field) == found.map(JSON.text))
  }

  @Test func aPrefectureAmongTrends() throws {
    let rows = try desk().json("trends", "--search", "昆明").rows
    #expect(rows.count == 1)
    #expect(try desk().run("trends", "--search", "昆明", "--lang", "zh").answer.contains("昆明"))
  }
}
