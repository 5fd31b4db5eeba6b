package import ArgumentParser
package import CensusCore
internal import CensusStore

package struct WithdrawCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withdraw",
      abstract: Phrase(
        "撤回载入的通报：此前的一版重新有效。",
        "Take back a notice that was taken in; the one before counts again."),
      discussion: Phrase(
        """
        撤回最近载入的一版。此前有一版的，重新以那一版为准；没有的，该季度不再列出。文件和登记过的内容都不删除，\
        再次用 census import 载入后，重新计入；--known-at 仍能看到撤回以前的情形。

        示例：census withdraw 2018Q4 --reason 误载了别省的通报
        """,
        """
        Takes back what was taken in last. What counted before counts again; where there was nothing \
        before, the quarter is listed no more. Neither files nor what was recorded is deleted: it \
        counts again once a notice is taken in anew with census import, and --known-at still shows \
        how it was.

        Example: census withdraw 2018Q4 --reason 'notice of another province'
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("季度，写作 2018Q4。", "The quarter, as 2018Q4."), valueName: Phrase("季度", "quarter")),
    completion: .store(.quarters),
    transform: Reading.quarter)
  package var period: Quarter

  @Option(
    help: ArgumentHelp(
      Phrase("为什么撤回。", "Why it is taken back."), valueName: Phrase("原因", "text")))
  package var reason: String

  @Flag(
    help: ArgumentHelp(Phrase("试运行：只说明将撤回什么，不写入。", "Say what would be done, and write nothing.")))
  package var dryRun = false

  @OptionGroup(title: "Recording") package var actor: ActorOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func validate() throws {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError(
        Phrase("--reason 不能是空的。", "--reason must say something."))
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    if common.readOnly { throw .writes("withdraw", against: "--read-only") }
    if common.knownAt != nil { throw .writes("withdraw", against: "--known-at") }
    var session = try Session(common, in: &world)
    let name = try world.actor(actor.by)
    guard session.store.quarters().contains(period) else {
      throw .unknownQuarter(period, known: session.store.quarters())
    }
    _ = try session.inspection(of: period)
    let revisions = session.store.allRevisions(of: period)
    guard let counting = revisions.counting(at: nil)?.revision else {
      throw .unknownQuarter(period, known: session.store.quarters())
    }
    let count = session.store.events(of: period).events.count { $0.quarter == period }
    let left = revisions.filter { $0.id != counting.id }.counting(at: nil)?.revision
    if !dryRun {
      let recorder = Recorder(
        actor: name, origin: "cli", at: world.now, randomHex: world.randomHex)
      do {
        try session.store.withdraw(period, counting.id, reason: reason, by: recorder)
      } catch {
        throw .store(error)
      }
      world.noteRecord()
      // What was recorded upon it may be about nothing that the one before lists.
      if left != nil { warnOfDamage(session.problems(of: period), in: &world) }
    }
    world.answer += said(counting, left, count)[session.language] + "\n"
    return .good
  }

  private func said(_ taken: Revision, _ left: Revision?, _ count: Int) -> Phrase {
    let name = period.name
    let begin =
      dryRun
      ? Phrase(
        "将撤回\(name.chinese)第\(taken.number)版（未写入任何内容）",
        "would take back revision \(taken.number) of \(name.english) (nothing was written)")
      : Phrase(
        "已撤回\(name.chinese)第\(taken.number)版",
        "took back revision \(taken.number) of \(name.english)")
    if let left {
      return begin
        + Phrase(
          "；第\(left.number)版重新有效。", "; revision \(left.number) counts again.")
    }
    let kept =
      count == 0
      ? Phrase.empty
      : Phrase(
        "；已登记的\(count)条记录保留，再次载入后重新计入",
        "; its \(counted(count, "record")) \(count == 1 ? "stays, and counts" : "stay, and count") again "
          + "once it is taken in anew")
    return begin + Phrase("；该季度不再列出", "; the quarter is listed no more") + kept
      + Phrase("。", ".")
  }
}
