internal import CensusNotices

/// The main part of a .docx: paragraphs, and tables with their merges as they stand.
struct WordReading {
  /// A table in the making.
  private struct Building {
    var rows: [[Cell]] = []
    var row: [Cell] = []
    var isDeleted = false
    var texts: [String] = []
    var columns = 1
    var isContinued = false
    var isStruck = false
    let line: Int
  }

  private var blocks: [Block] = []
  private var tables: [Building] = []
  private var paragraphs: [String] = []
  private var counter = Counter()
  private var line = 0
  private var deletions = 0
  private var pictures = 0
  private var hidden = 0
  private var struck = 0
  /// Whether the run that is read is hidden.
  private var isHidden = false
  /// Whether it is struck out.
  private var isStruck = false

  static func source(_ bytes: [UInt8]) throws(ContainerFault) -> Source {
    try XMLEvents.reading(bytes) { (events) throws(ContainerFault) in
      var reading = WordReading()
      while let event = try events.next() { try reading.take(event, &events) }
      return try reading.source()
    }
  }

  private func source() throws(ContainerFault) -> Source {
    guard !blocks.isEmpty else { throw pictures > 0 ? .onlyPictures : .empty }
    var remarks: [SourceRemark] = []
    if deletions > 0 { remarks.append(.deletions(deletions)) }
    if hidden > 0 { remarks.append(.hiddenText(hidden)) }
    if struck > 0 { remarks.append(.struck(struck)) }
    if pictures > 0 { remarks.append(.pictures(pictures)) }
    return Source(name: "", blocks: blocks, remarks: remarks)
  }

  private mutating func take(
    _ event: XMLEvents.Event, _ events: inout XMLEvents
  ) throws(ContainerFault) {
    switch event {
    case .start(let name): try start(name, &events)
    case .end(let name): try end(name)
    case .text: break
    }
  }

  private mutating func start(
    _ name: String, _ events: inout XMLEvents
  ) throws(ContainerFault) {
    switch name {
    case "p": paragraphs.append("")
    case "t":
      var text = ""
      while let event = try events.next() {
        if case .text(let more) = event { text += more }
        if case .end("t") = event { break }
      }
      if isHidden, !text.isEmpty { hidden += 1 }
      if isStruck, text.contains(where: { !$0.isWhitespace }) {
        struck += 1
        change { $0.isStruck = true }
      }
      try add(text)
    case "r": (isHidden, isStruck) = (false, false)
    case "rPr": try readRunProperties(&events)
    case "br", "cr": try add("\n")
    case "tab": try add(" ")
    case "noBreakHyphen": try add("-")
    case "del", "moveFrom":
      deletions += 1
      try events.skip()
    // Properties of runs and paragraphs mark deletions of their own, and hold no text.
    case "pPr", "sdtPr", "instrText", "delText", "other:Fallback", "tblGrid", "sectPr":
      try events.skip()
    case "other:blip", "other:imagedata": pictures += 1
    case "tbl": tables.append(Building(line: line + 1))
    case "tr": change { $0.row = [] }
    case "trPr": try readRowProperties(&events)
    case "tc":
      change { table in
        table.texts = []
        table.columns = 1
        table.isContinued = false
        table.isStruck = false
      }
    case "tcPr": try readCellProperties(&events)
    default: break
    }
  }

  /// Whether a run is hidden or struck out: such text is read all the same, and said.
  private mutating func readRunProperties(_ events: inout XMLEvents) throws(ContainerFault) {
    while let event = try events.next() {
      switch event {
      case .start("vanish"):
        isHidden = events.isOn
      case .start("strike"), .start("dstrike"):
        if events.isOn { isStruck = true }
      case .start(let name) where name.hasSuffix("Change"): try events.skip()
      case .end("rPr"): return
      default: break
      }
    }
  }

  private mutating func readRowProperties(_ events: inout XMLEvents) throws(ContainerFault) {
    while let event = try events.next() {
      switch event {
      case .start("gridBefore"):
        let count = events.attribute("val").flatMap { Int($0) } ?? 0
        if (1...Table.mostColumns).contains(count) {
          change { $0.row.append(Cell("", columns: count)) }
        }
      case .start("del"):
        deletions += 1
        change { $0.isDeleted = true }
      case .end("trPr"): return
      default: break
      }
    }
  }

  private mutating func readCellProperties(_ events: inout XMLEvents) throws(ContainerFault) {
    while let event = try events.next() {
      switch event {
      case .start("gridSpan"):
        let count = events.attribute("val").flatMap { Int($0) } ?? 1
        change { $0.columns = min(max(1, count), Table.mostColumns) }
      case .start("vMerge"):
        let isContinued = (events.attribute("val") ?? "continue") == "continue"
        change { $0.isContinued = isContinued }
      case .end("tcPr"): return
      default: break
      }
    }
  }

  private mutating func end(_ name: String) throws(ContainerFault) {
    switch name {
    case "p":
      guard let text = paragraphs.popLast() else { return }
      line += 1
      try counter.take()
      if tables.isEmpty {
        if !text.isEmpty { blocks.append(.paragraph(Paragraph(text, line: line))) }
      } else {
        change { $0.texts.append(text) }
      }
    case "tc":
      try counter.take()
      change { table in
        let text = table.texts.joined(separator: "\n")
        var marks: Cell.Marks = table.isContinued ? .continued : []
        if table.isStruck { marks.insert(.struck) }
        table.row.append(Cell(text, columns: table.columns, marks: marks))
      }
    case "tr":
      change { table in
        if !table.isDeleted { table.rows.append(table.row) }
        table.isDeleted = false
      }
    case "tbl":
      guard let table = tables.popLast(), !table.rows.isEmpty else { return }
      blocks.append(.table(Table(table.rows, line: table.line)))
    default: break
    }
  }

  private mutating func add(_ text: String) throws(ContainerFault) {
    try counter.take(text: text.utf8.count)
    guard !paragraphs.isEmpty else { return }
    paragraphs[paragraphs.count - 1] += text
  }

  private mutating func change(_ change: (inout Building) -> Void) {
    guard !tables.isEmpty else { return }
    change(&tables[tables.count - 1])
  }
}

extension XMLEvents {
  /// Whether the element that began says yes: by `val`, or by being there.
  var isOn: Bool { !["0", "false", "off"].contains(attribute("val") ?? "1") }
}
