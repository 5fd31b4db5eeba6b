package import CensusCore

/// Why something was not understood: each of these waits for an answer.
package enum Why: Hashable, Sendable {
  /// No category has this wording.
  case wording(String)
  /// The wording is a warning, no failure.
  case warning(String)
  /// The row has fewer cells than there are headings.
  case short(cells: Int, headings: Int)
  /// The row has something beyond the headings.
  case wide(cells: Int, headings: Int)
  /// A text stands alone in its row.
  case alone
  /// The row names no site.
  case noSite
  /// The row has no issue.
  case noIssue
  /// The row names no prefecture.
  case noPrefecture
  /// The row names no site, and has the code of one.
  case noName(String)
  /// No list has the region that the row names: what it is to be answered by, and the nearest names.
  case region(String, of: SiteCode, near: [PrefectureID])
  /// A row of annex 1 that no list has, and that reads as a slip of what lists have: what it is to be
  /// answered by, and those.
  case newPrefecture(String, of: SiteCode, near: [PrefectureID])
  /// No list has any of so many rows of annex 1: what tells that they are right all the same.
  case otherProvince(rows: Int, of: SiteCode)
  /// A remark says that the row is no failure.
  case remark(String)
  /// A column of which nobody knows what it says, in a table, with so many cells.
  case column(Int, of: Int, cells: Int)
  /// A line of the text that names so many new-media accounts.
  case accountsInText(Int)
  /// The row names no platform of an account, or several.
  case platform(String)
  /// Nobody knows whose site or account it is: the unit or the name as printed, and what it is to be
  /// answered by.
  case owner(String, of: SiteCode)
  /// A line among lists of issues in prose that has none of the known forms.
  case prose
  /// A figure that is no whole number.
  case figure(String)
  /// The code went through floating point.
  case lostCode(String)
  /// The cell has the codes of several sites.
  case severalCodes([String])
  /// A formula whose value the document does not have.
  case formula
  /// What a spreadsheet shows of a formula that has no value: #N/A.
  case errorValue(String)
  /// Some of the row is struck out.
  case struck
  /// A merge hides a text of its own below another one.
  case covered(String, by: String)
  /// The prefecture has a row already.
  case repeated(String)
  /// The table has codes of sites, and no heading says what it is.
  case headings
  /// So many rows of a table read as those of an annex, and no heading says what they are.
  case likeResults(rows: Int)
  /// The table's own title says that it is for something else than the results of the period: its number,
  /// and how many rows it has.
  case otherPurpose(Purpose, table: Int, rows: Int)
  /// The title or the scores of a table say that its sites failed, and no column says why: its number, and
  /// how many rows it has.
  case failingList(table: Int, rows: Int)
  /// A site's code stands in the text, and no row of a table has it.
  case strayCode(String)
  /// Where a cell stands does not tell what of it is its own.
  case uncertain
  /// The row stands above the headings.
  case aboveHeadings
  /// No day is found by which reports are due.
  case noDue
  /// By when reports are due is said, and not on which day that is.
  case undatedDue
  /// No period is named.
  case noPeriod
  /// The period is of a kind that the store does not hold yet.
  case period(String)
  /// A row of a corrected notice that may be one of several findings of its site.
  case whichFinding([FindingID])
  /// A title, of a table or a notice, names another period than the notice is of.
  case otherPeriod(Quarter, than: Quarter, isOfTable: Bool)
  /// Two places say different things of one fact.
  case contradiction(String, String)
}

/// What was understood and deserves a second look all the same.
package enum Doubt: Hashable, Sendable {
  /// A cell of a vertical merge, or an empty one, took the text above it.
  case filled(rows: [Int])
  /// A table without headings was read by the columns of one before it.
  case continued(rows: Int, of: Int)
  /// A table of two records a row was read one half after the other.
  case halved
  /// A known column of which nothing is kept, with its heading and so many cells.
  case leftOut(column: Int, String, cells: Int)
  /// The year of a day that is due was not printed, and is that behind the notice's.
  case guessedYear(Day)
  /// Serial numbers are missing between others.
  case serialGap([Int])
  /// Rows have no number of their own, or share one, and are counted in their order.
  case renumbered
  /// A code of so many digits that end in 0, kept as a number.
  case roundCode(String)
  /// A wording was understood by a part of it.
  case partly(wording: String, Phrase)
  /// Hidden rows were read.
  case hiddenRows(Int)
  /// A code that was put together of pieces.
  case brokenCode(String)
  /// Rows that go on on the next page were put together.
  case splitRows([Int])
  /// The day that a report is due lies before the notice, or more than half a year behind it.
  case oddDeadline(Day)
  /// The notice says one day, a person said another.
  case otherDeadline(printed: Day, said: Day)
  /// The notice speaks of one period, a person said another.
  case otherPeriod(printed: Quarter, said: Quarter)
  /// A department's site counts for a unit of another name, as an earlier notice had it.
  case otherUnit(site: String, unit: String)
  /// Whose something is was told by what a person said of an earlier notice: the printed name, and whose.
  case earlierOwner(String, String)
  /// A code is printed in digits of full width, and kept in the others, by which it is known.
  case foldedCode(String)
  /// A new-media account stands in a list of sites, and was taken for one.
  case accountAmongSites(Phrase)
  /// Rows of annex 1 that lack a figure.
  case noFigure(rows: [Int])
  /// Hidden columns were read.
  case hiddenColumns([Int])
  /// The notice says a day, and a person said that there is none.
  case deniedDeadline(Day)
  /// A cell was read as a person said, and not as it is printed.
  case mended(printed: String, said: String)
  /// A row was left out, as a person said.
  case skipped(String)
  /// A table of so many rows was left out, as a person said.
  case skippedTable(rows: Int)
  /// Names of persons were left out of the contact line.
  case namesLeftOut
  /// A table of new-media accounts without a verdict on each, or without their platforms.
  case accounts(rows: Int)
  /// A table with a column of issues of which nothing was read.
  case unread(rows: Int)
  /// Findings were read in prose, since no table has any.
  case prose(sites: Int)
  /// What the reader of the container said.
  case remark(SourceRemark)
}

/// Something that was not understood, with its place.
package struct NotUnderstood: Hashable, Sendable {
  package let place: Place
  /// The text in question, as printed.
  package let text: String
  package let why: Why

  package init(place: Place, text: String, why: Why) {
    self.place = place
    self.text = text
    self.why = why
  }
}

/// A doubt with its place.
package struct PlacedDoubt: Hashable, Sendable {
  package let place: Place
  package let doubt: Doubt
}
