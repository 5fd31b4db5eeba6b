import CensusCore
import CensusDashboard
import CensusLists
import CensusViews
package import StrictJSON
import TerminalKit

extension Config {
  /// How much is read.
  package static let limits = PersonalConfig.limits

  /// The keys of the file, in the order in which it is written.
  enum Key: String, CaseIterable {
    case theme
    case language
    case ascii
    case ambiguous
    case mouse
    case actor
    case restore
    case keys
    case views
    case commands
    case onRecorded
  }

  /// Reads a configuration: what can be used, and what cannot.
  ///
  /// `null` counts as not set.
  ///
  /// - Parameter bytes: the whole file; comments (`//`, `/* */`) are allowed.
  /// - Returns: the settings, and the faults in the order of their lines.
  package static func read(_ bytes: [UInt8]) -> (config: Config, faults: [ConfigFault]) {
    let root: JSONValue
    do {
      root = try JSONDocument(bytes, limits: limits, allowsComments: true).root
    } catch {
      return (Config(), [ConfigFault(error)])
    }
    guard let fields = root.fields else {
      return (Config(), [ConfigFault(line: root.line, .noObject)])
    }
    var reading = ConfigReading()
    for field in fields { reading.take(field) }
    reading.checkCommands()
    return (reading.config, reading.faults.sorted { $0.line < $1.line })
  }
}

extension ConfigFault {
  init(_ fault: JSONFault) {
    switch fault.expectation {
    case .depth, .textLength, .fileSize, .values: self.init(line: fault.line, .tooMuch)
    default: self.init(line: fault.line, .syntax(column: fault.column))
    }
  }
}

/// A configuration in the reading.
private struct ConfigReading {
  var config = Config()
  var faults: [ConfigFault] = []

  mutating func take(_ field: JSONValue.Field) {
    guard let key = Config.Key(rawValue: field.name) else {
      faults.append(ConfigFault(line: field.line, .unknownKey(field.name)))
      return
    }
    guard !field.value.isNull else { return }
    switch key {
    case .theme: config.theme = word(field)
    case .language: config.language = word(field)
    case .ambiguous: config.ambiguous = word(field)
    case .ascii: config.ascii = flag(field)
    case .mouse: config.mouse = flag(field)
    case .restore: config.restore = flag(field)
    case .actor: config.actor = actor(field)
    case .keys: takeKeys(field)
    case .commands: takeCommands(field)
    case .onRecorded: config.onRecorded = words(field) ?? []
    case .views:
      let (views, faults) = [NamedView].read(field.value)
      config.views = views
      self.faults += faults.map { ConfigFault(line: $0.line, .view($0)) }
    }
  }

  private mutating func word<Word>(_ field: JSONValue.Field) -> Word?
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    if let word = field.value.text.flatMap(Word.init(rawValue:)) { return word }
    let all = Word.allCases.map { "“\($0.rawValue)”" }
    return wrong(field, Phrase(all.joined(separator: "、"), all.joined(separator: ", ")))
  }

  private mutating func flag(_ field: JSONValue.Field) -> Bool? {
    field.value.flag ?? wrong(field, Phrase("true 或 false", "true or false"))
  }

  private mutating func actor(_ field: JSONValue.Field) -> String? {
    if let text = field.value.text, let name = ActorPrompt.name(in: text) { return name }
    return wrong(
      field, Phrase("含可见文字的姓名（200字节以内）", "a name that can be seen, of at most 200 bytes"))
  }

  /// A program and its arguments.
  private mutating func words(_ field: JSONValue.Field) -> [String]? {
    PersonalConfig.program(field.value)
      ?? wrong(
        field,
        Phrase(
          "程序和参数的列表，如 [\"notify\", \"-q\"]", "a program and its arguments, as [\"notify\", \"-q\"]")
      )
  }

  // MARK: - Own commands

  private var ownLines: [Int] = []

  private mutating func takeCommands(_ field: JSONValue.Field) {
    guard let items = field.value.items else {
      let _: Bool? = wrong(
        field,
        Phrase(
          "列表，如 [{\"key\": \"F12\", \"title\": \"发短信\", \"run\": [\"sms\", \"{unit}\"]}]",
          "a list such as [{\"key\": \"F12\", \"title\": \"Message\", \"run\": [\"sms\", \"{unit}\"]}]"
        ))
      return
    }
    for (place, item) in items.enumerated() {
      switch OwnCommand.read(item) {
      case .success(let command):
        config.commands.append(command)
        ownLines.append(item.line)
      case .failure(let fault):
        faults.append(ConfigFault(line: fault.line ?? item.line, .own(place + 1, fault.fault)))
      }
    }
  }

  /// A key has one meaning: that of the program's own commands first, then that of the first of these.
  fileprivate mutating func checkCommands() {
    var kept: [OwnCommand] = []
    for (place, command) in config.commands.enumerated() {
      if let owner = config.keys.command(for: command.key) {
        let fault = OwnFault.taken(command.key.label, by: owner.rawValue)
        faults.append(ConfigFault(line: ownLines[place], .own(place + 1, fault)))
      } else if kept.contains(where: { $0.key == command.key }) {
        let fault = OwnFault.twice(command.key.label)
        faults.append(ConfigFault(line: ownLines[place], .own(place + 1, fault)))
      } else {
        kept.append(command)
      }
    }
    config.commands = kept
  }

  private mutating func wrong<Value>(_ field: JSONValue.Field, _ takes: Phrase) -> Value? {
    faults.append(
      ConfigFault(line: field.value.line, .wrongValue(key: field.name, takes: takes)))
    return nil
  }

  // MARK: - Keys

  private mutating func takeKeys(_ field: JSONValue.Field) {
    guard let commands = field.value.fields else {
      let _: Bool? = wrong(
        field, Phrase("对象，如 {\"undo\": [\"u\"]}", "an object such as {\"undo\": [\"u\"]}"))
      return
    }
    var wishes: [KeyWish] = []
    var places: [(line: Int, keys: [Int])] = []
    for command in commands {
      guard let (wish, lines) = wish(command) else { continue }
      wishes.append(wish)
      places.append((command.line, lines))
    }
    let (map, faults) = KeyMap.standard.rebound(wishes)
    config.keys = map
    for fault in faults {
      let place = places[fault.wish]
      let line = fault.key.flatMap { place.keys.indices.contains($0) ? place.keys[$0] : nil }
      self.faults.append(
        ConfigFault(
          line: line ?? place.line,
          .keys(fault.reason, command: wishes[fault.wish].command.rawValue)))
    }
  }

  /// The wish of a command, and the line of each of its keys.
  private mutating func wish(_ field: JSONValue.Field) -> (KeyWish, [Int])? {
    guard let command = Command(rawValue: field.name) else {
      faults.append(ConfigFault(line: field.line, .unknownCommand(field.name)))
      return nil
    }
    guard let items = field.value.items, items.allSatisfy({ $0.text != nil }) else {
      let _: Bool? = wrong(
        field, Phrase("按键名的列表，如 [\"u\", \"F12\"]", "a list of keys such as [\"u\", \"F12\"]"))
      return nil
    }
    var keys: [TerminalKit.Key] = []
    var lines: [Int] = []
    for item in items {
      guard let text = item.text, let key = TerminalKit.Key(written: text) else {
        faults.append(
          ConfigFault(
            line: item.line, .unknownKeyName(item.text ?? "", command: field.name)))
        continue
      }
      keys.append(key)
      lines.append(item.line)
    }
    // A list of nothing but unknown names leaves the command as it is; that was said already.
    guard !keys.isEmpty || items.isEmpty else { return nil }
    return (KeyWish(command, keys), lines)
  }
}
