/// The public holidays of one year (节假日安排) with what they rest on.
///
/// Some of its days may lie in December of the year before: 2019 began on 2018-12-30.
public struct ArrangedYear: Equatable, Sendable {
  /// A document of the State Council that says which days are off.
  public struct Source: Equatable, Sendable {
    /// Its title as printed.
    public let title: String
    /// Its number, `国办发明电〔2017〕12号`; nil where we do not know it.
    public let document: String?
    /// The day on which it was made public; nil where we do not know it.
    public let published: Day?
    /// Where the State Council's site has it.
    public let address: String?

    /// One document.
    public init(title: String, document: String?, published: Day?, address: String?) {
      self.title = title
      self.document = document
      self.published = published
      self.address = address
    }
  }

  /// The year.
  public let number: Int
  /// What it rests on: the notice of the year, and those that changed it.
  public let sources: [Source]
  /// Its holidays.
  public let holidays: [Holiday]

  /// One year.
  public init(number: Int, sources: [Source], holidays: [Holiday]) {
    self.number = number
    self.sources = sources
    self.holidays = holidays
  }
}

/// One public holiday (节假日): the days off in one piece, and the weekend days worked for them.
public struct Holiday: Equatable, Sendable {
  /// What it is called, 国庆节.
  public let name: Phrase
  /// The first day off.
  public let first: Day
  /// The last day off.
  public let last: Day
  /// The weekend days that are worked for it (调休上班).
  public let worked: [Day]

  /// The most days that a holiday lasts, and that a day worked for it is away from it.
  public static let reach = 31

  /// Checks that it begins before it ends, lasts no longer than the longest, and that only weekend
  /// days beside it, and not far from it, are worked.
  public init?(name: Phrase, first: Day, last: Day, worked: [Day]) {
    let reach = Self.reach
    guard first <= last, last - first < reach,
      worked.allSatisfy({ day in
        day.weekday.isWeekend && !(first...last).contains(day)
          && (first - reach...last + reach).contains(day)
      })
    else { return nil }
    self.name = name
    self.first = first
    self.last = last
    self.worked = worked
  }
}
