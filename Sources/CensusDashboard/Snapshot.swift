package import CensusCore

/// What the dashboard knows of the store: one quarter on one day.
package struct Snapshot: Equatable, Sendable {
  /// Where recording stands.
  package enum Access: Equatable, Sendable {
    case readWrite
    /// Nothing is recorded; why, in a sentence.
    case readOnly(Phrase)
  }

  /// What is wrong with the files it was read from, apart from doubts about the notice.
  package struct Damage: Equatable, Sendable {
    /// What it is, with the names of the files.
    package let sentence: Phrase
    /// What it is in a few words, for the foot.
    package let brief: Phrase
    /// The batches of which only a part is in place.
    package let cut: Set<BatchID>

    package init(sentence: Phrase, brief: Phrase, cut: Set<BatchID> = []) {
      self.sentence = sentence
      self.brief = brief
      self.cut = cut
    }
  }

  /// What the store is called.
  package let title: Phrase
  /// The province.
  package let province: Phrase
  /// The quarters it holds, newest first.
  package let quarters: [Quarter]
  /// The quarter on screen.
  package let projection: Projection
  /// The same quarter with all that is known today: what is recorded is planned on it, so that
  /// nothing is recorded twice because the day looked at does not show it.
  package let known: Projection
  /// What deserves a second look, damaged files included.
  package let discrepancies: [Discrepancy]
  /// The province's clock, for the moments of recording.
  package let offset: UTCOffset
  /// The real day.
  package let today: Day
  /// Where recording stands.
  package let access: Access
  /// What is wrong with the files, if anything.
  package let damage: Damage?
  /// How many records are written, and not certain to be on the disk.
  package let unconfirmed: Int
  /// What failed in earlier quarters, if they were read.
  package let past: RepeatOffenders?
  /// What is owed of the other periods, once that was read.
  package let others: Worklist?
  /// The period before the one on screen that has findings, once that was read.
  package let previous: Projection?
  /// The latest census of all sites besides the one on screen, once that was read.
  package let census: Projection?
  /// The other periods that cannot be read, so that nothing of theirs is known.
  package let unreadOthers: [Quarter]
  /// Whether any of that is still being read, between two keys.
  package let lacksPast: Bool
  /// Why the quarter's facts cannot be read, if so; the projection is then empty.
  package let unreadable: Phrase?

  // Every frame asks for these; they are worked out once.

  /// The quarter in numbers.
  package let overview: Overview
  /// The failing sites.
  package let sites: [SiteState]
  /// The rows of annex 1.
  package let prefectures: [PrefectureState]
  /// The issue categories that occur.
  package let categories: [CategoryState]
  /// What the kinds of categories come to.
  package let tallies: [KindTally]
  /// The category tags over all findings.
  package let tagCount: Int
  /// The findings in the follow-up, in the order of annex 2.
  package let followed: [FindingState]
  /// The units, who owes most first.
  package let receiptDesk: [Obligation]
  /// The figures of the quarter, to be put beside those of others.
  package let point: Trends.Point
  /// The paragraph for the leader.
  package let brief: Phrase
  /// What was recorded, newest first.
  package let history: [HistoryEntry]
  /// The same of all that is known today.
  package let knownHistory: [HistoryEntry]
  /// The days of each unit against its deadlines.
  package let lanes: [UnitID: Lane]
  /// The days at which something stands in any of these.
  let laneDays: Set<Day>
  /// What a search looks at.
  package let searched: SearchTexts

  package init(
    title: Phrase, province: Phrase, quarters: [Quarter], projection: Projection,
    known: Projection? = nil, files: [Discrepancy] = [], today: Day,
    offset: UTCOffset = .china, access: Access = .readWrite, damage: Damage? = nil,
    unconfirmed: Int = 0,
    unreadable: Phrase? = nil, past: RepeatOffenders? = nil,
    others: Worklist? = nil, previous: Projection? = nil, census: Projection? = nil,
    unreadOthers: [Quarter] = [], lacksPast: Bool = false
  ) {
    self.title = title
    self.province = province
    self.quarters = quarters
    self.projection = projection
    self.known = known ?? projection
    self.discrepancies = projection.allDiscrepancies(with: files)
    self.today = today
    self.offset = offset
    self.access = access
    self.damage = damage
    self.unconfirmed = unconfirmed
    self.unreadable = unreadable
    self.past = past
    self.others = others
    self.previous = previous
    self.census = census
    self.unreadOthers = unreadOthers
    self.lacksPast = lacksPast
    overview = projection.overview
    sites = projection.sites
    prefectures = projection.prefectures
    categories = projection.categories
    tallies = categories.tallies
    tagCount = projection.tagCount
    followed = projection.findings.filter { !$0.isVoid }
    receiptDesk = projection.receiptDesk
    point = Trends.Point(projection.inspection)
    brief =
      others.map { projection.brief(beside: $0, leavingOut: unreadOthers) } ?? projection.brief
    history = projection.history
    knownHistory = known?.history ?? history
    lanes = projection.lanes(
      from: LaneScale.first(
        due: projection.inspection.notice.deadline?.day, asOf: projection.asOf))
    laneDays = lanes.values.reduce(into: []) { $0.formUnion($1.markedDays) }
    searched = SearchTexts(of: projection, history: history)
  }

  /// The discrepancies of the notice that ask for an answer: errors and warnings that nobody
  /// confirmed.
  ///
  /// Damaged files are counted apart.
  package var openDiscrepancies: Int { discrepancies.count { $0.isOpen && !$0.isFile } }

  /// Those that somebody confirmed as they stand.
  package var verifiedDiscrepancies: Int { discrepancies.count { $0.verified != nil } }
}
