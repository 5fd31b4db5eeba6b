/// What a notice brings that the lists of the store do not have: kept with it, and taken in with it by
/// one act.
///
/// A quarter is whole by itself: all of its prefectures and units that the lists lack are here, also
/// those that another quarter brought before.
public struct Additions: Equatable, Sendable {
  /// What a person said of a wording of an issue.
  public struct Wording: Hashable, Sendable {
    /// The wording as the notice has it.
    public let text: String
    /// The category that it is of.
    public let category: CategoryID

    /// One wording.
    public init(_ text: String, _ category: CategoryID) {
      self.text = text
      self.category = category
    }
  }

  /// Nothing.
  public static let none = Additions()

  /// Rows of annex 1, in published order.
  public var prefectures: [Prefecture] = []
  /// Who owes reports.
  public var units: [Unit] = []
  /// Wordings that later notices are read by.
  public var wordings: [Wording] = []
  /// Headings of columns, each with the field that it heads, that later notices are read by.
  public var headings: [String: String] = [:]
  /// Whose something is by a printed name that no list has, as a person said: 曲请 is 曲靖.
  public var owners: [String: String] = [:]

  /// Nothing yet.
  public init() {}

  /// Whether it brings nothing.
  public var isEmpty: Bool { self == .none }

  /// These and others beside them; of one identity, wording or heading these count.
  public func joined(with others: Additions) -> Additions {
    var all = self
    all.prefectures += others.prefectures.filter { other in
      !prefectures.contains { $0.id == other.id }
    }
    all.units = units.joined(with: others.units)
    all.wordings += others.wordings.filter { other in
      !wordings.contains { $0.text == other.text }
    }
    all.headings.merge(others.headings) { own, _ in own }
    all.owners.merge(others.owners) { own, _ in own }
    return all
  }
}

extension Directory {
  /// The lists with what a notice brings beside them; of one identity the list counts.
  public func adding(_ additions: Additions) -> Directory {
    guard !additions.isEmpty else { return self }
    let aliases = Dictionary(grouping: additions.wordings, by: \.category)
    return Directory(
      prefectures: prefectures + additions.prefectures.filter { prefecture($0.id) == nil },
      units: units.joined(with: additions.units),
      categories: categories.map { category in
        aliases[category.id].map { category.known(as: $0.map(\.text)) } ?? category
      }, calendar: calendar)
  }
}

extension [Unit] {
  /// These and others beside them; one that both have answers for the sites of both, but for sites that
  /// another answers for.
  fileprivate func joined(with others: [Unit]) -> [Unit] {
    guard !others.isEmpty else { return self }
    let places = Dictionary(
      enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let answered = Set(flatMap(\.sites))
    var all = self
    for other in others {
      guard let place = places[other.id] else {
        all.append(other)
        continue
      }
      // One without sites answers for all of its prefecture.
      guard !all[place].sites.isEmpty else { continue }
      let known = all[place]
      all[place] = Unit(
        id: known.id, name: known.name, short: known.short, prefecture: known.prefecture,
        sites: known.sites + other.sites.filter { !answered.contains($0) },
        successor: known.successor)
    }
    return all
  }
}

extension IssueCategory {
  fileprivate func known(as wordings: [String]) -> IssueCategory {
    IssueCategory(
      id: id, name: name, short: short, kind: kind, kindUnder: kindUnder, criterion: criterion,
      aliases: aliases + wordings.filter { !aliases.contains($0) })
  }
}
