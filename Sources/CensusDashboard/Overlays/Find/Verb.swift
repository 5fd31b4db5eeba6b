import CensusCore
import CensusLists

/// A command with a text behind it, as the palette takes it: `筛选 耿马`.
enum Verb: Hashable, Sendable {
  case filter
  case quarter
  case lookOn
  case sort
  /// A list under the name that a person gave it, and giving one.
  case view
  case saveView
  case setting(Setting)

  static let all: [Verb] =
    [.filter, .quarter, .lookOn, .sort, .view, .saveView] + Setting.allCases.map(Verb.setting)

  /// The words that mean it, the usual ones of both languages first.
  var names: [String] {
    switch self {
    case .filter: ["筛选", "filter"]
    case .quarter: ["季度", "quarter"]
    case .lookOn: ["截至", "as-of"]
    case .sort: ["排序", "sort"]
    case .view: ["视图", "view"]
    case .saveView: ["保存视图", "save view"]
    case .setting(let setting): setting.names
    }
  }

  /// The word for it in a language.
  func name(_ language: Language) -> String {
    let isWanted = { (name: String) in
      name.unicodeScalars.allSatisfy(\.isASCII) == (language == .english)
    }
    return names.first(where: isWanted) ?? names[0]
  }

  /// What stands behind it.
  var argument: Phrase {
    switch self {
    case .filter: Phrase("文字", "TEXT")
    case .quarter: Phrase("2018Q3", "2018Q3")
    case .lookOn: Phrase("2018-10-23", "2018-10-23")
    case .sort: Phrase("列名", "COLUMN")
    case .view, .saveView: Phrase("名称", "NAME")
    case .setting(let setting):
      Phrase(
        setting.choices.map(\.chinese).joined(separator: "|"),
        setting.choices.map(\.english).joined(separator: "|"))
    }
  }

  /// What it does.
  var help: Phrase {
    switch self {
    case .filter: Phrase("筛选本列表；不写文字则清除筛选", "filter this list; without a text, all of it")
    case .quarter: Phrase("换到那个季度", "go to that quarter")
    case .lookOn:
      Phrase("看那一天的情况；t 今天，d 期限当日，i 印发日", "look on that day; t today, d due day, i day of issue")
    case .sort: Phrase("按那一列排序；列名后写“降”则反序", "sort by that column; “down” behind it reverses")
    case .view:
      Phrase("打开该名称的列表，筛选、排序和列均按所存", "the list of that name: its filter, order and columns")
    case .saveView:
      Phrase("把本列表现在的筛选和排序存进配置文件", "keep filter and order of this list in the configuration")
    case .setting(let setting): setting.help
    }
  }

  /// How it is written: 筛选 文字.
  var usage: Phrase {
    Phrase(
      "\(name(.chinese)) \(argument.chinese)", "\(name(.english)) \(argument.english)")
  }

  /// What a typed line means, if it begins with a verb: the verb and the text behind it.
  static func parse(_ line: String) -> (verb: Verb, argument: String)? {
    let words = line.split(whereSeparator: \.isWhitespace)
    for verb in all {
      for name in verb.names {
        let count = name.split(separator: " ").count
        guard words.count >= count, means(name, words[..<count].joined(separator: " ")) else {
          continue
        }
        let rest = line.split(maxSplits: count, whereSeparator: \.isWhitespace)
        return (verb, rest.count > count ? String(rest[count]) : "")
      }
    }
    return nil
  }

  /// Whether a typed word means a name, full-width letters and capitals aside.
  static func means(_ name: String, _ typed: String) -> Bool {
    searchKey(name) == searchKey(typed)
  }
}

extension FindEntry {
  init(_ verb: Verb) {
    target = .verb(verb)
    quarter = nil
    name = verb.usage
    note = verb.help
    text = SearchText(verb.names + [verb.help.chinese, verb.help.english])
  }

  init(_ view: NamedView) {
    let title = Labels.named(view)
    target = .named(view.name)
    quarter = nil
    name = title
    note = Phrase(
      "\(view.list.title.chinese)：\(view.call)", "\(view.list.title.english): \(view.call)")
    text = SearchText([view.name, title.chinese, title.english, view.call])
  }

  init(_ binding: KeyMap.Binding) {
    target = .command(binding.command)
    quarter = nil
    name = binding.label
    note = binding.help
    text = SearchText(
      [binding.label.chinese, binding.label.english, binding.help.chinese, binding.help.english]
        + binding.keys.map(\.label))
  }

  /// Sharing the store through git: it has no key, so that nobody does it by a slip.
  static let sync: FindEntry = {
    let name = Phrase("同步", "sync")
    let note = Phrase(
      "通过 git 与同事同步：提交、取回、合并、推送（census sync）",
      "sync through git: commit, fetch, merge, push (census sync)")
    return FindEntry(
      target: .sync, quarter: nil, name: name, note: note,
      text: SearchText([name.chinese, name.english, note.chinese, note.english]))
  }()

  init(_ own: OwnCommand, at place: Int) {
    target = .own(place)
    quarter = nil
    name = own.title
    note = Phrase("自定义命令：\(own.call)", "own command: \(own.call)")
    text = SearchText([own.title.chinese, own.title.english, own.key.label, own.program])
  }

  /// All commands of a key map, and the person's own; with the verbs, which only the palette knows.
  static func commands(
    of keys: KeyMap, _ own: [OwnCommand], withVerbs: Bool
  ) -> [FindEntry] {
    keys.bindings.map { FindEntry($0) }
      + own.enumerated().map { FindEntry($0.element, at: $0.offset) }
      + (withVerbs ? [sync] + Verb.all.map { FindEntry($0) } : [])
  }
}
