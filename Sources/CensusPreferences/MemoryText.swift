import CensusCore
package import CensusDashboard
import CensusLists
package import StrictJSON
import TerminalKit

extension Memory {
  /// How much is read: 1 MiB, 8 levels, as much of one text as an event has room for, escaped.
  package static let limits = JSONLimits(depth: 8, text: 512 << 10, file: 1 << 20)
  /// How much of that dialogs do not need: 256 KiB, 4 KiB of one text.
  private static let usual = JSONLimits(depth: 8, text: 4096, file: 256 << 10)
  /// How many bytes dialogs have.
  private static let room = 704 << 10

  /// The memory as a file of at most so many bytes: marks go first, then what was made of lists.
  ///
  /// What was filled into dialogs has its own room; the latest comes first.
  package var file: [UInt8] {
    let kept = keptLeftovers
    for memory in [self, without(lists: false), without(lists: true), unrecordedAlone] {
      var memory = memory
      memory.leftovers = []
      let bytes = memory.json.file
      guard bytes.count <= Self.usual.file, (try? JSONDocument(bytes, limits: Self.usual)) != nil
      else { continue }
      memory.leftovers = kept
      return memory.json.file
    }
    return Memory().json.file
  }

  /// The dialogs for which there is no room at all.
  package var tooLong: [Leftover] {
    leftovers.filter { !Self.isShort($0) }
  }

  private static func isShort(_ leftover: Leftover) -> Bool { leftover.json.file.count <= room }

  private var keptLeftovers: [Leftover] {
    var left = Self.room
    let latest = leftovers.suffix(Leftover.most).reversed().filter { leftover in
      let size = leftover.json.file.count
      guard size <= left else { return false }
      left -= size
      return true
    }
    return latest.reversed()
  }

  private func without(lists: Bool) -> Memory {
    var memory = self
    memory.way.marks = [:]
    if lists {
      (memory.way.lists, memory.way.panes, memory.views) = ([:], [:], [:])
      (memory.habits.searches, memory.habits.queries) = ([], [])
    }
    return memory
  }

  private var json: PrettyJSON {
    var fields: [(String, PrettyJSON)] = []
    if let quarter { fields.append(("quarter", .text(quarter.description))) }
    fields.append(("places", .list(way.places.map { .text($0.text) })))
    fields.append(
      ("lists", .object(sorted(way.lists, by: \.text).map { ($0.key.text, $0.value.json) })))
    if !views.isEmpty {
      fields.append(
        ("views", .object(sorted(views, by: \.text).map { ($0.key.text, .text($0.value)) })))
    }
    fields.append(
      ("panes", .row(sorted(way.panes, by: \.text).map { ($0.key.text, .number($0.value)) })))
    fields.append(("zoomed", .flag(way.isZoomed)))
    fields.append(
      (
        "marks",
        .object(
          sorted(way.marks, by: \.text).map { key, rows in
            (key.text, .list(rows.map(\.text).sorted().map(PrettyJSON.text)))
          })
      ))
    for (name, verdicts) in [("verdicts", verdicts), ("rivals", rivals)] where !verdicts.isEmpty {
      let rows = sorted(verdicts, by: \.description).map { ($0.key.description, $0.value.json) }
      fields.append((name, .object(rows)))
    }
    if !joined.isEmpty {
      fields.append(("joined", .list(joined.sorted().map { .text($0.description) })))
    }
    if !leftovers.isEmpty { fields.append(("leftovers", .rows(leftovers.map(\.json)))) }
    if let at { fields.append(("at", .text(at.description))) }
    if let language {
      fields.append(("language", language.json { .text($0.rawValue) }))
    }
    if let theme { fields.append(("theme", theme.json { .text($0.rawValue) })) }
    if let mouse { fields.append(("mouse", mouse.json(PrettyJSON.flag))) }
    fields.append(("nameOrder", .text(nameOrder.rawValue)))
    fields.append(("used", .list(habits.used.map(\.rawValue).sorted().map(PrettyJSON.text))))
    fields.append(("searches", .list(habits.searches.map(PrettyJSON.text))))
    fields.append(("queries", .list(habits.queries.map(PrettyJSON.text))))
    return .object(fields)
  }

  /// Reads a memory; nil if the file is damaged.
  ///
  /// What is not understood is dropped.
  ///
  /// - Parameter bytes: the whole file.
  package init?(reading bytes: [UInt8]) {
    guard let root = try? JSONDocument(bytes, limits: Self.limits).root, root.fields != nil else {
      return nil
    }
    self.init()
    quarter = root["quarter"]?.text.flatMap { Quarter($0) }
    let words = root["places"].items.prefix(Self.longestWay).map(\.text)
    let places = words.map { $0.flatMap(Place.init(text:)) }
    way.places = places.prefix { $0 != nil }.compactMap(\.self)
    for field in root["lists"].fields {
      if let key = ListKey(text: field.name) { way.lists[key] = ListState(field.value) }
    }
    for field in root["views"].fields {
      if let key = ListKey(text: field.name), let name = field.value.text { views[key] = name }
    }
    for field in root["panes"].fields {
      guard let place = Place(text: field.name), let pane = field.value.number,
        (0...9).contains(pane)
      else { continue }
      way.panes[place] = pane
    }
    way.isZoomed = root["zoomed"]?.flag ?? false
    for field in root["marks"].fields {
      let rows = Set(Optional(field.value).items.compactMap { $0.text.flatMap(RowID.init(text:)) })
      if let key = ListKey(text: field.name), !rows.isEmpty { way.marks[key] = rows }
    }
    verdicts = Self.verdicts(root["verdicts"])
    rivals = Self.verdicts(root["rivals"])
    joined = Set(root["joined"].items.compactMap { $0.text.flatMap { FindingID($0) } })
    leftovers = Array(
      root["leftovers"].items.compactMap { Leftover($0) }.suffix(Leftover.most))
    at = root["at"]?.text.flatMap { Instant($0) }
    language = Choice(root["language"]) { $0.text.flatMap(Language.init(rawValue:)) }
    theme = Choice(root["theme"]) { $0.text.flatMap(Theme.init(rawValue:)) }
    mouse = Choice(root["mouse"]) { $0.flag }
    nameOrder = root["nameOrder"]?.text.flatMap(NameOrder.init(rawValue:)) ?? .official
    habits.used = Set(root["used"].items.compactMap { $0.text.flatMap { Command(rawValue: $0) } })
    habits.searches = Self.history(root["searches"])
    habits.queries = Self.history(root["queries"])
  }

  private static func verdicts(_ json: JSONValue?) -> [FindingID: RunVerdict] {
    var verdicts: [FindingID: RunVerdict] = [:]
    for field in json.fields {
      guard let id = FindingID(field.name), let verdict = RunVerdict(field.value) else { continue }
      verdicts[id] = verdict
    }
    return verdicts
  }

  private static func history(_ json: JSONValue?) -> [String] {
    Array(json.items.compactMap(\.text).prefix(longestHistory))
  }

  /// No way leads through more places.
  private static let longestWay = 32

  /// The entries of a dictionary by the bytes of their texts, so that one memory is one file.
  private func sorted<Key, Value>(
    _ entries: [Key: Value], by text: (Key) -> String
  ) -> [(key: Key, value: Value)] {
    entries.sorted { text($0.key).utf8.lexicographicallyPrecedes(text($1.key).utf8) }
  }
}

extension RunVerdict {
  fileprivate var json: PrettyJSON {
    var fields: [(String, PrettyJSON)] = [("verdict", .text(verdict.rawValue))]
    if let reason { fields.append(("reason", .text(reason.rawValue))) }
    if let census { fields.append(("census", .text(census.description))) }
    fields.append(("on", .text(on.description)))
    fields.append(("grounds", .text(String(grounds, radix: 16))))
    return .row(fields)
  }

  fileprivate init?(_ json: JSONValue) {
    guard let verdict = json["verdict"]?.text.flatMap(Recheck.Verdict.init(rawValue:)),
      let on = json["on"]?.text.flatMap({ Day($0) }),
      let grounds = json["grounds"]?.text.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    let reason = json["reason"]?.text.flatMap(Recheck.Reason.init(rawValue:))
    guard (verdict == .untestable) == (reason != nil) else { return nil }
    let census = json["census"]?.text.flatMap { Quarter($0) }
    guard verdict == .passed || census == nil else { return nil }
    self.init(verdict: verdict, reason: reason, census: census, on: on, grounds: grounds)
  }
}

extension Memory.Choice {
  fileprivate func json(_ word: (Value) -> PrettyJSON) -> PrettyJSON {
    .row([("chosen", word(chosen)), ("instead", word(instead))])
  }

  fileprivate init?(_ json: JSONValue?, _ value: (JSONValue) -> Value?) {
    guard let chosen = json?["chosen"].flatMap(value), let instead = json?["instead"].flatMap(value)
    else { return nil }
    self.init(chosen, instead: instead)
  }
}

extension ListState {
  fileprivate var json: PrettyJSON {
    var fields: [(String, PrettyJSON)] = []
    if let cursor { fields.append(("cursor", .text(cursor.text))) }
    fields.append(("index", .number(index)))
    if shift > 0 { fields.append(("shift", .number(shift))) }
    if !filter.isEmpty { fields.append(("filter", .text(filter))) }
    if !sought.isEmpty { fields.append(("sought", .text(sought))) }
    if !facets.isEmpty {
      let chosen = facets.sorted { $0.key < $1.key }
        .map { ($0, PrettyJSON.list($1.sorted().map(PrettyJSON.text))) }
      fields.append(("chosen", .row(chosen)))
    }
    if let sort {
      fields.append(
        ("sort", .row([("column", .text(sort.column)), ("reversed", .flag(sort.isReversed))])))
    }
    return .row(fields)
  }

  fileprivate init(_ json: JSONValue) {
    self.init()
    cursor = json["cursor"]?.text.flatMap(RowID.init(text:))
    index = json["index"]?.number.flatMap(Self.sensible) ?? 0
    shift = json["shift"]?.number.flatMap(Self.sensible) ?? 0
    filter = json["filter"]?.text ?? ""
    sought = json["sought"]?.text ?? ""
    for field in json["chosen"].fields {
      let values = Set(Optional(field.value).items.compactMap(\.text))
      if !values.isEmpty { facets[field.name] = values }
    }
    if let column = json["sort"]?["column"]?.text {
      sort = SortOrder(column: column, isReversed: json["sort"]?["reversed"]?.flag ?? false)
    }
  }

  /// A number of rows or columns that arithmetic can do with.
  private static func sensible(_ number: Int) -> Int? {
    (0...1_000_000).contains(number) ? number : nil
  }
}

extension JSONValue? {
  /// The items of a list; none of anything else.
  var items: [JSONValue] { self?.items.map(Array.init) ?? [] }

  /// The fields of an object; none of anything else.
  var fields: [JSONValue.Field] { self?.fields.map(Array.init) ?? [] }
}
