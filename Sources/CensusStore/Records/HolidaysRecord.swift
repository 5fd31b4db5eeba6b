import CensusCore

/// The file `holidays.json`: days off and weekends worked, year by year.
struct HolidaysRecord: Readable {
  /// What a file begins with that is one.
  static let format = "\(StoreRecord.format)-holidays"
  /// The years that a file may speak of.
  static let years = 1949...2999

  let calendar: WorkingCalendar

  enum CodingKeys: String {
    case format
    case years
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    guard try fields.text(.format) == Self.format else {
      throw fields.fault(.oneOf([Self.format]), .format)
    }
    guard fields.has(.years) else { throw fields.fault(.field, .years) }
    // Half a year of holidays would count days off as worked: a year is right, or it is left out.
    let years = try fields.rows(.years, of: ArrangedYearRecord.self, identity: "year") {
      String($0.year.number)
    }
    calendar = WorkingCalendar(years.map(\.year))
  }
}

private struct ArrangedYearRecord: Readable {
  let year: ArrangedYear

  enum CodingKeys: String {
    case year
    case notices
    case holidays
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let range = HolidaysRecord.years
    let number = try fields.number(.year, atLeast: range.lowerBound, atMost: range.upperBound)
    let sources = try fields.list(.notices, of: ArrangementNoticeRecord.self)
    guard !sources.isEmpty else { throw fields.fault(.someEntries, .notices) }
    let holidays = try fields.list(.holidays, of: HolidayRecord.self).map(\.holiday)
    guard !holidays.isEmpty else { throw fields.fault(.someEntries, .holidays) }
    var known: Set<Day> = []
    for (index, holiday) in holidays.enumerated() {
      let days = (0...(holiday.last - holiday.first)).map { holiday.first + $0 } + holiday.worked
      let (first, last) = (holiday.first.year, holiday.last)
      let isOfDecember = last.year == number - 1 && last.month == 12
      guard first == number || last.year == number || isOfDecember else {
        throw fields.fault(.yearOf(number), .holidays, at: index)
      }
      for day in days where !known.insert(day).inserted {
        throw fields.fault(.unique, .holidays, at: index)
      }
    }
    year = ArrangedYear(number: number, sources: sources.map(\.source), holidays: holidays)
  }
}

private struct ArrangementNoticeRecord: Readable {
  let source: ArrangedYear.Source

  enum CodingKeys: String {
    case title
    case document
    case published
    case address
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    source = ArrangedYear.Source(
      title: try fields.someText(.title), document: try fields.optionalText(.document),
      published: try fields.optionalDay(.published), address: try fields.optionalText(.address))
  }
}

private struct HolidayRecord: Readable {
  let holiday: Holiday

  enum CodingKeys: String {
    case name
    case from
    case to
    case working
  }

  init(_ node: Node) throws(RecordFault) {
    let fields = try Fields(node, CodingKeys.self)
    let worked = try fields.list(.working, of: Day.self)
    guard
      let holiday = Holiday(
        name: try fields.phrase(.name), first: try fields.day(.from), last: try fields.day(.to),
        worked: worked)
    else { throw node.fault(.holiday) }
    self.holiday = holiday
  }
}

extension Day: Readable {
  init(_ node: Node) throws(RecordFault) {
    guard let day = Day(try node.text()) else { throw node.fault(.day) }
    self = day
  }
}
