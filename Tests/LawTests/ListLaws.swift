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
    var count = 0
    for office in try Office.all() {
      var screen = try office.screen(list.view)
      let texts = Self.texts(of: screen, withCells: true)
      let answer = try list.answer(office)
      count += texts.count
      for text in texts {
        try screen.press("/")
        screen.act(.pasted(text))
        try screen.press("Enter")
        let shown = screen.rows
        let printed = try answer(["--search=\(text)"])
        #expect(Set(shown) == Set(printed), "\(office.name): \(list.command) “\(text)”")
        if text == texts.first {
          #expect(
            try office.column(list.identity, [list.command, "--search=\(text)"]) == printed)
        }
        try screen.press("Escape")
      }
    }
    #expect(count >= 20)
  }

  /// What `/` finds, the search for anything finds as well, whatever the text is of: names, codes
  /// as printed and as corrected, how things stand, what was recorded.
  @Test(
    arguments: SharedList.all.filter {
      ["units", "sites", "prefectures", "issues", "rechecks"].contains($0.command)
    })
  func anythingIsFound(_ list: SharedList) throws {
    var count = 0
    for office in try Office.all() {
      var screen = try office.screen(list.view)
      let texts = Self.texts(of: screen, withCells: false)
      count += texts.count
      for text in texts {
        try screen.press("/")
        screen.act(.pasted(text))
        try screen.press("Enter")
        let wanted = screen.rows
        try screen.press("Escape C-p")
        screen.act(.pasted(text))
        // Of several kinds only the best are shown, of one kind all.
        var found: Set<String> = []
        for key in Array(repeating: "Tab", count: 7) + Array(repeating: "BTab", count: 7) {
          try screen.press(key)
          let shown = screen.state.found
          #expect(Set(shown).count == shown.count, "“\(text)” finds something twice")
          found.formUnion(shown.compactMap(screen.name))
        }
        let missed = wanted.filter { !found.contains($0) }
        #expect(missed.isEmpty, "\(office.name): \(list.command) “\(text)” misses \(missed)")
        while screen.state.overlay != nil { try screen.press("Escape") }
      }
    }
    #expect(count >= 20)
  }

  /// Some texts of some rows of a list, in no order: what a search looks at, and what cells say.
  private static func texts(of screen: Screen, withCells: Bool) -> [String] {
    var random = SplitMix64(seed: withCells ? 5 : 9)
    let all = screen.state.rows(0).filter { screen.name($0.id) != nil }
    var texts: Set<String> = []
    for row in all.shuffled(using: &random).prefix(withCells ? 6 : 12) {
      texts.formUnion(row.texts.shuffled(using: &random).prefix(withCells ? 2 : 5))
      guard withCells else { continue }
      let cells = row.cells.map { $0.spans.map(\.text).joined() }
      texts.formUnion(cells.shuffled(using: &random).prefix(1))
    }
    // Signs that mean something in a query are no text.
    return texts.filter { text in
      !text.isEmpty && !text.contains { "|｜!！\n\t".contains($0) } && !text.hasPrefix("-")
    }.sorted()
  }

  /// Whatever a list on screen can be ordered by, `--sort` orders it likewise.
  @Test(arguments: SharedList.all)
  func ordersAreTheSame(_ list: SharedList) throws {
    var moved: [String: Bool] = [:]
    for office in try Office.all() {
      let screen = try office.screen(list.view)
      let rows = try #require(screen.state.list(0))
      let answer = try list.answer(office)
      // What only a screen shows has no name in JSON.
      let fields = try office.fields(of: list.command)
      for column in rows.columns.map(\.id) where fields.contains(column) {
        let shown = rows.arranged(by: ListWish(sort: SortOrder(column: column)))
          .compactMap { screen.name($0.id) }
        let printed = try answer(["--sort", column])
        #expect(shown == printed, "\(office.name): \(list.command) by \(column)")
        moved[column] = moved[column] == true || shown != screen.rows
      }
    }
    #expect(moved.count >= 3)
    for (column, moves) in moved where !Self.inOrder.contains("\(list.command) \(column)") {
      #expect(moves, "\(list.command) by \(column) never moves a row")
    }
  }

  /// Columns by which a list is ordered anyway: the desk goes by what is due next, annex 2 by
  /// prefecture and row, the checks by how grave they are.
  private static let inOrder: Set<String> = [
    "units submission", "units daysLeft", "units next", "sites findings", "sites name",
    "sites prefecture", "prefectures prefecture", "rechecks row", "rechecks name",
    "rechecks prefecture", "rechecks unit", "check severity", "issues kind",
  ]

  /// `x` writes what the command prints.
  @Test(arguments: SharedList.all)
  func exportsAreAnswers(_ list: SharedList) throws {
    for office in try Office.all() {
      for language in [Language.chinese, .english] {
        var screen = try office.screen(list.view, language)
        guard !screen.state.rows(0).isEmpty else {
          try screen.press("x")
          #expect(screen.state.overlay == nil)
          continue
        }
        // The forms are the same in both languages but for their words.
        let forms = [("csv", 0), ("xlsx", 1), ("markdown", 2), ("json", 3), ("html", 4)]
        for (form, tabs) in language == .chinese ? forms : Array(forms[..<2]) {
          try screen.press("x " + Array(repeating: "Tab", count: tabs).joined(separator: " "))
          try screen.press("C-u")
          screen.act(.pasted("/out/\(list.command)-\(language)-\(office.name)-\(form)"))
          try screen.press("Enter")
          let bytes = try office.written.read(
            "\(list.command)-\(language)-\(office.name)-\(form)", limit: 1 << 22)
          // A workbook has what CSV has.
          var command = [list.command, "--format", form == "xlsx" ? "csv" : form]
          if form == "csv" { command.append("--bom") }
          // A list on screen may be ordered otherwise than the command's; its rows are compared.
          let printed = try office.run(command, language).answer
          if form == "xlsx" {
            #expect(
              try Self.values(bytes) == Self.values(ofCSV: printed),
              "\(office.name): \(list.command) as \(form) in \(language)")
            continue
          }
          #expect(
            String(decoding: bytes, as: UTF8.self).split(separator: "\n").sorted()
              == printed.split(separator: "\n").sorted(),
            "\(office.name): \(list.command) as \(form) in \(language)")
        }
      }
    }
  }

  /// The rows of a workbook, days as texts, in the order of their texts.
  private static func values(_ workbook: [UInt8]) throws -> [[String]] {
    let archive = try StoredArchive(workbook)
    let isDay = try archive.text("xl/worksheets/sheet1.xml").split(separator: "<c r=\"").map {
      ($0.prefix { $0 != "\"" }, $0.contains(" s=\"5\">"))
    }
    let days = Set(isDay.filter(\.1).map { String($0.0) })
    return try archive.cells().enumerated().map { row, cells in
      cells.enumerated().map { column, text in
        let letter = column < 26 ? "" : String(UnicodeScalar(UInt8(64 + column / 26)))
        let place = "\(letter)\(UnicodeScalar(UInt8(65 + column % 26)))\(row + 1)"
        guard days.contains(place), let number = Int(text) else { return unguarded(text) }
        return Day(ordinal: number - 25_569).description
      }
    }.sorted { $0.joined(separator: "\u{1F}") < $1.joined(separator: "\u{1F}") }
  }

  private static func values(ofCSV csv: String) -> [[String]] {
    fieldsOfCSV(csv).map { $0.map(unguarded) }
      .sorted { $0.joined(separator: "\u{1F}") < $1.joined(separator: "\u{1F}") }
  }

  /// Only CSV needs an apostrophe before what looks like a formula.
  private static func unguarded(_ text: String) -> String { text.filter { $0 != "'" } }

  /// `x` writes of a named view what `census view` prints: rows, order and columns.
  @Test(arguments: Language.allCases)
  func namedViewsAreAnswers(_ language: Language) throws {
    for office in try Office.all() {
      let views = try office.views()
      #expect(views.count == 9)
      for view in views {
        var screen = try office.screen(.overview, language)
        screen.state.views = views
        try screen.press(":")
        screen.act(.pasted("视图 \(view.name)"))
        try screen.press("Enter")
        #expect(screen.state.overlay == nil, "\(office.name): \(view.name)")
        let command = ["view", view.name, "--format"]
        #expect(screen.state.way.lists[screen.state.listKey]?.view == view)
        guard !screen.state.rows(0).isEmpty else {
          let printed = try office.run(command + ["json"], language).answer
          #expect(printed == "[]\n", "\(office.name): \(view.name)")
          continue
        }
        for (form, tabs, more) in [("csv", 0, ["--bom"]), ("json", 3, [])] {
          try screen.press("x " + Array(repeating: "Tab", count: tabs).joined(separator: " "))
          try screen.press("C-u")
          let file = "\(view.name)-\(language)-\(office.name)-\(form)"
          screen.act(.pasted("/out/\(file)"))
          try screen.press("Enter")
          let bytes = try office.written.read(file, limit: 1 << 22)
          let printed = try office.run(command + [form] + more, language).answer
          #expect(
            String(decoding: bytes, as: UTF8.self) == printed,
            "\(office.name): \(view.name) as \(form) in \(language)")
        }
      }
    }
  }

  /// What failed before is read between two keys: the first frame does not wait for it, and it is
  /// what the command says.
  @Test func whatFailedBeforeComesBetweenTwoKeys() throws {
    let office = try #require(Office.all().last)
    var screen = try office.screen(.sites, isWorking: true)
    #expect(screen.state.snapshot.past == nil && screen.state.snapshot.lacksPast)
    let said = screen.state.talk.message
    var slices = 0
    while screen.state.hasWork {
      screen.act(.work)
      slices += 1
    }
    #expect(slices > 1)
    #expect(screen.state.talk.message == said, "nobody recorded anything")
    let past = try #require(screen.state.snapshot.past)
    #expect(!screen.state.snapshot.lacksPast)
    #expect(!past.sites.isEmpty)
    let printed = try office.run(["sites", "--format", "csv", "--bom"]).answer
    try screen.press("x C-u")
    screen.act(.pasted("/out/past"))
    try screen.press("Enter")
    let bytes = try office.written.read("past", limit: 1 << 22)
    #expect(String(decoding: bytes, as: UTF8.self) == printed)
  }
}
