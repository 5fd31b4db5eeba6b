package import CensusCore
internal import CensusLists
package import CensusReports
internal import CensusStore

/// The pages that `census report` answers with.
extension Session {
  /// The report of the quarter looked at.
  ///
  /// - Parameter withPictures: whether the pictures among the evidence lie in it.
  /// - Returns: the page.
  /// - Throws: where the quarter cannot be read.
  package mutating func reportPage(withPictures: Bool) throws(CommandError) -> Page {
    let projection = try projection()
    let left = unfinished()
    let current = Quarter(containing: asOf)
    let quarters = store.quarters().filter { $0 <= projection.quarter || $0 <= current }
    var trends = Trends()
    var unreadable: [Quarter] = []
    for quarter in quarters {
      if let inspection = store.inspection(of: quarter).inspection {
        trends.insert(inspection)
      } else {
        unreadable.append(quarter)
      }
    }
    let files = problems(of: projection.quarter)
    return QuarterReport(
      projection, worklist: left.worklist,
      checks: projection.allDiscrepancies(with: files.map(\.discrepancy)), trends: trends,
      leavingOut: unreadable,
      source: Damage(files).map { damage in
        Phrase(
          "\(damage.sentence.chinese)；本报告可能不完整，详见 census check。",
          "\(damage.sentence.english); this report may be incomplete, see census check.")
      },
      pictures: withPictures ? pictures(among: projection.keptFiles) : KeptPictures()
    ).page
  }

  /// The pictures among some evidence, with their bytes.
  private func pictures(among files: [KeptFile]) -> KeptPictures {
    KeptPictures(of: files) { file in
      // What cannot be read is said on the page.
      guard let bytes = try? store.attachment(file.sha256) else { return nil }
      return bytes
    }
  }

  /// What the next notice says of the quarter looked at.
  package mutating func nextNoticePage() throws(CommandError) -> Page {
    let projection = try projection()
    return projection.nextNoticePage(past: past(of: projection, projection.findings))
  }

  /// What changed since a day.
  ///
  /// - Parameter day: it counts, and is no later than the day looked at.
  /// - Returns: the page.
  /// - Throws: where the day is later, or the quarter cannot be read.
  package mutating func sincePage(_ day: Day) throws(CommandError) -> Page {
    let projection = try projection()
    guard day <= asOf else { throw .sinceLater(day, asOf: asOf) }
    let before = try self.projection(of: projection.quarter, on: day - 1)
    let offset = store.settings.offset
    return projection.sincePage(
      ChangesSince(day, before: before, after: projection, offset: offset), offset: offset)
  }

  /// What whoever takes over has to know, over all periods.
  package mutating func handoverPage() throws(CommandError) -> Page {
    let left = unfinished()
    var projections: [Projection] = []
    for quarter in store.quarters().sorted() {
      let inspection = store.inspection(of: quarter).inspection
      guard let inspection, inspection.coverage == .full,
        inspection.notice.issued.map({ $0 <= asOf }) ?? true
      else { continue }
      projections.append(try projection(of: quarter))
    }
    if projections.isEmpty, let failure = store.quartersFailure { throw .store(.file(failure)) }
    return Handover(
      projections, left.worklist, on: asOf, store.settings.policy,
      directory: store.knownDirectory,
      unsaved: store.partialBatches().map { Messages.sentence($0) },
      leavingOut: left.unreadable
    ).page
  }
}
