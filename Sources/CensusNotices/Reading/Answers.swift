package import CensusCore

/// What a person says about a draft: the same in both programs, kept as JSON and given back.
package struct Answers: Equatable, Sendable {
  /// A row or a cell of a table, each counted from 1.
  package struct Spot: Hashable, Sendable {
    package let table: Int
    package let row: Int
    package let column: Int

    package init(table: Int, row: Int, column: Int = 0) {
      self.table = table
      self.row = row
      self.column = column
    }
  }

  /// The quarter, where the notice does not say it.
  package var quarter: Quarter?
  /// The day that reports are due, where the notice does not say it in a known form.
  package var due: Day? {
    didSet { if due != nil { hasNoDue = false } }
  }
  /// Whether a person said that there is no such day.
  package var hasNoDue = false {
    didSet { if hasNoDue { due = nil } }
  }
  /// Categories of wordings that the directory does not know.
  package var categories: [String: CategoryID] = [:]
  /// What columns say; the row is 0.
  package var columns: [Spot: Column] = [:]
  /// Rows that are no finding; the column is 0.
  package var skipped: Set<Spot> = []
  /// Which finding of the notice before a row is, where that cannot be told; the column is 0.
  package var findings: [Spot: FindingID] = [:]
  /// The units of departments that the directory does not know, by their sites.
  package var units: [SiteCode: String] = [:]
  /// Whose something is by its printed name, as people said of earlier notices.
  package var owners: [String: String] = [:]
  /// What headings say that people explained for earlier notices, by the heading without blanks.
  package var headings: [String: Column] = [:]
  /// Cells that were misread, as they should read; the column is that of the heading.
  package var cells: [Spot: String] = [:]

  package init() {}

  /// Whose something is: what a person said of this notice, else of an earlier one.
  func said(of key: SiteCode) -> String? { units[key] ?? owners[key.text] }

  /// The name by which an earlier answer tells whose something is; nil where none does.
  func earlier(_ key: SiteCode) -> String? {
    units[key] == nil && owners[key.text] != nil ? key.text : nil
  }

  /// The category that a person gave a wording.
  func category(of wording: String) -> CategoryID? {
    let key = wordKey(wording)
    return categories.first { wordKey($0.key) == key }?.value
  }

  /// These answers and later ones, which count where both say something.
  package func joined(with later: Answers) -> Answers {
    var all = self
    all.quarter = later.quarter ?? quarter
    if let day = later.due { all.due = day }
    if later.hasNoDue { all.hasNoDue = true }
    all.categories.merge(later.categories) { _, new in new }
    all.columns.merge(later.columns) { _, new in new }
    all.skipped.formUnion(later.skipped)
    all.findings.merge(later.findings) { _, new in new }
    all.units.merge(later.units) { _, new in new }
    all.owners.merge(later.owners) { _, new in new }
    all.headings.merge(later.headings) { _, new in new }
    all.cells.merge(later.cells) { _, new in new }
    return all
  }
}

extension Answers {
  /// Whether what a person says about the due day is that there is none.
  package static func isNoDue(_ text: String) -> Bool {
    ["none", "无", "没有"].contains(text.lowercased())
  }
}
