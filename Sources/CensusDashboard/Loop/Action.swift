package import CensusCore
package import CensusLists
package import TerminalKit

/// What happened to the dashboard.
package enum Action: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(Mouse)
  /// A text was pasted.
  case pasted(String)
  /// Characters that came together, as an input method and a paste without marks send them.
  case typed(String)
  /// More was pasted than the terminal takes in, the limit in bytes; none of it is kept.
  case pastedTooMuch(limit: Int)
  /// The screen has another size.
  case resized(Size)
  /// The terminal said something about itself that was not known.
  case answered(TerminalAnswer)
  /// A second went by.
  case tick
  /// Nothing else is to be done: a slice of the work that waits.
  case work
  /// The quarter asked for is here.
  case opened(Snapshot)
  /// Another program changed the store; or what this one had recorded without being able to
  /// confirm it came to light: these batches.
  case changed(Snapshot, own: Set<BatchID> = [])
  /// A quarter was read for what spans quarters; nil if it cannot be read.
  case read(Quarter, Inspection?)
  /// Events are durable; the sentence may now be shown.
  case recorded(Snapshot, Phrase)
  /// What was asked for was there already, and is durable.
  case confirmed(Phrase)
  /// A batch was taken back, durably.
  case undone(Snapshot, Undo)
  /// The last undo was taken back, durably.
  case redone(Snapshot, Redo)
  /// What was asked for was not done, because of what others recorded since the person looked: it
  /// is shown now.
  case surprised(Phrase)
  /// What was asked for failed, and why; nothing changed.
  case failed(Phrase)
  /// Something was done that recorded nothing, and what.
  case told(Phrase)
  /// What is to be said besides of what was recorded a moment ago.
  case besides(Phrase)
  /// A list is kept under its name, and the sentence that says so.
  case saved(NamedView, Phrase)
  /// A paper as it would be written.
  case drafted(PaperRequest, PaperDraft)
  /// Papers are written; the sentence that says where, and the units that were reminded by them.
  case wrote(Phrase, remindable: [UnitID] = [])
  /// What was read of a notice that is being taken in, and what it is by what was read.
  case noticeRead(IntakeReading, of: Intake, now: Intake)
  /// A notice is in the store, durably, and is shown; the sentence that says so.
  case noticeTaken(Snapshot, Phrase)
  /// A program of the person's own has ended, and what it said.
  case ran(OwnOutput)
  /// How the store stands beside its remote; nil where it is not shared.
  case shared(SharingState?)
  /// A step of sharing has begun; nil once it is over.
  case syncing(Phrase?)
  /// The store cannot be read at present, and why; what was read stays on the screen.
  case lost(Phrase)
  /// The store can be read again.
  case found(Snapshot)
}

extension Effect {
  /// Whether it makes sense only while the store can be read.
  package var needsStore: Bool {
    switch self {
    case .record, .confirm, .undo, .redo, .complete, .open, .reload, .read, .readNotice,
      .acceptNotice, .openEvidence, .attach, .draftPaper, .writePaper, .freeze:
      true
    case .keepActor(_, let pending): pending.needsStore
    case .none, .quit, .redraw, .suspend, .copy, .poll, .export, .openAddress, .demo, .saveView,
      .readPast, .dropIntake, .watchNotice, .run, .sync, .stopSync:
      false
    }
  }
}

extension Effect {
  /// Whether it asks for something to be recorded.
  package var records: Bool {
    switch self {
    case .record, .attach, .confirm, .undo, .redo, .complete, .acceptNotice: true
    case .keepActor(_, let pending): pending.records
    default: false
    }
  }
}

extension Effect {
  /// What is left of it where nothing is to be recorded.
  var withoutRecording: Effect {
    if case .keepActor(let name, _) = self { return .keepActor(name, then: .none) }
    return .none
  }
}

/// What the dashboard asks of the world, as data.
package indirect enum Effect: Equatable, Sendable {
  case none
  /// Leave.
  case quit
  /// Draw everything again.
  case redraw
  /// Give the terminal back to the shell until the person returns.
  case suspend
  /// Make events durable, then say the sentence.
  case record([EventDraft], said: Phrase)
  /// Keep a file as evidence, and record that.
  case attach(Attaching)
  /// Make sure that these events are durable, then say the sentence.
  case confirm([EventID], said: Phrase)
  /// Keep the name of who records for good, then do what waited for it.
  case keepActor(String, then: Effect)
  /// Take back the last batch of this person.
  case undo
  /// Take back this person's last undo.
  case redo
  /// Put the rest of batches in place whose program was stopped half way.
  case complete
  /// Write rows of the list on screen into a file.
  case export(ListExport)
  /// Keep a list under its name in the person's configuration.
  case saveView(NamedView)
  /// Show an address of the web.
  case openAddress(String)
  /// Make a paper, to be looked at.
  case draftPaper(PaperRequest)
  /// Write a paper into a new file, if it is still what was shown.
  case writePaper(PaperRequest, as: PaperForm, to: String, shown: PaperDraft)
  /// Freeze the report, if it is still what was shown.
  case freeze(PaperRequest, shown: PaperDraft)
  /// Show a copy of a file that is kept as evidence.
  case openEvidence(Evidence)
  /// Show made-up data in the place of an empty store.
  case demo
  /// Put a text where it can be pasted.
  case copy(String)
  /// Show a quarter as it stood on a day.
  case open(Quarter, on: Day)
  /// Read the store anew.
  case reload
  /// Look whether another program changed the store.
  case poll
  /// Read one more quarter for what spans quarters.
  case read(Quarter)
  /// Read one more of the quarters before the one on screen, for what failed there already.
  case readPast
  /// Keep a notice that is being taken in as a draft, and read it.
  case readNotice(Intake)
  /// Look what others did, and read a notice again if a file of it has changed.
  case watchNotice(Intake)
  /// Put a notice into the store, if what is read is still what was shown.
  case acceptNotice(Intake, digest: String)
  /// Forget the draft of a notice.
  case dropIntake
  /// Start a program of the person's own.
  case run(OwnRun)
  /// Share the store through git, and say in a language what came of it.
  case sync(Language)
  /// Stop that between two steps.
  case stopSync
}
