internal import CensusNotices

/// A workbook: each sheet as a table, hidden ones among them.
struct WorkbookReading {
  private let package: Package
  private let main: String
  private let bytes: [UInt8]

  init(_ package: Package, _ main: String, _ bytes: [UInt8]) {
    self.package = package
    self.main = main
    self.bytes = bytes
  }

  /// A sheet as the workbook lists it.
  private struct Entry {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  func source() throws(ContainerFault) -> Source {
    let relations = try package.relations(of: main)
    let strings = try texts(relations)
    let styles = try styles(relations)
    var blocks: [Block] = []
    var remarks: [SourceRemark] = []
    var counter = Counter()
    var (covered, struck) = (0, 0)
    for entry in try entries() {
      guard let part = relations[entry.relation]?.target, let bytes = try package.archive.part(part)
      else { throw .noContent }
      var sheet = SheetReading(strings, styles, counter)
      try XMLEvents.reading(bytes) { (events) throws(ContainerFault) in try sheet.read(&events) }
      guard let table = try sheet.table(named: entry.name) else { continue }
      counter = sheet.counter
      blocks.append(.table(table))
      covered += sheet.covered
      struck += sheet.struck
      if entry.isHidden { remarks.append(.hiddenSheet(entry.name)) }
    }
    guard !blocks.isEmpty else { throw .empty }
    if covered > 0 { remarks.append(.covered(covered)) }
    if struck > 0 { remarks.append(.struck(struck)) }
    return Source(name: "", blocks: blocks, remarks: remarks)
  }

  private func entries() throws(ContainerFault) -> [Entry] {
    try XMLEvents.reading(bytes) { (events) throws(ContainerFault) in
      var entries: [Entry] = []
      while let event = try events.next() {
        guard case .start("sheet") = event, let relation = events.attribute("id") else { continue }
        entries.append(
          Entry(
            name: events.attribute("name") ?? "", relation: relation,
            isHidden: events.attribute("state").map { $0 != "visible" } ?? false))
      }
      return entries
    }
  }

  /// The shared texts, without how they are pronounced.
  private func texts(
    _ relations: [String: Package.Relation]
  ) throws(ContainerFault) -> [SheetText] {
    guard let part = relations.values.first(where: { $0.type.hasSuffix("/sharedStrings") }),
      let bytes = try package.archive.part(part.target)
    else { return [] }
    return try XMLEvents.reading(bytes) { (events) throws(ContainerFault) in
      var texts: [SheetText] = []
      var counter = Counter()
      while let event = try events.next() {
        guard case .start("si") = event else { continue }
        let text = try events.richText(until: "si")
        try counter.take(text: text.text.utf8.count)
        texts.append(text)
      }
      return texts
    }
  }

  /// The styles of cells, by their numbers.
  private func styles(
    _ relations: [String: Package.Relation]
  ) throws(ContainerFault) -> [SheetStyle] {
    guard let part = relations.values.first(where: { $0.type.hasSuffix("/styles") }),
      let bytes = try package.archive.part(part.target)
    else { return [] }
    return try XMLEvents.reading(bytes) { (events) throws(ContainerFault) in
      var formats: [Int: Int] = [9: 0, 10: 2]
      var fonts: [Bool] = []
      var styles: [SheetStyle] = []
      var (isInStyles, isInFonts) = (false, false)
      while let event = try events.next() {
        switch event {
        case .start("numFmt"):
          guard let id = events.attribute("numFmtId").flatMap({ Int($0) }),
            let code = events.attribute("formatCode"), code.contains("%")
          else { continue }
          let decimals = code.split(separator: ".").dropFirst().first?.prefix { $0 == "0" }.count
          formats[id] = decimals ?? 0
        case .start("fonts"): isInFonts = true
        case .end("fonts"): isInFonts = false
        case .start("font") where isInFonts: fonts.append(false)
        case .start("strike") where isInFonts && !fonts.isEmpty:
          fonts[fonts.count - 1] = events.isOn
        case .start("cellXfs"): isInStyles = true
        case .end("cellXfs"): isInStyles = false
        case .start("xf") where isInStyles:
          let id = events.attribute("numFmtId").flatMap { Int($0) }
          let font = events.attribute("fontId").flatMap { Int($0) }
          styles.append(
            SheetStyle(
              decimals: id.flatMap { formats[$0] },
              isStruck: font.map { fonts.indices.contains($0) && fonts[$0] } ?? false))
        default: break
        }
      }
      return styles
    }
  }
}

/// What is to be known of a style of cells.
struct SheetStyle {
  /// How many decimals its percentage has; nil where it is none.
  let decimals: Int?
  let isStruck: Bool
}

/// A text of a workbook.
struct SheetText {
  var text = ""
  /// Whether some of it is struck out.
  var isStruck = false
}

extension XMLEvents {
  /// The text of runs up to the end of an element; phonetic runs are left out.
  mutating func richText(until end: String) throws(ContainerFault) -> SheetText {
    var text = SheetText()
    var (isText, isStruck) = (false, false)
    while let event = try next() {
      switch event {
      case .start("rPh"): try skip()
      case .start("r"): isStruck = false
      case .start("strike"): isStruck = isOn
      case .start("t"): isText = true
      case .end("t"): isText = false
      case .text(let more) where isText:
        text.text += more
        if isStruck, more.contains(where: { !$0.isWhitespace }) { text.isStruck = true }
      case .end(end): return text
      default: break
      }
    }
    return text
  }
}
