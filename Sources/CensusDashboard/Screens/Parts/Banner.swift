import CensusCore
import TerminalKit

/// What must not be overlooked: it is said on every screen as long as it is so.
struct Banner {
  let state: State

  /// Marks, which the next act is about; verdicts and dialogs that wait; whose knowledge one sees.
  var phrases: [Phrase] { [marks, verdicts, leftovers, knownAt].compactMap(\.self) }

  /// In the foot.
  var line: StyledText {
    StyledText(
      phrases.enumerated().map { index, phrase in
        Span(
          (index > 0 ? "   " : "") + phrase[state.language], Style(.caution, on: .band).bold)
      })
  }

  private var marks: Phrase? {
    let count = state.way.marks[state.listKey]?.count ?? 0
    guard count > 0 else { return nil }
    let hidden = state.hiddenMarkCount
    let note =
      switch (hidden, state.isFiltered) {
      case (0, _): Phrase("", "")
      case (count, true): Phrase("（都被筛选隐去）", " (all hidden by the filter)")
      case (_, true): Phrase("（\(hidden)行被筛选隐去）", " (\(hidden) hidden by the filter)")
      case (count, false): Phrase("（都已不在列表中）", " (none in the list any more)")
      case (_, false): Phrase("（\(hidden)行已不在列表中）", " (\(hidden) not in the list any more)")
      }
    return Phrase("已选 \(count)\(note.chinese)", "\(count) marked\(note.english)")
  }

  /// The run sheet counts its own.
  private var verdicts: Phrase? {
    let isOnSheet = state.place == .view(.rechecks)
    let count = isOnSheet ? state.unsavedCount - state.pendingRun.count : state.unsavedCount
    guard count > 0 else { return nil }
    if state.pendingRun.isEmpty || isOnSheet, let other = state.unsavedElsewhere {
      return Phrase(
        "\(other.quarter) 复查未保存 \(count)", "\(other.quarter): \(count) unsaved")
    }
    return Phrase("复查未保存 \(count)", "verdicts unsaved: \(count)")
  }

  private var leftovers: Phrase? {
    let count = state.offeredLeftovers.count
    guard count > 0 else { return nil }
    return Phrase("填写未登记 \(count)", "\(count) not recorded")
  }

  private var knownAt: Phrase? {
    state.projection.knownAt.map {
      let moment = $0.text(at: state.snapshot.offset)
      return Phrase("只看 \(moment) 前登记的", "as known \(moment)")
    }
  }
}
