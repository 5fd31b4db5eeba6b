import CensusCore
import CensusLists

extension State {
  /// Does what a verb with its text means.
  ///
  /// - Throws: why it cannot be done.
  mutating func obey(_ verb: Verb, _ argument: String) throws(VerbFault) -> Effect {
    switch verb {
    case .filter:
      guard list(pane) != nil else { throw VerbFault(Obstacles.noList) }
      way.lists[listKey, default: ListState()].filter = argument
    case .quarter:
      let quarter = snapshot.quarters.first { quarter in
        [quarter.description, quarter.name.chinese, quarter.name.english]
          .contains { $0 == argument || Verb.means($0, argument) }
      }
      guard let quarter else { throw VerbFault(noQuarter(argument)) }
      return .open(quarter, on: projection.asOf)
    case .lookOn:
      guard let day = day(meant: argument) else { throw VerbFault(Labels.notADay) }
      return .open(projection.quarter, on: day)
    case .sort: try sort(by: argument)
    case .view: try choose(try namedView(argument))
    case .saveView: return .saveView(try presentView(called: argument))
    case .setting(let setting): try set(setting, to: argument)
    }
    return .none
  }

  private func namedView(_ typed: String) throws(VerbFault) -> NamedView {
    if let view = views.first(where: { Verb.means($0.name, typed) }) { return view }
    guard !views.isEmpty else {
      throw VerbFault(
        Phrase(
          "还没有命名的视图；在列表中用 :保存视图 名称 保存一个",
          "no view has a name yet; :save view NAME in a list saves one"))
    }
    let known = views.map(\.name)
    throw VerbFault(
      Phrase(
        "没有名为“\(typed)”的视图；有：\(known.joined(separator: "、"))",
        "no view is named “\(typed)”; there are: \(known.joined(separator: ", "))"))
  }

  private mutating func sort(by argument: String) throws(VerbFault) {
    guard let list = list(pane) else { throw VerbFault(Obstacles.noList) }
    var words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
    let isReversed =
      words.count > 1
      && ["降", "反", "down", "desc"].contains { Verb.means($0, words[words.count - 1]) }
    if isReversed { words.removeLast() }
    let typed = words.joined(separator: " ")
    let columns = list.columns.filter { !$0.title.chinese.isEmpty }
    let column = columns.first { column in
      [column.title.chinese, column.title.english].contains { $0 == typed || Verb.means($0, typed) }
    }
    guard let column else {
      throw VerbFault(
        Phrase(
          "本列表没有“\(typed)”这一列；有：\(columns.map(\.title.chinese).joined(separator: "、"))",
          "no column “\(typed)” here; there are: "
            + columns.map(\.title.english).joined(separator: ", ")))
    }
    let sort = SortOrder(column: column.id, isReversed: isReversed)
    way.lists[listKey, default: ListState()].sort = sort
    announce(sort, list)
  }

  private mutating func set(_ setting: Setting, to argument: String) throws(VerbFault) {
    let (choices, words) = (setting.choices, setting.words)
    let choice = choices.indices.first { index in
      ([choices[index].chinese, choices[index].english] + words[index])
        .contains { $0 == argument || Verb.means($0, argument) }
    }
    guard let choice else {
      throw VerbFault(
        Phrase(
          "\(setting.label.chinese)没有“\(argument)”；可选：\(choices.map(\.chinese).joined(separator: "、"))",
          "\(setting.label.english): no “\(argument)”; choose from: "
            + choices.map(\.english).joined(separator: ", ")))
    }
    choose(choice, of: setting)
    let (label, chosen) = (setting.label, choices[choice])
    talk.message = Message(
      Phrase("\(label.chinese)：\(chosen.chinese)", "\(label.english): \(chosen.english)"), .news)
  }

  private func noQuarter(_ typed: String) -> Phrase {
    let known = snapshot.quarters.prefix(3).map(\.description)
    return Phrase(
      "没有“\(typed)”这一季度；写作 \(known.joined(separator: "、")) 等，[ ] 逐季翻看",
      "there is no quarter “\(typed)”; write \(known.joined(separator: ", ")) …, or step with [ ]")
  }
}

/// Why a verb cannot be obeyed.
struct VerbFault: Error {
  let sentence: Phrase

  init(_ sentence: Phrase) {
    self.sentence = sentence
  }
}
