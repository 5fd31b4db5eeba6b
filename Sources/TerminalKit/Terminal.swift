/// Something that shows frames and reports keys.
package protocol Terminal: ~Copyable {
  associatedtype Failure: Error

  /// The size now; a frame of another size is clipped or leaves the rest blank.
  var size: Size { get }

  /// Shows a frame in place of the one before.
  mutating func present(_ grid: Grid) throws(Failure)

  /// Draws the next frame whole, because something else may have written on the screen.
  mutating func repaint()

  /// Waits for the next event, at most so many milliseconds; below 0 without limit.
  ///
  /// With 0 it only looks: work goes on meanwhile.
  ///
  /// - Returns: `.tick` when the time is over, nil when there will never be another event.
  mutating func nextEvent(timeout milliseconds: Int) throws(Failure) -> Event?

  /// Says whether the person is in a field of text, where all that comes is text.
  ///
  /// Elsewhere a terminal takes what comes at once and reads like rows for one paste, also where it does
  /// not mark pastes: else every letter of it would be a key.
  mutating func expect(text: Bool)

  /// Whether an event waits, so that a frame shown now would be out of date at once.
  var hasPendingEvents: Bool { mutating get }

  /// Takes other colours, or takes or releases the mouse; the next frame shows it.
  mutating func adopt(_ appearance: Appearance)

  /// Gives the screen back to the shell and stops, until the person returns.
  mutating func suspend()

  /// Puts a text into the clipboard, where the terminal allows it.
  mutating func copy(_ text: String)
}

extension Terminal where Self: ~Copyable {
  /// Where pastes come marked, or not at all, nothing has to be told apart.
  package mutating func expect(text: Bool) {}
}
