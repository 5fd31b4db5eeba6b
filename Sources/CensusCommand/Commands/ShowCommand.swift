package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

package struct ShowCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: Phrase(
        "州市、单位、网站、问题、记录或通报的详情。",
        "Everything about one prefecture, unit, site, finding, event or notice."),
      discussion: Phrase(
        """
        可填写中文或英文名称、网站标识码、问题编号（如 2018Q3-7）、季度（如 2018Q3，指其通报），或者记录、批次的编号（至少六位）。默认季度中没有的，到其他季度查找。

        示例：census show 5309260040
        """,
        """
        The ID is a name in either language, a site code, a finding such as 2018Q3-7, a quarter \
        such as 2018Q3 for its notice, or at least six digits of an event or a batch. Another \
        quarter is looked into if the default one does not know the ID.

        Example: census show 5309260040
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase(
        "州市、单位、网站标识码、问题编号、记录编号、批次号或季度。",
        "A prefecture, unit, site code, finding, event, batch or quarter."),
      valueName: Phrase("编号", "id")), completion: .store(.ids))
  package var id: String

  @OptionGroup(title: "Common options") package var common: CommonOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    var session = try Session(common, in: &world)
    _ = try session.inspection(of: session.quarter())
    // What it is, and what recurs, is looked for in several quarters; one of them may be damaged.
    defer { warnOfDamage(session.problems, in: &world) }
    let (projection, reference) = try find(id, in: &session)
    let earlier = earlier(reference, than: projection, in: &session)
    let streak = streak(reference, in: projection, &session)
    let offset = session.store.settings.offset
    guard
      let entry = projection.entry(
        reference, offset: offset, language: session.language, earlier: earlier,
        streak: streak)
    else {
      throw .refused(.unknownID(id, nearest: []))
    }
    try answer.write(entry.sheet, entry.value, common, session.language, in: &world)
    return .good
  }

  private func earlier(
    _ reference: Reference, than projection: Projection, in session: inout Session
  ) -> RepeatOffenders? {
    switch reference {
    case .site(let code): session.past(of: projection, projection.site(code)?.findings ?? [])
    case .finding(let id):
      session.past(of: projection, projection.finding(id).map { [$0] } ?? [])
    case .prefecture, .unit, .event, .batch, .check, .notice: nil
    }
  }
}

/// The run of quarters without failing sites that a prefecture has at a quarter; earlier ones of that
/// kind are read for as long as it goes on.
private func streak(
  _ reference: Reference, in projection: Projection, _ session: inout Session
) -> Trends.Streak? {
  guard case .prefecture(let id) = reference else { return nil }
  let last = projection.quarter
  var trends = Trends([projection.inspection])
  var streak = trends.streak(of: id, until: last)
  for quarter in session.store.quarters() where quarter < last && quarter.kind == last.kind {
    guard let known = streak, let inspection = session.store.inspection(of: quarter).inspection
    else { break }
    trends.insert(inspection)
    streak = trends.streak(of: id, until: last)
    if streak == known { break }
  }
  return streak
}

/// Finds an ID in the quarter looked at; if none was named, then in the others, newest first.
func find(
  _ id: String, in session: inout Session
) throws(CommandError) -> (Projection, Reference) {
  let projection = try session.projection(of: try quarterMeant(by: [id], &session))
  do throws(Refusal) {
    return (projection, try projection.resolve(id))
  } catch {
    guard session.chosenQuarter == nil, case .unknownID = error else {
      throw .refused(error.named(in: projection, session.language))
    }
    for quarter in session.store.quarters() where quarter != projection.quarter {
      guard let other = try? session.projection(of: quarter), let found = try? other.resolve(id)
      else { continue }
      return (other, found)
    }
    throw .refused(error.named(in: projection, session.language))
  }
}
