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
    case prefecture(String)
    /// Rows of annex 2.
    case findings([FindingID])
    /// A site named in the text.
    case mention(Int)
    /// The notice as a whole.
    case notice
    /// A file of the store.
    case file(String)
  }

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
  /// The printed value, where one is in question.
  public let published: String?
  /// The computed value, where one is in question.
  public let computed: String?

  /// One doubtful thing.
  public init(
    severity: Severity, code: String, place: Place, location: Phrase, message: Phrase,
    published: String? = nil, computed: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.place = place
    self.location = location
    self.message = message
    self.published = published
    self.computed = computed
  }
}
