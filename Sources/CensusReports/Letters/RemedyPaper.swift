package import CensusCore

extension Projection {
  /// The form that units fill in, as a paper of the office: one table a unit.
  package func remedyPaper(
    _ units: [(unit: Unit, findings: [FindingState])], _ language: Language
  ) -> OfficialDocument {
    var blocks: [OfficialDocument.Block] = [
      .title(
        Phrase(
          "\(quarter.name.chinese)政府网站普查\n\(RemedyForm.title.chinese)",
          "\(RemedyForm.title.english)\n\(quarter.name.english) census of government websites")[
            language]),
      .paragraph(
        Phrase(
          "请逐条填写整改措施、完成时间和责任人，编号一栏请勿改动。",
          "Please fill in the remedy, the time and the person responsible for each finding, and leave the IDs as "
            + "they are.")[language]),
    ]
    for (unit, findings) in units {
      blocks += [
        .flush(
          (Phrase("填报单位：", "Unit: ") + officialName(of: unit))[language]),
        .table(remedyTable(findings, language)),
        .flush(
          Phrase(
            "填报人：　　　　　　联系电话：　　　　　　填报日期：", "Filled in by:            Telephone:            Date:")[
              language]),
      ]
    }
    return OfficialDocument(language, blocks)
  }
}

extension Projection {
  /// The rows that a unit fills in, with room to write: on paper the site and what was found share a column.
  fileprivate func remedyTable(
    _ findings: [FindingState], _ language: Language
  ) -> OfficialDocument.Table {
    let columns: [(heading: Phrase, room: Int, text: (FindingState) -> String?)] = [
      (RemedyForm.Column.id.title, 0, { $0.finding.id.description }),
      (RemedyForm.Column.code.title, 0, { $0.finding.code.printed }),
      (
        Phrase("网站及存在问题", "Site and finding"), 0,
        { "\($0.finding.siteName)\n\($0.finding.text)" }
      ),
      (RemedyForm.Column.measures.title, 18, { $0.remedy?.measures }),
      (RemedyForm.Column.completion.title, 8, { $0.remedy?.completion }),
      (RemedyForm.Column.responsible.title, 8, { $0.remedy?.responsible }),
    ]
    return OfficialDocument.Table(
      head: columns.map { $0.heading[language] },
      rows: findings.map { finding in columns.map { $0.text(finding) ?? "" } },
      room: columns.map(\.room))
  }
}
