package import CensusCore
internal import CensusLists
internal import CensusNotices

extension ImportReport {
  /// What comes with the notice beside its facts, and what was read by earlier answers.
  package var additionsWords: [Phrase] {
    guard let facts = revision?.facts else { return [] }
    let brought = news
    let prefectures = brought.prefectures.map(\.name)
    let units = brought.units.map(\.name)
    let wordings = brought.wordings.map(words)
    let headings = brought.headings.sorted { $0.key < $1.key }.map {
      Phrase("“\($0.key)”为\($0.value)", "“\($0.key)” is \($0.value)")
    }
    let names = brought.owners.sorted { $0.key < $1.key }.map {
      Phrase("“\($0.key)”为\($0.value)", "“\($0.key)” is \($0.value)")
    }
    let parts: [(Phrase, [Phrase])] = [
      (Phrase("州市", "prefectures"), prefectures), (Phrase("责任单位", "units"), units),
      (Phrase("说法", "wordings"), wordings), (Phrase("表头", "headings"), headings),
      (Phrase("名称", "names"), names),
    ]
    let listed = parts.filter { !$0.1.isEmpty }.map { kind, names in
      Phrase("  ", "  ") + kind + Phrase("　", "  ") + names.joined()
    }
    let texts = facts.findings.map(\.text)
    let reused = earlier.wordings.filter { wording in
      !facts.additions.wordings.contains { $0.text == wording.text && !earlier.has($0) }
        && texts.contains { $0.contains(wording.text) }
    }
    return
      (listed.isEmpty
      ? [] : [Phrase("名录里没有、随本期写入：", "Not in the lists, to be written with it:")] + listed)
      + (reused.isEmpty
        ? []
        : [
          Phrase("沿用以前的归类：", "Read by earlier answers: ")
            + reused.map(words).joined()
        ])
  }

  /// What the notice brings that no list and no earlier notice has; what it keeps of those is whole by
  /// itself, and nothing new.
  private var news: Additions {
    guard var news = revision?.facts.additions else { return .none }
    news.prefectures.removeAll { own in earlier.prefectures.contains { $0.id == own.id } }
    news.units.removeAll { own in earlier.units.contains { $0.id == own.id } }
    news.wordings.removeAll(where: earlier.has)
    news.headings = news.headings.filter { earlier.headings[$0.key] != $0.value }
    news.owners = news.owners.filter { earlier.owners[$0.key] != $0.value }
    return news
  }

  private func words(_ wording: Additions.Wording) -> Phrase {
    let name = known.category(wording.category).name
    return Phrase(
      "“\(wording.text)”归入\(name.chinese)", "“\(wording.text)” is of \(name.english)")
  }

  /// The same for programs.
  var additionsValue: Value {
    let brought = news
    return .object([
      .init("prefectures", Value(brought.prefectures.map(\.id.text))),
      .init("units", Value(brought.units.map(\.id.text))),
      .init(
        "wordings",
        .list(
          brought.wordings.map {
            .object([
              .init("wording", .text($0.text)), .init("category", .text($0.category.text)),
            ])
          })),
      .init(
        "headings",
        .list(
          brought.headings.sorted { $0.key < $1.key }.map {
            .object([.init("heading", .text($0.key)), .init("field", .text($0.value))])
          })),
      .init(
        "owners",
        .list(
          brought.owners.sorted { $0.key < $1.key }.map {
            .object([.init("name", .text($0.key)), .init("unit", .text($0.value))])
          })),
    ])
  }
}

extension Additions {
  /// Whether a wording is known to be of its category.
  fileprivate func has(_ wording: Wording) -> Bool { wordings.contains(wording) }
}
