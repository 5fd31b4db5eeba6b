import CensusCore
import CensusNotices
import TerminalKit

extension IntakePanel {
  /// Mends what was taken in, though nothing asks for it: leaves the row of a finding out, or says how one
  /// of its cells reads.
  mutating func mendTaken(_ key: Key) -> Effect {
    guard key == "x" || key == "e" else {
      refusal = Phrase("这里没有要这样处理的", "there is nothing here to be answered like that")
      return .none
    }
    guard page == .findings, let finding, let place = reading?.places[finding.finding.id],
      let spot = place.spot
    else {
      refusal = Phrase(
        "略过、改正附件2的一行在第3页；整张表用 census import --row 表:0=skip",
        "a row of annex 2 is left out or mended on page 3; a whole table with census import --row "
          + "TABLE:0=skip")
      return .none
    }
    if key == "x" { return say { $0.skipped.insert(spot) } }
    guard spot.table > 0 else {
      refusal = Phrase(
        "读自正文的没有格子可改；请在原文里改正，或略过（x）",
        "what was read in the text has no cells: mend the original, or leave it out (x)")
      return .none
    }
    ask(.cell(table: spot.table, row: spot.row, column: nil))
    return .none
  }

  /// Takes back what was said of whom something is of where that is nobody: it answers nothing.
  mutating func takeBackUnknownUnits() {
    let useless = (reading?.open ?? []).compactMap(\.why.owner).filter {
      intake.answers.units[$0] != nil
    }
    guard let first = useless.first, let said = intake.answers.units[first] else { return }
    for key in useless { intake.answers.units[key] = nil }
    _ = before.popLast()
    refusal = AnswerFault.noUnit(said).sentence
  }
}

extension CensusNotices.Place {
  /// The row of a table that it is, or the line of the text.
  fileprivate var spot: Answers.Spot? {
    if let table { return row.map { Answers.Spot(table: table, row: $0) } }
    return line.map { Answers.Spot(table: 0, row: $0) }
  }
}
