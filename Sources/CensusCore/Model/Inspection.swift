/// One quarter's census as published: imported, and never altered by anything people record.
public struct Inspection: Equatable, Sendable {
  /// Whether every running site was inspected.
  public enum Scope: String, CaseIterable, Sendable {
    /// A census (普查): every running site.
    case all
    /// A spot check (抽查): a sample.
    case sample
  }

  /// How much of the notice is known.
  public enum Coverage: String, CaseIterable, Sendable {
    /// Everything, finding by finding.
    case full
    /// Only the headline figures.
    case headline
  }

  /// Where the facts were read.
  public struct Source: Equatable, Sendable {
    /// What was read.
    public let title: Phrase
    /// SHA-256 of the document, if there was a file.
    public let sha256: String?
    /// Where it was read.
    public let readIn: Phrase?

    /// One source.
    public init(title: Phrase, sha256: String?, readIn: Phrase?) {
      self.title = title
      self.sha256 = sha256
      self.readIn = readIn
    }
  }

  /// When and how the sites were looked at.
  public struct Sampling: Equatable, Sendable {
    /// The first day of monitoring, where printed.
    public let from: Day?
    /// The day the counts hold at (截至).
    public let to: Day?
    /// The months covered, as printed.
    public let covers: Phrase?
    /// Rounds of monitoring.
    public let rounds: Int?
    /// The footnote under the annexes.
    public let footnote: String?

    /// One period of monitoring.
    public init(
      from: Day? = nil, to: Day? = nil, covers: Phrase? = nil, rounds: Int? = nil,
      footnote: String? = nil
    ) {
      self.from = from
      self.to = to
      self.covers = covers
      self.rounds = rounds
      self.footnote = footnote
    }
  }

  /// Figures of a row of annex 1, or of the whole province, as printed.
  public struct Figures: Equatable, Sendable {
    /// Running sites (在运行网站).
    public let running: Int?
    /// Failing sites (不合格网站) as published.
    public let failing: Int?
    /// The pass rate as published.
    public let publishedRate: String?

    /// No figure is greater: a bound far above any count of sites, below which no sum, product or
    /// difference of figures leaves the range of a whole number.
    public static let most = 10_000_000

    /// Printed figures; what was not read, or is no possible count, is nil.
    public init(running: Int?, failing: Int?, publishedRate: String?) {
      self.running = Self.possible(running)
      self.failing = Self.possible(failing)
      self.publishedRate = publishedRate
    }

    private static func possible(_ count: Int?) -> Int? {
      count.flatMap { (0...most).contains($0) ? $0 : nil }
    }

    /// The rate computed from the printed counts.
    public var rate: PassRate? {
      guard let running, let failing else { return nil }
      return PassRate(failing: failing, of: running)
    }

    /// The computed rate in the rounding of the printed one.
    public var computedRate: String? { rate?.text(like: publishedRate) }
  }

  /// One row of annex 1.
  public struct Row: Equatable, Sendable {
    /// The prefecture it is about.
    public let prefecture: PrefectureID
    /// What is printed there.
    public let figures: Figures

    /// One row.
    public init(prefecture: PrefectureID, figures: Figures) {
      self.prefecture = prefecture
      self.figures = figures
    }
  }

  /// An annex's printed frame: title, headings, and the total row where it has one.
  public struct Annex: Equatable, Sendable {
    /// The printed title.
    public let title: String
    /// The printed headings.
    public let headings: [String]
    /// The printed total row, with its label.
    public let total: Total?

    /// A printed total row.
    public struct Total: Equatable, Sendable {
      /// The label, 总计.
      public let label: String
      /// The printed figures.
      public let figures: Figures

      /// One total row.
      public init(label: String, figures: Figures) {
        self.label = label
        self.figures = figures
      }
    }

    /// One annex.
    public init(title: String, headings: [String], total: Total? = nil) {
      self.title = title
      self.headings = headings
      self.total = total
    }
  }

  /// A platform where readers report errors (网民留言平台), and its count of the period.
  public struct Platform: Equatable, Sendable {
    /// The platform's name.
    public let name: String
    /// Valid messages received.
    public let messages: Int
    /// Messages dealt with in time.
    public let done: Int
    /// The rate as printed.
    public let publishedRate: String?
    /// First day counted.
    public let from: Day?
    /// Last day counted.
    public let to: Day?

    /// One platform's figures.
    public init(
      name: String, messages: Int, done: Int, publishedRate: String?, from: Day?, to: Day?
    ) {
      self.name = name
      self.messages = messages
      self.done = done
      self.publishedRate = publishedRate
      self.from = from
      self.to = to
    }
  }

  /// A campaign that sites and accounts relayed (联动转载).
  public struct Campaign: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its season.
    public let season: Int?
    /// Relaying government sites.
    public let sites: Int
    /// Relaying new-media accounts.
    public let accounts: Int

    /// One campaign.
    public init(name: String, season: Int?, sites: Int, accounts: Int) {
      self.name = name
      self.season = season
      self.sites = sites
      self.accounts = accounts
    }
  }

  /// A count beyond sites that a notice prints, such as new-media accounts.
  public struct Metric: Equatable, Sendable {
    /// What is counted.
    public let name: Phrase
    /// How many there are.
    public let total: Int?
    /// How many of them fail.
    public let failing: Int?
    /// The rate as printed.
    public let publishedRate: String?

    /// One count.
    public init(name: Phrase, total: Int?, failing: Int?, publishedRate: String?) {
      self.name = name
      self.total = total
      self.failing = failing
      self.publishedRate = publishedRate
    }
  }

  /// What the notice says of the quarter before it.
  public struct PreviousResult: Equatable, Sendable {
    /// The quarter spoken of.
    public let quarter: Quarter?
    /// The result, in our own words.
    public let summary: Phrase

    /// One result.
    public init(quarter: Quarter?, summary: Phrase) {
      self.quarter = quarter
      self.summary = summary
    }
  }

  /// The quarter.
  public let quarter: Quarter
  /// How much is known.
  public let coverage: Coverage
  /// Census or spot check; nil where it was not read.
  public let scope: Scope?
  /// The edition of the criteria in force, `2015` or `2019`.
  public let criteria: String?
  /// Which correction of the publication this is, from 1.
  public let revision: Int
  /// Where the facts were read.
  public let source: Source?
  /// The notice.
  public let notice: Notice
  /// When and how the sites were looked at.
  public let sampling: Sampling
  /// The province's figures as printed in the text.
  public let totals: Figures
  /// The frame of annex 1.
  public let annex1: Annex?
  /// The rows of annex 1 in published order.
  public let rows: [Row]
  /// The frame of annex 2.
  public let annex2: Annex?
  /// The rows of annex 2 in published order.
  public let findings: [Finding]
  /// The notice's own wording of a category.
  public let wordings: [CategoryID: String]
  /// Sites criticised in the text only.
  public let mentions: [Mention]
  /// Message platforms.
  public let platforms: [Platform]
  /// The relay campaign.
  public let campaign: Campaign?
  /// Counts beyond sites.
  public let metrics: [Metric]
  /// What it says of the quarter before.
  public let previous: PreviousResult?
  /// Remarks on the record itself, in our own words.
  public let notes: [Phrase]
  /// What it brings that the lists of the store do not have.
  public let additions: Additions

  /// All that is known of a quarter.
  public init(
    quarter: Quarter, coverage: Coverage, scope: Scope? = .all, criteria: String? = nil,
    revision: Int = 1, source: Source? = nil, notice: Notice = Notice(),
    sampling: Sampling = Sampling(), totals: Figures, annex1: Annex? = nil, rows: [Row] = [],
    annex2: Annex? = nil, findings: [Finding] = [], wordings: [CategoryID: String] = [:],
    mentions: [Mention] = [], platforms: [Platform] = [], campaign: Campaign? = nil,
    metrics: [Metric] = [], previous: PreviousResult? = nil, notes: [Phrase] = [],
    additions: Additions = .none
  ) {
    self.quarter = quarter
    self.coverage = coverage
    self.scope = scope
    self.criteria = criteria
    self.revision = revision
    self.source = source
    self.notice = notice
    self.sampling = sampling
    self.totals = totals
    self.annex1 = annex1
    self.rows = rows
    self.annex2 = annex2
    self.findings = findings
    self.wordings = wordings
    self.mentions = mentions
    self.platforms = platforms
    self.campaign = campaign
    self.metrics = metrics
    self.previous = previous
    self.notes = notes
    self.additions = additions
  }
}
