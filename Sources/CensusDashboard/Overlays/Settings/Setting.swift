import CensusCore
import CensusLists
import TerminalKit

/// Something that a person sets to one of a few choices, with effect at once.
enum Setting: CaseIterable, Sendable {
  case theme
  case language
  case signs
  case mouse
  case nameOrder

  /// What it is called.
  var label: Phrase {
    switch self {
    case .theme: Phrase("配色", "Theme")
    case .language: Phrase("语言", "Language")
    case .signs: Phrase("字符", "Signs")
    case .mouse: Phrase("鼠标", "Mouse")
    case .nameOrder: Phrase("名称顺序", "Names sort")
    }
  }

  /// What its choices mean.
  var help: Phrase {
    switch self {
    case .theme:
      Phrase(
        "自动随终端背景选深色或浅色；无色只用粗体、下划线和反白",
        "auto is dark or light as the terminal is; none uses bold and reverse")
    case .language: Phrase("界面语言；网站名称不翻译", "the language of the screen; site names stay Chinese")
    case .signs: Phrase("表格线错位时选 ASCII", "choose ASCII where lines do not meet")
    case .mouse: Phrase("关闭后可用鼠标选字", "off, the terminal selects text with it")
    case .nameOrder:
      Phrase(
        "按名称排序时用官方顺序（附件的顺序）还是拼音顺序", "the order of names: official, as in the annexes, or by pinyin")
    }
  }

  /// The words that mean it in a command.
  var names: [String] {
    switch self {
    case .theme: ["主题", "配色", "theme", "colours"]
    case .language: ["语言", "language"]
    case .signs: ["字符", "signs"]
    case .mouse: ["鼠标", "mouse"]
    case .nameOrder: ["名称顺序", "names"]
    }
  }

  /// What can be chosen.
  var choices: [Phrase] {
    switch self {
    case .theme: Theme.allCases.map(Labels.theme)
    case .language: [Phrase("中文", "中文"), Phrase("English", "English")]
    case .signs: [Phrase("Unicode", "Unicode"), Phrase("ASCII", "ASCII")]
    case .mouse: [Phrase("开", "on"), Phrase("关", "off")]
    case .nameOrder: [Phrase("官方顺序", "official order"), Phrase("拼音顺序", "pinyin order")]
    }
  }

  /// The words that mean each choice in a command, beside its own.
  var words: [[String]] {
    switch self {
    case .theme: Theme.allCases.map { [$0.rawValue] }
    case .language: [["zh", "chinese"], ["en", "英文"]]
    case .signs, .mouse: [[], []]
    case .nameOrder: [["官方", "official"], ["拼音", "pinyin"]]
    }
  }

  /// Which choice is in force.
  func choice(in state: State) -> Int {
    switch self {
    case .theme: Theme.allCases.firstIndex(of: state.appearance.theme) ?? 0
    case .language: Language.allCases.firstIndex(of: state.language) ?? 0
    case .signs: state.alphabet == .unicode ? 0 : 1
    case .mouse: state.appearance.capturesMouse ? 0 : 1
    case .nameOrder: state.nameOrder == .official ? 0 : 1
    }
  }
}

extension State {
  /// Puts a choice into force.
  mutating func choose(_ choice: Int, of setting: Setting) {
    switch setting {
    case .theme: appearance.theme = Theme.allCases[choice]
    case .language: language = Language.allCases[choice]
    case .signs: alphabet = choice == 0 ? .unicode : .ascii
    case .mouse: appearance.capturesMouse = choice == 0
    case .nameOrder: nameOrder = NameOrder.allCases[choice]
    }
  }
}
