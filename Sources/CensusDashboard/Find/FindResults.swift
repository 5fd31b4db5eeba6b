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
  init(
    _ query: SearchQuery, in parts: [FindPart], commands: [FindEntry], only kind: FindKind? = nil
  ) {
    let kinds = kind.map { [$0] } ?? FindKind.allCases
    var found: [(best: Int, group: Group)] = []
    for kind in kinds {
      let lists =
        kind == .command ? [commands] : parts.compactMap { $0.entries[kind] }
      if let group = Self.group(of: kind, query, lists) { found.append(group) }
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
  private static func group(
    of kind: FindKind, _ query: SearchQuery, _ lists: [[FindEntry]]
  ) -> (best: Int, group: Group)? {
    var ranked: [[FindEntry]] = []
    var count = 0
    for list in lists {
      for entry in list {
        guard let rank = query.rank(entry.text)?.rawValue else { continue }
        count += 1
        while ranked.count <= rank { ranked.append([]) }
        if ranked[rank].count < most { ranked[rank].append(entry) }
      }
    }
    guard count > 0, let best = ranked.firstIndex(where: { !$0.isEmpty }) else { return nil }
    let entries = Array(ranked.joined().prefix(most))
    return (best, Group(kind: kind, entries: entries, count: count))
  }
}
