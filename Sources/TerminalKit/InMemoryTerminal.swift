/// A terminal for tests and for printing frames: events come from a list, frames are kept.
package struct InMemoryTerminal: Terminal {
  package private(set) var size: Size
  package private(set) var frames: [Grid] = []
  /// What was put into the clipboard.
  package private(set) var copied: [String] = []
  private var events: ArraySlice<Event>

  package init(size: Size, events: [Event] = []) {
    self.size = size
    self.events = events[...]
  }

  package init(size: Size, keys: [Key]) {
    self.init(size: size, events: keys.map { .key($0) })
  }

  package mutating func present(_ grid: Grid) throws(Never) {
    frames.append(grid)
  }

  package mutating func nextEvent(timeout milliseconds: Int) throws(Never) -> Event? {
    guard let event = events.popFirst() else { return nil }
    if case .resized(let size) = event { self.size = size }
    return event
  }

  package mutating func copy(_ text: String) { copied.append(text) }
}
