package import ArgumentParser
package import CensusCore
internal import CensusStore

/// Which parts of a report arrived.
package enum PartChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case paper
  case electronic
  case both

  var parts: [Part] {
    switch self {
    case .paper: [.paper]
    case .electronic: [.electronic]
    case .both: [.paper, .electronic]
    }
  }
}

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

  @Option(help: ArgumentHelp("What arrived (材料): paper, electronic or both.", valueName: "part"))
  package var part: PartChoice

  @Option(
    help: ArgumentHelp(
      "Whose signature the paper copy bears (签字): principal, other or none; else principal.",
      valueName: "who"))
  package var signature: Signature?

  @Flag(help: "The paper copy is not signed (未签字): the same as --signature none.")
  package var unsigned = false

  @Option(help: ArgumentHelp("Who signed it (签字人).", valueName: "name"))
  package var signer: String?

  @Option(help: ArgumentHelp("Our incoming number (收文号).", valueName: "number"))
  package var incoming: String?

  @Option(help: ArgumentHelp("The sender's document number (来文文号).", valueName: "number"))
  package var document: String?

  @Option(
    help: ArgumentHelp("The date of the document (成文日期).", valueName: "date"),
    transform: Reading.day)
  package var dated: Day?

  @Option(
    help: ArgumentHelp(
      "How it arrived (方式): email, confidential, post, hand or fax.", valueName: "channel"))
  package var channel: Receipt.Channel?

  @Option(
    help: ArgumentHelp(
      "The electronic document (电子文件): its name and SHA-256 are kept, not the file.",
      valueName: "path"))
  package var file: String?

  @Flag(help: "Only the sites or findings named, not the whole unit (仅此).")
  package var only = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Findings that the report leaves out (除外).", valueName: "finding"),
    transform: Reading.finding)
  package var except: [FindingID] = []

  @Flag(help: "Record a further report although the part is here already (再次来件).")
  package var again = false

  @Option(help: ArgumentHelp("A remark (备注).", valueName: "text"))
  package var note: String?

  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var (session, projection) = try open(common, in: &world)
    let actor = try session.actor(record, common, in: world)
    let request = try request(asOf: session.asOf, in: world)
    let references = try ids.map { id throws(CommandError) in
      do throws(Refusal) {
        return try projection.resolve(id)
      } catch {
        throw .refused(error)
      }
    }
    let plan: ReceiptPlan
    do {
      plan = try projection.plan(request, for: references, today: session.today)
    } catch {
      throw .refused(error)
    }
    var report = Report(skipped: plan.skipped)
    report.sentences = groups(references, in: projection)
    if !plan.drafts.isEmpty {
      if !record.dryRun {
        report.batch = try session.record(plan.drafts, by: actor, in: world)
      }
      report.sentences.append(sentence(plan, in: projection))
    }
    if !plan.skipped.isEmpty {
      try confirm(plan.skipped, in: projection, session)
      report.sentences.append(skippedSentence(plan, request.on, in: projection))
    }
    world.announce(report, json: record.json)
    return .good
  }

  private func request(asOf: Day, in world: World) throws(CommandError) -> ReceiptRequest {
    if unsigned, let signature, signature != .none {
      throw .contradiction("--unsigned", "--signature \(signature.rawValue)")
    }
    var request = ReceiptRequest(parts: part.parts, on: record.on ?? asOf)
    request.signature = unsigned ? .none : signature ?? .principal
    request.signer = signer
    request.incoming = incoming
    request.document = document
    request.dated = dated
    request.channel = channel
    request.note = note
    request.onlyNamed = only
    request.except = except
    request.again = again
    if let file {
      let document = try Document(file, in: world)
      request.file = document.name
      request.sha256 = document.sha256
    }
    return request
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
