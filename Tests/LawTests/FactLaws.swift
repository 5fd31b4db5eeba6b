import CensusCore
import CensusDashboard
import CensusLists
import CensusReports
import CensusTestSupport
import TerminalKit
import Testing

/// What holds for every fact of a thing, so that `show`, pages, asides and previews say the same.
struct FactLaws {
  /// Whatever is known of a thing, `show` says it.
  @Test(arguments: Language.allCases)
  func showSaysEverything(_ language: Language) throws {
    for office in try Office.all() {
      let state = try office.screen(.overview, language).state
      var count = 0
      for (id, name) in things(in: state, most: .max) {
        let facts = try #require(known(of: id, in: state))
        #expect(Set(facts.all.map(\.id)).count == facts.all.count, "\(name): a fact is said twice")
        let reference = try #require(try? state.projection.resolve(name))
        let entry = state.projection.entry(
          reference, offset: .china, language: language, earlier: state.snapshot.past)
        let page = try #require(entry).sheet.text(language, colour: false)
        if count == 0 {
          let command = ["show", name, "--quarter", state.projection.quarter.description]
          #expect(try office.run(command, language).answer == page)
        }
        let lines = Set(page.split(separator: "\n").map(squeezed))
        for fact in facts.all where fact.isKnown(.full(language)) {
          count += 1
          let said = fact.title[language] + fact.words(.full(language)).text
          #expect(lines.contains(squeezed(said)), "\(office.name): show \(name) lacks “\(said)”")
        }
      }
      #expect(count > 150)
    }
  }

  /// A page, an aside and a preview say facts word for word.
  @Test(arguments: Language.allCases)
  func screensSayFacts(_ language: Language) throws {
    for office in try Office.all() {
      var screen = try office.screen(.overview, language, 240, 70)
      var seen: [String: Int] = [:]
      for (id, name) in things(in: screen.state) {
        let facts = try #require(known(of: id, in: screen.state))
        try screen.press("C-p")
        screen.act(.pasted(name))
        for _ in 0..<7 where screen.state.found.first != id { try screen.press("Tab") }
        try #require(screen.state.found.first == id, "\(office.name): \(name) is not found")
        let preview = screen.frame
        try screen.press("Enter")
        let page = screen.frame
        let plain = PlainDialogue(screen.state).said
        try screen.press("Escape")
        for (place, text, chosen) in [
          ("preview", rows(of: preview), previewed(id)), ("page", rows(of: page), paged(id)),
          ("plain", plain.map(squeezed), paged(id)),
        ] {
          for fact in facts[chosen] where fact.isKnown(manner(language)) {
            seen["\(place) \(fact.id)", default: 0] += 1
            let said = squeezed(fact.title[language] + fact.words(manner(language)).text)
            // What is longer than a line goes on in the next.
            #expect(
              text.contains { place == "plain" ? $0 == said : $0.contains(said.prefix(40)) },
              "\(office.name): the \(place) of \(name) lacks “\(said)”")
          }
        }
      }
      #expect(seen.count >= 15, "\(seen)")
    }
  }

  /// What is said beside a list is the facts of the row under the cursor.
  @Test(arguments: Language.allCases)
  func asidesSayFacts(_ language: Language) throws {
    for office in try Office.all() {
      var count = 0
      for view in [View.deadlines, .sites, .prefectures] {
        var screen = try office.screen(view, language, 240, 70)
        for row in screen.state.rows(0) {
          let facts = try #require(known(of: row.id, in: screen.state))
          let text = rows(of: screen.frame)
          for fact in facts[beside(row.id)] where fact.isKnown(manner(language)) {
            count += 1
            let said = squeezed(fact.title[language] + fact.words(manner(language)).text)
            #expect(
              text.contains { $0.contains(said.prefix(40)) },
              "\(office.name): beside \(row.id) “\(said)” is lacking")
          }
          try screen.press("Down")
        }
      }
      #expect(count > 100)
    }
  }

  // MARK: - Which things, and which facts

  /// Things of every kind that have facts, with what finds them; some where there are many.
  private func things(in state: State, most: Int = 24) -> [(RowID, String)] {
    let projection = state.projection
    var random = SplitMix64(seed: 3)
    let all: [(RowID, String)] =
      projection.obligations.map { (.unit($0.unit.id), $0.unit.id.text) }
      + projection.sites.map { (.site($0.code), $0.code.text) }
      + projection.findings.map { (.finding($0.finding.id), $0.finding.id.description) }
      // A prefecture that is a unit as well is shown as the unit.
      + projection.prefectures.filter { row in
        !projection.obligations.contains { $0.unit.id.text == row.prefecture.id.text }
      }.map { (.prefecture($0.prefecture.id), $0.prefecture.id.text) }
    return Array(all.shuffled(using: &random).prefix(most))
  }

  private func known(of id: RowID, in state: State) -> Facts? {
    let (projection, past) = (state.projection, state.snapshot.past)
    return switch id {
    case .unit(let id): projection.obligation(of: id).map { projection.facts(of: $0) }
    case .site(let code): projection.site(code).map { projection.facts(of: $0, past: past) }
    case .finding(let id): projection.finding(id).map { projection.facts(of: $0, past: past) }
    case .prefecture(let id):
      projection.prefectures.first { $0.prefecture.id == id }.map { projection.facts(of: $0) }
    case .mention, .category, .discrepancy, .event, .batch, .quarter, .owed, .heading: nil
    }
  }

  private func paged(_ id: RowID) -> [String] {
    switch id {
    case .unit:
      [
        "due", "next", "findings", "rechecked", "paperOn", "electronicOn", "recordedLater",
        "chases", "contact", "successor", "accountability", "conflicts", "workingDaysLeft",
        "workingDaysLate",
      ]
    case .site:
      ["code", "printedCode", "currentName", "prefecture", "unit", "due", "availability"]
    default: []
    }
  }

  private func beside(_ id: RowID) -> [String] {
    switch id {
    case .unit: paged(id).filter { $0 != "next" }
    case .site: ["unit", "due", "code", "printedCode", "prefecture"]
    case .prefecture: ["running", "failingPublished", "publishedRate"]
    default: []
    }
  }

  /// A preview has a few lines only.
  private func previewed(_ id: RowID) -> [String] {
    switch id {
    case .unit: ["due", "findings", "paperOn", "electronicOn"]
    case .site: ["due", "daysLeft"]
    case .finding: ["due"]
    case .prefecture: ["running", "failingPublished", "publishedRate", "findings"]
    default: []
    }
  }

  private func manner(_ language: Language) -> Manner {
    .brief(language, check: "✓", cross: "✗")
  }

  private func rows(of frame: Grid) -> [String] { frame.lines.map { squeezed($0) } }

  /// Without blanks, and with the quotation marks of lines for any terminal.
  private func squeezed(_ text: some StringProtocol) -> String {
    String(text.compactMap { $0 == " " ? nil : "“”".contains($0) ? "\"" : $0 })
  }
}

extension PlainDialogue {
  /// What is said of the place.
  fileprivate var said: [String] {
    var dialogue = self
    return dialogue.opening()
  }
}
