package import CensusCore

/// The form of remedies (整改情况反馈表) as units filled it in.
package struct FilledForm: Sendable {
  /// A row in which something was filled in.
  package struct Row: Sendable {
    /// The finding.
    package let id: FindingID
    /// The site's code as it stands in the row; nil where that column is missing or empty.
    package let code: String?
    /// What the row says was found; nil where that column is missing or empty.
    package let problem: String?
    /// What was filled in.
    package let remedy: Remedy
    /// Where it stands.
    package let place: Place
  }

  /// Why a row, or all, is not understood.
  package enum Fault: Hashable, Sendable {
    /// No table has the headings 编号 and 整改措施.
    case noTable
    /// The row has no number of a finding.
    case noFinding(String)
    /// A finding has two rows that say different things.
    case twice(FindingID)
    /// The row says who or when, and not what.
    case noMeasures(FindingID)
    /// No finding has the number that stands in the row.
    case unknown(FindingID)
    /// The site's code in the row is not that of its finding.
    case otherSite(FindingID, code: String)
    /// What the row says was found is another finding of the same site.
    case otherFinding(FindingID, problem: String)
  }

  /// What is known of a finding.
  package struct Known: Sendable {
    /// The codes of its site.
    let codes: [String]
    /// What was found, as printed.
    let problem: String
    /// What else was found at the site.
    let others: [String]

    package init(codes: [String], problem: String, others: [String]) {
      (self.codes, self.problem, self.others) = (codes, problem, others)
    }
  }

  /// The rows, each finding once.
  package private(set) var rows: [Row] = []
  /// The findings whose rows were left empty.
  package private(set) var blank: [FindingID] = []
  /// The headings of columns that units have added and filled in, which nothing reads, and where.
  package private(set) var added: [(place: Place, heading: String)] = []
  /// What is not understood, and where.
  package private(set) var faults: [(place: Place, fault: Fault)] = []

  /// The days in 完成时间 that no calendar has, and where; they are kept as they were written.
  package var impossibleDays: [(place: Place, day: String)] {
    rows.compactMap { row in
      row.remedy.completion.flatMap { Glyphs($0).impossibleDate }.map { (row.place, $0) }
    }
  }

  /// What was written, of what stands in a cell.
  private let written: @Sendable (String) -> String

  /// Reads all tables that are such a form.
  ///
  /// - Parameters:
  ///   - sources: the files.
  ///   - written: what was written, of what stands in a cell: the form that goes out as text guards what a
  ///     spreadsheet would take for a formula.
  package init(_ sources: [Source], written: @escaping @Sendable (String) -> String) {
    self.written = written
    for source in sources {
      var number = 0
      var isFound = false
      for case .table(let table) in source.blocks {
        number += 1
        if read(table, number, of: source.name) { isFound = true }
      }
      if !isFound { faults.append((Place(file: source.name), .noTable)) }
    }
  }

  /// Holds each row against what is known of its finding.
  ///
  /// - Parameter known: what is known of a finding; nil of one that there is not.
  package mutating func check(_ known: (FindingID) -> Known?) {
    for row in rows {
      guard let known = known(row.id) else {
        faults.append((row.place, .unknown(row.id)))
        continue
      }
      if let code = row.code, !known.codes.isEmpty,
        !known.codes.contains(where: { searchKey($0) == searchKey(squeezed(code)) })
      {
        faults.append((row.place, .otherSite(row.id, code: code)))
      } else if let problem = row.problem, !problem.isSame(as: known.problem),
        known.others.contains(where: problem.isSame)
      {
        faults.append((row.place, .otherFinding(row.id, problem: problem)))
      }
    }
  }

  private typealias Columns = [RemedyForm.Column: Range<Int>]

  private mutating func read(_ table: Table, _ number: Int, of file: String) -> Bool {
    var columns: Columns?
    var others: [GridLine.Slot] = []
    for line in table.lines {
      if let heading = Self.heading(line) {
        columns = heading
        others = line.slots.filter {
          !$0.isEmpty && RemedyForm.Column(heading: $0.text) == nil
        }
        continue
      }
      let place = Place(file: file, table: number, row: line.number)
      if columns != nil {
        let filled = others.filter { other in
          line.slots.contains { $0.columns.overlaps(other.columns) && !$0.isEmpty }
        }
        added += filled.map { (place, trimmed($0.text)) }
        others.removeAll { other in filled.contains { $0.columns == other.columns } }
      }
      guard let columns, line.slots.contains(where: { !$0.isEmpty }) else { continue }
      read(line, columns, place)
    }
    return columns != nil
  }

  /// Whether cells are the headings of the form.
  static func isHeading(_ cells: [String]) -> Bool {
    let columns = cells.compactMap { RemedyForm.Column(heading: $0) }
    return columns.contains(.id) && columns.contains(.measures)
  }

  /// The day that spreadsheets keep as a number of this century; nil of any other text.
  static func day(ofSpreadsheet text: String) -> Day? {
    guard text.count == 5, text.allSatisfy({ "0123456789".contains($0) }), let number = Int(text),
      (36_526...73_050).contains(number)
    else { return nil }
    return Day(ordinal: number - 25_569)
  }

  private static func heading(_ line: GridLine) -> Columns? {
    var columns: Columns = [:]
    for slot in line.slots {
      guard let column = RemedyForm.Column(heading: slot.text), columns[column] == nil else {
        continue
      }
      columns[column] = slot.columns
    }
    return columns[.id] != nil && columns[.measures] != nil ? columns : nil
  }

  private mutating func read(_ line: GridLine, _ columns: Columns, _ place: Place) {
    func text(_ column: RemedyForm.Column) -> String? {
      guard let range = columns[column], let slot = line.slots.overlapping(range) else {
        return nil
      }
      // A dash says that nothing was known when the form was written.
      let text = written(trimmed(slot.text))
      return text.allSatisfy { "-–—".contains($0) } ? nil : text
    }
    let printed = text(.id)
    guard let printed, let id = FindingID(searchKey(squeezed(printed)).uppercased()) else {
      // A note or a total below the rows says nothing of a finding.
      let isFilled = text(.measures) != nil && text(.measures) != printed
      if isFilled { faults.append((place, .noFinding(printed ?? ""))) }
      return
    }
    // Spreadsheets keep a day that is typed into a cell as a number.
    let completion = text(.completion).map { Self.day(ofSpreadsheet: $0)?.description ?? $0 }
    let said = (completion: completion, responsible: text(.responsible))
    guard let measures = text(.measures) else {
      if said.completion != nil || said.responsible != nil {
        faults.append((place, .noMeasures(id)))
      } else if !blank.contains(id) {
        blank.append(id)
      }
      return
    }
    let remedy = Remedy(
      measures: measures, completion: said.completion, responsible: said.responsible)
    if let before = rows.first(where: { $0.id == id }) {
      if before.remedy != remedy { faults.append((place, .twice(id))) }
      return
    }
    rows.append(
      Row(id: id, code: text(.code), problem: text(.problem), remedy: remedy, place: place))
  }
}

extension String {
  /// Whether both say the same, whatever their blanks and widths.
  fileprivate func isSame(as other: String) -> Bool {
    searchKey(squeezed(self)) == searchKey(squeezed(other))
  }
}

extension FilledForm.Fault {
  /// What is wrong, and what to do.
  package var sentence: Phrase {
    switch self {
    case .noTable:
      Phrase(
        "没有带“编号”“整改措施”表头的表格；请用 census answers 单位 --output 文件 写出的反馈表。",
        "has no table with the headings ID and Remedy; use the form that census answers UNIT --output FILE "
          + "writes.")
    case .noFinding(let text):
      Phrase(
        text.isEmpty ? "填了整改措施，却没有编号；请补上编号。" : "“\(text)”不是问题编号；请改回原来的编号。",
        text.isEmpty
          ? "a remedy without the ID of its finding; give it back its ID."
          : "“\(text)” is not the ID of a finding; give it back its ID.")
    case .twice(let id):
      Phrase("\(id) 填了两行，内容不同；请只留一行。", "\(id) has two rows that differ; keep one of them.")
    case .noMeasures(let id):
      Phrase(
        "\(id) 填了完成时间或责任人，没有填整改措施；请补填或清空。",
        "\(id) has a time or a person and no remedy; fill it in, or empty the row.")
    case .unknown(let id):
      Phrase("没有问题 \(id)；请改回原来的编号。", "there is no finding \(id); give the row back its ID.")
    case .otherSite(let id, let code):
      Phrase(
        "\(id) 一行的网站标识码是“\(code)”，与该问题的网站不符，可能串行；请核对编号。",
        "the row of \(id) has the site code “\(code)”, which is not that of its site: rows may have been "
          + "mixed up; look at its ID.")
    case .otherFinding(let id, let problem):
      Phrase(
        "\(id) 一行的存在问题是“\(problem)”，属同一网站的另一条问题，可能串行；请核对编号。",
        "the row of \(id) says “\(problem)” was found, which is another finding of the same site: rows may "
          + "have been mixed up; look at its ID.")
    }
  }
}
