internal import CLibXML2
internal import CensusNotices
internal import Glibc

/// A page: paragraphs, and tables with their spans; a table that holds others is layout.
struct PageReading {
  private typealias Node = UnsafeMutablePointer<xmlNode>

  private var blocks: [Block] = []
  private var text = ""
  private var line = 0
  private var counter = Counter()
  private var pictures = 0
  private var struck = 0

  static func source(_ text: String) throws(ContainerFault) -> Source {
    let options = Int32(
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
    try check(text)
    let bytes = Array(text.utf8).map { CChar(bitPattern: $0) }
    let document = bytes.withUnsafeBufferPointer {
      htmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", options)
    }
    // Where it gives up, as on elements too deep, it leaves out all that follows.
    if let error = xmlGetLastError(), error.pointee.level == XML_ERR_FATAL { throw .tooDeep }
    guard let document, let root = xmlDocGetRootElement(document) else { throw .brokenPage }
    var reading = PageReading()
    try reading.walk(root)
    reading.endParagraph()
    guard !reading.blocks.isEmpty else {
      throw reading.pictures > 0 ? .onlyPictures : .empty
    }
    var remarks: [SourceRemark] = []
    if reading.struck > 0 { remarks.append(.struck(reading.struck)) }
    if reading.pictures > 0 { remarks.append(.pictures(reading.pictures)) }
    return Source(name: "", blocks: reading.blocks, remarks: remarks)
  }

  /// Elements with attributes beyond measure take the library beyond all time, and elements beyond measure
  /// beyond all memory: what is too much is refused before it sees the page.
  private static func check(_ text: String) throws(ContainerFault) {
    var (attributes, elements, cells) = (0, 0, 0)
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if before.0 == UInt8(ascii: "<"), before.1 | 0x20 == UInt8(ascii: "t"),
        byte | 0x20 == UInt8(ascii: "d") || byte | 0x20 == UInt8(ascii: "h")
      {
        cells += 1
        guard cells <= Limits.cells else { throw .tooManyCells }
      } else if before.1 == UInt8(ascii: "<"), byte != UInt8(ascii: "/") {
        elements += 1
        guard elements <= Limits.elements else { throw .tooLarge }
      }
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
        attributes = 0
      } else if byte == UInt8(ascii: "=") {
        attributes += 1
        guard attributes <= Limits.attributes * 4 else { throw .tooLarge }
      }
      before = (before.1, byte)
    }
  }

  // MARK: - The page

  /// Goes through everything below an element without calling itself.
  private mutating func walk(_ root: Node) throws(ContainerFault) {
    var node: Node? = root
    var depth = 0
    while let current = node {
      var isLeaf = true
      switch current.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        let more = PageReading.content(current)
        try counter.take(text: more.utf8.count)
        text += more
      case XML_ELEMENT_NODE:
        let name = PageReading.name(current)
        if PageReading.blockNames.contains(name) { endParagraph() }
        if name == "img" { pictures += 1 }
        // What is in a table is counted by its cells.
        if PageReading.isStruck(current), !PageReading.inner(current).isEmpty,
          !PageReading.hasTable(current)
        {
          struck += 1
        }
        if name == "table", !PageReading.hasTable(current) {
          try readTable(current)
        } else if !PageReading.unread.contains(name) {
          isLeaf = current.pointee.children == nil
        }
      default: break
      }
      if !isLeaf {
        depth += 1
        guard depth <= Limits.depth * 4 else { throw .tooDeep }
        node = current.pointee.children
        continue
      }
      var last = current
      while last.pointee.next == nil, last != root, let parent = last.pointee.parent, parent != root
      {
        if PageReading.blockNames.contains(PageReading.name(parent)) { endParagraph() }
        last = parent
        depth -= 1
      }
      node = last == root ? nil : last.pointee.next
    }
  }

  private mutating func endParagraph() {
    let kept = PageReading.collapsed(text)
    text = ""
    guard !kept.isEmpty else { return }
    line += 1
    blocks.append(.paragraph(Paragraph(kept, line: line)))
  }

  // MARK: - Tables

  private mutating func readTable(_ table: Node) throws(ContainerFault) {
    var rows: [[Cell]] = []
    var node: Node? = table.pointee.children
    // Rows lie in the table or in one of its parts.
    while let current = node {
      let name = current.pointee.type == XML_ELEMENT_NODE ? PageReading.name(current) : ""
      if name == "tr" {
        rows.append(try cells(of: current))
      } else if name == "caption" {
        text = PageReading.inner(current)
        endParagraph()
      } else if ["tbody", "thead", "tfoot"].contains(name), let first = current.pointee.children {
        node = first
        continue
      }
      if let next = current.pointee.next {
        node = next
      } else {
        let parent = current.pointee.parent
        node = parent == table ? nil : parent?.pointee.next
      }
    }
    guard !rows.isEmpty else { return }
    line += 1
    blocks.append(.table(Table(rows, line: line)))
  }

  private mutating func cells(of row: Node) throws(ContainerFault) -> [Cell] {
    var cells: [Cell] = []
    var node = row.pointee.children
    while let current = node {
      node = current.pointee.next
      guard current.pointee.type == XML_ELEMENT_NODE else { continue }
      let name = PageReading.name(current)
      guard name == "td" || name == "th" else { continue }
      try counter.take()
      let text = PageReading.inner(current)
      try counter.take(text: text.utf8.count)
      var isStruck = PageReading.isStruck(row) || PageReading.isStruck(current)
      PageReading.visit(current) { node in
        if !isStruck, PageReading.isStruck(node), !PageReading.inner(node).isEmpty {
          isStruck = true
        }
      }
      if isStruck, !text.isEmpty { struck += 1 }
      cells.append(
        Cell(
          text, columns: PageReading.span(current, "colspan", most: Table.mostColumns),
          rows: PageReading.span(current, "rowspan", most: 65_534),
          marks: isStruck && !text.isEmpty ? .struck : []))
    }
    return cells
  }

  // MARK: - Nodes

  private static func span(_ node: Node, _ name: String, most: Int) -> Int {
    guard let value = xmlGetProp(node, name) else { return 1 }
    defer { free(value) }
    return min(max(1, Int(String(cString: value)) ?? 1), most)
  }

  /// Whether an element strikes out what is in it.
  private static func isStruck(_ node: Node) -> Bool {
    guard node.pointee.type == XML_ELEMENT_NODE else { return false }
    if ["del", "s", "strike"].contains(name(node)) { return true }
    guard let style = xmlGetProp(node, "style") else { return false }
    defer { free(style) }
    return String(cString: style).lowercased().contains("line-through")
  }

  private static func name(_ node: Node) -> String {
    node.pointee.type == XML_ELEMENT_NODE ? String(cString: node.pointee.name) : ""
  }

  private static func content(_ node: Node) -> String {
    node.pointee.content.map { String(cString: $0) } ?? ""
  }

  private static func hasTable(_ table: Node) -> Bool {
    var has = false
    visit(table) { if name($0) == "table" { has = true } }
    return has
  }

  /// The text below a node; line ends where the page breaks lines.
  private static func inner(_ node: Node) -> String {
    var lines: [String] = [""]
    visit(node) { node in
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: lines[lines.count - 1] += content(node)
      case XML_ELEMENT_NODE where blockNames.contains(name(node)): lines.append("")
      default: break
      }
    }
    return lines.map(collapsed).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Calls for every node below one, in order.
  private static func visit(_ root: Node, _ call: (Node) -> Void) {
    var node = root.pointee.children
    while let current = node {
      call(current)
      if let child = current.pointee.children, !unread.contains(name(current)) {
        node = child
        continue
      }
      var last = current
      while last.pointee.next == nil, let parent = last.pointee.parent, parent != root {
        last = parent
      }
      node = last.pointee.next
    }
  }

  /// A text with one blank for each run of blanks, as a browser shows it.
  private static func collapsed(_ text: String) -> String {
    text.split {
      $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" || $0 == "\u{A0}"
    }
    .joined(separator: " ")
  }

  private static let unread: Set<String> = [
    "script", "style", "head", "noscript", "template", "select", "iframe", "object", "svg",
  ]
  private static let blockNames: Set<String> = [
    "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "td", "th",
    "table", "section", "article", "header", "footer", "center", "blockquote", "pre", "hr", "dt",
    "dd", "form", "main", "nav", "caption",
  ]
}
