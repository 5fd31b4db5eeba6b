import CensusCore
import TerminalKit

extension State {
  /// Takes the next theme, and says which.
  ///
  /// Each looks unlike the one before: what the terminal's background has chosen is not chosen again.
  mutating func nextTheme() {
    let other: Theme = appearance.background == .light ? .dark : .light
    let all: [Theme] = [.auto, other, .default, .mono]
    let index = all.firstIndex(of: appearance.theme) ?? 0
    appearance.theme = all[(index + 1) % all.count]
    talk.message = Message(Labels.chosen(appearance), .news)
  }

  /// Takes the mouse, or releases it so that the terminal selects text.
  mutating func toggleMouse() {
    appearance.capturesMouse.toggle()
    talk.message = Message(
      appearance.capturesMouse
        ? Phrase("鼠标已启用（Shift+拖动可选字）", "the mouse is on (Shift and drag select text)")
        : Phrase("鼠标已释放：可直接选字，% 恢复", "the mouse is released: it selects text; % takes it back"),
      .news)
  }

  /// Made-up data, where the store has nothing to show.
  mutating func showDemo() -> Effect {
    guard snapshot.quarters.isEmpty else {
      talk.message = Message(
        Phrase("演示数据只在空的数据目录中载入", "made-up data is for empty stores only"), .news)
      return .none
    }
    return .demo
  }

  /// The pane that has the keys fills the screen, or no longer.
  mutating func zoom() {
    guard list(pane) != nil else {
      talk.message = Message(Labels.nothingToZoom, .news)
      return
    }
    way.isZoomed.toggle()
  }

  /// Leaves columns behind the first out, or brings them back.
  mutating func shiftColumns(by step: Int) {
    guard let list = list(pane) else {
      talk.message = Message(Labels.noColumns, .news)
      return
    }
    let most = max(0, list.columns.count - 2)
    let shift = way.lists[listKey]?.shift ?? 0
    way.lists[listKey, default: ListState()].shift = max(0, min(shift + step, most))
  }
}

extension Labels {
  static let nothingToZoom = Phrase("本页已占满屏幕", "this page fills the screen already")
  static let noColumns = Phrase("本页没有可移动的列", "this page has no columns to move")

  static func chosen(_ appearance: Appearance) -> Phrase {
    let (name, shown) = (theme(appearance.theme), theme(appearance.shownTheme))
    guard appearance.theme == .auto else {
      return Phrase("配色：\(name.chinese)", "theme: \(name.english)")
    }
    return Phrase(
      "配色：\(name.chinese)（\(shown.chinese)）", "theme: \(name.english) (\(shown.english))")
  }

  static func theme(_ theme: Theme) -> Phrase {
    switch theme {
    case .auto: Phrase("自动", "auto")
    case .dark: Phrase("深色", "dark")
    case .light: Phrase("浅色", "light")
    case .default: Phrase("终端自带", "the terminal's own")
    case .mono: Phrase("无色", "no colours")
    }
  }
}
