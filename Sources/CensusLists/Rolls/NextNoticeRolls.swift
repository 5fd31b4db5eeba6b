package import CensusCore

extension Projection {
  /// Annex 1 on the rectification: each prefecture of which anything was named, as published, with what
  /// came of it.
  package var rectificationByPrefecture: Roll<PrefectureState> {
    let rows = prefectures.filter { !$0.namedFindings.isEmpty }
    let count = { @Sendable (state: PrefectureState, rectified: Rectified) in
      state.namedFindings.count { $0.rectified == rectified }
    }
    return Roll(
      fields: [
        Field("number", Phrase("序号", "No."), .right) { state in
          Value(rows.firstIndex { $0.prefecture.id == state.prefecture.id }.map { $0 + 1 })
        },
        Field("prefecture", Phrase("州、市/部门", "Prefecture"), text: { $0.prefecture.name[$1] }) {
          .text($0.prefecture.id.text)
        },
        Field("sites", Phrase("通报网站数", "Sites named"), .right) { state in
          .integer(Set(state.namedFindings.map(\.site)).count)
        },
        Field("findings", Phrase("问题数", "Findings"), .right) {
          .integer($0.namedFindings.count)
        },
        Field(
          "void", Phrase("剔除", "Struck off"), .right, when: { count($0, .void) > 0 }
        ) { .integer(count($0, .void)) },
        Field("passed", Phrase("整改到位", "Rectified"), .right) { .integer(count($0, .passed)) },
        Field("failed", Phrase("整改不到位", "Not rectified"), .right) {
          .integer(count($0, .failed))
        },
        Field(
          "retired", Phrase("永久下线", "Closed for good"), .right,
          when: { count($0, .retired) > 0 }
        ) { .integer(count($0, .retired)) },
        Field("open", Phrase("未复查或无法复查", "Not tested, or not yet"), .right) {
          .integer(count($0, .waiting) + count($0, .untestable))
        },
        Field(
          "reported", Phrase("整改情况报送", "Report"),
          text: { [self] state, language in
            // A department is always named: it is not what its row is called.
            state.owing.map {
              reportWords($0, alone: $0.unit.name.chinese == state.prefecture.name.chinese)
            }.joined(.semicolon)[language]
          }, value: { .text($0.owing.map(\.first.submission.rawValue).joined(separator: " ")) }),
      ], rows: rows, naming: "prefecture",
      empty: nothingToRectify)
  }

  /// Annex 2 on the rectification: each finding with what came of it.
  package var rectificationByFinding: Roll<FindingState> {
    Roll(
      fields: [
        Field(
          "row", Phrase("序号", "No."), .right,
          text: { state, language in
            let row = state.finding.row
            return state.finding.isGone
              ? Phrase("原\(row)", "was \(row)")[language] : "\(row)"
          }
        ) {
          // The row that the corrected notice has no more was another's since.
          $0.finding.isGone ? .none : .integer($0.finding.row)
        },
        Field(
          "prefecture", Phrase("州、市/部门", "Prefecture"),
          text: { [self] in prefectureName($0.finding.prefecture, $1) },
          value: { .text($0.finding.prefecture.text) }),
        Field(
          "name", Phrase("网站名称", "Site"),
          text: { [self] in nameWithPresent(of: $0)[$1] }
        ) {
          .text($0.finding.siteName)
        },
        Field("code", Phrase("网站标识码", "Code")) { Value($0.finding.code.printed) },
        Field("text", Phrase("存在问题", "Finding")) { .text($0.finding.text) },
        Field(
          "result", Phrase("整改情况", "Result"),
          words: { [self] state, manner in
            let tone: Tone =
              switch state.recheck {
              case .passed: .good
              case .failed: .bad
              case .notYet, .untestable: .text
              }
            return Words(manner(self.result(of: state)), tone)
          }, value: { .text($0.headline.rawValue) }),
        Field(
          "reported", Phrase("整改情况报送", "Report"),
          text: { [asOf] in $0.isVoid ? "–" : $0.reportWords(on: asOf)[$1] },
          value: { $0.isVoid ? .none : .text($0.noticed.submission.rawValue) }),
      ],
      rows: namedFindings.filter { !$0.finding.isGone } + namedFindings.filter(\.finding.isGone),
      naming: "name",
      empty: nothingToRectify)
  }

  /// How a unit reported, by its name where it is not alone in its row: 按时, 迟报3天, 未报.
  private func reportWords(_ unit: Obligation, alone: Bool) -> Phrase {
    let round = unit.first
    let state: Phrase =
      switch (round.submission, round.daysLate) {
      case (.complete, 0?): Phrase("按时报齐", "in time")
      case (.complete, let days?): Phrase("迟报\(days)天", "\(counted(days, "day")) late")
      default: Terms.submission(round.submission)
      }
    let extended =
      extendedTo(unit).map { Phrase("（延期\($0.chinese)）", " (extended \($0.english))") } ?? .empty
    let again = unit.orderedSubmission.map { submission in
      orderedAnew(submission, isOverdue: unit.ordered.contains { $0.isOverdue(on: asOf) })
    }
    return (alone ? .empty : printedName(of: unit.unit) + Phrase("：", ": ")) + state + extended
      + (again ?? .empty)
  }

  /// The site as published, with what it is called now.
  private func nameWithPresent(of state: FindingState) -> Phrase {
    state.finding.shownName
      + (presentName(of: state).map { Phrase("（现\($0)）", " (now \($0))") } ?? .empty)
  }

  /// Why there is no row: nothing was named, or it was not published what was.
  private var nothingToRectify: Phrase {
    inspection.coverage == .full
      ? Phrase("没有需要整改的问题。", "No finding has to be rectified.")
      : Phrase(
        "通报仅公布总数，未列各网站，本附件无从列出。",
        "The notice gives the totals alone and lists no site, so this annex cannot be drawn up.")
  }

  /// What came of a finding, with the day: 整改到位（2018-11-05复查）; of a site that nobody could re-check
  /// where it was, what became of it.
  private func result(of state: FindingState) -> Phrase {
    if state.isVoid { return Terms.headline(.void) }
    if state.rectified == .retired { return Terms.headline(.closedRetired) }
    if let darkOn = state.darkOn {
      return Phrase("擅自下线（\(darkOn)起）", "went dark (since \(darkOn))")
    }
    let site =
      state.recheck == .notYet || state.recheck == .untestable
      ? siteWords(state) { Phrase($0.description, $0.description) } : nil
    let beside = site.map { Phrase("：", ": ") + $0 } ?? .empty
    guard let last = state.lastRecheck else { return Terms.recheck(.notYet) + beside }
    let verdict = Terms.recheck(state.recheck)
    let reason = state.recheck == .untestable ? last.recheck.reason.map(Terms.reason) : nil
    return Phrase(
      "\(verdict.chinese)（\(last.on)\(reason.map { "，\($0.chinese)" } ?? "复查")）",
      "\(verdict.english) (\(last.on)\(reason.map { ", \($0.english)" } ?? ""))") + beside
  }
}

/// How the report stands that was ordered anew, behind that of the notice's own round.
private func orderedAnew(_ submission: Submission, isOverdue: Bool) -> Phrase {
  let state = Terms.submission(submission)
  return Phrase(
    "，限期再整改\(state.chinese)\(isOverdue ? "（已逾期）" : "")",
    ", ordered anew: \(state.english)\(isOverdue ? " (overdue)" : "")")
}

extension FindingState {
  /// The report that the notice demanded, whatever was ordered since.
  fileprivate var noticed: Report { earlier.first ?? report }

  /// How that stands, with the day where its time was extended, and how what was ordered since.
  fileprivate func reportWords(on day: Day) -> Phrase {
    let state = Terms.submission(noticed.submission)
    let again =
      report.round > 1
      ? orderedAnew(report.submission, isOverdue: report.isOverdue(on: day)) : .empty
    guard noticed.isExtended, let until = noticed.deadline?.day else { return state + again }
    return state + Phrase("（延期至\(until)）", " (extended to \(until))") + again
  }
}
