import CensusCore

/// The file `quarters/2018Q3.json`: one quarter as published.
struct QuarterRecord: Readable {
  let inspection: Inspection
  /// Who took it in; nil for what the store began with.
  let acceptance: Revision.Acceptance?

  enum CodingKeys: String {
    case quarter
    case revision
    case acceptance
    case coverage
    case scope
    case criteria
    case source
    case notice
    case sampling
    case totals
    case annex1
    case annex2
    case wordings
    case mentions
    case platforms
    case campaign
    case problems
    case requirements
    case metrics
    case previous
    case notes
    case additions
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let quarter = try fields.quarter(.quarter)
    acceptance = try fields.object(.acceptance, AcceptanceRecord.self)?.acceptance
    let notice = try fields.object(.notice, NoticeRecord.self)
    let annex1 = try fields.object(.annex1, FirstAnnexRecord.self)
    let annex2 = try fields.object(.annex2, SecondAnnexRecord.self)
    let problems = try fields.rows(.problems, of: PhraseRecord.self).map(\.phrase)
    let requirements = try fields.rows(.requirements, of: RequirementRecord.self)
    inspection = Inspection(
      quarter: quarter, coverage: try fields.word(.coverage, Inspection.Coverage.self),
      scope: try fields.optionalWord(.scope, Inspection.Scope.self),
      criteria: try fields.optionalText(.criteria),
      revision: try fields.optionalNumber(.revision, atLeast: 1) ?? 1,
      source: try fields.object(.source, SourceRecord.self)?.source,
      notice: (notice ?? NoticeRecord()).notice(
        problems: problems, requirements: requirements.map(\.requirement)),
      sampling: try fields.object(.sampling, SamplingRecord.self)?.sampling
        ?? Inspection.Sampling(),
      totals: try fields.object(.totals, TotalsRecord.self)?.figures
        ?? Inspection.Figures(running: nil, failing: nil, publishedRate: nil),
      annex1: annex1?.annex, rows: annex1?.rows ?? [], annex2: annex2?.annex,
      findings: annex2?.findings(of: quarter) ?? [],
      wordings: Dictionary(
        uniqueKeysWithValues: (try fields.object(.wordings, [String: String].self) ?? [:]).map {
          (CategoryID($0), $1)
        }),
      mentions: try fields.rows(.mentions, of: MentionRecord.self).map(\.mention),
      platforms: try fields.rows(.platforms, of: PlatformRecord.self).map(\.platform),
      campaign: try fields.object(.campaign, CampaignRecord.self)?.campaign,
      metrics: try fields.rows(.metrics, of: MetricRecord.self).map(\.metric),
      previous: try fields.object(.previous, PreviousRecord.self)?.result,
      notes: try fields.rows(.notes, of: PhraseRecord.self).map(\.phrase),
      additions: try fields.object(.additions, AdditionsRecord.self)?.additions ?? .none)
  }
}

struct SourceRecord: Readable {
  let source: Inspection.Source

  enum CodingKeys: String {
    case title
    case sha256
    case readIn
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    source = Inspection.Source(
      title: try fields.phrase(.title), sha256: try fields.optionalText(.sha256),
      readIn: try fields.optionalPhrase(.readIn))
  }
}

struct SamplingRecord: Readable {
  let sampling: Inspection.Sampling

  enum CodingKeys: String {
    case from
    case to
    case covers
    case rounds
    case footnote
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    sampling = Inspection.Sampling(
      from: try fields.optionalDay(.from), to: try fields.optionalDay(.to),
      covers: try fields.optionalPhrase(.covers), rounds: try fields.optionalNumber(.rounds),
      footnote: try fields.optionalText(.footnote))
  }
}

struct TotalsRecord: Readable {
  let figures: Inspection.Figures

  enum CodingKeys: String {
    case running
    case failing
    case publishedRate
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    figures = Inspection.Figures(
      running: try fields.optionalNumber(.running), failing: try fields.optionalNumber(.failing),
      publishedRate: try fields.optionalText(.publishedRate))
  }
}
