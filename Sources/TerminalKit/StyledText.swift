/// A piece of text in one style.
package struct Span: Equatable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}

/// One line of text in several styles.
package struct StyledText: Equatable, Sendable, ExpressibleByStringInterpolation {
  package var spans: [Span]

  package init(_ spans: [Span]) {
    self.spans = spans
  }

  package init(_ text: String, _ style: Style = .text) {
    spans = [Span(text, style)]
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.spans + right.spans)
  }

  /// The text alone.
  package var plain: String { spans.map(\.text).joined() }

  /// The columns it fills in that alphabet.
  package func width(in alphabet: Alphabet) -> Int {
    spans.reduce(0) { $0 + alphabet.width(of: $1.text) }
  }
}
