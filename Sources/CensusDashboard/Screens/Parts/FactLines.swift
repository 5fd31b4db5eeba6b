import CensusCore
import TerminalKit

/// Lines of a page in the making: labels in one column, values wrapped beside them.
struct FactLines {
  let state: State
  let width: Int
  private(set) var lines: [StyledText] = [""]

  private var labelWidth: Int { state.language == .chinese ? 12 : 16 }

  init(state: State, width: Int) {
    self.state = state
    self.width = width
  }

  mutating func blank() {
    lines.append("")
  }

  mutating func heading(_ title: Phrase, _ style: Style = .accent.bold) {
    blank()
    lines.append(StyledText(title[state.language], style))
  }

  mutating func paragraph(_ text: String, _ style: Style = .text, indent: Int = 0) {
    let blanks = StyledText(String(repeating: " ", count: indent))
    lines += state.alphabet.wrapped(text, to: max(1, width - indent)).map {
      indent == 0 ? StyledText($0, style) : blanks + StyledText($0, style)
    }
  }

  mutating func fact(_ label: Phrase, _ value: Phrase, _ style: Style = .text) {
    fact(label, value[state.language], style)
  }

  mutating func fact(_ label: Phrase, _ value: String, _ style: Style = .text) {
    let label = state.alphabet.fitted(label[state.language], to: labelWidth - 1) + " "
    let blank = String(repeating: " ", count: labelWidth)
    let wrapped = state.alphabet.wrapped(value, to: max(1, width - labelWidth))
    lines += wrapped.enumerated().map { line, text in
      StyledText(line == 0 ? label : blank, .muted) + StyledText(text, style)
    }
  }
}
