/// How the census went from quarter to quarter (趋势): the published figures side by side.
///
/// They come from what was published alone, so nothing that people record changes them. A quarter
/// that is not there stays a gap, and a figure that was not read stays unknown: nothing is filled in.
public struct Trends: Equatable, Sendable {
  /// Whose figures.
  public enum Subject: Hashable, Sendable {
    /// All of the province.
    case province
    /// A row of annex 1.
    case prefecture(PrefectureID)
  }

  /// The figures of a subject in one quarter.
  public struct Entry: Equatable, Sendable {
    /// Running sites, failing sites and rate, as published.
    public let figures: Inspection.Figures
    /// Its findings, those about new-media accounts among them; nil where only totals are known.
    public let findings: Int?
    /// Its distinct failing sites; nil where only totals are known.
    public let sites: Int?
    /// Its distinct failing new-media accounts, which no published figure counts; nil where only totals
    /// are known.
    public let accounts: Int?

    /// The rate computed from the published counts, which alone compares across quarters: notices
    /// round it in different ways.
    public var rate: PassRate? { figures.rate }
  }

  /// One quarter with the figures of everybody in it.
  public struct Point: Equatable, Sendable {
    /// The quarter.
    public let quarter: Quarter
    /// Whether it is known finding by finding.
    public let coverage: Inspection.Coverage
    /// Census or spot check; nil where it was not read.
    public let scope: Inspection.Scope?
    /// The rows of annex 1, in published order; none where only totals are known.
    public let prefectures: [PrefectureID]
    /// How the failing sites gather in those rows; nil where only totals are known.
    public let concentration: Concentration?

    /// What the quarter brings that the lists of the store do not have.
    let additions: Additions
    private let entries: [Subject: Entry]

    /// Takes the figures of a quarter as published.
    public init(_ inspection: Inspection) {
      quarter = inspection.quarter
      coverage = inspection.coverage
      scope = inspection.scope
      additions = inspection.additions
      prefectures = distinct(inspection.rows.map(\.prefecture))
      concentration = Concentration(inspection)
      let isFull = inspection.coverage == .full
      let findings = Dictionary(grouping: inspection.findings, by: \.prefecture)
      func entry(_ figures: Inspection.Figures, _ findings: [Finding]) -> Entry {
        Entry(
          figures: figures, findings: isFull ? findings.count : nil,
          sites: isFull ? findings.failingSites : nil,
          accounts: isFull ? findings.failingAccounts : nil)
      }
      var entries: [Subject: Entry] = [
        .province: entry(inspection.publishedTotals, inspection.findings)
      ]
      for row in inspection.rows where entries[.prefecture(row.prefecture)] == nil {
        entries[.prefecture(row.prefecture)] = entry(row.figures, findings[row.prefecture] ?? [])
      }
      self.entries = entries
    }

    /// The figures of a subject; nil where the quarter has no row of it.
    public subscript(_ subject: Subject) -> Entry? { entries[subject] }
  }

  /// The quarters that are known, oldest first.
  public private(set) var points: [Point] = []

  /// What the quarters bring that the lists of the store do not have; of one thing the newest counts.
  public var additions: Additions {
    points.reversed().reduce(.none) { $0.joined(with: $1.additions) }
  }

  /// The figures of some quarters, in any order.
  public init(_ inspections: [Inspection] = []) {
    for inspection in inspections { insert(inspection) }
  }

  /// Takes in a quarter, in the place of what was known of it.
  public mutating func insert(_ inspection: Inspection) {
    insert(Point(inspection))
  }

  /// Takes in a quarter, in the place of what was known of it.
  public mutating func insert(_ point: Point) {
    let index = points.firstIndex { $0.quarter >= point.quarter } ?? points.count
    if index < points.count, points[index].quarter == point.quarter {
      points[index] = point
    } else {
      points.insert(point, at: index)
    }
  }

  /// The latest of the quarters alone.
  public func latest(_ count: Int) -> Trends {
    var trends = self
    trends.points = Array(points.suffix(max(0, count)))
    return trends
  }

  /// The quarter's figures, if it is known.
  public subscript(_ quarter: Quarter) -> Point? { points.first { $0.quarter == quarter } }

  /// Every row of annex 1 in any of the quarters: as the newest has them, then older ones.
  public var prefectures: [PrefectureID] { distinct(points.reversed().flatMap(\.prefectures)) }

  /// Quarters running that are missing between two others.
  public struct Gap: Equatable, Sendable {
    /// The first that is missing.
    public let first: Quarter
    /// The last that is missing.
    public let last: Quarter

    /// How many are missing.
    public var count: Int { last.position - first.position + 1 }
  }

  /// What is missing between the known quarters, oldest first.
  public var gaps: [Gap] { Self.gaps(between: points.map(\.quarter)) }

  /// What is missing between some quarters in the order of time, each kind of period for itself.
  public static func gaps(between quarters: [Quarter]) -> [Gap] {
    let ofKinds = Quarter.Kind.allCases.map { kind in quarters.filter { $0.kind == kind } }
    return ofKinds.flatMap { quarters in
      zip(quarters, quarters.dropFirst()).compactMap { before, after in
        guard let first = before.next, let last = after.previous, first <= last else { return nil }
        return Gap(first: first, last: last)
      }
    }.sorted { $0.first < $1.first }
  }

  /// Every period from the earliest of some to the latest of its kind, the missing ones included.
  public static func span(of quarters: [Quarter]) -> [Quarter] {
    Quarter.Kind.allCases.flatMap { kind -> [Quarter] in
      let ofKind = quarters.filter { $0.kind == kind }
      guard let first = ofKind.min(), let last = ofKind.max() else { return [] }
      // Nobody knows how many special checks a year had.
      guard kind != .special else { return Set(ofKind).sorted() }
      return (first.position...last.position).compactMap { Quarter.at($0, kind) }
    }.sorted()
  }

  /// Whether periods of several kinds stand side by side, whose figures differ in more than time.
  public var areMixed: Bool { Set(points.map(\.quarter.kind)).count > 1 }
}
