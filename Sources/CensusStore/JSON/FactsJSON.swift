import CensusCore
import StrictJSON

extension PrettyJSON {
  init(_ text: String?) {
    self = text.map(PrettyJSON.text) ?? .null
  }

  init(_ number: Int?) {
    self = number.map(PrettyJSON.number) ?? .null
  }

  init(_ day: Day?) {
    self = day.map { .text($0.description) } ?? .null
  }

  init(_ phrase: Phrase?) {
    self =
      phrase.map { .row([("zh", .text($0.chinese)), ("en", .text($0.english))]) } ?? .null
  }

  /// Both wordings, each on a line: for sentences.
  static func sentences(_ phrase: Phrase) -> PrettyJSON {
    .object([("zh", .text(phrase.chinese)), ("en", .text(phrase.english))])
  }

  init(_ texts: [String]) {
    self = .list(texts.map(PrettyJSON.text))
  }

  init(_ words: [String: String]) {
    self = .row(words.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
  }
}

extension String {
  /// The text; nil if it is empty, which stands for what was not printed.
  fileprivate var something: String? { isEmpty ? nil : self }
}

extension Inspection {
  /// The bytes of the file of a quarter: what reading it gives is this again.
  var file: [UInt8] { file(nil) }

  /// The same of a revision, with who took it in.
  func file(_ acceptance: Revision.Acceptance?) -> [UInt8] {
    let head: [(String, PrettyJSON)] = [
      ("format", .text("\(StoreRecord.format)-quarter")), ("version", .number(1)),
      ("revision", .number(revision)),
    ]
    let accepted = acceptance.map { [("acceptance", $0.json)] } ?? []
    return PrettyJSON.object(
      head + accepted + [
        ("quarter", .text(quarter.description)),
        ("coverage", .text(coverage.rawValue)), ("scope", PrettyJSON(scope?.rawValue)),
        ("criteria", PrettyJSON(criteria)), ("source", sourceJSON), ("notice", notice.json),
        (
          "sampling",
          .object([
            ("from", PrettyJSON(sampling.from)), ("to", PrettyJSON(sampling.to)),
            ("covers", PrettyJSON(sampling.covers)), ("rounds", PrettyJSON(sampling.rounds)),
            ("footnote", PrettyJSON(sampling.footnote)),
          ])
        ),
        ("totals", .object(totals.fields("publishedRate"))),
        ("annex1", annex1.map(firstAnnex) ?? .null), ("annex2", annex2.map(secondAnnex) ?? .null),
        (
          "wordings",
          .object(wordings.sorted { $0.key < $1.key }.map { ($0.key.text, .text($0.value)) })
        ),
        ("mentions", .rows(mentions.map(\.json))),
        ("platforms", .rows(platforms.map(\.json))), ("campaign", campaign?.json ?? .null),
        ("problems", .rows(notice.problems.map(PrettyJSON.sentences))),
        (
          "requirements",
          .rows(
            notice.requirements.map {
              .object([("title", PrettyJSON($0.title)), ("summary", .sentences($0.summary))])
            })
        ),
        ("metrics", .rows(metrics.map(\.json))), ("previous", previous?.json ?? .null),
        ("notes", .rows(notes.map { PrettyJSON($0) })),
      ] + (additions.json.map { [("additions", $0)] } ?? [])
    ).file
  }

  private var sourceJSON: PrettyJSON {
    guard let source else { return .null }
    return .object([
      ("title", PrettyJSON(source.title)), ("sha256", PrettyJSON(source.sha256)),
      ("readIn", PrettyJSON(source.readIn)),
    ])
  }

  private func firstAnnex(_ annex: Annex) -> PrettyJSON {
    .object([
      ("title", .text(annex.title)), ("headings", PrettyJSON(annex.headings)),
      (
        "rows",
        .rows(
          rows.map { .row([("prefecture", .text($0.prefecture.text))] + $0.figures.fields("rate")) }
        )
      ),
      (
        "total",
        annex.total.map { .row([("label", .text($0.label))] + $0.figures.fields("rate")) } ?? .null
      ),
    ])
  }

  private func secondAnnex(_ annex: Annex) -> PrettyJSON {
    .object([
      ("title", .text(annex.title)), ("headings", PrettyJSON(annex.headings)),
      (
        "rows",
        .rows(
          findings.map { finding in
            let number = finding.id.number
            return .row(
              [("row", .number(finding.row))]
                + (number == finding.row ? [] : [("id", .number(number))])
                + (finding.isGone ? [("gone", .flag(true))] : [])
                + (finding.formerCodes.isEmpty
                  ? [] : [("formerCodes", PrettyJSON(finding.formerCodes.map(\.text)))]) + [
                  ("prefecture", .text(finding.prefecture.text)),
                  ("name", .text(finding.siteName)),
                ] + (finding.platform.map { [("platform", .text($0.name))] } ?? []) + [
                  ("code", PrettyJSON(finding.code.printed)),
                  ("text", .text(finding.text)), ("issues", PrettyJSON(finding.issues.map(\.text))),
                ])
          })
      ),
    ])
  }
}

extension Inspection.Figures {
  fileprivate func fields(_ rate: String) -> [(String, PrettyJSON)] {
    [
      ("running", PrettyJSON(running)), ("failing", PrettyJSON(failing)),
      (rate, PrettyJSON(publishedRate)),
    ]
  }
}

extension Mention {
  fileprivate var json: PrettyJSON {
    .row([
      ("mention", .number(number)), ("name", .text(siteName)),
      ("prefecture", PrettyJSON(prefecture.text.something)),
      ("code", PrettyJSON(code?.text)), ("text", .text(text)),
      ("issues", PrettyJSON(issues.map(\.text))),
    ])
  }
}

extension Inspection.Platform {
  fileprivate var json: PrettyJSON {
    .row([
      ("name", .text(name)), ("messages", .number(messages)), ("done", .number(done)),
      ("rate", PrettyJSON(publishedRate)), ("from", PrettyJSON(from)), ("to", PrettyJSON(to)),
    ])
  }
}

extension Inspection.Campaign {
  fileprivate var json: PrettyJSON {
    .object([
      ("name", .text(name)), ("season", PrettyJSON(season)), ("sites", .number(sites)),
      ("accounts", .number(accounts)),
    ])
  }
}

extension Inspection.Metric {
  fileprivate var json: PrettyJSON {
    .row([
      ("name", PrettyJSON(name)), ("total", PrettyJSON(total)), ("failing", PrettyJSON(failing)),
      ("rate", PrettyJSON(publishedRate)),
    ])
  }
}

extension Inspection.PreviousResult {
  fileprivate var json: PrettyJSON {
    .object([
      ("quarter", PrettyJSON(quarter?.description)), ("zh", .text(summary.chinese)),
      ("en", .text(summary.english)),
    ])
  }
}
