internal import DisplayText

/// The wording of a letter with places for facts (模板), as an office may write it.
///
/// `{{name}}` is a fact. `{{#name}}…{{/name}}` is written once for each row of a list, or once where a
/// fact is there; `{{^name}}…{{/name}}` where it is not; `{{! … }}` is a remark. A line that has
/// nothing but a section's sign leaves no line behind. A line is a paragraph; `# ` begins the title,
/// `## ` a heading, `<> ` a line in the middle, `<- ` one at the left margin, `-> ` one on the right,
/// and lines of cells between `|` are a table. What a fact says is never taken for such a sign.
package struct LetterTemplate: Sendable {
  indirect enum Node: Sendable {
    case text(String)
    case field(String)
    case section(String, isInverted: Bool, [Node])
  }

  /// Some letters that stand for one place: of the template, or of a fact.
  struct Run: Equatable {
    var text: String
    let isFact: Bool
  }

  let nodes: [Node]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - text: what the file holds.
  ///   - shape: the facts that there are.
  /// - Throws: the first fault, with its line.
  package init(_ text: String, knowing shape: [TemplateShape]) throws(TemplateFault) {
    var parser = TemplateParser(text, shape)
    nodes = try parser.parse()
  }

  /// The template as lines, with the facts in their places.
  func lines(_ facts: [String: TemplateValue]) -> [[Run]] {
    var lines: [[Run]] = [[]]
    render(nodes, [facts], into: &lines)
    return lines
  }

  private func render(
    _ nodes: [Node], _ scopes: [[String: TemplateValue]], into lines: inout [[Run]]
  ) {
    for node in nodes {
      switch node {
      case .text(let text):
        for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          if index > 0 { lines.append([]) }
          if !part.isEmpty { lines[lines.count - 1].append(Run(text: String(part), isFact: false)) }
        }
      case .field(let name):
        guard case .text(let text)? = value(name, scopes), !text.isEmpty else { continue }
        lines[lines.count - 1].append(Run(text: neutralised(text), isFact: true))
      case .section(let name, let isInverted, let inner):
        let value = value(name, scopes)
        guard !isInverted else {
          if value?.isEmpty ?? true { render(inner, scopes, into: &lines) }
          continue
        }
        switch value {
        case .text(let text)? where !text.isEmpty: render(inner, scopes, into: &lines)
        case .list(let rows)?: for row in rows { render(inner, scopes + [row], into: &lines) }
        default: continue
        }
      }
    }
  }

  private func value(_ name: String, _ scopes: [[String: TemplateValue]]) -> TemplateValue? {
    scopes.last { $0[name] != nil }?[name]
  }
}

/// What stands in the place of a field.
package enum TemplateValue: Equatable, Sendable {
  /// A text; an empty one is nothing.
  case text(String)
  /// Rows, each with its own fields.
  case list([[String: TemplateValue]])

  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .list(let rows): rows.isEmpty
    }
  }
}

/// The name of a field that a template may use, and of a list those of its rows.
package struct TemplateShape: Equatable, Sendable {
  /// Its name.
  package let name: String
  /// The fields of a row; nil for a text.
  package let rows: [TemplateShape]?

  /// A field, or a list of rows.
  package init(_ name: String, rows: [TemplateShape]? = nil) {
    self.name = name
    self.rows = rows
  }
}
