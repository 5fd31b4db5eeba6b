package import CensusCore

extension EvidenceEntry {
  /// Files kept as evidence, in the order given.
  package static func roll(_ entries: [EvidenceEntry]) -> Roll<EvidenceEntry> {
    Roll(
      fields: [
        Field("name", Phrase("文件", "File")) { .text($0.file.name) },
        Field(
          "form", Phrase("类型", "Form"),
          text: { entry, language in Terms.evidenceForm(entry.file.form)[language] },
          value: { .text($0.file.form.rawValue) }),
        Field(
          "kilobytes", Phrase("大小", "Size"), .right, numberTitle: Phrase("大小（KB）", "Size in KB"),
          text: { entry, _ in Terms.fileSize(kilobytes: entry.file.kilobytes) },
          value: { .integer($0.file.kilobytes) }),
        Field("on", Phrase("日期", "Day")) { .day($0.event.on) },
        Field("recordedBy", Phrase("登记人", "By")) { .text($0.event.actor) },
        Field("note", Phrase("备注", "Note")) { Value($0.file.note) },
        Field("sha256", Phrase("SHA-256", "SHA-256"), shows: .machines) { .text($0.file.sha256) },
        Field("event", Phrase("记录", "Event"), shows: .machines) { .text($0.event.id.text) },
      ], rows: entries, empty: Phrase("没有佐证材料。", "No evidence."))
  }
}
