import CensusCore
import CensusDashboard
import CensusLists
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// What holds for every list, so that it cannot drift apart between the two programs.
struct ListLaws {
  /// Whatever text a row has, `/` and `--search` find the same rows by it.
  @Test(arguments: SharedList.all)
  func searchesFindTheSame(_ list: SharedList) throws {
    for office in try Office.all() {
      var screen = try office.screen(list.view)
      var random = SplitMix64(seed: 5)
      let all = screen.state.rows(0).filter { screen.name($0.id) != nil }
      var texts: Set<String> = []
      for row in all.shuffled(using: &random).prefix(12) {
        texts.formUnion(row.texts.shuffled(using: &random).prefix(6))
        texts.formUnion(
          row.cells.map { $0.spans.map(\.text).joined() }.shuffled(using: &random).prefix(3))
      }
      texts = texts.filter { text in
        !text.isEmpty && !text.contains { "|｜!！\n\t".contains($0) } && !text.hasPrefix("-")
      }
      #expect(texts.count >= (all.isEmpty ? 0 : 5))
      for text in texts.sorted() {
        try screen.press("/")
        screen.act(.pasted(text))
        try screen.press("Enter")
        let shown = screen.rows
        let printed = try office.column(list.identity, [list.command, "--search=\(text)"])
        #expect(Set(shown) == Set(printed), "\(office.name): \(list.command) “\(text)”")
        try screen.press("Escape")
      }
    }
  }

  /// What `/` finds, the search for anything finds as well.
  @Test(
    arguments: SharedList.all.filter { ["units", "sites", "prefectures"].contains($0.command) })
  func anythingIsFound(_ list: SharedList) throws {
    for office in try Office.all() {
      var screen = try office.screen(list.view)
      var random = SplitMix64(seed: 9)
      let all = screen.state.rows(0).filter { screen.name($0.id) != nil }
      var texts: Set<String> = []
      for row in all.shuffled(using: &random).prefix(10) {
        texts.formUnion(row.texts.shuffled(using: &random).prefix(4))
      }
      for text in texts.filter({ $0.count > 2 && !$0.contains { "|!｜！ ".contains($0) } }).sorted() {
        let wanted = try office.column(list.identity, [list.command, "--search=\(text)"])
        try screen.press("C-p")
        screen.act(.pasted(text))
        while screen.state.hasWork { screen.act(.work) }
        // Of several kinds only the best are shown, of one kind all.
        var found: Set<String> = []
        for _ in 0..<7 {
          try screen.press("Tab")
          found.formUnion(screen.state.found.compactMap(screen.name))
        }
        let missed = wanted.filter { !found.contains($0) }
        #expect(missed.isEmpty, "\(office.name): \(list.command) “\(text)” misses \(missed)")
        while screen.state.overlay != nil { try screen.press("Escape") }
      }
    }
  }

  /// Whatever a list on screen can be ordered by, `--sort` orders it likewise.
  @Test(arguments: SharedList.all)
  func ordersAreTheSame(_ list: SharedList) throws {
    var moved: [String: Bool] = [:]
    for office in try Office.all() {
      let screen = try office.screen(list.view)
      let rows = try #require(screen.state.list(0))
      // What only a screen shows has no name in JSON.
      let fields = try office.fields(of: list.command)
      for column in rows.columns.map(\.id) where fields.contains(column) {
        let shown = rows.arranged(by: ListWish(sort: SortOrder(column: column)))
          .compactMap { screen.name($0.id) }
        let printed = try office.column(list.identity, [list.command, "--sort", column])
        #expect(shown == printed, "\(office.name): \(list.command) by \(column)")
        moved[column] = moved[column] == true || shown != screen.rows
      }
    }
    #expect(moved.count >= 3)
    for (column, moves) in moved where !Self.inOrder.contains("\(list.command) \(column)") {
      #expect(moves, "\(list.command) by \(column) never moves a row")
    }
  }

  /// Columns by which a list is ordered anyway.
  private static let inOrder: Set<String> = [
    "units submission", "sites findings", "sites name", "prefectures prefecture", "rechecks row",
    "rechecks name", "check severity", "issues kind",
  ]

  /// `x` writes what the command prints.
  @Test(arguments: SharedList.all)
  func exportsAreAnswers(_ list: SharedList) throws {
    for office in try Office.all() {
      for language in [Language.chinese, .english] {
        var screen = try office.screen(list.view, language)
        for (form, tabs) in [("csv", 0), ("markdown", 1), ("json", 2)] {
          try screen.press("x " + Array(repeating: "Tab", count: tabs).joined(separator: " "))
          try screen.press("C-u")
          screen.act(.pasted("/out/\(list.command)-\(language)-\(office.name)-\(form)"))
          try screen.press("Enter")
          let bytes = try office.written.read(
            "\(list.command)-\(language)-\(office.name)-\(form)", limit: 1 << 22)
          var command = [list.command, "--format", form]
          if form == "csv" { command.append("--bom") }
          // A list on screen may be ordered otherwise than the command's; its rows are compared.
          let printed = try office.run(command, language).answer
          #expect(
            String(decoding: bytes, as: UTF8.self).split(separator: "\n").sorted()
              == printed.split(separator: "\n").sorted(),
            "\(office.name): \(list.command) as \(form) in \(language)")
        }
      }
    }
  }
}
