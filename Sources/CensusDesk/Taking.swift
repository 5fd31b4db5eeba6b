import CensusCommand
import CensusCore
package import CensusDashboard
import CensusNotices
import CensusStore
import StrictJSON

/// Notices that are being taken in: read, kept as drafts, put into the store.
extension Desk {
  /// Keeps a notice as a draft, and reads it.
  mutating func read(_ intake: Intake) -> [Action] {
    let sources = openSources(of: intake)
    let now = intake.reading(sources.map { (try? $0.result.get().sha256) ?? "-" })
    let kept = keepDraft(now.sources.isEmpty ? nil : Self.file(of: now, absolute))
    let reading = report(on: sources, now.answers, isKept: kept.complaint == nil).reading
    let isOther = now.answers != intake.answers
    let lost = Phrase(
      "来源有变化：此前对行、格、列的答复已清除，请重新答复",
      "the sources have changed: answers about rows, cells and columns are gone; give them again")
    let said = (kept.said ?? (isOther ? lost : nil)).map { [Action.failed($0)] } ?? []
    return [.noticeRead(reading, of: intake, now: now)] + said
  }

  /// Reads a notice again if a file of it was changed since, or came back.
  mutating func watch(_ intake: Intake) -> [Action] {
    guard !isLost else { return [] }
    let changed = intake.sources.filter { source in
      guard case .file(let path) = source, let known = stamps[path] else { return false }
      return stamp(of: path) != known
    }
    guard case .file(let path)? = changed.first else { return [] }
    let actions = read(intake)
    guard actions.count == 1 else { return actions }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return actions + [
      .failed(
        Phrase("“\(name)”刚才改过，已重新读取", "“\(name)” has changed on the disk and was read again"))
    ]
  }

  private func stamp(of path: String) -> FileStamp? {
    let path = absolute(path)
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let folder = String(path[..<slash])
    return try? world.openFolder(folder.isEmpty ? "/" : folder, false)
      .stamp(of: String(path[path.index(after: slash)...]))
  }

  /// Forgets the draft.
  mutating func dropIntake() -> [Action] {
    opened = [:]
    return keepDraft(nil).complaint.map { [.failed($0)] } ?? []
  }

  /// Puts a notice into the store, if what is read is still what was shown.
  mutating func accept(_ intake: Intake, digest: String) -> [Action] {
    if case .readOnly(let why) = access { return [.failed(why)] }
    session.store.reload()
    let (report, reading) = report(on: openSources(of: intake), intake.answers)
    guard let report, report.digest == digest, let facts = report.revision?.facts else {
      return [
        .noticeRead(reading, of: intake, now: intake),
        .failed(
          Phrase(
            "没有写入：文件或数据目录刚才有变化，请重新查看",
            "nothing was written: the files or the store have changed meanwhile; look again")),
      ]
    }
    let revision: Revision?
    do {
      let recorder = Recorder(
        actor: actor, origin: "import", at: now, randomHex: world.randomHex)
      revision = try session.store.accept(facts, after: report.shown, by: recorder)
    } catch {
      return [.failed(Messages.sentence(error))]
    }
    opened = [:]
    let complaint = keepDraft(nil).complaint
    leave(for: facts.quarter)
    let number = revision?.number ?? 1
    let version = number > 1 ? Phrase("（第\(number)版）", " (revision \(number))") : .empty
    let said = Phrase(
      "已写入\(facts.quarter.name.chinese)\(version.chinese)：问题\(facts.findings.count)条；撤回用 census "
        + "withdraw \(facts.quarter) --reason 原因",
      "took in \(facts.quarter.name.english)\(version.english), "
        + "\(counted(facts.findings.count, "finding")); census withdraw \(facts.quarter) --reason TEXT takes it back"
    )
    return [.noticeTaken(snapshot(), said)] + (complaint.map { [.failed($0)] } ?? [])
  }

  // MARK: - Reading

  /// A source, opened.
  private typealias Opened = (name: String, result: Result<ReadSource, CommandError>)

  /// What is read of a notice; no report where none of its sources can be read.
  private mutating func report(
    on read: [Opened], _ answers: Answers, isKept: Bool = true
  ) -> (report: ImportReport?, reading: IntakeReading) {
    let sources = read.compactMap { try? $0.result.get() }
    let report = sources.isEmpty ? nil : ImportReport(sources, answers, &session)
    let accounts = Dictionary(grouping: report?.draft.tables ?? [], by: \.file)
    let parts = read.map { name, result in
      var fault: Phrase?
      if case .failure(let error) = result { fault = Self.fault(error) }
      return IntakeReading.Part(
        name: name, fault: fault,
        accounts: (accounts[name] ?? []).compactMap { report?.account($0) })
    }
    let reading = reading(of: report, parts, isKept: isKept)
    return (report, reading)
  }

  /// Opens the sources, each once while its bytes are the same.
  private mutating func openSources(of intake: Intake) -> [Opened] {
    opened = opened.filter { intake.sources.contains($0.key) }
    stamps = [:]
    var pasted = 0
    var read: [Opened] = []
    for source in intake.sources {
      let name: String
      switch source {
      case .file(let path):
        name = path.split(separator: "/").last.map(String.init) ?? path
        // Before it is read: what changes meanwhile is read once more.
        stamps[path] = .some(stamp(of: path))
      case .pasted:
        pasted += 1
        name = pasted == 1 ? "-" : "-\(pasted)"
      }
      let result = open(source, name: name, intake.isConverting)
      opened[source] = try? result.get()
      read.append((name, result))
    }
    return read
  }

  private func open(
    _ source: Intake.Source, name: String, _ isConverting: Bool
  ) -> Result<ReadSource, CommandError> {
    do throws(CommandError) {
      switch source {
      case .file(let path):
        return .success(
          try ReadSource(
            file: absolute(path), converting: isConverting, in: world, known: opened[source]))
      case .pasted(let text):
        // A paste is called by its place among them, which may be another by now.
        if let known = opened[source], known.source.name == name { return .success(known) }
        return .success(try ReadSource(pasted: text, name: name, in: world))
      }
    } catch {
      return .failure(error)
    }
  }

  private static func fault(_ error: CommandError) -> Phrase {
    guard case .importing(.container(_, let fault)) = error else {
      return Messages.sentence(error)
    }
    return fault.screenSentence + Phrase("。", ".")
  }

  private mutating func reading(
    of report: ImportReport?, _ parts: [IntakeReading.Part], isKept: Bool
  ) -> IntakeReading {
    let facts = report?.revision?.facts
    return IntakeReading(
      parts: parts, quarter: report?.draft.quarter, projection: report?.projection,
      places: report?.revision?.places ?? [:], body: report?.head ?? [],
      notFound: report?.draft.notFound.map(\.words) ?? [],
      additions: report?.additionsWords ?? [], open: report?.notUnderstood ?? [],
      checks: report?.screenDiscrepancies ?? [],
      comparison: report?.comparison ?? Phrase("没有读到内容。", "Nothing was read."),
      differences: report?.differences?.all, tables: report?.draft.tables ?? [],
      since: report?.projection.map { since($0) } ?? [],
      vanishing: facts?.findings.count { $0.isGone && !isGone($0.id, in: report) } ?? 0,
      placed: report?.draft.isPlaced == true
        ? max(1, facts?.findings.count { !$0.isGone } ?? 0) : 0,
      digest: report?.digest, isKept: isKept)
  }

  /// Whether a finding is in the notice no more as the store has it already.
  private mutating func isGone(_ id: FindingID, in report: ImportReport?) -> Bool {
    guard let quarter = report?.draft.quarter else { return false }
    let held = session.store.inspection(of: quarter).inspection
    return held?.findings.first { $0.id == id }?.isGone == true
  }

  /// How many sites are new, fail again, or are listed no more, against the period before.
  private mutating func since(_ draft: Projection) -> [Phrase] {
    guard let quarter = session.quarter(before: draft.quarter),
      let held = try? session.projection(of: quarter), held.inspection.coverage == .full
    else { return [] }
    let sites = Comparison(held, draft).sites
    let counts = Comparison.Change.allCases.map { change in sites.count { $0.change == change } }
    return [
      Phrase(
        "与\(quarter.name.chinese)比：新增\(counts[0])个，再次列出\(counts[1])个，不再列出\(counts[2])个网站（只提示，不办结）。",
        "Against \(quarter.name.english): \(counted(counts[0], "site")) new, \(counts[1]) again, "
          + "\(counts[2]) no more; nothing is closed by that.")
    ]
  }

  // MARK: - Drafts

  /// A draft as a file: where it is read, and what a person said.
  private static func file(of intake: Intake, _ absolute: (String) -> String) -> [UInt8] {
    let sources = intake.sources.map { source -> PrettyJSON in
      switch source {
      case .file(let path): .row([("file", .text(absolute(path)))])
      case .pasted(let text): .row([("text", .text(text))])
      }
    }
    return PrettyJSON.object([
      ("format", .text("site-census-intake")), ("version", .number(1)),
      ("converts", .flag(intake.isConverting)), ("sources", .rows(sources)),
      ("known", .list(intake.known.map(PrettyJSON.text))),
      ("answers", AnswersFile.json(of: intake.answers)),
    ]).file
  }

  /// Reads a draft; nil if it is none that this program understands.
  package static func intake(of bytes: [UInt8]) -> Intake? {
    guard let root = try? JSONDocument(bytes, limits: draftLimits).root,
      root["format"]?.text == "site-census-intake", let answers = root["answers"],
      let items = root["sources"]?.items
    else { return nil }
    let sources = items.map { item -> Intake.Source? in
      if let path = item["file"]?.text { return .file(path) }
      return item["text"]?.text.map(Intake.Source.pasted)
    }
    guard !sources.isEmpty, sources.allSatisfy({ $0 != nil }),
      let said = AnswersFile(answers)?.answers
    else { return nil }
    var intake = Intake(
      sources.compactMap(\.self), answers: said, isConverting: root["converts"]?.flag == true)
    intake.known = root["known"]?.items.map { $0.compactMap(\.text) } ?? []
    return intake
  }

  /// A draft has what was pasted, of which the terminal takes in a mebibyte at once.
  package static let largestDraft = 32 << 20
  private static let draftLimits = JSONLimits(depth: 8, text: 4 << 20, file: largestDraft)
}
