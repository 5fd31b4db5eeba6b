import CensusCore
import CensusDashboard
import TerminalKit
import Testing

@Suite struct KeyMapTests {
  @Test func noKeyIsBoundTwice() {
    let keys = KeyMap.standard.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func noCommandIsListedTwice() {
    let commands = KeyMap.standard.bindings.map(\.command)
    #expect(Set(commands).count == commands.count)
  }

  @Test func everyViewHasItsDigit() {
    #expect(View.allCases.map(\.digit) == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"])
    for view in View.allCases {
      #expect(KeyMap.standard.command(for: .character(view.digit)) == .view(view))
    }
  }

  @Test func everyBindingIsExplainedInBothLanguages() {
    for binding in KeyMap.standard.bindings {
      for language in Language.allCases {
        #expect(!binding.label[language].isEmpty)
        #expect(!binding.help[language].isEmpty)
      }
      #expect(!binding.keys.isEmpty)
    }
  }

  @Test func fullWidthKeysCountAsTheKeysTheyStandFor() {
    let pairs: [(Character, Command)] = [
      ("／", .filter), ("、", .filter), ("？", .help), ("【", .previousQuarter), ("】", .nextQuarter),
      ("ｐ", .receivePaper), ("５", .view(.deadlines)),
    ]
    for (character, command) in pairs {
      #expect(KeyMap.standard.command(for: .character(character)) == command)
    }
  }
}
