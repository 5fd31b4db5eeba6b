import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

@Suite struct CommandNameTests {
  @Test func everyNameLeadsBackToItsCommand() {
    let names = Command.named.map(\.name)
    #expect(Set(names).count == names.count)
    for command in Command.named { #expect(Command(name: command.name) == command) }
    #expect(Command(name: "view.") == nil)
    #expect(Command(name: "") == nil)
    #expect(Command(name: "Undo") == nil)
  }

  /// Files of people are written with these names: one that is missing here breaks them.
  @Test func namesStayAsTheyAre() {
    let kept = """
      receivePaper receiveElectronic receiveBoth detailPaper detailElectronic chase act verdictPassed \
      verdictFailed verdictUntestable verdictClear saveRun retract undo redo up down pageUp pageDown \
      halfPageUp halfPageDown first last open back nextPane previousPane zoom left right nextRecord \
      previousRecord view.overview view.prefectures view.sites view.issues view.deadlines \
      view.rechecks view.checks view.history view.notice previousQuarter nextQuarter ledger lookOn \
      filter facets nextMatch previousMatch find sort markRow markRange markAll markNone copy export \
      openAddress reverseSort palette settings reload language theme mouse messages suspend help \
      redraw close quit
      """
    for name in kept.split(whereSeparator: \.isWhitespace) {
      #expect(Command(name: String(name)) != nil, "\(name)")
    }
  }

  @Test func everyKeyIsReadAsHelpWritesIt() {
    var keys: [Key] = KeyMap.standard.bindings.flatMap(\.keys)
    keys += [
      .tab, .backTab, .insert, .delete, .backspace, .shiftUp, .shiftDown, .shiftPageUp,
      .shiftPageDown, .controlUp, .controlDown, .function(63), .control("z"), "-", "é", "文",
    ]
    for key in keys {
      #expect(Key(written: key.label) == key, "\(key.label)")
      #expect(Key(written: key.name) == key, "\(key.name)")
    }
  }

  @Test(arguments: [
    "", "F0", "F64", "Ctrl-", "Ctrl-1", "C-", "C-é", "Hyper-X", "\u{1B}", "\t", "\u{301}", "a b",
  ])
  func whatNoKeyboardSendsIsNoKey(_ text: String) {
    #expect(Key(written: text) == nil)
  }

  @Test func rebindingKeepsEveryCommandReachable() {
    var random = SplitMix64(seed: 7)
    let commands = Command.named
    let keys = KeyMap.standard.bindings.flatMap(\.keys)
    for _ in 0..<300 {
      let wishes = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ -> KeyWish? in
        let chosen = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
          keys.randomElement(using: &random)
        }
        return commands.randomElement(using: &random).map { KeyWish($0, chosen) }
      }
      let map = KeyMap.standard.rebound(wishes).map
      let bound = map.bindings.flatMap(\.keys)
      #expect(Set(bound).count == bound.count)
      #expect(map.bindings.allSatisfy { !$0.keys.isEmpty })
      for (key, command) in KeyMap.fixed { #expect(map.command(for: key) == command) }
    }
  }
}
