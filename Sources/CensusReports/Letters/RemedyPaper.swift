package import CensusCore
internal import CensusLists

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
        .table(remedyForm(findings).paperTable(language)),
        .flush(
          Phrase(
            "填报人：　　　　　　联系电话：　　　　　　填报日期：", "Filled in by:            Telephone:            Day:")[
              language]),
      ]
    }
    return OfficialDocument(language, blocks)
  }
}

extension Roll {
  /// The list as a table on paper, each cell as programs have it.
  fileprivate func paperTable(_ language: Language) -> OfficialDocument.Table {
    let manner = Manner.full(language)
    return OfficialDocument.Table(
      head: fields.map { $0.title[language] },
      rows: rows.map { row in
        fields.map { field in
          if case .none = field.value(row) { "" } else { field.said(row, manner).text }
        }
      })
  }
}
