import CensusCore

/// Times preparing and searching the findings of a synthetic quarter of the whole country.
@main
struct SearchBenchmark {
  static let findings = 15_000
  static let queries = [
    "k", "km", "gm", "xsbn", "s", "sh", "zhengfu", "shiyanshi", "昆明", "昆m", "gov", "5309",
    "zhi|shi|guo",
    "shi xian !km", "qqqq",
  ]

  static func main() {
    let clock = ContinuousClock()
    let demo = Demo(Demo.Size(quarters: 1, prefectures: 90, findings: findings, events: 0))
    guard let inspection = demo.inspections.last, let issued = inspection.notice.issued else {
      return
    }
    let projection = Projection(
      of: inspection, directory: demo.directory, events: [], settings: demo.settings, asOf: issued)
    let searched = SearchTexts(of: projection)
    let rows = projection.findings.map { searched.of($0) }
    let characters = rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.unicodeScalars.count } }
    print(
      "\(rows.count) findings, \(rows.reduce(0) { $0 + $1.count }) texts, \(characters) characters")

    var texts: [SearchText] = []
    report("first preparing", clock.measure { texts = rows.map { SearchText($0) } })
    report("preparing again", clock.measure { texts = rows.map { SearchText($0) } })
    for query in queries {
      var count = 0
      let first = clock.measure {
        let query = SearchQuery(query)
        count = texts.count { query.matches($0) }
      }
      let again = (0..<9).map { _ in
        clock.measure {
          let query = SearchQuery(query)
          count = texts.count { query.matches($0) }
        }
      }.sorted()[4]
      report("\(query): \(count) rows, first", first)
      report("\(query): median", again)
    }
    let query = SearchQuery("sh")
    report("ranking sh", clock.measure { _ = texts.map { query.rank($0) } })
    let names = projection.findings.map(\.finding.siteName)
    var order: [PinyinKey] = []
    report("pinyin keys of the names", clock.measure { order = names.map { PinyinKey($0) } })
    report("sorting them", clock.measure { order.sort() })
  }

  static func report(_ what: String, _ time: Duration) {
    let microseconds = time.components.attoseconds / 1_000_000_000_000
    print("\(what): \(microseconds / 1000).\(String(1000 + microseconds % 1000).dropFirst()) ms")
  }
}
