internal import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusStore
internal import CensusViews

/// What may stand in a place of the command line, for shells to complete.
///
/// The parser asks for it without the world in which a command runs. It is answered with a mark, and
/// ``execute(_:of:parsing:in:)`` puts what the store has in the place of that.
enum Completing: String, CaseIterable, Sendable {
  /// Prefectures, units, sites, findings and the quarter.
  case ids
  case prefectures
  case quarters
  case categories
  case states
  /// The fields of the list.
  case fields
  /// The same, each with a sign of equality.
  case conditions
  /// Rows of `check`.
  case checks
  /// Names of lists, and `quarter` for all of them.
  case lists
  /// Names of views.
  case views

  fileprivate var mark: String { "\u{1}\(rawValue)" }

  /// What a line of an answer to a shell marks; nil for any other line.
  fileprivate init?(mark: Substring) {
    guard mark.first == "\u{1}" else { return nil }
    self.init(rawValue: String(mark.dropFirst()))
  }
}

extension CompletionKind {
  /// Something that the store has.
  static func store(_ what: Completing) -> CompletionKind { .custom { _, _, _ in [what.mark] } }
}

/// What a shell asks the program for: `---completion COMMAND -- ARGUMENT INDEX CURSOR WORD…`.
struct CompletionCall {
  /// The command that is being typed.
  private let command: String?
  /// The words of the line, as the shell has them.
  private let words: [String]

  /// Nil where the arguments are no such question.
  init?(_ arguments: [String]) {
    guard arguments.first == "---completion", let middle = arguments.firstIndex(of: "--") else {
      return nil
    }
    command = arguments[1..<middle].first
    words = arguments[middle...].dropFirst(4).map(Self.unquoted)
  }

  private static func unquoted(_ word: String) -> String {
    guard let quote = word.first, quote == "'" || quote == "\"" else { return word }
    let rest = word.dropFirst()
    return String(rest.last == quote ? rest.dropLast() : rest)
  }

  private func value(of option: String) -> String? {
    for (place, word) in words.enumerated() {
      if word == option, place + 1 < words.count { return words[place + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// The list of which fields are asked for: that of the command, or the one that it is to export.
  private var list: RollName? {
    ([command].compactMap(\.self) + words).lazy.compactMap(RollName.init).first
  }

  /// The parser's answer, its mark replaced by what the store has; nothing where that cannot be told.
  func answer(_ text: String, in world: World) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.flatMap { line -> [String] in
      guard let what = Completing(mark: line) else { return [String(line)] }
      var world = world
      return (try? candidates(what, in: &world)) ?? []
    }.joined(separator: "\n")
  }

  private func candidates(
    _ what: Completing, in world: inout World
  ) throws(CommandError) -> [String] {
    if what == .lists { return RollName.allCases.map(\.rawValue) + ["quarter"] }
    if what == .views { return viewNames(in: world) }
    guard var common = try? CommonOptions.unsaid() else { return [] }
    common.store = value(of: "--store")
    common.quarter = value(of: "--quarter").flatMap { Quarter(searchKey($0).uppercased()) }
    if what == .fields || what == .conditions {
      let fields = try list?.fieldNames(common, in: &world) ?? []
      return what == .fields ? fields : fields.map { $0 + "=" }
    }
    var session = try Session(common, in: &world)
    switch what {
    case .quarters: return session.store.quarters().map(\.description)
    case .prefectures:
      let names = session.store.knownDirectory.prefectures.map(\.name)
      return names.map(\.chinese) + names.map(\.english)
    case .categories: return session.store.knownDirectory.categories.map(\.id.text)
    case .states:
      let states =
        command == "units"
        ? Submission.allCases.map { ($0.rawValue, Terms.submission($0)) }
        : Headline.allCases.map { ($0.rawValue, Terms.headline($0)) }
      return states.map(\.0) + states.map(\.1.chinese)
    case .ids: return try session.projection().names
    case .checks:
      let projection = try session.projection()
      let files = session.problems(of: projection.quarter).map(\.discrepancy)
      return projection.allDiscrepancies(with: files).map(\.id)
    case .fields, .conditions, .lists, .views: return []
    }
  }

  private func viewNames(in world: World) -> [String] {
    let read = try? PersonalConfig.views(world.environment, open: world.openFolder)
    return read?.0.map(\.name) ?? []
  }
}

extension Projection {
  /// What an ID may be, the shortest first.
  fileprivate var names: [String] {
    let units = obligations.map(\.unit)
    let prefectures = units.compactMap(\.prefecture).map(\.text)
    let all =
      prefectures + units.map(\.id.text) + [quarter.description]
      + findings.map(\.finding.id.description) + findings.compactMap(\.finding.code.printed)
    var known: Set<String> = []
    return all.filter { !$0.isEmpty && known.insert($0).inserted }
  }
}
