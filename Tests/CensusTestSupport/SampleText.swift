extension SampleNotice {
  /// The notice as Markdown.
  package static var markdown: String { markdown(second: second) }

  /// The same with other rows of annex 2, its headings first.
  package static func markdown(second: [[String]]) -> String {
    let parts: [[String]] = [
      body, [""], ["附件1"], [firstTitle], [""], table(first), [""], ["附件2"], [secondTitle], [""],
      table(second), [""], [note],
    ]
    return parts.flatMap { $0 }.joined(separator: "\n") + "\n"
  }

  private static func table(_ rows: [[String]]) -> [String] {
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return [lines[0], "|" + rows[0].map { _ in "----|" }.joined()] + lines.dropFirst()
  }
}
