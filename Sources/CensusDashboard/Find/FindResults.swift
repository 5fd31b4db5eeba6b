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
  /// Where all results are, by kind and list: a query that only grew looks no further.
  private var places: [FindKind: [Places]] = [:]

  /// The results in one list, and how long it was.
  private struct Places: Equatable, Sendable {
    var indices: [Int32] = []
    let length: Int
  }

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

  /// What answers a query; of one kind, or of any.
  ///
  /// `earlier` are the results of a query that all of these answer as well.
  init(
    _ query: SearchQuery, in parts: [FindPart], commands: [FindEntry], only kind: FindKind? = nil,
    within earlier: FindResults? = nil, recorded: RecordedTexts? = nil
  ) {
    let kinds = kind.map { [$0] } ?? FindKind.allCases
    var found: [(best: Int, group: Group)] = []
    for kind in kinds {
      let lists = kind == .command ? [commands] : parts.map { $0.entries[kind] ?? [] }
      let known = earlier?.places[kind].flatMap { places in
        places.map(\.length) == lists.map(\.count) ? places : nil
      }
      if let group = group(of: kind, query, lists, within: known, recorded) { found.append(group) }
    }
    let ordered = found.enumerated().sorted {
      ($0.element.best, $0.offset) < ($1.element.best, $1.offset)
    }
    groups = ordered.map(\.element.group)
    if groups.count > 1 {
      groups = groups.map {
        Group(kind: $0.kind, entries: Array($0.entries.prefix(Self.few)), count: $0.count)
      }
    }
  }

  /// The entries of all groups, as the cursor passes them.
  var entries: [FindEntry] { groups.flatMap(\.entries) }

  /// How many results there are, those not kept among them.
  var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// The entries of one kind by rank; within a rank they keep their order.
  private mutating func group(
    of kind: FindKind, _ query: SearchQuery, _ lists: [[FindEntry]], within known: [Places]?,
    _ recorded: RecordedTexts?
  ) -> (best: Int, group: Group)? {
    var ranked: [[FindEntry]] = []
    var all: [Places] = []
    for (number, list) in lists.enumerated() {
      var places = Places(length: list.count)
      func look(at index: Int) {
        let text = recorded?.text(for: list[index]) ?? list[index].text
        guard let rank = query.rank(text)?.rawValue else { return }
        places.indices.append(Int32(truncatingIfNeeded: index))
        while ranked.count <= rank { ranked.append([]) }
        if ranked[rank].count < Self.most { ranked[rank].append(list[index]) }
      }
      if let known {
        for index in known[number].indices { look(at: Int(index)) }
      } else {
        for index in list.indices { look(at: index) }
      }
      all.append(places)
    }
    places[kind] = all
    let count = all.reduce(0) { $0 + $1.indices.count }
    guard count > 0, let best = ranked.firstIndex(where: { !$0.isEmpty }) else { return nil }
    let entries = Array(ranked.joined().prefix(Self.most))
    return (best, Group(kind: kind, entries: entries, count: count))
  }
}
