/// Something in a published quarter that deserves a second look (核对项); the print is never altered.
public struct Discrepancy: Equatable, Sendable {
  /// How grave it is.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Something cannot be read.
    case error
    /// A figure or row that is probably wrong.
    case warning
    /// A fact worth knowing.
    case note

    /// The gravest first.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What it is about, for the jump to its row.
  public enum Place: Equatable, Sendable {
    /// A row of annex 1.
    case prefecture(PrefectureID)
    /// Rows of annex 2.
    case findings([FindingID])
    /// A site named in the text.
    case mention(Int)
    /// The notice as a whole.
    case notice
    /// A file of the store.
    case file(String)
  }

  /// Who confirmed that a row stands as it is, and when.
  public struct Verified: Equatable, Sendable {
    /// The record.
    public let event: EventID
    /// The day of it.
    public let on: Day
    /// Who confirmed it.
    public let by: String
  }

  /// What a person types to name this row: the rule and the place, `rateMismatch/临沧`.
  ///
  /// Where a rule finds several things in one place, all but the first are numbered.
  public internal(set) var id: String
  /// How grave it is.
  public let severity: Severity
  /// Which rule found it, `rateMismatch`.
  public let code: String
  /// What it is about.
  public let place: Place
  /// The place in words.
  public let location: Phrase
  /// What is doubtful, in a sentence.
  public let message: Phrase
  /// What to do about it by a command of the command line, where that is the answer.
  public let command: Phrase?
  /// The printed value, where one is in question.
  public let published: String?
  /// The computed value, where one is in question.
  public let computed: String?
  /// Who confirmed it as it stands, if anybody did (已核实).
  public internal(set) var verified: Verified?

  /// Whether it is about a file of the store, which is mended and not confirmed.
  public var isFile: Bool {
    if case .file = place { true } else { false }
  }

  /// Whether it asks for an answer: an error or a warning that nobody confirmed.
  public var isOpen: Bool { severity != .note && verified == nil }

  /// One doubtful thing.
  public init(
    severity: Severity, code: String, place: Place, location: Phrase, message: Phrase,
    command: Phrase? = nil, published: String? = nil, computed: String? = nil
  ) {
    id = ([code] + (place.text.map { [$0] } ?? [])).joined(separator: "/")
    self.severity = severity
    self.code = code
    self.place = place
    self.location = location
    self.message = message
    self.command = command
    self.published = published
    self.computed = computed
  }
}

extension Discrepancy.Place {
  /// The place as a part of an ID; nil where it is the notice as a whole.
  fileprivate var text: String? {
    switch self {
    case .prefecture(let id): id.text
    case .findings(let ids): ids.map { String($0.number) }.joined(separator: "+")
    case .mention(let number): "m\(number)"
    case .notice: nil
    case .file(let path): path
    }
  }
}
