package import CensusCore

/// What was put down and is not recorded: verdicts of the run sheet, and what was filled into dialogs.
///
/// Lists show it, so they are made anew with each change; what is set to what it is changes nothing.
struct Unsaved: Sendable {
  var run: [FindingID: RunVerdict] = [:]
  var hasWarnedOfRun = false
  var leftovers: [Leftover] = []
  var asideLeftover: Leftover?
  var cancelled: Leftover?
  var isKept = true
}

extension State {
  /// The verdicts of the run sheet that are not recorded yet.
  package var run: [FindingID: RunVerdict] {
    _read { yield unsaved.run }
    _modify { yield &unsaved.run }
  }

  /// Whether leaving was refused once because of them.
  package var hasWarnedOfRun: Bool {
    get { unsaved.hasWarnedOfRun }
    set { if unsaved.hasWarnedOfRun != newValue { unsaved.hasWarnedOfRun = newValue } }
  }

  /// What was filled into dialogs and not recorded, the latest last.
  package var leftovers: [Leftover] {
    get { unsaved.leftovers }
    set { if unsaved.leftovers != newValue { unsaved.leftovers = newValue } }
  }

  /// The one that the key before put aside.
  var asideLeftover: Leftover? {
    get { unsaved.asideLeftover }
    set { if unsaved.asideLeftover != newValue { unsaved.asideLeftover = newValue } }
  }

  /// Whether verdicts that are not recorded lie where the next start finds them.
  package var isKept: Bool {
    get { unsaved.isKept }
    set { if unsaved.isKept != newValue { unsaved.isKept = newValue } }
  }

  /// What stood in the dialog that was cancelled last: an Esc may be the half of a key that came late.
  var cancelled: Leftover? {
    get { unsaved.cancelled }
    set { if unsaved.cancelled != newValue { unsaved.cancelled = newValue } }
  }
}
