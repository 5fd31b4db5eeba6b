/// The settings of a store: whose census it is, and the habits of the office.
public struct Settings: Equatable, Sendable {
  /// The habits of the office; facts of no notice.
  public struct Policy: Equatable, Sendable {
    /// Days to chase on, relative to the due day, ascending.
    public let chaseDays: [Int]
    /// After the last of them, every so many days; at least 1.
    public let chaseEvery: Int
    /// Whether sites named in the text only owe a report as well.
    public let mentionsOwe: Bool
    /// Whether whom to call is shared with the other events; else it stays on this machine.
    public let shareContacts: Bool

    /// How grave it is to be late, ascending; none where the office does not grade.
    public let latenessGrades: [LatenessGrade]

    /// The number of days that a habit reaches at most.
    public static let furthest = 366

    /// The habits of an office; days are at most so far from the due day and from each other, and of
    /// two grades from one day the first counts.
    public init(
      chaseDays: [Int] = [-12, -1, 2, 7], chaseEvery: Int = 7, mentionsOwe: Bool = false,
      shareContacts: Bool = false, latenessGrades: [LatenessGrade] = LatenessGrade.standard
    ) {
      let reach = -Self.furthest...Self.furthest
      self.chaseDays = chaseDays.map { min(max($0, reach.lowerBound), reach.upperBound) }.sorted()
      self.chaseEvery = min(max(1, chaseEvery), reach.upperBound)
      self.mentionsOwe = mentionsOwe
      self.shareContacts = shareContacts
      var known: Set<Int> = []
      self.latenessGrades = latenessGrades.filter { known.insert($0.from).inserted }
        .sorted { $0.from < $1.from }
    }
  }

  /// The store's identity.
  public let id: String
  /// What it is called.
  public let title: Phrase
  /// The province.
  public let province: Phrase
  /// The language shown unless a person chooses another.
  public let language: Language?
  /// The province's clock.
  public let offset: UTCOffset
  /// The habits of the office.
  public let policy: Policy

  /// The settings of one store.
  public init(
    id: String, title: Phrase, province: Phrase, language: Language?, offset: UTCOffset = .china,
    policy: Policy = Policy()
  ) {
    self.id = id
    self.title = title
    self.province = province
    self.language = language
    self.offset = offset
    self.policy = policy
  }
}
