import CensusCore

/// What a search found, in groups, the best first.
struct FindResults: Equatable, Sendable {
  /// The things of one kind.
  struct Group: Equatable, Sendable {
    let kind: FindKind
    /// The best of them.
    let entries: [FindEntry]
    /// How many there are.
    let count: Int
  }

  /// The groups, that of the best result first.
  private(set) var groups: [Group] = []
  /// What has each word, by quarter: a query that only grew looks no further.
  private var columns: [Quarter: [FindColumn]] = [:]
  /// Which index they are of.
  private var version = 0

  /// How many results of one kind are kept where only that kind is shown.
  static let most = 200
  /// How many of each kind where there are several.
  static let few = 10

  /// Nothing.
  init() {}

  /// These entries, as they are.
  init(all entries: [FindEntry], of kind: FindKind) {
    groups = [Group(kind: kind, entries: entries, count: entries.count)]
  }

  /// The same, in each group those first that are meant by name.
  func beginning(with isNamed: (FindEntry) -> Bool) -> FindResults {
    var results = self
    results.groups = groups.map { group in
      let entries = group.entries.filter(isNamed) + group.entries.filter { !isNamed($0) }
      return Group(kind: group.kind, entries: entries, count: group.count)
    }
    return results
  }

  /// Those of some commands that answer a query.
  init(_ query: SearchQuery, commands: [FindEntry]) {
    show([Self.found(query, commands, recorded: nil)].compactMap(\.self))
  }

  /// What answers a query; of one kind, or of any.
  ///
  /// `earlier` are the results of another query.
  init(
    _ query: SearchQuery, in index: FindIndex, of quarters: [Quarter], commands: [FindEntry],
    only kind: FindKind? = nil, within earlier: FindResults? = nil
  ) {
    version = index.version
    let parts = index.parts(of: quarters)
    let known = earlier?.version == version ? earlier?.columns ?? [:] : [:]
    for part in parts {
      let quarter = part.inspection.quarter
      let live = index.live.flatMap { $0.quarter == quarter ? $0 : nil }
      columns[quarter] = query.terms.map { term in
        let known = known[quarter] ?? []
        return known.first { term.finds(asMuchAs: $0.term) }?.meant(as: term)
          ?? FindColumn(
            term, in: part, live, within: known.first { term.finds(onlyWhatHas: $0.term) })
      }
    }
    show(
      (kind.map { [$0] } ?? FindKind.allCases).compactMap { kind in
        kind == .command
          ? Self.found(query, commands, recorded: index.live?.notice)
          : found(kind, parts, index.live)
      })
  }

  /// The entries of all groups, as the cursor passes them.
  var entries: [FindEntry] { groups.flatMap(\.entries) }

  /// How many results there are, those not kept among them.
  var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// Puts the group of the best result first, and keeps few of each where there are several.
  private mutating func show(_ found: [(best: Int, group: Group)]) {
    let ordered = found.enumerated().sorted {
      ($0.element.best, $0.offset) < ($1.element.best, $1.offset)
    }
    groups = ordered.map(\.element.group)
    guard groups.count > 1 else { return }
    groups = groups.map {
      Group(kind: $0.kind, entries: Array($0.entries.prefix(Self.few)), count: $0.count)
    }
  }

  /// The entries of one kind by rank; within a rank they keep their order.
  private func found(
    _ kind: FindKind, _ parts: [FindPart], _ live: LiveTexts?
  ) -> (best: Int, group: Group)? {
    var best = Best()
    for part in parts {
      let quarter = part.inspection.quarter
      let columns = columns[quarter] ?? []
      let wanted = columns.filter(\.term.isWanted).map { $0.ranks[kind] ?? [] }
      let unwanted = columns.filter { !$0.term.isWanted }.map { $0.ranks[kind] ?? [] }
      let isLive = kind == .site && live?.quarter == quarter
      let entries = isLive ? live?.sites ?? [] : part.entries[kind] ?? []
      for place in entries.indices {
        var rank: UInt8 = 0
        for ranks in wanted { rank = max(rank, ranks[place]) }
        guard rank < FindColumn.none, unwanted.allSatisfy({ $0[place] == FindColumn.none }) else {
          continue
        }
        best.add(entries[place], Int(rank))
      }
    }
    return best.group(of: kind)
  }

  /// Commands by rank; the view of the notice answers by what was noted on it as well.
  private static func found(
    _ query: SearchQuery, _ commands: [FindEntry], recorded: SearchText?
  ) -> (best: Int, group: Group)? {
    var best = Best()
    for entry in commands {
      let noted = entry.target == .command(.view(.notice)) ? recorded : nil
      guard let rank = query.rank(noted ?? entry.text) else { continue }
      best.add(entry, rank.rawValue)
    }
    return best.group(of: .command)
  }

  /// The best entries of one kind in the making.
  private struct Best {
    private var ranked: [[FindEntry]] = []
    private var count = 0

    mutating func add(_ entry: FindEntry, _ rank: Int) {
      count += 1
      while ranked.count <= rank { ranked.append([]) }
      if ranked[rank].count < FindResults.most { ranked[rank].append(entry) }
    }

    func group(of kind: FindKind) -> (best: Int, group: Group)? {
      guard let best = ranked.firstIndex(where: { !$0.isEmpty }) else { return nil }
      let entries = Array(ranked.joined().prefix(FindResults.most))
      return (best, Group(kind: kind, entries: entries, count: count))
    }
  }
}
