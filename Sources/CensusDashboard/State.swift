package import CensusCore
package import CensusLists
package import TerminalKit

/// All that the screen depends on: values with a subject each, and what follows from them.
package struct State: Sendable {
  /// What is known of the store.
  var known: Known {
    didSet {
      shown = ShownLists()
      findIndex.keep(snapshot, archive)
    }
  }
  /// What the screen is drawn with.
  var looks: ScreenLooks {
    didSet { if !looks.makesSameLists(as: oldValue) { shown = ShownLists() } }
  }
  /// The lists that the person has named, as the configuration has them.
  package var views: [NamedView] = []
  /// The programs that the person has given keys to, as the configuration has them.
  package var ownCommands: [OwnCommand] = []
  /// Where a person is, and what was made of the lists there.
  package var way: Way
  /// What was put down and is not recorded.
  var unsaved = Unsaved() { didSet { shown = ShownLists() } }
  /// What lies over the screen, if anything.
  package var overlay: (any Overlay)?
  /// What was said, and what nobody has looked at.
  package var talk: Talk
  /// The records that were there in this session and are not on the disk any more.
  var vanished: Set<EventID> = []
  /// How the store is shared through git.
  package var sharing = Sharing()
  /// Why the store cannot be read at present.
  package var missing: Phrase?
  /// Where a person stood when a batch was recorded, for its undo.
  var trail: [BatchID: Way] = [:]
  /// The receipt that one key recorded last.
  var justReceived = JustReceived()
  /// What the person is used to.
  package var habits = Habits()
  /// The notice that is being taken in, kept as a draft until it is written.
  package var intake: Intake?
  /// Whether that draft is on the disk.
  var isIntakeKept = true
  /// Where to go once the quarter asked for is here.
  var destination: Destination?
  /// Whether nobody knows who records, and the first recording asks.
  package var asksForActor = false
  /// Whether tiles are drawn; read out, their rows are a list.
  var showsTiles = true
  /// Whether a batch is one line of the history; read out, each record stands by itself.
  var foldsBatches = true
  /// The row to which the cursor moved since its own had left the list, until a key is pressed.
  var slipped: RowID?
  /// The rows of other panes that lists follow.
  var ledBy: [ListKey: RowID] = [:]
  /// The lists as they are shown; worked out from all else.
  var shown = ShownLists()
  /// What can be found; worked out from snapshot and archive.
  var findIndex = FindIndex()

  package init(
    snapshot: Snapshot, language: Language, alphabet: Alphabet = .unicode, size: Size,
    view: View = .overview, keys: KeyMap = .standard, appearance: Appearance = Appearance()
  ) {
    known = Known(snapshot: snapshot)
    looks = ScreenLooks(
      language: language, alphabet: alphabet, keys: keys, appearance: appearance, size: size)
    way = Way([.view(view)])
    talk = Talk(Self.warning(snapshot, since: nil) ?? Self.hint(on: snapshot))
  }

  /// Long after the deadline the days are better looked at from that time.
  private static func hint(on snapshot: Snapshot) -> Message? {
    let projection = snapshot.projection
    guard let deadline = projection.inspection.notice.deadline else { return nil }
    if projection.asOf == deadline.day, deadline.isLongOver(on: snapshot.today) {
      return Message(
        Phrase(
          "截至 \(deadline.day)（期限当日）：期限早已过去，按 D 再按 t 看今天",
          "as of \(deadline.day), the due day: it is long past; press D, then t, to look on today"),
        .news)
    }
    guard deadline.daysLeft(on: projection.asOf) < -90 else { return nil }
    return Message(
      Phrase(
        "期限已过很久：按 D 再按 d，看期限当日（\(deadline.day)）的情况",
        "the deadline is long past: press D, then d, to look on \(deadline.day)"), .news)
  }

  /// Where a person is.
  package var place: Place { way.places.last ?? .view(.overview) }

  /// The view that the way began in.
  package var view: View { way.view ?? .overview }

  /// The list that has the keys.
  package var listKey: ListKey { ListKey(place: place, pane: pane) }

  /// The pane of this place that has the keys.
  package var pane: Int {
    get { min(way.panes[place] ?? 0, max(0, screen.paneCount(self) - 1)) }
    set { way.panes[place] = newValue }
  }
}
