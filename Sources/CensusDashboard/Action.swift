package import CensusCore
package import TerminalKit

/// What a key means.
package enum Command: Hashable, Sendable {
  case up
  case down
  case pageUp
  case pageDown
  case halfPageUp
  case halfPageDown
  case first
  case last
  case open
  case back
  case close
  case quit
  case view(View)
  case previousQuarter
  case nextQuarter
  case filter
  case sort
  case reverseSort
  case nextPane
  case previousPane
  case previousRecord
  case nextRecord
  case receivePaper
  case receiveElectronic
  case receiveBoth
  case detailPaper
  case detailElectronic
  /// The menu of all that can be recorded.
  case act
  case chase
  case retract
  case redo
  case note
  /// Verdicts of the run sheet.
  case verdictPassed
  case verdictFailed
  case verdictUntestable
  case verdictClear
  case saveRun
  case markRow
  case markRange
  case markAll
  case markNone
  case copy
  case ledger
  case undo
  case lookOn
  case reload
  case language
  case help
  case redraw
}

/// What happened to the dashboard.
package enum Action: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The screen has another size.
  case resized(Size)
  /// A second went by.
  case tick
  /// The quarter asked for is here.
  case opened(Snapshot)
  /// Another program changed the store.
  case changed(Snapshot)
  /// Events are durable; the sentence may now be shown.
  case recorded(Snapshot, Phrase)
  /// What was asked for was there already, and is durable.
  case confirmed(Phrase)
  /// A batch was taken back, durably.
  case undone(Snapshot, Undo)
  /// The last undo was taken back, durably.
  case redone(Snapshot, Redo)
  /// What was asked for failed, and why; nothing changed.
  case failed(Phrase)
}

/// What the dashboard asks of the world, as data.
package enum Effect: Equatable, Sendable {
  case none
  /// Leave.
  case quit
  /// Draw everything again.
  case redraw
  /// Make events durable, then say the sentence.
  case record([EventDraft], said: Phrase)
  /// Make sure that these events are durable, then say the sentence.
  case confirm([EventID], said: Phrase)
  /// Take back the last batch of this person.
  case undo
  /// Take back this person's last undo.
  case redo
  /// Put a text where it can be pasted.
  case copy(String)
  /// Show a quarter as it stood on a day.
  case open(Quarter, on: Day)
  /// Read the store anew.
  case reload
  /// Look whether another program changed the store.
  case poll
}
