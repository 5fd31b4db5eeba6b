package import CensusCore
internal import CensusReports
package import CensusStore

/// The report of a quarter, frozen, or found frozen just so before.
package struct Frozen {
  package let report: FrozenReport
  package let isNew: Bool
  /// What was done.
  package let sentence: Phrase
}

extension Session {
  /// Freezes the report of the quarter looked at.
  ///
  /// - Parameters:
  ///   - actor: who freezes it.
  ///   - origin: which program.
  ///   - moment: when.
  ///   - world: gives digits for names of files.
  /// - Returns: what came of it.
  /// - Throws: where the store takes nothing, or the quarter cannot be read.
  package mutating func freeze(
    by actor: String, origin: String, at moment: Instant, in world: World
  ) throws(CommandError) -> Frozen {
    if case .readOnly(let reason) = store.access { throw .store(.readOnly(reason)) }
    let projection = try projection()
    let page = try reportPage(withPictures: false)
    let revision = store.allRevisions(of: projection.quarter).counting(at: knownAt)?.revision
    let content = FrozenReport.Content(
      quarter: projection.quarter, asOf: asOf, knownAt: knownAt,
      events: projection.overview.events, revision: revision?.id ?? Revision.original,
      revisionNumber: projection.inspection.revision, language: language)
    let recorder = Recorder(
      actor: actor, origin: origin, at: moment, randomHex: world.randomHex)
    do {
      let (report, isNew) = try store.freeze(
        Array(page.html(language).utf8), of: content, by: recorder)
      return Frozen(report: report, isNew: isNew, sentence: sentence(on: report, isNew: isNew))
    } catch {
      throw .store(error)
    }
  }

  private func sentence(on report: FrozenReport, isNew: Bool) -> Phrase {
    let content = report.content
    let path = "\(path)/\(report.pagePath)"
    let name = content.quarter.name
    let what = Phrase(
      "\(name.chinese)的报告（截至\(content.asOf)，计入\(content.events)条记录）",
      "the report of \(name.english) as of \(content.asOf) (\(counted(content.events, "record")))")
    let by = report.acceptance.by
    let on = report.acceptance.at.text(at: store.settings.offset)
    return isNew
      ? Phrase("已归档\(what.chinese)：\(path)", "froze \(what.english): \(path)")
      : Phrase(
        "\(by)已于\(on)归档过同样的\(what.chinese)：\(path)；没有再次归档",
        "\(by) froze \(what.english) just so on \(on): \(path); nothing was written")
  }
}
