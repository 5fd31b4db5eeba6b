package import CensusCore
internal import CensusLists

extension Projection {
  /// The part of the next notice that is about this period: the paragraph, and both annexes.
  ///
  /// - Parameter past: what failed in earlier periods.
  /// - Returns: the page.
  package func nextNoticePage(past: RepeatOffenders) -> Page {
    let name = quarter.name
    let sentences = rectification(past: past)
    let paragraph = Phrase(
      sentences.map(\.chinese).joined(), sentences.map(\.english).joined(separator: " "))
    return Page(
      title: Phrase(
        "\(name.chinese)通报问题整改情况（供起草下期通报）",
        "Rectification of the \(name.english) findings, for the next notice"),
      date: dated,
      blocks: [
        .heading(Phrase("上期通报问题整改情况", "Rectification of what the last notice named")),
        .paragraph(paragraph),
        .heading(Phrase("附件1", "Annex 1")),
        .list(
          PrintedList(
            Phrase("\(name.chinese)通报问题整改情况（分地区、部门）", "rectification by prefecture"),
            rectificationByPrefecture)),
        .heading(Phrase("附件2", "Annex 2")),
        .list(
          PrintedList(
            Phrase("\(name.chinese)通报问题整改情况（逐条）", "rectification by finding"),
            rectificationByFinding)),
      ], foot: foot)
  }
}
