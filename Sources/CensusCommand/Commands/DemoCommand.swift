package import ArgumentParser
package import CensusCore
internal import CensusStore

package struct DemoCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a store of synthetic data (演示数据), to try things out.",
    discussion: """
      Nothing in it is a real notice, site or person, and its title says so. The folder is made \
      if it is missing, and must be empty. The same size and seed give the same store.

      Example: census demo ~/演示 --quarters 8 --events 2000
      """)

  @Argument(help: ArgumentHelp("The new folder (目录).", valueName: "dir"))
  package var folder: String

  @Option(help: ArgumentHelp("Quarters (季度), from 1 to 400.", valueName: "number"))
  package var quarters = 4

  @Option(help: ArgumentHelp("Rows of annex 1 (州市), from 1 to 90.", valueName: "number"))
  package var prefectures = 16

  @Option(
    help: ArgumentHelp("Findings (问题) in each quarter, from 1 to 20000.", valueName: "number"))
  package var findings = 20

  @Option(help: ArgumentHelp("Records (办理记录) in all, up to 1000000.", valueName: "number"))
  package var events = 400

  @Option(help: ArgumentHelp("What the chance begins with (随机种子).", valueName: "number"))
  package var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "The language (语言): zh or en; else CENSUS_LANG, the locale's.", valueName: "lang"))
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
    let demo = Demo(
      Demo.Size(
        quarters: quarters, prefectures: prefectures, findings: findings, events: events,
        seed: seed))
    do {
      try Store.initialise(target, with: demo)
    } catch {
      throw .store(error)
    }
    let words = safe(folder)
    let count = demo.acts.reduce(0) { $0 + $1.count }
    world.answer +=
      Phrase(
        "已新建演示数据（合成，非真实通报）：\(demo.inspections.count)个季度，\(count)条记录；"
          + "使用：census overview --store \(words)",
        "made synthetic demonstration data: \(counted(demo.inspections.count, "quarter")), "
          + "\(counted(count, "event")); look at it with: census overview --store \(words)")[
        world.language] + "\n"
    return .good
  }
}
