import CensusCore
import TerminalKit

/// 0 通报: every fact of the quarter's file, as one page.
struct NoticePage: Screen {
  func crumbs(_ state: State) -> [Phrase] { [Labels.tab(.notice)] }

  func status(_ state: State) -> StyledText {
    let coverage = Terms.coverage(state.projection.inspection.coverage)
    let document = state.projection.inspection.notice.document ?? ""
    return StyledText("\(document)   \(coverage[state.language])", .muted)
  }

  func draw(_ state: State, in body: Rect, on grid: inout Grid) {
    drawPage(state, in: body, on: &grid)
  }

  var hints: [Command] { [.act, .up, .down, .pageDown, .previousQuarter, .nextQuarter, .back] }

  func pageWidth(in body: Rect) -> Int { max(1, min(body.width - 4, NoticeText.widest)) }

  func lines(_ state: State, width: Int) -> [StyledText] {
    var page = NoticeText(
      inspection: state.projection.inspection, directory: state.projection.directory,
      language: state.language, alphabet: state.alphabet, width: width,
      notes: state.snapshot.notesOnNotice)
    return page.composed()
  }
}

extension Snapshot {
  /// What was noted on the notice as a whole and on such notes, the newest first: days, and in words
  /// the kind, the text, until when an answer is due, and who noted it.
  var notesOnNotice: [(day: Day, text: Phrase)] {
    projection.history(of: .notice(projection.quarter), among: history).compactMap { entry in
      guard case .note = entry.event.payload, !entry.isRetracted else { return nil }
      let words = Terms.summary(of: entry.event, in: projection)
      let actor = entry.event.actor
      return (entry.event.on, Phrase("\(words.chinese)  \(actor)", "\(words.english)  \(actor)"))
    }
  }
}
