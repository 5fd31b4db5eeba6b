package import ArgumentParser
package import CensusCore
internal import CensusStore

package struct RecheckCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "recheck",
      abstract: Phrase("登记复查结果。", "Record what a re-check came to."),
      discussion: Phrase(
        """
        --passed、--failed、--untestable 须给出且只能给出一个。报告是否收到都可登记复查。未给出 --round 时，计入各问题的下一轮复查。

        后一期普查不再列入，只是整改到位的佐证，不会自动销号：--passed --absent-from 把其中不再列入的问题一并登记为到位，\
        并注明来源；先用 --dry-run 查看。不写编号即为全部，--quarter 缺省为其前一期。\
        后一期附件2没有列全、附件1没有列出的州市不算佐证；普查之后才\
        不到位或断开的，已永久下线的，不在其内。

        示例：
          census recheck 2018Q3-17 --failed --on 2018-11-05
          census recheck --passed --absent-from 2018Q4 --dry-run
        """,
        """
        Exactly one of --passed, --failed and --untestable is needed. A re-check may be recorded \
        whether or not the report is here. Without --round it is the next of each finding.

        What a later census does not list any more is evidence for a pass, and closes nothing by \
        itself: --passed --absent-from records a pass for all that it does not list, and says what \
        that rests on; look first with --dry-run. Without IDs it is all of them; --quarter is else \
        the period before. Prefectures of which that census lists fewer sites than failed, or \
        which its annex 1 lacks, are left out; so is what failed after it looked, and what is retired.

        Examples:
          census recheck 2018Q3-17 --failed --on 2018-11-05
          census recheck --passed --absent-from 2018Q4 --dry-run
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("问题编号或网站标识码。", "A finding or site code."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String] = []

  @Flag(
    help: ArgumentHelp(Phrase("整改到位。", "The defect is gone.")))
  package var passed = false

  @Flag(
    help: ArgumentHelp(Phrase("整改不到位。", "The defect is still there.")))
  package var failed = false

  @Option(
    help: ArgumentHelp(
      Phrase(
        "无法复查：offline（网站临时下线）、connection（无法连接）、migrated（系统迁移）或 other（其他原因）。",
        "It could not be tested: offline, connection, migrated or other."),
      valueName: Phrase("原因", "reason")))
  package var untestable: Recheck.Reason?

  @Option(
    help: ArgumentHelp(
      Phrase("第几轮复查。", "The round of the re-check."),
      valueName: Phrase("轮次", "number")))
  package var round: Int?

  @Option(
    help: ArgumentHelp(
      Phrase("佐证材料存放处。", "Where the evidence is kept."),
      valueName: Phrase("文字", "text")))
  package var evidence: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "所列普查不再列入的问题，登记为到位并以此为佐证。",
        "A pass for what the census of that period does not list any more, with that as evidence."),
      valueName: Phrase("季度", "quarter")), completion: .store(.quarters),
    transform: Reading.quarter)
  package var absentFrom: Quarter?

  @OptionGroup(title: "Recording") package var evidenceFiles: EvidenceOptions
  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func validate() throws {
    guard absentFrom == nil || passed else {
      throw ValidationError(
        Phrase("--absent-from 要与 --passed 同用。", "--absent-from goes with --passed."))
    }
    guard absentFrom != nil || !ids.isEmpty else {
      throw ValidationError(Phrase("缺少编号。", "IDs are missing."))
    }
    guard [passed, failed, untestable != nil].count(where: \.self) == 1 else {
      throw ValidationError(
        Phrase(
          "--passed、--failed、--untestable 须且只能给一个。",
          "give exactly one of --passed, --failed and --untestable."))
    }
  }

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var (ids, common, evidence) = (ids, common, evidence)
    if let absentFrom {
      var session = try Session(common, in: &world)
      let absence = try session.absence(from: absentFrom, on: try session.day(record.on, .behind))
      common.quarter = absence.quarter
      if ids.isEmpty { ids = absence.findings.map(\.description) }
      guard !ids.isEmpty else {
        throw .nothingAbsent(absence.quarter, from: absentFrom)
      }
      evidence = evidence ?? Terms.absence(from: absentFrom)[session.language]
      try session.check(ids, areAmong: absence, absentFrom)
    }
    let files = try evidenceFiles.files(in: world)
    return try act(on: ids, record, common, in: &world, keeping: files) {
      occasion throws(Refusal) in
      var request = RecheckRequest(
        passed ? .passed : failed ? .failed : .untestable, on: occasion.on, reason: untestable)
      request.round = round
      request.evidence = evidence
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

package struct AccountCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "account",
      abstract: Phrase("登记问责的进展。", "Record a step of accountability."),
      discussion: Phrase(
        """
        启动问责须有人批准；没有复查不到位的，还须写备注。问责处理和办结以启动为前提。

        示例：census account 临沧 --stage opened --approved-by 分管副秘书长
        """,
        """
        An opening needs somebody's approval, and a note where no re-check failed; a measure and \
        the conclusion need the opening.

        Example: census account 临沧 --stage opened --approved-by 分管副秘书长
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("州市、单位、网站标识码或问题编号。", "A prefecture, unit, site code or finding."),
      valueName: Phrase("编号", "ids")), completion: .store(.ids))
  package var ids: [String]

  @Option(
    help: ArgumentHelp(
      Phrase(
        "阶段：opened（启动）、measure（处理）或 concluded（办结）。",
        "The step: opened, measure or concluded."),
      valueName: Phrase("阶段", "stage")))
  package var stage: Accountability.Stage

  @Option(
    help: ArgumentHelp(
      Phrase("启动问责的批示领导。", "Who approved the opening."),
      valueName: Phrase("姓名", "name")))
  package var approvedBy: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        """
        处理方式：interview（约谈）、selfCriticism（书面检查）、\
        publicCriticism（通报批评）、transfer（调离岗位）、removal（免职）、\
        warning（警告处分）、suspension（停职检查）或 other（其他处理）。
        """,
        """
        What was done: interview, selfCriticism, publicCriticism, transfer, removal, warning, \
        suspension or other.
        """),
      valueName: Phrase("类型", "kind")))
  package var measure: Accountability.Measure?

  @Option(
    help: ArgumentHelp(
      Phrase("问责对象：人员或职务。", "To whom: a person or a role."),
      valueName: Phrase("文字", "text")))
  package var personRole: String?

  @Option(
    help: ArgumentHelp(
      Phrase("问责文件。", "The document of it."),
      valueName: Phrase("文字", "text")))
  package var document: String?

  @OptionGroup(title: "Recording") package var evidenceFiles: EvidenceOptions
  @OptionGroup(title: "Recording") package var record: RecordOptions
  @OptionGroup(title: "Recording") package var remark: RemarkOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let files = try evidenceFiles.files(in: world)
    return try act(on: ids, record, common, in: &world, keeping: files) {
      occasion throws(Refusal) in
      var request = AccountRequest(stage, on: occasion.on)
      request.approvedBy = approvedBy
      request.measure = measure
      request.person = personRole
      request.document = document
      request.note = remark.note
      return try occasion.projection.plan(
        request, for: occasion.references, today: occasion.today)
    }
  }
}

extension Session {
  /// What a later census does not list any more.
  ///
  /// - Parameters:
  ///   - later: the period of that census.
  ///   - day: the day of the pass; the census is published by then.
  /// - Returns: the period looked at, else the one with findings before it; and its findings that wait
  ///   for a re-check and whose sites are not listed.
  /// - Throws: `CommandError.noEvidence` where that census says nothing of it, and as `quarter`.
  fileprivate mutating func absence(
    from later: Quarter, on day: Day?
  ) throws(CommandError) -> (quarter: Quarter, findings: [FindingID]) {
    let quarters = store.quarters()
    guard quarters.contains(later) else { throw .unknownQuarter(later, known: quarters) }
    guard let quarter = try chosenQuarter == nil ? quarter(before: later) : self.quarter() else {
      throw .nothingBefore(later, known: quarters)
    }
    let (shown, census) = (
      try currentProjection(of: quarter), try currentProjection(of: later)
    )
    guard let findings = shown.absent(from: census) else {
      throw .noEvidence(quarter, from: later)
    }
    if let issued = census.inspection.notice.issued, issued > day ?? asOf {
      throw .notIssuedYet(later, issued)
    }
    return (quarter, findings)
  }

  /// Checks that what was named is not listed by the census.
  fileprivate mutating func check(
    _ ids: [String], areAmong absence: (quarter: Quarter, findings: [FindingID]), _ later: Quarter
  ) throws(CommandError) {
    let projection = try currentProjection(of: absence.quarter)
    let absent = Set(absence.findings)
    for id in ids {
      let meant: [FindingID]
      do throws(Refusal) {
        switch try projection.resolve(id) {
        case .finding(let id): meant = [id]
        case .site(let code): meant = projection.site(code)?.findings.map(\.finding.id) ?? []
        default: meant = []
        }
      } catch {
        throw .refused(error.named(in: projection, language))
      }
      guard meant.contains(where: absent.contains) || meant.isEmpty else {
        throw .listedStill(id, in: later)
      }
    }
  }
}
