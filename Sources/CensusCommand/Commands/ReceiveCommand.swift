package import ArgumentParser
internal import CensusCore
internal import CensusStore

package struct ReceiveCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: "Record that parts of a report arrived (收件登记).",
    discussion: """
      An ID is a prefecture, unit, site code or finding. A site or finding stands for its whole \
      unit unless --only is given; 省直 stands for each of its departments. What arrived on that \
      day before is skipped and named. Over several IDs a refusal is all or nothing.

      A paper copy counts only with the principal leader's signature and never by fax; another \
      one is recorded and waits to be returned.

      Example: census receive 昆明 --part both --on 2018-10-18 --incoming 政-118
      """)

  @Argument(help: "Whom it came from (单位、州市、网站标识码或问题编号).")
  package var ids: [String]

  @OptionGroup(title: "Receipt") package var receipt: ReceiptOptions
  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let projection = try session.recordingProjection()
    warnOfDamage(session.problems(of: projection.quarter), in: &world)
    let actor = try session.actor(record, common, in: world)
    let request = try receipt.request(on: record.on ?? session.asOf, in: world)
    let references: [Reference]
    let plan: ReceiptPlan
    do throws(Refusal) {
      references = try ids.map { id throws(Refusal) in try projection.resolve(id) }
      plan = try projection.plan(request, for: references, today: session.today)
    } catch .alreadyReceived(let unit, let part, let day) {
      let name = Terms.unit(unit, in: projection)[session.language]
      throw .refused(.alreadyReceived(unit: name, part: part, on: day))
    } catch {
      throw .refused(error)
    }
    var report = Report(skipped: plan.skipped)
    report.sentences = groups(references, in: projection)
    try confirm(plan.units + plan.skipped, in: projection, session)
    if !plan.drafts.isEmpty {
      if !record.dryRun {
        report.batch = try session.record(plan.drafts, by: actor, in: world)
      }
      report.sentences.append(sentence(plan, in: projection))
    }
    if !plan.skipped.isEmpty {
      report.sentences.append(skippedSentence(plan, request.on, in: projection))
    }
    world.announce(report, json: record.json)
    return .good
  }

  /// What was done before may not have reached the disk; a repetition makes sure.
  private func confirm(
    _ units: [String], in projection: Projection, _ session: Session
  ) throws(CommandError) {
    guard !record.dryRun else { return }
    let arrived = units.flatMap { projection.obligation(of: $0)?.receipts ?? [] }
    do {
      try session.store.confirm(arrived.map(\.id))
    } catch {
      throw .store(error)
    }
  }
}

// MARK: - Sentences

extension ReceiveCommand {
  /// A group of departments is no unit: says which units are meant.
  private func groups(_ references: [Reference], in projection: Projection) -> [Phrase] {
    references.compactMap { reference in
      guard case .prefecture(let id) = reference else { return nil }
      let units = projection.obligations.filter { $0.unit.prefecture == id }.map(\.unit.id)
      guard units.count > 1 else { return nil }
      let name = projection.directory.prefecture(id)?.name ?? Phrase(id, id)
      let list = names(units, in: projection)
      return Phrase(
        "\(name.chinese)指其\(units.count)家单位：\(list.chinese)",
        "\(name.english) means its \(units.count) units: \(list.english)")
    }
  }

  private func sentence(_ plan: ReceiptPlan, in projection: Projection) -> Phrase {
    let units = names(plan.units, in: projection)
    let sites = plan.sites.count
    let what = Phrase(
      "\(plan.drafts.count)条：\(units.chinese)（\(sites)个网站）",
      "\(counted(plan.drafts.count, "event")) for \(units.english) (\(counted(sites, "site")))")
    guard record.dryRun else {
      return Phrase(
        "已登记\(what.chinese)；撤销用：census undo",
        "recorded \(what.english); undo with: census undo")
    }
    return Phrase(
      "将登记\(what.chinese)；未写入任何内容",
      "would record \(what.english); nothing was written")
  }

  private func skippedSentence(
    _ plan: ReceiptPlan, _ day: Day, in projection: Projection
  ) -> Phrase {
    let units = names(plan.skipped, in: projection)
    return Phrase(
      "已跳过：\(units.chinese)（\(day)已登记过）",
      "skipped: \(units.english) (recorded for \(day) before)")
  }
}
