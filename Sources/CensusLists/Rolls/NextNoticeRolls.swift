package import CensusCore

extension Projection {
  /// Annex 1 on the rectification: each prefecture of which anything was named, as published, with what
  /// came of it.
  package var rectificationByPrefecture: Roll<PrefectureState> {
    let rows = prefectures.filter { !$0.findings.isEmpty }
    let count = { @Sendable (state: PrefectureState, rectified: Rectified) in
      state.findings.count { $0.rectified == rectified }
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
          .integer(Set(state.findings.map(\.site)).count)
        },
        Field("findings", Phrase("问题数", "Findings"), .right) { .integer($0.findings.count) },
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
            state.owing.map { reportWords($0, alone: state.owing.count == 1) }.joined(.semicolon)[
              language]
          }, value: { .text($0.owing.map(\.first.submission.rawValue).joined(separator: " ")) }),
      ], rows: rows, naming: "prefecture",
      empty: Phrase("没有需要整改的问题。", "No finding has to be rectified."))
  }

  /// Annex 2 on the rectification: each finding with what came of it.
  package var rectificationByFinding: Roll<FindingState> {
    Roll(
      fields: [
        Field("row", Phrase("序号", "No."), .right) { .integer($0.finding.row) },
        Field(
          "prefecture", Phrase("州、市/部门", "Prefecture"),
          text: { [self] in prefectureName($0.finding.prefecture, $1) },
          value: { .text($0.finding.prefecture.text) }),
        Field("name", Phrase("网站名称", "Site"), text: { $0.finding.shownName[$1] }) {
          .text($0.finding.siteName)
        },
        Field("code", Phrase("网站标识码", "Code")) { Value($0.finding.code.printed) },
        Field("text", Phrase("存在问题", "Finding")) { .text($0.finding.text) },
        Field(
          "result", Phrase("整改情况", "Result"),
          words: { state, manner in
            let tone: Tone =
              switch state.recheck {
              case .passed: .good
              case .failed: .bad
              case .notYet, .untestable: .text
              }
            return Words(manner(state.result), tone)
          }, value: { .text($0.headline.rawValue) }),
        Field(
          "reported", Phrase("整改情况报送", "Report"),
          text: { $0.isVoid ? "–" : $0.reportWords[$1] },
          value: { $0.isVoid ? .none : .text($0.noticed.submission.rawValue) }),
      ], rows: findings, naming: "name",
      empty: Phrase("没有需要整改的问题。", "No finding has to be rectified."))
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
    return (alone ? .empty : unit.unit.name + Phrase("：", ": ")) + state + extended
  }
}

extension FindingState {
  /// The report that the notice demanded, whatever was ordered since.
  fileprivate var noticed: Report { earlier.first ?? report }

  /// How that stands, with the day where its time was extended.
  fileprivate var reportWords: Phrase {
    let state = Terms.submission(noticed.submission)
    guard noticed.isExtended, let day = noticed.deadline?.day else { return state }
    return state + Phrase("（延期至\(day)）", " (extended to \(day))")
  }

  /// What came of it, with the day: 整改到位（11月5日复查）.
  fileprivate var result: Phrase {
    if isVoid { return Terms.headline(.void) }
    if headline == .closedRetired { return Terms.headline(.closedRetired) }
    if let darkOn {
      return Phrase("擅自下线（\(darkOn)起）", "went dark (since \(darkOn))")
    }
    guard let last = lastRecheck else { return Terms.recheck(.notYet) }
    let verdict = Terms.recheck(recheck)
    return Phrase("\(verdict.chinese)（\(last.on)复查）", "\(verdict.english) (\(last.on))")
  }
}
