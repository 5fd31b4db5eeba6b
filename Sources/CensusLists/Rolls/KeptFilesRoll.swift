package import CensusCore

extension Projection {
  /// Files kept as evidence, each with whom and what it speaks of.
  package func keptFilesRoll(_ files: [KeptFile]) -> Roll<KeptFile> {
    Roll(
      fields: [
        Field(
          "unit", Heading.unit,
          text: { file, language in
            file.unit?.name[language] ?? file.entry.event.wholeNotice[language]
          }, value: { Value($0.unit?.id.text) }),
        Field("about", Phrase("对象", "Of what"), text: { $0.about.sentence($1) }) {
          .text($0.about.chinese)
        },
        Field("name", Phrase("文件", "File")) { .text($0.entry.file.name) },
        Field(
          "form", Phrase("类型", "Form"), text: { Terms.evidenceForm($0.entry.file.form)[$1] },
          value: { .text($0.entry.file.form.rawValue) }),
        Field(
          "kilobytes", Phrase("大小", "Size"), .right,
          text: { file, _ in Terms.fileSize(kilobytes: file.entry.file.kilobytes) },
          value: { .integer($0.entry.file.kilobytes) }),
        Field("on", Phrase("日期", "Day"), form: .days) { .day($0.entry.event.on) },
        Field("recordedBy", Phrase("登记人", "By")) { .text($0.entry.event.actor) },
        Field("note", Phrase("备注", "Note"), when: { $0.entry.file.note != nil }) {
          Value($0.entry.file.note)
        },
      ], rows: files, naming: "name", empty: Phrase("没有佐证材料。", "No evidence."))
  }
}
