import FoundationEssentials
import Testing

/// The third quarter of 2018 from its notice to the last site closed, once in each program.
///
/// Both must leave the same events and show the same screens on every day.
@Suite struct StoryOfAQuarter {
  private struct Step {
    let day: String
    let command: [String]
    let keys: String
  }

  private static func step(_ day: String, _ command: String, keys: String) -> Step {
    Step(day: day, command: command.split(separator: " ").map(String.init), keys: keys)
  }

  /// The four sites of Kunming that its first report covers.
  private static let kunming = "5301260001 5301000067 5301000011 5301000042"

  private static let steps: [Step] = [
    step(
      "2018-10-08", "chase 省直 昆明 保山 怒江 迪庆 临沧 --channel phone", keys: "5 * c Enter"),
    step(
      "2018-10-15", "receive \(kunming) --only --part electronic",
      keys: "3 / lit:昆明 Enter g Space Space Space Space E BTab Right Enter"),
    step(
      "2018-10-16", "receive 云南省文史研究馆 --part electronic", keys: "5 / lit:文史 Enter e"),
    step(
      "2018-10-17", "receive 云南省文史研究馆 --part paper --incoming 政-101",
      keys: "5 / lit:文史 Enter P Tab Tab Tab lit:政-101 Enter"),
    step("2018-10-18", "receive 保山 --part electronic", keys: "5 / lit:保山 Enter e"),
    step(
      "2018-10-18", "receive 保山 --part paper --unsigned",
      keys: "5 / lit:保山 Enter P Tab Left Enter"),
    step(
      "2018-10-19", "return 保山 --part paper --reason 未签字",
      keys: "5 / lit:保山 Enter m t Tab Tab lit:未签字 Enter"),
    step("2018-10-19", "receive 临沧 --part both", keys: "5 / lit:临沧 Enter b"),
    step(
      "2018-10-19", "extend 迪庆 --until 2018-10-26 --authority 省政府办公厅 --reason 系统迁移",
      keys: "5 / lit:迪庆 Enter m x C-u lit:2018-10-26 Tab lit:省政府办公厅 Tab lit:系统迁移 Enter"),
    step(
      "2018-10-22", "receive \(kunming) --only --part paper",
      keys: "3 / lit:昆明 Enter g Space Space Space Space P BTab Right Enter"),
    step(
      "2018-10-22", "chase 怒江 --channel phone --to 王五 --answer 24日报 --promised 2018-10-24",
      keys: "5 / lit:怒江 Enter c lit:王五 Tab lit:24日报 Tab lit:2018-10-24 Enter"),
    step("2018-10-23", "receive 云南省文化厅 --part both", keys: "5 / lit:文化厅 Enter b"),
    step("2018-10-24", "receive 怒江 --part both", keys: "5 / lit:怒江 Enter b"),
    step("2018-10-24", "receive 保山 --part paper", keys: "5 / lit:保山 Enter p"),
    step("2018-10-25", "receive 昆明 --part both", keys: "5 / lit:昆明 Enter b"),
    step("2018-10-26", "receive 迪庆 --part both", keys: "5 / lit:迪庆 Enter b"),
    step(
      "2018-11-05",
      "recheck "
        + (1...20).filter { $0 != 17 }.map { "2018Q3-\($0)" }.joined(separator: " ") + " --passed",
      keys: "6 " + String(repeating: "+ ", count: 16) + "Down + + + w"),
    step("2018-11-05", "recheck 2018Q3-17 --failed", keys: "6 / lit:扣分 Enter G - w"),
    step(
      "2018-11-06", "account 临沧 --stage opened --approved-by 李某",
      keys: "5 / lit:临沧 Enter m a Tab lit:李某 Enter"),
    step(
      "2018-11-06", "order 2018Q3-17 --until 2018-11-20 --reference 督办1号",
      keys: "3 / lit:耿马 Enter Enter m o C-u lit:2018-11-20 Tab lit:督办1号 Enter"),
    step(
      "2018-11-15", "account 临沧 --stage measure --measure interview --person-role 县政府办主任",
      keys: "5 / lit:临沧 Enter m a Right Tab Tab lit:县政府办主任 Enter"),
    step("2018-11-18", "receive 临沧 --part both", keys: "5 / lit:临沧 Enter b"),
    step("2018-11-22", "recheck 2018Q3-17 --passed", keys: "6 / lit:耿马 Enter g + w"),
    step(
      "2018-11-25", "account 临沧 --stage concluded",
      keys: "5 / lit:临沧 Enter m a Right Right Enter"),
  ]

  private static let days = [
    "2018-10-01", "2018-10-08", "2018-10-19", "2018-10-20", "2018-10-21", "2018-10-23",
    "2018-10-26", "2018-11-05", "2018-11-06", "2018-11-19", "2018-11-30",
  ]

  @Test func bothProgramsTellTheSameStory() async throws {
    let byCommand = try Scratch()
    let byKeys = try Scratch()
    for step in Self.steps {
      let answer = try await Programs.run(
        Programs.census,
        step.command + ["--on", step.day, "--store", byCommand.store, "--lang", "en"])
      #expect(answer.status == 0, "\(step.command): \(answer.errors)")
      let frame = try await Programs.run(
        Programs.dashboard,
        [
          "--print-frame", "--size", "120x36", "--as-of", step.day, "--lang", "zh", "--keys",
          step.keys, "--store", byKeys.store,
        ])
      #expect(frame.output.contains("已登记"), "\(step.keys):\n\(frame.output)\(frame.errors)")
    }
    #expect(try await events(byCommand) == events(byKeys))
    for day in Self.days {
      for view in ["overview", "prefectures", "sites", "issues", "deadlines", "rechecks"] {
        let first = try await frame(byCommand, view, day)
        #expect(try await frame(byKeys, view, day) == first, "\(view) on \(day)")
      }
    }
    let end = try await Programs.run(
      Programs.census,
      ["overview", "--format", "json", "--as-of", "2018-11-30", "--store", byKeys.store])
    #expect(end.output.contains("\"closed\" : 19"))
    let sites = try await Programs.run(
      Programs.census,
      [
        "sites", "--state", "closed", "--format", "csv", "--no-bom", "--as-of", "2018-11-30",
        "--store", byCommand.store,
      ])
    #expect(sites.output.split(whereSeparator: \.isNewline).count == 20)
  }

  /// What was recorded, without what tells one store from another, sorted.
  private func events(_ scratch: Scratch) async throws -> [String] {
    let answer = try await Programs.run(
      "/bin/sh", ["-c", "cat \(scratch.store)/events/*/*/*.json"])
    return answer.output.split(separator: "\n").map { line in
      var fields = String(line)
      for key in ["at", "batch", "batchSize", "clock", "nonce", "origin", "seen"] {
        fields = removing(key, from: fields)
      }
      return fields
    }.sorted()
  }

  private func removing(_ key: String, from line: String) -> String {
    guard let start = line.firstRange(of: "\"\(key)\":") else { return line }
    let rest = line[start.upperBound...]
    let end: String.Index
    if rest.first == "[" {
      end = rest.firstIndex(of: "]").map { rest.index(after: $0) } ?? rest.endIndex
    } else {
      end = rest.firstIndex { $0 == "," || $0 == "}" } ?? rest.endIndex
    }
    return String(line[..<start.lowerBound]) + String(rest[end...])
  }

  private func frame(_ scratch: Scratch, _ view: String, _ day: String) async throws -> String {
    try await Programs.run(
      Programs.dashboard,
      [
        "--print-frame", "--size", "120x36", "--as-of", day, "--lang", "zh", "--view", view,
        "--store", scratch.store,
      ]
    ).output
  }
}
