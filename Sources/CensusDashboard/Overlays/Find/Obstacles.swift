import CensusCore

/// Why commands would do nothing where one stands.
enum Obstacles {
  static let noList = Phrase("本页没有列表", "this page has no list")
  static let noEffect = Phrase("此处没有可执行的操作", "there is nothing for it to do")
  static let nothingToOpen = Phrase("这一行没有可打开的内容", "this row opens nothing")
  static let atTheTop = Phrase("已在最上层", "this is the uppermost place")
  static let noColumn = Phrase("本页没有可排序的列", "this page has no column to sort by")
  static let noRecord = Phrase("先打开一行，再看上一个、下一个", "open a row first, then go to the next")
  static let lastRecord = Phrase("列表到头了", "the list ends here")
  static let onePane = Phrase("本页只有一栏", "this page has one pane")

  /// The whole sentence.
  static func sentence(_ why: Phrase) -> Phrase {
    Phrase("在这里不能执行：\(why.chinese)", "cannot be run here: \(why.english)")
  }
}

extension State {
  /// Why commands would do nothing here, by command.
  var obstacles: [Command: Phrase] {
    var obstacles: [Command: Phrase] = [:]
    for binding in keys.bindings { obstacles[binding.command] = obstacle(to: binding.command) }
    return obstacles
  }

  /// Why a command would do nothing here; nil if it would do something.
  ///
  /// It is tried on a copy: commands change values and ask for effects, nothing else.
  private func obstacle(to command: Command) -> Phrase? {
    guard command.dependsOnPlace else { return nil }
    if command.looksAtAllRows { return list(pane) == nil ? Obstacles.noList : nil }
    var trial = self
    trial.overlay = nil
    trial.talk.message = nil
    guard Dashboard.obey(command, &trial) == .none, trial.looksLike(self) else { return nil }
    return trial.talk.message?.text ?? reason(for: command)
  }

  /// Why a command that did nothing, and said nothing, did nothing.
  private func reason(for command: Command) -> Phrase {
    switch command {
    case .open where list(pane) != nil: Obstacles.nothingToOpen
    case .back: Obstacles.atTheTop
    case .nextPane, .previousPane: Obstacles.onePane
    case .nextRecord, .previousRecord:
      way.places.count > 1 ? Obstacles.lastRecord : Obstacles.noRecord
    case .sort, .reverseSort: Obstacles.noColumn
    default: list(pane) == nil ? Obstacles.noList : Obstacles.noEffect
    }
  }

  /// A key that did nothing says why: nobody has to guess whether it was heard.
  mutating func explain(_ command: Command, since before: State) {
    guard command.dependsOnPlace, talk.message == nil, looksLike(before) else { return }
    talk.message = Message(reason(for: command), .news)
  }

  /// Whether nothing but a message tells this state, from which an overlay was taken, from another.
  private func looksLike(_ other: State) -> Bool {
    overlay == nil && way == other.way && run == other.run
  }
}

extension Command {
  /// Whether it is too much work to be tried in a long list; it says itself what it cannot do.
  fileprivate var looksAtAllRows: Bool { self == .facets || self == .export }

  /// Whether there are places where it does nothing.
  fileprivate var dependsOnPlace: Bool {
    switch self {
    case _ where view != nil: false
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .first, .last, .find, .palette,
      .settings, .help, .quit, .close, .reload, .language, .theme, .mouse, .redraw,
      .suspend, .lookOn, .copy, .nextMatch, .previousMatch:
      false
    default: true
    }
  }
}
