/// Where a text stands in a column that is wider than it.
package enum TextAlignment: Hashable, Sendable {
  case left
  case right
  case centre
}

/// The text in exactly `columns` columns: cut with an ellipsis or padded with spaces.
///
/// A cut inside a wide character puts a space behind the ellipsis, which touches its text, so that
/// what stands to the right keeps its column. The text is measured as it is: neutralise it first.
package func fitted(
  _ text: String, to columns: Int, alignment: TextAlignment = .left, ellipsis: String = "…"
) -> String {
  guard columns > 0 else { return "" }
  let width = text.displayWidth
  guard width <= columns else { return truncated(text, to: columns, ellipsis: ellipsis) }
  let free = columns - width
  guard free > 0 else { return text }
  switch alignment {
  case .left: return text + blanks(free)
  case .right: return blanks(free) + text
  case .centre: return blanks(free / 2) + text + blanks(free - free / 2)
  }
}

/// The text if it fits, else its head and the ellipsis in exactly `columns` columns.
package func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
  guard columns > 0 else { return "" }
  guard text.displayWidth > columns else { return text }
  let mark = ellipsis.displayWidth <= columns ? ellipsis : ""
  let room = columns - mark.displayWidth
  var head = String.UnicodeScalarView()
  var used = 0
  for scalar in text.unicodeScalars {
    let width = DisplayWidth.of(scalar)
    guard used + width <= room else { break }
    head.append(scalar)
    used += width
  }
  return String(head) + mark + blanks(room - used)
}

private func blanks(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}
