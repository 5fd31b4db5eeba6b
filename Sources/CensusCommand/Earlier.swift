package import CensusCore
internal import CensusStore

extension Session {
  /// What failed before among some findings, read off the earlier quarters.
  ///
  /// Only a quarter that lists one of their sites is read with its events; sites that were recoded
  /// or merged are followed by what is known today.
  ///
  /// - Parameters:
  ///   - projection: the quarter looked at.
  ///   - findings: those that are listed.
  /// - Returns: recurrences and what was carried over, up to that quarter.
  package mutating func past(of projection: Projection, _ findings: [FindingState])
    -> RepeatOffenders
  {
    let aliases = projection.aliases
    let sites = Set(findings.map { aliases.lineage(of: $0.site) })
    var all = [projection]
    for quarter in store.quarters() where quarter < projection.quarter && !sites.isEmpty {
      guard let inspection = store.inspection(of: quarter).inspection,
        inspection.coverage == .full,
        inspection.findings.contains(where: { finding in
          sites.contains(aliases.lineage(of: aliases.identity(of: finding)))
        }), let earlier = try? self.projection(of: quarter)
      else { continue }
      all.append(earlier)
    }
    return RepeatOffenders(all)
  }
}
