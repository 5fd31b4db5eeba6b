import CensusDashboard
import TerminalKit
import Testing

/// Something that a person does.
enum Step: CustomStringConvertible {
  case key(Key)
  case text(String)
  /// A text, each of its bytes on its own.
  case bytes(String)
  /// A text between the marks of a paste, in pieces that cut its characters.
  case paste(String)
  /// Bytes that are no text, in two pieces.
  case sequence(String, cut: Int)
  case press(Int, Int)
  case release(Int, Int)
  /// Nothing is done for so many milliseconds: messages go, the store is looked at.
  case pause(Int)
  case click(Int, Int, times: Int)
  case wheel(Int, Int, by: Int)
  case resize(Int, Int)
  /// Another program records something.
  case mark(String)

  var description: String {
    switch self {
    case .key(let key): key.name
    case .text(let text): "lit:\(text)"
    case .bytes(let text): "bytes:\(text)"
    case .paste(let text): "paste:\(text)"
    case .sequence(let bytes, let cut): "\(bytes.debugDescription)/\(cut)"
    case .press(let column, let row): "press(\(column),\(row))"
    case .release(let column, let row): "release(\(column),\(row))"
    case .pause(let milliseconds): "pause:\(milliseconds)"
    case .click(let column, let row, let times): "click(\(column),\(row))x\(times)"
    case .wheel(let column, let row, let lines): "wheel(\(column),\(row))\(lines)"
    case .resize(let columns, let rows): "\(columns)x\(rows)"
    case .mark(let unit): "mark:\(unit)"
    }
  }

  /// Whether it is no key: neither the mouse nor what terminals send beside keys records.
  var mustNotRecord: Bool {
    switch self {
    case .sequence, .press, .release, .click, .wheel: true
    case .key, .text, .bytes, .paste, .pause, .resize, .mark: false
    }
  }

  /// How many events the program will have seen more, at least.
  var events: Int {
    switch self {
    case .key: 1
    case .text(let text), .bytes(let text): text.unicodeScalars.count
    case .paste: 1
    // The mouse may be released, and a point or a size may be of no use.
    case .sequence, .press, .release, .pause, .click, .wheel, .resize, .mark: 0
    }
  }

  /// Every key with a meaning, and those that only prompts and dialogs know.
  static let keys: [Key] =
    KeyMap.standard.bindings
    // A browser is not to be started by a test.
    .filter { $0.command != .openAddress }.flatMap(\.keys).filter { !leavingKeys.contains($0) } + [
      .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .home,
      .end, .control("w"), .control("k"), .control("a"), .control("e"), "y", "n", "d", "t",
    ]
  /// A key that records nothing: once it is used up, all that came before it is.
  static let harmless = Step.key(.control("l"))
  static let leavingKeys: [Key] = ["q", "Q", .control("c"), .function(10)]
  /// What terminals send beside keys, with the letters of acts in it, and keys that are cut.
  static let sequences = [
    "\u{1B}_peb\u{1B}\\", "\u{1B}^peb\u{1B}\\", "\u{1B}Xpeb\u{1B}\\", "\u{1B}P1$rpeb\u{1B}\\",
    "\u{1B}]11;rgb:pp/ee/bb\u{07}", "\u{1B}[57399;3p", "\u{1B}[M p4", "\u{1B}[M#pb",
    "\u{1B}[32;9;4M",
    "\u{1B}[<2;9;4M", "\u{1B}[?1;2c", "\u{1B}[200~\u{1B}[201~", "\u{1B}[A", "\u{1B}OB", "\u{1B}[6~",
  ]
  static let texts = [
    "怒江", "示例01", "ｚｒｚｙ", "abc", "2023-12-20", "12", "：", "，", "。", "【", "】", "、", "／", "？",
    "　", "……", "￥", "《", "“云”", "!办结", "e\u{301}", "👍",
  ]
}

extension Walker {
  mutating func next() -> Step {
    let isAway = now != size
    if !planned.isEmpty { return planned.removeFirst() }
    if let held, Int.random(in: 0..<4, using: &random) == 0 {
      self.held = nil
      planned = [Step.harmless]
      return .release(held.column, held.row)
    }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<6: return isAway ? .resize(size.columns, size.rows) : anySize()
    case 6..<8 where !isAway: return .mark("示例0\(Int.random(in: 1...9, using: &random))州")
    case 8..<20:
      let column = Int.random(in: 0...now.columns, using: &random)
      let row = Int.random(in: 0...now.rows, using: &random)
      planned = [Step.harmless]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return .wheel(column, row, by: Bool.random(using: &random) ? 2 : -2)
      case 1: return .click(column, row, times: 2)
      case 2 where held == nil:
        held = (column, row)
        return .press(column, row)
      default: return .click(column, row, times: 1)
      }
    case 20..<24: return .text(anyText())
    case 24..<26: return .bytes(anyText())
    case 26..<28: return .paste(anyText() + anyText())
    case 28:
      // Now and then as long as what was said takes to go.
      let isLong = Int.random(in: 0..<8, using: &random) == 0
      return .pause(isLong ? 11_000 : Int.random(in: 1...2500, using: &random))
    case 29..<32:
      planned = anotherQuarter()
      return .key(.character(" "))
    case 32..<36:
      planned = dialog()
      return .key("m")
    case 36..<39:
      let bytes = Step.sequences.randomElement(using: &random) ?? ""
      planned = [Step.harmless]
      return .sequence(bytes, cut: Int.random(in: 2...bytes.utf8.count, using: &random))
    case 39: return .key(Step.leavingKeys.randomElement(using: &random) ?? .escape)
    default:
      return isAway && Int.random(in: 0..<3, using: &random) == 0
        ? .resize(size.columns, size.rows)
        : .key(Step.keys.randomElement(using: &random) ?? .escape)
    }
  }

  private mutating func anyText() -> String { Step.texts.randomElement(using: &random) ?? "" }

  /// Marks, then another quarter, where they must not be acted on, and perhaps back.
  private mutating func anotherQuarter() -> [Step] {
    let steps: [Step] = [
      .key(.down), .key(.character(" ")), .key("["), .key("G"), .key("p"), .key(.escape), .key("]"),
    ]
    return Array(steps.prefix(Int.random(in: 2...steps.count, using: &random)))
  }

  /// An act, its fields, and whether it is recorded.
  private mutating func dialog() -> [Step] {
    let letter = "pebtcrxnowldasvigfm".randomElement(using: &random) ?? "n"
    var steps: [Step] = [.key(.character(letter))]
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: steps.append(.bytes(anyText()))
      case 1: steps.append(.paste(anyText() + anyText()))
      default: steps.append(.text(anyText()))
      }
      steps.append(.key(Bool.random(using: &random) ? .tab : .backTab))
    }
    return steps + [.key(Bool.random(using: &random) ? .enter : .escape)]
  }

  private mutating func anySize() -> Step {
    let isTiny = Bool.random(using: &random)
    return .resize(
      Int.random(in: isTiny ? 1...20 : 40...210, using: &random),
      Int.random(in: isTiny ? 1...8 : 10...70, using: &random))
  }

  mutating func take(_ step: Step, on screen: Screen) async throws {
    if step.mustNotRecord { recorded = count() }
    switch step {
    case .key(.character(let character)): try await screen.send(Array(String(character).utf8))
    case .key(.function(let number)) where number > 12: try await screen.press("S-F\(number - 12)")
    case .key(let key): try await screen.press(key.name)
    case .text(let text): try await screen.send(Array(text.utf8))
    case .bytes(let text): for byte in text.utf8 { try await screen.send([byte]) }
    case .paste(let text):
      let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
      let piece = Int.random(in: 2...max(2, bytes.count), using: &random)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        try await screen.send(Array(bytes[start..<min(start + piece, bytes.count)]))
      }
    case .sequence(let bytes, let cut):
      try await screen.send(Array(bytes.utf8.prefix(cut)))
      if cut < bytes.utf8.count { try await screen.send(Array(bytes.utf8.dropFirst(cut))) }
    case .press(let x, let y): try await screen.send(Array("\u{1B}[<0;\(x + 1);\(y + 1)M".utf8))
    case .release(let x, let y): try await screen.send(Array("\u{1B}[<0;\(x + 1);\(y + 1)m".utf8))
    case .pause(let milliseconds): try await Task.sleep(for: .milliseconds(milliseconds))
    case .click(let column, let row, let times):
      try await screen.click(column, row, times: times)
    case .wheel(let column, let row, let lines):
      try await screen.turnWheel(column, row, by: lines)
    case .resize(let columns, let rows):
      now = (columns, rows)
      try await screen.resize(columns, rows)
    case .mark(let unit):
      let answer = try await Programs.run(
        Programs.census, ["note", unit, "来电询问", "--store", store])
      #expect(answer.status == 0, "\(answer.errors)")
    }
  }
}
