import CensusCore
import CensusDashboard
import CensusLists
import CensusPreferences
import CensusTestSupport
import TerminalKit
import Testing

@Suite struct ConfigTests {
  private func read(_ text: String) -> (config: Config, faults: [ConfigFault]) {
    Config.read(Array(text.utf8))
  }

  private func sentences(_ text: String, _ language: Language = .english) -> [String] {
    read(text).faults.map { $0.sentence("config.json")[language] }
  }

  @Test func readsEverySettingAmongComments() {
    let (config, faults) = read(
      """
      // Looks
      {
        "theme": "light", /* for the
                             window desk */
        "language": "zh",
        "ascii": true,
        "ambiguous": "wide",
        "mouse": false,
        "actor": "值班室 // 甲",
        "restore": false,
        "keys": { "undo": ["u", "F12"], "view.sites": ["Ctrl-T"] } // both
      }
      """)
    #expect(faults == [])
    #expect(config.theme == .light)
    #expect(config.language == .chinese)
    #expect(config.ascii == true)
    #expect(config.ambiguous == .wide)
    #expect(config.mouse == false)
    #expect(config.actor == "值班室 // 甲")
    #expect(config.restore == false)
    #expect(config.keys.command(for: .function(12)) == .undo)
    #expect(config.keys.command(for: "u") == .undo)
    #expect(config.keys.command(for: .control("t")) == .view(.sites))
    #expect(config.keys.command(for: "3") == nil)
  }

  @Test func readsProgramsOfThePersonsOwn() throws {
    let (config, faults) = read(
      """
      {
        "commands": [
          {"key": "F12", "title": {"zh": "发短信", "en": "Message"}, "run": ["sms", "{{1}} {unit}：{sites}"]},
          {"key": "Ctrl-T", "title": "看日志", "run": ["journal"]}
        ],
        "onRecorded": ["notify", "-q"]
      }
      """)
    #expect(faults == [])
    #expect(config.commands.map(\.key) == [.function(12), .control("t")])
    #expect(config.commands.map(\.title) == [Phrase("发短信", "Message"), Phrase("看日志", "看日志")])
    #expect(config.commands[0].arguments.map(\.fields) == [["unit", "sites"]])
    #expect(config.commands[0].arguments[0].filled { "<\($0)>" } == "{1} <unit>：<sites>")
    #expect(config.onRecorded == ["notify", "-q"])
    // Written and read again, they are the same.
    #expect(Config.read(config.file).config == config)
  }

  @Test func aProgramThatCannotBeUsedIsRefusedWithItsLine() {
    let text = """
      {
        "commands": [
          {"key": "p", "title": "甲", "run": ["a"]},
          {"key": "F12", "title": "乙", "run": ["b"]},
          {"key": "F12", "title": "丙", "run": ["c"]},
          {"key": "Hyper-X", "title": "丁", "run": ["d"]},
          {"key": "F11", "title": "戊",
           "run": ["e", "{unit"]},
          {"key": "F11", "title": "己", "run": [], "shell": true},
          {"key": "F11", "run": ["g"]}
        ],
        "onRecorded": "notify"
      }
      """
    #expect(
      sentences(text, .chinese) == [
        "config.json 第3行：第1个自定义命令未采用：p 已用于“receivePaper”；请换一个键。",
        "config.json 第5行：第3个自定义命令未采用：F12 已给了前面的命令；请换一个键。",
        "config.json 第6行：第4个自定义命令未采用：按键“Hyper-X”不存在；写法如 F12、Ctrl-T。",
        "config.json 第8行：第5个自定义命令未采用：参数“{unit”的花括号不成对，或其中不是字段名；写作 {unit}，花括号本身写两遍。",
        "config.json 第9行：第6个自定义命令未采用：没有“shell”这一项；有 key、title、run。",
        "config.json 第10行：第7个自定义命令未采用：须有 key（按键）、title（文字，或 {\"zh\": …, \"en\": …}）和 run（程序及参数的列表）。",
        "config.json 第12行：“onRecorded”的值已忽略；应为程序和参数的列表，如 [\"notify\", \"-q\"]。",
      ])
    #expect(read(text).config.commands.map(\.title.chinese) == ["乙"])
  }

  @Test func nullCountsAsNotSet() {
    let text = #"{"theme": null, "actor": null, "keys": null}"#
    #expect(read(text).config == Config())
    #expect(read(text).faults == [])
  }

  @Test func namesWhatIsWrongWithItsLineAndUsesTheRest() {
    let text = """
      {
        "colour": "red",
        "theme": "sepia",
        "mouse": "yes",
        "actor": " ",
        "language": "en",
        "keys": {
          "fly": ["f"],
          "undo": "u",
          "receivePaper": ["Hyper-X", "F12"]
        }
      }
      """
    #expect(
      sentences(text) == [
        "config.json, line 2: there is no setting “colour”, so it is ignored; there are theme, "
          + "language, ascii, ambiguous, mouse, actor, restore, keys, views, commands, onRecorded.",
        "config.json, line 3: the value of “theme” is ignored; it must be “auto”, “dark”, "
          + "“light”, “default”, “mono”.",
        "config.json, line 4: the value of “mouse” is ignored; it must be true or false.",
        "config.json, line 5: the value of “actor” is ignored; it must be a name that can be seen, "
          + "of at most 200 bytes.",
        "config.json, line 8: there is no command “fly”, so it is ignored; census-tui "
          + "--print-config lists them all.",
        "config.json, line 9: the value of “undo” is ignored; it must be a list of keys such as "
          + "[\"u\", \"F12\"].",
        "config.json, line 10: “receivePaper” cannot have the key “Hyper-X”, so it is ignored; "
          + "keys are written as u, F12, Ctrl-R, PgUp.",
      ])
    let config = read(text).config
    #expect(config.language == .english)
    #expect(config.keys.command(for: .function(12)) == .receivePaper)
    #expect(config.keys.command(for: "u") == .undo)
  }

  @Test func saysTheSameInChinese() {
    #expect(
      sentences("{\n\"theme\": 1,\n\"keys\": {\"chase\": [\"Enter\"]}}", .chinese) == [
        "config.json 第2行：“theme”的值已忽略；应为“auto”、“dark”、“light”、“default”、“mono”。",
        "config.json 第3行：Enter 始终表示“open”，不能改给“chase”；请换一个键。",
        "config.json 第3行：“chase”没有可用的键，仍用原来的键。",
      ])
  }

  @Test func namesEveryConflictOfKeys() {
    let text = """
      {"keys": {
        "chase": ["F11", "F11"],
        "note": [],
        "export": ["F11"],
        "undo": [],
        "help": ["u"],
        "open": ["F20"],
        "quit": ["Esc"]
      }}
      """
    #expect(
      sentences(text) == [
        "config.json, line 2: “chase” has F11 twice.",
        "config.json, line 3: there is no command “note”, so it is ignored; census-tui "
          + "--print-config lists them all.",
        "config.json, line 4: F11 was given to “chase” already, so “export” does not get it; "
          + "choose another key.",
        "config.json, line 4: no key is left for “export”, so it keeps its own.",
        "config.json, line 5: no key is left for “undo”, so it keeps its own.",
        "config.json, line 6: u is the only key of “undo”, so “help” does not get it; give "
          + "“undo” another one.",
        "config.json, line 6: no key is left for “help”, so it keeps its own.",
        "config.json, line 7: Enter always belongs to “open” and stays with it.",
        "config.json, line 8: Esc always means “back” and cannot be given to “quit”; choose "
          + "another key.",
        "config.json, line 8: Ctrl-C always belongs to “quit” and stays with it.",
      ])
    let keys = read(text).config.keys
    #expect(keys.command(for: .function(11)) == .chase)
    #expect(keys.command(for: "x") == .export)
    #expect(keys.command(for: "u") == .undo)
    #expect(keys.command(for: "?") == .help)
    #expect(keys.command(for: .function(20)) == .open)
    #expect(keys.command(for: .enter) == .open)
    #expect(keys.command(for: .escape) == .back)
    #expect(keys.command(for: .control("c")) == .quit)
  }

  @Test func aKeyGoesFromTheCommandItComesWith() {
    let keys = read(#"{"keys": {"chase": ["k"], "undo": ["c"]}}"#).config.keys
    #expect(keys.command(for: "k") == .chase)
    #expect(keys.command(for: .up) == .up)
    #expect(keys.command(for: "c") == .undo)
    #expect(keys.command(for: "u") == nil)
  }

  @Test func isNothingWhereItIsNoJSON() {
    #expect(
      sentences("{\n  \"theme\": dark\n}") == [
        "config.json, line 2: column 12 is no JSON, so nothing of the file is used; mend or remove "
          + "it."
      ])
    #expect(
      sentences("[1]") == [
        "config.json, line 1: the whole must be {…}, so nothing of it is used; census-tui "
          + "--print-config prints a new one."
      ])
    #expect(read("{\"theme\": \"light\"").config == Config())
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 1_000),
    "{\"actor\": \"" + String(repeating: "x", count: 5_000) + "\"}",
    String(repeating: " ", count: 70_000), "/*", "//", "/", "\"", "\"\\", "{\"\\u12", "",
    "{\"actor\": \"\\ud800\"}", "{\"theme\": 1e999, \"mouse\": 99999999999999999999}",
    "{\"keys\": {\"undo\": [null, 1, [], {}]}}", "{\"theme\": \"dark\", \"theme\": \"light\"}",
  ])
  func neverTrapsOnHostileFiles(_ text: String) {
    let (config, faults) = read(text)
    #expect(config == Config())
    #expect(!faults.isEmpty)
  }

  @Test func neverTrapsOnRandomBytes() {
    var random = SplitMix64(seed: 4)
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "u", "keys", "undo", "//", "/*", "*/", "\n", "é",
      "1",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      let (config, faults) = read(text)
      #expect(config == Config() || faults.isEmpty || config.keys != .standard, "\(text)")
    }
  }

  @Test func printsWhatItReads() {
    var config = Config()
    expectRoundTrip(config)
    config.theme = .mono
    config.language = .english
    config.ascii = false
    config.ambiguous = .auto
    config.mouse = true
    config.actor = "甲\"乙\\"
    config.restore = true
    config.keys =
      KeyMap.standard.rebound([
        KeyWish(.undo, ["c", .control("y")]), KeyWish(.chase, [" ", .shiftPageUp]),
      ]).map
    expectRoundTrip(config)
  }

  private func expectRoundTrip(_ config: Config) {
    let (again, faults) = Config.read(config.file)
    #expect(again == config)
    #expect(faults == [])
  }

  @Test func printsAWholeFile() {
    expectGolden(String(decoding: Config().file, as: UTF8.self), named: "config")
  }
}

@Suite struct ActorInConfigTests {
  private func with(_ actor: String, _ text: String) -> String? {
    Config.file(Array(text.utf8), with: actor).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func joinsWhatIsThereWithoutTouchingIt() {
    #expect(
      with("李", "// mine\n{\n  \"theme\": \"light\" // day\n}\n")
        == "// mine\n{\n  \"actor\": \"李\",\n  \"theme\": \"light\" // day\n}\n")
    #expect(with("李", "{}") == "{\n  \"actor\": \"李\"\n}")
    #expect(with("李\"", "{ \"actor\": null }") == "{ \"actor\": \"李\\\"\" }")
  }

  @Test func leavesAFileAloneThatItCannotExtendSafely() {
    #expect(with("李", "{\"theme\": \"sepia\"}") == nil)
    #expect(with("李", "{\"actor\": \"张\"}") == nil)
    #expect(with("李", "{") == nil)
    #expect(with("李", "[]") == nil)
  }
}

@Suite struct ViewInConfigTests {
  private let view: NamedView = {
    var view = NamedView("临沧", .units)
    view.conditions = [Condition("prefecture", "临沧")]
    view.sort = "unit"
    return view
  }()

  private func with(_ text: String) -> String? {
    Config.file(Array(text.utf8), with: view).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func joinsWhatIsThereWithoutTouchingIt() {
    #expect(
      with("// mine\n{\n  \"theme\": \"light\" // day\n}\n")
        == """
        // mine
        {
          "views": {
            "临沧": {
              "list": "units",
              "where": ["prefecture=临沧"],
              "sort": "unit"
            }
          },
          "theme": "light" // day
        }

        """)
    for text in [
      "{}", "{\"views\": null}", "{\"views\": {}}", "{ \"views\": { /* late */ } }",
      "{\"views\": {\"a\": {\"list\": \"sites\"} // b\n}, \"mouse\": false}",
    ] {
      guard let new = with(text) else {
        Issue.record("nothing came of \(text)")
        continue
      }
      let (config, faults) = Config.read(Array(new.utf8))
      #expect(faults.isEmpty, "\(new)")
      #expect(config.views.first == view, "\(new)")
      #expect(config.views.dropFirst().map(\.name) == (text.contains("\"a\"") ? ["a"] : []))
      #expect(new.contains("late") == text.contains("late"))
    }
  }

  @Test func leavesAFileAloneThatItCannotExtendSafely() {
    #expect(with("{\"theme\": \"sepia\"}") == nil)
    #expect(with("{\"views\": {\"临沧\": {\"list\": \"sites\"}}}") == nil)
    #expect(with("{\"views\": []}") == nil)
    #expect(with("{") == nil)
    #expect(with("[]") == nil)
  }

  @Test func aNewFileHoldsNothingElse() {
    let (config, faults) = Config.read(Config.newFile(view: view))
    #expect(faults.isEmpty)
    var wanted = Config()
    wanted.views = [view]
    #expect(config == wanted)
  }
}
