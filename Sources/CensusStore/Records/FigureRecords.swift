import CensusCore

/// A message platform and its count of the period.
struct PlatformRecord: Readable {
  let platform: Inspection.Platform

  enum CodingKeys: String {
    case name
    case messages
    case done
    case rate
    case from
    case to
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    platform = Inspection.Platform(
      name: try fields.someText(.name), messages: try fields.number(.messages),
      done: try fields.number(.done), publishedRate: try fields.optionalText(.rate),
      from: try fields.optionalDay(.from), to: try fields.optionalDay(.to))
  }
}

/// What sites and accounts relayed.
struct CampaignRecord: Readable {
  let campaign: Inspection.Campaign

  enum CodingKeys: String {
    case name
    case season
    case sites
    case accounts
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    campaign = Inspection.Campaign(
      name: try fields.someText(.name), season: try fields.optionalNumber(.season),
      sites: try fields.number(.sites), accounts: try fields.number(.accounts))
  }
}

/// A count beyond sites.
struct MetricRecord: Readable {
  let metric: Inspection.Metric

  enum CodingKeys: String {
    case name
    case total
    case failing
    case rate
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    metric = Inspection.Metric(
      name: try fields.phrase(.name), total: try fields.optionalNumber(.total),
      failing: try fields.optionalNumber(.failing), publishedRate: try fields.optionalText(.rate))
  }
}

/// What the notice says of the quarter before: `{"quarter": …, "zh": …, "en": …}`.
struct PreviousRecord: Readable {
  let result: Inspection.PreviousResult

  enum CodingKeys: String {
    case quarter
    case zh
    case en
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    result = Inspection.PreviousResult(
      quarter: try fields.optionalQuarter(.quarter),
      summary: Phrase(try fields.text(.zh), try fields.text(.en)))
  }
}
