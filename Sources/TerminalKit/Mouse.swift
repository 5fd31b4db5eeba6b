/// Something done with the mouse, as the terminal tells it.
package struct Mouse: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The left button went down.
    case click
    /// It went down again at the same place soon after.
    case doubleClick
    case wheelUp
    case wheelDown
  }

  package let kind: Kind
  /// The cell under the pointer.
  package let point: Point

  package init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}

/// Tells a double click from two clicks.
package struct ClickCounter: Sendable {
  /// The milliseconds within which a second click makes a double one.
  private static let limit: Int64 = 400

  private var last: (point: Point, moment: Int64)?

  package init() {}

  /// What the left button did by going down.
  ///
  /// - Parameters:
  ///   - point: where it went down.
  ///   - milliseconds: when, counted from any moment.
  /// - Returns: A click there, or a double one.
  package mutating func press(at point: Point, milliseconds: Int64) -> Mouse {
    let isSecond =
      last.map { $0.point == point && milliseconds - $0.moment <= Self.limit } ?? false
    // A third click begins anew.
    last = isSecond ? nil : (point, milliseconds)
    return Mouse(isSecond ? .doubleClick : .click, at: point)
  }
}

/// What a cell of a frame stands for when it is clicked.
package enum Touch: Hashable, Sendable {
  /// The same as pressing that key.
  case key(Key)
  /// A row of the list in a pane, by its place among the rows shown.
  case row(pane: Int, index: Int)
  /// The cells left of that row, where marks stand.
  case gutter(pane: Int, index: Int)
  /// The head of a column, by its place among the list's columns.
  case head(pane: Int, column: Int)
  /// A step of the way here, from 0.
  case crumb(Int)
  /// An entry of what lies over the screen.
  case item(Int)
}

/// A part of a frame that answers clicks.
package struct TouchArea: Equatable, Sendable {
  package let rect: Rect
  package let touch: Touch
}

extension Grid {
  /// Makes a part of the frame answer clicks; what is added later lies above.
  package mutating func add(_ touch: Touch, in rect: Rect) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    touches.append(TouchArea(rect: area, touch: touch))
  }

  /// Takes all answers away: something lies over the whole screen.
  package mutating func removeTouches() { touches = [] }

  /// What a cell stands for, nil if it answers no click.
  package func touch(at point: Point) -> Touch? {
    touches.last { $0.rect.contains(point) }?.touch
  }
}
