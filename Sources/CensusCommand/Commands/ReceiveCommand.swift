package import ArgumentParser
internal import CensusCore
internal import CensusStore

package struct ReceiveCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "receive",
      abstract: Phrase("收件登记：登记收到的整改报告材料。", "Record that parts of a report arrived."),
      discussion: Phrase(
        """
        可填写州市、单位、网站标识码或问题编号。填写网站或问题，即指其所属单位的全部，\
        除非给出 --only；“省直”指各省直部门。当日已登记过的，跳过并列出。一次填写多项时，有一项被拒绝则全部不登记。

        纸质版须由主要负责同志签字方为有效，传真一律无效；其他纸质版照样登记，列为待退回。

        示例：census receive 昆明 --part both --on 2018-10-18 --incoming 政-118
        """,
        """
        An ID is a prefecture, unit, site code or finding. A site or finding stands for its whole \
        unit unless --only is given; 省直 stands for each of its departments. What arrived on that \
        day before is skipped and named. Over several IDs a refusal is all or nothing.

        A paper copy counts only with the principal leader's signature and never by fax; \
        another one is recorded and waits to be returned.

        Example: census receive 昆明 --part both --on 2018-10-18 --incoming 政-118
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "报送方：州市、单位、网站标识码或问题编号。",
        "Whom it came from: a prefecture, unit, site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @OptionGroup(title: "Receipt") package var receipt: ReceiptOptions
  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    let quarter = try quarterMeant(by: ids, &session)
    guard try session.inspection(of: quarter).coverage == .full else {
      throw .refused(.noFindings(quarter))
    }
    let actor = try session.actor(record, common, in: world)
    let completed = record.dryRun ? [] : try session.completeCut(by: actor, in: quarter)
    let (projection, references) = try resolve(ids, &session)
    warnOfDamage(session.problems(of: quarter), in: &world)
    let files = try attachments(receipt.file.map { [$0] } ?? [], in: world)
    let request = try receipt.request(
      on: try session.day(record.on, .behind) ?? session.asOf, files.first)
    let plan: ReceiptPlan
    do throws(Refusal) {
      plan = projection.keeping(
        files.map { $0.evidence() },
        of: try projection.plan(request, for: references, today: session.today))
    } catch {
      throw .refused(error.named(in: projection, session.language))
    }
    var report = Report(skipped: (plan.skipped + plan.notTaken).map(\.description))
    report.sentences = completed + groups(references, in: projection)
    try confirm(plan.units.map(Reference.unit) + plan.skipped, in: projection, session)
    if !plan.drafts.isEmpty {
      if !record.dryRun {
        report.batch = try session.record(plan.drafts, keeping: files, by: actor, in: world)
      }
      let about = Terms.about(plan, ids, in: projection)
      report.sentences.append(
        Terms.recorded(
          plan.drafts.count, about, record.dryRun ? nil : UndoHint(record, common)))
    }
    if !plan.drafts.isEmpty, let fax = notOriginal(request) { report.sentences.append(fax) }
    report.sentences += Terms.supplemented(plan, in: projection)
    if !plan.skipped.isEmpty {
      report.sentences.append(skippedSentence(plan, request.on, in: projection))
    }
    report.sentences += Terms.leftOut(plan, in: projection)
    world.announce(report, json: record.json)
    return .good
  }

  /// That a paper copy came as something that does not count.
  private func notOriginal(_ request: ReceiptRequest) -> Phrase? {
    guard request.parts.contains(.paper), request.channel == .fax else { return nil }
    return Phrase(
      "传真件不是纸质原件，纸质版列为待退回。",
      "a fax is not the paper original: the paper copy is to be returned.")
  }

  /// What was done before may not have reached the disk; a repetition makes sure.
  private func confirm(
    _ things: [Reference], in projection: Projection, _ session: Session
  ) throws(CommandError) {
    guard !record.dryRun else { return }
    let arrived = things.flatMap { thing -> [Event] in
      if case .unit(let id) = thing { projection.obligation(of: id)?.receipts ?? [] } else { [] }
    }
    do {
      try session.store.confirm(arrived.map(\.id))
    } catch {
      throw .store(error)
    }
  }
}

// MARK: - Sentences

extension ReceiveCommand {
  private func skippedSentence(
    _ plan: ReceiptPlan, _ day: Day, in projection: Projection
  ) -> Phrase {
    let units = names(plan.skipped, in: projection)
    return Phrase(
      "已跳过：\(units.chinese)（\(day)已登记过）",
      "skipped: \(units.english) (recorded for \(day) before)")
  }
}
