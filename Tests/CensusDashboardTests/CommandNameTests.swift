import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

@Suite struct CommandNameTests {
  @Test func everyCommandHasAKey() {
    #expect(Set(KeyMap.standard.bindings.map(\.command)) == Set(Command.allCases))
  }

  @Test func noOtherNameLeadsToACommand() {
    for name in ["view.", "", "Undo"] { #expect(Command(rawValue: name) == nil) }
  }

  @Test func everyViewHasItsCommand() {
    for view in View.allCases {
      #expect(Command.view(view).view == view)
      #expect(Command.view(view).rawValue == "view.\(view.rawValue)")
    }
    #expect(Command.undo.view == nil)
  }

  /// Files of people are written with these names: one that is missing, or called otherwise, breaks
  /// them.
  @Test func namesStayAsTheyAre() {
    let kept = """
      receivePaper receiveElectronic receiveBoth incomingNumber detailPaper detailElectronic chase act verdictPassed \
      verdictFailed verdictUntestable verdictAbsent verdictClear saveRun resume retract undo redo complete up down \
      pageUp pageDown halfPageUp halfPageDown first last open back nextPane previousPane zoom left right \
      nextRecord previousRecord view.overview view.prefectures view.sites view.issues view.deadlines \
      view.rechecks view.trends view.checks view.history view.notice previousQuarter nextQuarter ledger worklist comparison conflicts intake \
      lookOn filter facets nextMatch previousMatch find sort reverseSort markRow markRange markUp \
      markDown markAll markNone copy export papers openAddress palette settings reload language theme mouse \
      messages suspend help redraw close quit demo
      """
    #expect(
      Set(kept.split(whereSeparator: \.isWhitespace).map(String.init))
        == Set(Command.allCases.map(\.rawValue)))
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
    let commands = Command.allCases
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
