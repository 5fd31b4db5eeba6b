package import CensusCore
internal import CensusLists
package import CensusNotices
internal import CensusReports
internal import CensusStore

/// What is shown of a draft: what was read, what is open, what `check` says, what differs.
package struct ImportReport {
  package let draft: Draft
  /// What it comes to beside what the store has; nil where nothing was read.
  package let revision: RevisionDraft?
  /// The ID of the revision that it was compared with; nil where the store has nothing of the quarter.
  package let shown: String?
  /// What a person saw, to be named when it is taken in; nil where nothing was read.
  package let digest: String?
  /// All that was known when it was read: the lists, what earlier notices brought, and of Yunnan what
  /// the program knows itself.
  package let known: Directory
  /// What earlier notices brought.
  package let earlier: Additions
  /// How the quarter would stand; nil where none is known.
  package let projection: Projection?
  private let found: [Discrepancy]

  private init(
    _ draft: Draft, _ answers: Answers, _ known: Directory, session: inout Session
  ) {
    self.draft = draft
    self.known = known
    earlier = session.store.knownAdditions
    let revisions = draft.quarter.map { session.store.allRevisions(of: $0) } ?? []
    let held = revisions.counting(at: nil)
    shown = held?.revision.id
    // A first notice without findings is none, unless it says that none failed; of a corrected one annex 1
    // may come alone.
    let hasFacts =
      draft.inspection.map {
        !$0.findings.isEmpty || $0.coverage == .full || held != nil && !$0.rows.isEmpty
      } ?? false
    let directory = session.store.directory
    let revision =
      hasFacts
      ? RevisionDraft(
        draft, held: held?.inspection, withdrawn: revisions.everyFinding,
        highest: revisions.highestNumber, answers: answers, known,
        beyond: directory) : nil
    self.revision = revision
    digest = revision.map { Revision.digest(of: $0.facts, after: held?.revision.id) }
    // Where nothing is to be taken in the prefectures would come with it all the same.
    let facts =
      revision?.facts
      ?? draft.inspection.map {
        $0.with(additions: Additions(of: $0, draft, known, beyond: directory, answers))
      }
    projection = facts.map {
      Projection(
        of: $0, directory: directory, events: [], settings: session.store.settings,
        asOf: session.asOf)
    }
    found =
      (facts?.discrepancies(in: directory) ?? [])
      + (facts.map { Namesakes(of: $0, in: &session).discrepancies } ?? [])
  }

  /// Reads documents that together are one notice.
  init(
    _ files: [String], _ answers: Answers, _ session: inout Session, converting isConverting: Bool,
    in world: World
  ) throws(CommandError) {
    let read = try files.map { file throws(CommandError) in
      try ReadSource(file: file, converting: isConverting, in: world)
    }
    self.init(read, answers, &session)
  }

  /// What documents that were opened together come to.
  ///
  /// - Parameters:
  ///   - read: what stands in them.
  ///   - answers: what a person said.
  ///   - session: the store that they are held against.
  package init(_ read: [ReadSource], _ answers: Answers, _ session: inout Session) {
    let names = read.map(\.source.name).joined(separator: "、")
    let isAlone = read.count == 1 && read[0].source.name != "-"
    let origin = Inspection.Source(
      title: Phrase(names, names), sha256: isAlone ? read[0].sha256 : nil,
      readIn: Phrase("由 census import 读入", "read by census import"))
    for quarter in session.store.quarters() { _ = session.store.inspection(of: quarter) }
    let answers = answers.knowing(session.store.knownAdditions)
    let sources = read.map(\.source)
    var known = session.store.knownDirectory
    var draft = Draft(sources, known, answers, source: origin)
    if draft.isOf(StandardLists.prefectures) {
      // What the store's own lists say of a prefecture goes before.
      var standard = Additions()
      standard.prefectures = StandardLists.prefectures
      let wider = known.adding(standard)
      if wider != known {
        known = wider
        draft = Draft(sources, known, answers, source: origin)
      }
    }
    self.init(draft, answers, known, session: &session)
  }

  /// What `check` says of the draft, and what was doubtful in reading it.
  var discrepancies: [Discrepancy] { discrepancies(saying: \.sentence) }

  /// The same, for whoever sits at the screen.
  package var screenDiscrepancies: [Discrepancy] { discrepancies(saying: \.screenSentence) }

  private func discrepancies(saying sentence: (Doubt) -> Phrase) -> [Discrepancy] {
    // What is asked is not doubted as well.
    let isAsked = notUnderstood.contains { $0.why == .noDue || $0.why == .undatedDue }
    return Discrepancy.gravestFirst(
      found.filter { $0.code != "noDeadline" || !isAsked }
        + draft.doubts.map { placed in
          Discrepancy(
            severity: placed.doubt.severity, code: placed.doubt.code, place: .notice,
            location: placed.place.words, message: sentence(placed.doubt))
        })
  }

  /// What waits for an answer, as rows of `check`.
  var openRows: [Discrepancy] {
    notUnderstood.map { point in
      let text = point.text.isEmpty ? Phrase.empty : Phrase("“\(point.text)”：", "“\(point.text)”: ")
      return Discrepancy(
        severity: .error, code: "notUnderstood", place: .notice, location: point.place.words,
        message: text + point.why.sentence)
    }
  }

  /// What waits for an answer before it can be taken in.
  package var notUnderstood: [NotUnderstood] { draft.notUnderstood + (revision?.open ?? []) }

  /// How it differs from what the store has of the quarter; nil where it has none.
  package var differences: Differences? { revision?.differences }

  /// Why there is nothing to take in, though nothing is open.
  package var emptiness: Phrase? {
    guard revision == nil, notUnderstood.isEmpty else { return nil }
    return Phrase(
      "没有可写入的内容：没有读到不合格网站，通报也没有写明没有不合格网站。请把附件一并载入，或在原文里写明“不合格网站0个”。",
      "There is nothing to take in: no failing site was read, and the notice does not say that none failed. "
        + "Import its annexes with it; a notice that names none says 不合格网站0个 in its text.")
  }

  // MARK: - For people

  func text(_ session: Session, isAccepting: Bool, colour: Bool) -> String {
    let language = session.language
    var lines = head.map { safe($0[language]) }
    lines.append("")
    for table in draft.tables { lines.append(safe(account(table)[language])) }
    lines += (open + additionsWords).map { safe($0[language]) }
    if !draft.notFound.isEmpty {
      let names = draft.notFound.map(\.words).joined()
      lines.append(safe((Phrase("未找到：", "Not found: ") + names)[language]))
    }
    if let emptiness { lines.append(safe(emptiness[language])) }
    lines += ["", Phrase("核对", "Check")[language]]
    let roll = checksRoll(discrepancies, quarter: draft.quarter, language: language)
    let table = roll.keeping(["severity", "where", "published", "computed", "message"])
    lines.append(
      (discrepancies.isEmpty ? roll : table).table(language, colour: colour)
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast().joined(separator: "\n")
    )
    lines += ["", safe(comparison[language])]
    lines += (differences?.all ?? []).map { "  " + safe($0[language]) }
    if let digest, notUnderstood.isEmpty, !isAccepting, differences?.all.isEmpty != true {
      lines.append(
        safe(
          Phrase(
            "尚未写入；要写入，加 --accept --expect \(digest)",
            "Not written; to write it, add --accept --expect \(digest)")[language]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the text says, a fact a line.
  package var head: [Phrase] {
    let notice = draft.inspection?.notice
    let name = draft.quarter?.name ?? Phrase("季度未知", "quarter unknown")
    func line(_ fact: Draft.Sought, _ text: String?) -> Phrase? {
      text.map { fact.words + Phrase("　\($0)", "  \($0)") }
    }
    let totals = draft.inspection?.totals
    let figures = totals.flatMap { totals in
      totals.running.map {
        "\($0) / \(totals.failing.map(String.init) ?? "—") / \(totals.publishedRate ?? "—")"
      }
    }
    return [name]
      + [
        line(.title, notice?.title), line(.document, notice?.document),
        line(.issued, notice?.issued?.description),
        line(.sampledTo, draft.inspection?.sampling.to?.description),
        line(.due, notice?.deadline.map { "\($0.day)\(notice?.dueText.map { "（\($0)）" } ?? "")" }),
        notice.map { notice in
          let isSilent =
            notice.parts.isEmpty ? Phrase("（通报未写明）", " (the notice does not say)") : .empty
          return Phrase("报送材料　", "To hand in  ") + Terms.asked(by: notice) + isSilent
        },
        line(.totals, figures),
        draft.inspection.map {
          Phrase(
            "读到　州市\($0.rows.count)行，问题\($0.findings.count)条，正文点名\($0.mentions.count)个",
            "Read  \(counted($0.rows.count, "prefecture")), \(counted($0.findings.count, "finding")), "
              + counted($0.mentions.count, "mention"))
        },
      ].compactMap(\.self)
  }

  /// The account of a table in one line.
  package func account(_ table: TableAccount) -> Phrase {
    let place = Place(file: table.file, line: table.line)
    let sheet = table.sheet.map { Phrase("工作表“\($0)”", ", sheet “\($0)”") } ?? .empty
    let parts: [(Phrase, Int)] = [
      (Phrase("标题", "title"), table.title),
      (table.meaning == .prose ? Phrase("网站", "sites") : Phrase("表头", "headings"), table.heading),
      (Phrase("读入", "taken"), table.taken), (Phrase("合计", "total"), table.total),
      (Phrase("说明", "notes"), table.notes), (Phrase("未取", "listed"), table.listed),
    ]
    let sum = parts.map { Phrase("\($0.0.chinese)\($0.1)", "\($0.0.english) \($0.1)") }
      .joined(Phrase(" + ", " + "))
    // What stands in prose is no table, and has no number.
    let number =
      table.meaning == .prose
      ? .empty : Phrase("表\(table.number) ", "Table \(table.number), ")
    return number + table.meaning.words
      + Phrase("，", ", ") + place.words + sheet
      + Phrase("：\(table.rows)行 = ", ": \(table.rows) rows = ") + sum + columns(table)
  }

  /// The account of its columns, where some are not read.
  private func columns(_ table: TableAccount) -> Phrase {
    let left = table.columnsLeftOut
    guard table.meaning.isResult, table.meaning != .prose, table.columns > table.columnsRead else {
      return .empty
    }
    return Phrase(
      "；\(table.columns)列 = 读入\(table.columnsRead) + 不用\(left) + 看不懂\(table.columnsListed)",
      "; \(table.columns) columns = read \(table.columnsRead) + left out \(left) + not understood "
        + "\(table.columnsListed)")
  }

  private var open: [Phrase] {
    let points = notUnderstood.map { point in
      Phrase("  ", "  ") + point.place.words
        + (point.text.isEmpty ? .empty : Phrase("“\(point.text)”", " “\(point.text)”"))
        + Phrase("：", ": ") + point.why.sentence
    }
    return [Phrase("待处理 \(points.count)", "Open: \(points.count)")] + points
  }

  /// What the store has of the quarter, in a sentence.
  package var comparison: Phrase {
    guard let quarter = draft.quarter else {
      return Phrase("季度未知，没有与数据目录对照。", "Without a quarter nothing was compared with the store.")
    }
    guard let differences else {
      return Phrase("数据目录中还没有\(quarter)。", "The store has no \(quarter) yet.")
    }
    return differences.all.isEmpty
      ? Phrase(
        "数据目录中已有\(quarter)，内容相同：没有变化。",
        "The store has \(quarter) with the same facts: nothing changed.")
      : Phrase(
        "数据目录中已有\(quarter)，有\(differences.all.count)处不同：",
        "The store has \(quarter); \(counted(differences.all.count, "difference")):")
  }
}
