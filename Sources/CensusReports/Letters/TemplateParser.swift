package import CensusCore

/// Why a template cannot be used, and in which line.
package struct TemplateFault: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// There is no such field at this place; those that there are.
    case unknownField(String, known: [String])
    /// A list stands where a text is wanted.
    case listAsText(String)
    /// A section is never closed.
    case unclosed(String)
    /// A section's end that closes none, or another than the open one.
    case wrongEnd(String, open: String?)
    /// `{{` without `}}`, or nothing between them.
    case brokenSign
    /// Sections within sections beyond any use.
    case tooDeep(limit: Int)
    /// Nothing in it would stand in a letter.
    case empty
    /// The file is no UTF-8 text.
    case noText
  }

  /// From 1.
  package let line: Int
  package let reason: Reason

  /// A fault in a line.
  package init(line: Int, _ reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// What is wrong in the line, without its place.
  package var words: Phrase {
    switch reason {
    case .unknownField(let name, let known):
      Phrase(
        "没有字段“\(name)”，可用的有\(known.joined(separator: "、"))",
        "there is no field “\(name)” here; there are \(known.joined(separator: ", "))")
    case .listAsText(let name):
      Phrase(
        "“\(name)”是列表，应写作 {{#\(name)}}…{{/\(name)}}",
        "“\(name)” is a list and is written as {{#\(name)}}…{{/\(name)}}")
    case .unclosed(let name):
      Phrase("{{#\(name)}} 没有以 {{/\(name)}} 结束", "{{#\(name)}} has no end; write {{/\(name)}}")
    case .wrongEnd(let name, let open?):
      Phrase(
        "{{/\(name)}} 处应先以 {{/\(open)}} 结束",
        "{{/\(name)}} stands where {{/\(open)}} has to come first")
    case .wrongEnd(let name, nil):
      Phrase("{{/\(name)}} 没有对应的开头", "{{/\(name)}} ends what was never begun")
    case .brokenSign:
      Phrase("{{ 之后缺字段名或 }}", "{{ is followed by no name, or by no }}")
    case .tooDeep(let limit):
      Phrase(
        "{{#…}} 嵌套超过\(limit)层", "sections stand within sections more than \(limit) deep")
    case .empty: Phrase("模板是空的", "the template is empty")
    case .noText: Phrase("不是 UTF-8 文本", "it is no UTF-8 text")
    }
  }
}

/// Reads a template sign by sign, and holds its fields to those that there are.
struct TemplateParser {
  private struct Open {
    let name: String
    let isInverted: Bool
    let line: Int
    let shape: [TemplateShape]
    var nodes: [LetterTemplate.Node] = []
  }

  /// How deep sections may stand within each other.
  private static let deepest = 16

  private let lines: [Substring]
  private var open: [Open]

  init(_ text: String, _ shape: [TemplateShape]) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    open = [Open(name: "", isInverted: false, line: 0, shape: shape)]
  }

  mutating func parse() throws(TemplateFault) -> [LetterTemplate.Node] {
    for (index, line) in lines.enumerated() {
      // What is nothing but a section's sign or a remark leaves no line.
      let trimmed = line.trimmed
      let isSign =
        trimmed.hasPrefix("{{") && trimmed.hasSuffix("}}")
        && trimmed.dropFirst(2).first.map {
          "#^/!".contains($0)
        } == true && trimmed.dropFirst(2).dropLast(2).range(ofSign: "}}") == nil
      try read(isSign ? trimmed : line, line: index + 1)
      if !isSign, index < lines.count - 1 { add(.text("\n")) }
    }
    if let last = open.last, open.count > 1 {
      throw TemplateFault(line: last.line, .unclosed(last.name))
    }
    let isEmpty = open[0].nodes.allSatisfy { node in
      if case .text(let text) = node { text.allSatisfy(\.isWhitespace) } else { false }
    }
    guard !isEmpty else { throw TemplateFault(line: 1, .empty) }
    return open[0].nodes
  }

  private mutating func add(_ node: LetterTemplate.Node) {
    open[open.count - 1].nodes.append(node)
  }

  private mutating func read(_ line: Substring, line number: Int) throws(TemplateFault) {
    var rest = line
    while let start = rest.range(ofSign: "{{") {
      if start.lowerBound > rest.startIndex { add(.text(String(rest[..<start.lowerBound]))) }
      rest = rest[start.upperBound...]
      guard let end = rest.range(ofSign: "}}") else {
        throw TemplateFault(line: number, .brokenSign)
      }
      try take(rest[..<end.lowerBound].trimmed, line: number)
      rest = rest[end.upperBound...]
    }
    if !rest.isEmpty { add(.text(String(rest))) }
  }

  private mutating func take(_ sign: Substring, line: Int) throws(TemplateFault) {
    guard let first = sign.first else { throw TemplateFault(line: line, .brokenSign) }
    let name = String(sign.dropFirst().trimmed)
    switch first {
    case "!": return
    case "#", "^":
      let found = try shape(name, line: line)
      guard open.count <= Self.deepest else {
        throw TemplateFault(line: line, .tooDeep(limit: Self.deepest))
      }
      open.append(
        Open(
          name: name, isInverted: first == "^", line: line,
          shape: first == "#" ? found.rows ?? [] : []))
    case "/":
      guard open.count > 1, let last = open.last else {
        throw TemplateFault(line: line, .wrongEnd(name, open: nil))
      }
      guard last.name == name else {
        throw TemplateFault(line: line, .wrongEnd(name, open: last.name))
      }
      open.removeLast()
      add(.section(name, isInverted: last.isInverted, last.nodes))
    default:
      let name = String(sign)
      guard try shape(name, line: line).rows == nil else {
        throw TemplateFault(line: line, .listAsText(name))
      }
      add(.field(name))
    }
  }

  /// A field by its name, as rows within rows see it: their own first.
  private func shape(_ name: String, line: Int) throws(TemplateFault) -> TemplateShape {
    let all = open.reversed().flatMap(\.shape)
    guard let found = all.first(where: { $0.name == name }) else {
      throw TemplateFault(line: line, .unknownField(name, known: distinct(all.map(\.name))))
    }
    return found
  }
}

extension Substring {
  fileprivate func range(ofSign sign: String) -> Range<Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(sign) { return place..<index(place, offsetBy: sign.count) }
      formIndex(after: &place)
    }
    return nil
  }
}

extension StringProtocol {
  /// The text without blanks at either end.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
