import CensusCore
import TerminalKit

extension State {
  mutating func openSettings() {
    overlay = .settings(index: 0)
  }

  /// A key in the settings: up and down move, left and right choose.
  mutating func set(_ key: Key, at index: Int) {
    let all = Setting.allCases
    switch key.normalised {
    case .up, .backTab, "k": overlay = .settings(index: (index + all.count - 1) % all.count)
    case .down, .tab, "j": overlay = .settings(index: (index + 1) % all.count)
    case .home: overlay = .settings(index: 0)
    case .end: overlay = .settings(index: all.count - 1)
    case .left, "h": turn(all[index], by: -1)
    case .right, .enter, " ", "l": turn(all[index], by: 1)
    case .escape, "q", .function(2): overlay = nil
    default: break
    }
  }

  private mutating func turn(_ setting: Setting, by step: Int) {
    let count = setting.choices.count
    choose((setting.choice(in: self) + step + count) % count, of: setting)
  }

  /// A setting that was clicked; twice takes the next choice.
  mutating func touchSetting(_ index: Int, isDouble: Bool) {
    guard Setting.allCases.indices.contains(index) else { return }
    overlay = .settings(index: index)
    if isDouble { turn(Setting.allCases[index], by: 1) }
  }
}
