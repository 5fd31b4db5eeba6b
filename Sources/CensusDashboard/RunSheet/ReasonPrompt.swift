package import CensusCore
package import TerminalKit

/// Awaits the digit behind `~`: why some rows could not be tested.
package struct ReasonPrompt {
  /// The rows that it is about.
  let findings: [FindingID]
}

extension ReasonPrompt: Overlay {
  package var isPrompt: Bool { true }

  package var explained: Help.Section? {
    Help.Section(
      title: Phrase("无法复查的原因", "Why it could not be tested"),
      entries: [
        Help.Entry("1–4", "填写原因，到下一行", "put the reason down and go on"),
        Help.Entry("Esc", "不填写", "put nothing down"),
      ])
  }

  package func draw(_ state: State, on grid: inout Grid) {
    let line = grid.promptLine
    let label = Phrase("无法复查，原因：", "Untestable, why: ")
    let cancel = Phrase("Esc 取消", "Esc cancel")
    let choices = Self.choices.map { $0[state.language] }.joined(separator: "  ")
    grid.fill(line)
    grid.write(
      " \(label[state.language])\(choices)   \(cancel[state.language])", at: line.origin,
      .accent.bold, clip: line)
  }

  /// 1 下线, 2 断连, 3 迁移, 4 其他.
  private static var choices: [Phrase] {
    Recheck.Reason.allCases.enumerated().map { index, reason in
      let short = Labels.shortReason(reason)
      return Phrase("\(index + 1) \(short.chinese)", "\(index + 1) \(short.english)")
    }
  }

  package func question(_ state: State) -> [Phrase]? {
    let choices = Self.choices
    return [
      Phrase(
        "无法复查的原因：\(choices.map(\.chinese).joined(separator: "，"))；. 取消。",
        "Untestable, why: \(choices.map(\.english).joined(separator: ", ")); . cancels.")
    ]
  }

  /// A digit puts the verdict down, Esc puts nothing down.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    switch key.normalised {
    case .escape: state.overlay = nil
    case .character(let digit):
      let reasons = Recheck.Reason.allCases
      guard let number = digit.wholeNumberValue, reasons.indices.contains(number - 1) else { break }
      state.overlay = nil
      state.put(.untestable, reason: reasons[number - 1], on: findings)
    default: break
    }
    return .none
  }
}
