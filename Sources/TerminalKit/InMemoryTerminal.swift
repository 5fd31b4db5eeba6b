/// A terminal for tests and for printing frames: events come from a list, frames are kept.
package struct InMemoryTerminal: Terminal {
  package private(set) var size: Size
  package private(set) var frames: [Grid] = []
  /// What was put into the clipboard.
  package private(set) var copied: [String] = []
  /// What was made of its appearance, one after the other.
  package private(set) var appearances: [Appearance] = []
  private var events: ArraySlice<Event>

  package init(size: Size, events: [Event] = []) {
    self.size = size
    self.events = events[...]
  }

  package init(size: Size, keys: [Key]) {
    self.init(size: size, events: keys.map { .key($0) })
  }

  /// Each event of the list gets its frame.
  package var hasPendingEvents: Bool { false }

  package mutating func present(_ grid: Grid) throws(Never) {
    frames.append(grid)
  }

  package mutating func nextEvent(timeout milliseconds: Int) throws(Never) -> Event? {
    // Whoever only looks has work to do, and finishes it first.
    if milliseconds == 0 { return .tick }
    guard let event = events.popFirst() else { return nil }
    if case .resized(let size) = event { self.size = size }
    return event
  }

  /// Nobody else writes here.
  package mutating func repaint() {}

  package mutating func adopt(_ appearance: Appearance) { appearances.append(appearance) }

  /// Nobody is there to come back: it returns at once.
  package mutating func suspend() {}

  package mutating func copy(_ text: String) { copied.append(text) }
}
