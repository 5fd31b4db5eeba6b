import ArgumentParser
import CensusCommand
import CensusCore
import CensusDashboard
import CensusDesk
import CensusLists
import CensusStore
import CensusTestSupport
import CensusViews
import StrictJSON
import TerminalKit
import Testing

/// One store, asked by both programs: commands run in process, and the dashboard's desk.
final class Office {
  let name: String
  var day: String
  /// The day looked at; nil means that day.
  private let asOf: String?
  let store: any FileSystem
  /// What was written out.
  private(set) var written = InMemoryFileSystem()
  private let config = InMemoryFileSystem()
  /// What `pdftotext` tells of any PDF; there is none unless a test says so.
  var words: [UInt8]?
  private var drawn = 0
  /// What `census overview` answers; nothing is recorded while the counts are looked at.
  private var counts: String?

  init(_ name: String, _ store: any FileSystem, on day: String, asOf: String? = nil) {
    self.name = name
    self.store = store
    self.day = day
    self.asOf = asOf
  }

  /// The stores that the laws are held over: the shipped one with records of every kind, and one
  /// made up.
  ///
  /// Each is made once, and each test has a copy.
  static func all() throws -> [Office] { [try everyAct.get().office(), try madeUp.get().office()] }

  /// The shipped quarter with each act recorded once or more.
  private static let everyAct = Result {
    let folder = try ShippedStore.copy()
    let office = Office("every act", folder, on: "2018-11-20")
    for act in acts {
      let outcome = try office.run(act.split(separator: " ").map(String.init))
      #expect(outcome.status == 0, "\(act): \(outcome.warnings)")
    }
    return try Copy(of: office)
  }

  /// The files of a store, to be put into a folder of their own.
  private struct Copy: Sendable {
    let name: String
    let day: String
    private let files: [(path: String, bytes: [UInt8], permissions: Permissions)]
    private let folders: [(path: String, permissions: Permissions)]

    init(of office: Office) throws {
      (name, day) = (office.name, office.day)
      var files: [(String, [UInt8], Permissions)] = []
      var folders: [(String, Permissions)] = []
      func add(_ folder: String) throws {
        for entry in try office.store.list(folder) {
          let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
          let permissions = try office.store.permissions(of: path)
          if entry.kind == .folder {
            folders.append((path, permissions))
            try add(path)
          } else {
            files.append((path, try office.store.read(path, limit: 64 << 20), permissions))
          }
        }
      }
      try add("")
      (self.files, self.folders) = (files, folders)
    }

    func office() throws -> Office {
      let target = InMemoryFileSystem()
      for (path, permissions) in folders { _ = try target.makeDirectory(path, permissions) }
      for (path, bytes, permissions) in files {
        let file = try target.create(path, permissions)
        try target.write(bytes, to: file)
        try target.close(file)
      }
      return Office(name, target, on: day)
    }
  }

  private static let acts = [
    "receive 昆明 --part both --on 2018-10-18 --incoming 政-118 --signer 李市长",
    "receive 保山 --part electronic --on 2018-10-19 --channel email",
    "receive 迪庆 --part paper --unsigned --on 2018-10-19",
    "return 迪庆 --part paper --reason 未签字 --on 2018-10-22",
    "receive 临沧 --part both --on 2018-10-23 --except 2018Q3-18",
    "chase 怒江 --channel phone --to 王联络 --answer 周五报 --promised 2018-11-23 --on 2018-11-01",
    "chase 怒江 --channel letter --on 2018-11-09",
    "contact 怒江 --name 王联络 --post 科长 --phone 0886-3622000",
    "waive 云南省文史研究馆 --authority 省政府办公厅 --reason 网站已整体迁移 --on 2018-10-20",
    "extend 云南省文化厅 --until 2018-11-30 --authority 省政府办公厅 --reason 机构改革 --on 2018-10-19",
    "recheck 2018Q3-3 2018Q3-4 --passed --on 2018-11-05",
    "recheck 2018Q3-5 --failed --note 首页仍有错字 --on 2018-11-05",
    "recheck 2018Q3-6 --untestable connection --on 2018-11-05",
    "order 2018Q3-5 --until 2018-11-15 --reference 督办函3号 --on 2018-11-06",
    "recheck 2018Q3-17 --failed --on 2018-11-06",
    "account 临沧 --stage opened --approved-by 示例领导 --on 2018-11-07",
    "account 临沧 --stage measure --measure interview --person-role 信息中心主任 --on 2018-11-08",
    "availability 5309000037 --status offline --until 2018-11-10 --on 2018-10-30",
    "availability 5305220003 --status merged --successor 5305810003 --filed --reference 保函5号"
      + " --on 2018-10-30",
    "correct 云南省文化厅 --field successor --to 云南省文化和旅游厅 --reason 机构改革 --on 2018-10-30",
    "correct 2018Q3-1 --field code --to 5300000061 --reason 多印一位 --on 2018-10-30",
    "void 2018Q3-8 --reason 申诉成立 --on 2018-11-02",
    "note 大理 前三季度均无不合格网站 --on 2018-11-02",
    "note 2018Q3 请各地抓紧 --kind instruction --on 2018-11-02",
    "verify dueOnWeekend --note 已核实 --on 2018-11-02",
    "receive 怒江 --part paper --on 2018-11-12",
    "undo",
  ]

  /// A store that was made up, with a late quarter under way.
  private static let madeUp = Result {
    let folder = InMemoryFileSystem()
    let size = Demo.Size(quarters: 3, prefectures: 16, findings: 40, events: 160, seed: 7)
    try Store.initialise(folder, with: Demo(size))
    var store = try Store.open(folder)
    let newest = try #require(store.quarters().first)
    let due = try #require(store.inspection(of: newest).inspection?.notice.deadline?.day)
    return try Copy(of: Office("made up", folder, on: (due + 20).description))
  }

  // MARK: - Both programs

  private func world(_ language: Language) throws -> World {
    World(
      now: try #require(Instant(day + "T01:00:00Z")),
      environment: [
        "CENSUS_STORE": "store", "CENSUS_ACTOR": "张三", "CENSUS_LANG": language.rawValue,
        "XDG_CONFIG_HOME": "/config",
      ],
      login: nil, output: .other,
      openFolder: { [store, written, config] path, _ throws(FileError) in
        switch path {
        case "/config/site-census": config
        case "store": store
        case "/out/", "/out": written
        default: throw FileError(.open, "", .missing)
        }
      },
      words: { [self] _ in words.map(Conversion.output) ?? .missing },
      randomHex: { [self] in
        drawn += 1
        let digits = String(drawn, radix: 16)
        return String(repeating: "a", count: 32 - digits.utf8.count) + digits
      })
  }

  /// Runs a command.
  func run(
    _ arguments: [String], _ language: Language = .chinese
  ) throws -> (status: Int32, answer: String, warnings: String) {
    var world = try world(language)
    let status = execute(arguments + (asOf.map { ["--as-of", $0] } ?? []), in: &world)
    return (status, world.answer, world.warnings)
  }

  /// What `census overview` answers in JSON, asked once.
  func overview() throws -> String {
    let answer = try counts ?? run(["overview", "--format", "json"]).answer
    counts = answer
    return answer
  }

  /// A column of what a command answers in JSON.
  func column(_ field: String, _ arguments: [String]) throws -> [String] {
    let outcome = try run(arguments + ["--format", "json"])
    let document = try JSONDocument(Array(outcome.answer.utf8))
    return try #require(document.root.items).map { row in
      let value = row[field]
      return value?.text ?? value?.number.map(String.init) ?? value?.flag.map(String.init) ?? ""
    }
  }

  /// What the command of a list answers to options, one field of it; its rows are made once for all.
  func answer<Kind: ListKind>(
    _ kind: Kind.Type, _ identity: String
  ) throws -> ([String]) throws -> [String] {
    var world = try world(.chinese)
    let session = try Session(try CommonOptions.unsaid(), in: &world)
    var inquiry = Inquiry(session, try FilterOptions.parse(["--search", "x"]))
    let roll = try Kind.roll(try Kind.Options.parse([]), &inquiry)
    let field = try #require(roll[identity])
    return { options in
      let left = try FilterOptions.parse(options).applied(to: roll, session)
      return left.rows.map { field.value($0).words(.full(.chinese)) }
    }
  }

  /// What the fields of a list are called.
  func headings<Kind: ListKind>(of kind: Kind.Type) throws -> [(field: String, title: Phrase)] {
    var world = try world(.chinese)
    let session = try Session(try CommonOptions.unsaid(), in: &world)
    var inquiry = Inquiry(session, try FilterOptions.parse([]))
    return try Kind.roll(try Kind.Options.parse([]), &inquiry).fields.map { ($0.id, $0.title) }
  }

  /// Lists under names in a configuration, with conditions on fields that no screen shows.
  func views() throws -> [NamedView] {
    let file = try config.create("config.json", .ownFile)
    try config.write(Array(Self.views.utf8), to: file)
    try config.close(file)
    let world = try world(.chinese)
    let (views, faults, _) = try PersonalConfig.views(world.environment, open: world.openFolder)
    #expect(faults.isEmpty)
    return views
  }

  private static let views = """
    {"views": {
      "未报": {"list": "units", "where": ["submission=未报", "submission=returned"], "sort": "unit",
        "reverse": true, "columns": ["unit", "submission", "due", "chases"]},
      "逾期": {"list": "units", "overdue": true},
      "网站": {"list": "sites", "where": "issues=错字漏字", "sort": "pinyin",
        "columns": ["code", "name", "printedCode", "unit"]},
      "州市": {"list": "prefectures", "sort": "running", "reverse": true},
      "类别": {"list": "issues", "where": "kind=veto", "sort": "findings"},
      "复查": {"list": "rechecks", "search": ["gov|网"], "sort": "unit",
        "columns": ["id", "name", "verdict"]},
      "核对": {"list": "check", "where": "severity=warning", "sort": "id"},
      "记录": {"list": "history", "where": "type=receipt", "columns": ["effectiveOn", "note"]},
      "倒序": {"list": "sites", "reverse": true}
    }}
    """

  /// The fields of a list in JSON; none if it has no row.
  func fields(of command: String) throws -> [String] {
    let document = try JSONDocument(Array(try run([command, "--format", "json"]).answer.utf8))
    var rows = try #require(document.root.items)
    return (rows.next()?.fields).map { $0.map(\.name) } ?? []
  }

  /// The dashboard on a view; what waits to be done between two keys is done, unless it is still
  /// working.
  func screen(
    _ view: View, _ language: Language = .chinese, _ columns: Int = 200, _ rows: Int = 60,
    isWorking: Bool = false, complaint: Phrase? = nil, kept: DraftKept = .kept,
    keepDraft: @escaping ([UInt8]?) -> Void = { _ in }
  ) throws -> Screen {
    var world = try world(language)
    let options =
      try asOf.map { try CommonOptions.parse(["--as-of", $0]) } ?? CommonOptions.unsaid()
    let session = try Session(options, in: &world)
    let now = world.now
    var desk = try Desk(
      session, isReadOnly: false, actor: "张三", in: world, clock: { now },
      keepDraft: { draft in
        keepDraft(draft)
        return complaint.map(DraftKept.failed) ?? kept
      })
    let snapshot = desk.snapshot()
    var state = State(
      snapshot: snapshot, language: language, alphabet: .unicode,
      size: Size(columns: columns, rows: rows), view: view)
    _ = Dashboard.update(&state, .resized(state.size))
    var screen = Screen(desk: desk, state: state)
    while !isWorking, screen.state.hasWork { screen.act(.work) }
    return screen
  }
}

/// The dashboard, driven by keys, with a real desk behind it.
struct Screen {
  var desk: Desk
  var state: State

  mutating func press(_ names: String) throws {
    for key in try #require(Key.parse(script: names)) { act(.key(key)) }
  }

  mutating func act(_ action: Action) {
    let effect = Dashboard.update(&state, action)
    for answer in desk.perform(effect) { _ = Dashboard.update(&state, answer) }
  }

  /// The names of the rows on screen, as JSON has them.
  var rows: [String] { state.rows(0).compactMap { name($0.id) } }

  /// What JSON calls a row.
  func name(_ id: RowID) -> String? {
    switch id {
    case .prefecture(let id): id.text
    case .category(let id): id.text
    case .unit(let id): id.text
    case .site(let code): code.text
    case .finding(let id): id.description
    case .event(let id): id.text
    case .quarter(let quarter): quarter.description
    case .discrepancy(let index): state.snapshot.discrepancies[index].id
    case .owed(let quarter, let unit): "\(quarter) \(unit)"
    case .mention, .batch, .heading: nil
    }
  }

  var frame: Grid { Dashboard.view(state, in: state.size) }
}

/// A list that both programs have.
struct SharedList: CustomTestStringConvertible {
  let view: View
  let command: String
  let identity: String
  /// The command's answer to options: names of rows.
  let answer: @Sendable (Office) throws -> ([String]) throws -> [String]

  var testDescription: String { command }

  static let all = [
    list(.deadlines, UnitsList.self, "units", "unit"),
    list(.sites, SitesList.self, "sites", "code"),
    list(.prefectures, PrefecturesList.self, "prefectures", "prefecture"),
    list(.issues, IssuesList.self, "issues", "id"),
    list(.rechecks, RechecksList.self, "rechecks", "id"),
    SharedList(view: .checks, command: "check", identity: "id") { office in
      { try office.column("id", ["check"] + $0) }
    },
    list(.history, HistoryList.self, "history", "id"),
  ]

  private static func list<Kind: ListKind & SendableMetatype>(
    _ view: View, _ kind: Kind.Type, _ command: String, _ identity: String
  ) -> SharedList {
    SharedList(view: view, command: command, identity: identity) {
      try $0.answer(Kind.self, identity)
    }
  }
}
