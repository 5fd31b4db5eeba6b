import CensusCore
package import TerminalKit

/// The settings, one of them under the cursor.
package struct SettingsPanel {
  var index = 0
}

extension SettingsPanel: Overlay {
  package static var cursor: WritableKeyPath<Self, Int>? { \.index }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("设置", "Settings"),
      entries: [
        Help.Entry("↑ ↓", "上一项、下一项", "previous, next setting"),
        Help.Entry("← →", "换一个值，立即生效", "another value, with effect at once"),
        Help.Entry("Esc", "关闭", "close"),
      ])
  }

  package func draw(_ state: State, on grid: inout Grid) {
    SettingsView(index: index, state: state).draw(on: &grid)
  }

  /// Up and down move, left and right choose.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    let all = Setting.allCases
    var panel = self
    switch key.normalised {
    case .up, .backTab, "k": panel.index = (index + all.count - 1) % all.count
    case .down, .tab, "j": panel.index = (index + 1) % all.count
    case .home: panel.index = 0
    case .end: panel.index = all.count - 1
    case .left, "h": state.turn(all[index], by: -1)
    case .right, .enter, " ", "l": state.turn(all[index], by: 1)
    case .escape, "q", .function(2):
      state.overlay = nil
      return .none
    default: break
    }
    state.overlay = panel
    return .none
  }
}

extension State {
  fileprivate mutating func turn(_ setting: Setting, by step: Int) {
    let count = setting.choices.count
    choose((setting.choice(in: self) + step + count) % count, of: setting)
  }
}
