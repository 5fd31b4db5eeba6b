package import ArgumentParser
package import CensusCore
internal import CensusStore

package struct DemoCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo",
      abstract: Phrase("新建一套合成的演示数据，供试用。", "Make a store of synthetic data, to try things out."),
      discussion: Phrase(
        """
        其中的通报、网站和人员均非真实，标题中已注明。目录不存在时新建；已存在时须为空。最近一期在 --today 所给的日期（缺省为今天）正在办理，此后没有记录。规模、随机种子和日期相同，数据就相同。

        示例：census demo ~/演示 --quarters 8 --events 2000
        """,
        """
        Nothing in it is a real notice, site or person, and its title says so. The folder is made \
        if it is missing, and must be empty. Its latest quarter is under way on the day of --today, \
        else today, and nothing is recorded after it. The same size, seed and day give the same \
        store.

        Example: census demo ~/演示 --quarters 8 --events 2000
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("新目录。", "The new folder."),
      valueName: Phrase("目录", "dir")), completion: .directory)
  package var folder: String

  @Option(
    help: ArgumentHelp(
      Phrase("季度数，1到400。", "Quarters, from 1 to 400."),
      valueName: Phrase("数目", "number")))
  package var quarters = 4

  @Option(
    help: ArgumentHelp(
      Phrase("附件1的行数（州市等），1到90。", "Rows of annex 1, from 1 to 90."),
      valueName: Phrase("数目", "number")))
  package var prefectures = 16

  @Option(
    help: ArgumentHelp(
      Phrase("每个季度的问题条数，1到20000。", "Findings in each quarter, from 1 to 20000."),
      valueName: Phrase("数目", "number")))
  package var findings = 20

  @Option(
    help: ArgumentHelp(
      Phrase("办理记录总数，至多1000000。", "Records in all, up to 1000000."),
      valueName: Phrase("数目", "number")))
  package var events = 400

  @Option(
    help: ArgumentHelp(
      Phrase("随机种子。", "The random seed."),
      valueName: Phrase("种子", "number")))
  package var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase("最近一期正在办理的日期；缺省为今天。", "The day on which the latest quarter is under way; else today."),
      valueName: Phrase("日期", "date")),
    transform: Reading.day)
  package var today: TypedDay?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "语言：zh 或 en；未给出时依次用 CENSUS_LANG、系统区域设置的语言。",
        "The language: zh or en; else CENSUS_LANG, the locale's."),
      valueName: Phrase("语言", "lang")))
  package var lang: Language?

  package init() {}

  package func validate() throws {
    let bounds = [
      ("--quarters", quarters, 1...400), ("--prefectures", prefectures, 1...90),
      ("--findings", findings, 1...20_000), ("--events", events, 0...1_000_000),
    ]
    for (name, number, range) in bounds where !range.contains(number) {
      throw ValidationError(
        Phrase(
          "\(name) 须在\(range.lowerBound)到\(range.upperBound)之间。",
          "\(name) goes from \(range.lowerBound) to \(range.upperBound)."))
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    world.settle(lang ?? world.chosenLanguage ?? world.language)
    let target: any FileSystem
    do {
      target = try world.openFolder(folder, true)
    } catch {
      throw .cannotMake(path: folder, error.reason)
    }
    let now = world.now.day(at: .china)
    let today = try today.map { typed throws(CommandError) in try typed.resolved(near: now) }
    let demo = Demo(
      Demo.Size(
        quarters: quarters, prefectures: prefectures, findings: findings, events: events,
        seed: seed, today: today ?? now))
    do {
      try Store.initialise(target, with: demo)
    } catch {
      throw .store(error)
    }
    let typed = safe(shellWord(folder))
    let count = demo.acts.reduce(0) { $0 + $1.count }
    world.answer +=
      Phrase(
        "已新建演示数据（合成，非真实通报）：\(demo.inspections.count)个季度，\(count)条记录；"
          + "使用：census overview --store \(typed)",
        "made synthetic demonstration data: \(counted(demo.inspections.count, "quarter")), "
          + "\(counted(count, "event")); look at it with: census overview --store \(typed)")[
        world.language] + "\n"
    return .good
  }
}
