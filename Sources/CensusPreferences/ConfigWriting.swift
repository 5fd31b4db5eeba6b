import CensusCore
import CensusDashboard
package import CensusLists
import CensusStore
import StrictJSON
import TerminalKit

extension Config {
  /// The whole configuration as a file: every key at its present value, `null` for what is not set,
  /// every command with its keys.
  package var file: [UInt8] {
    let bindings = keys.bindings.map { binding in
      (binding.command.rawValue, PrettyJSON.list(binding.keys.map { .text($0.label) }))
    }
    return PrettyJSON.object(
      Key.allCases.map { key in
        let value: PrettyJSON =
          switch key {
          case .theme: Self.text(theme?.rawValue)
          case .language: Self.text(language?.rawValue)
          case .ascii: Self.flag(ascii)
          case .ambiguous: Self.text(ambiguous?.rawValue)
          case .mouse: Self.flag(mouse)
          case .actor: Self.text(actor)
          case .restore: Self.flag(restore)
          case .keys: .object(bindings)
          case .views: .object(views.map { ($0.name, $0.written) })
          case .commands: .rows(commands.map(\.written))
          case .onRecorded: onRecorded.isEmpty ? .null : .list(onRecorded.map(PrettyJSON.text))
          }
        return (key.rawValue, value)
      }
    ).file
  }

  private static func text(_ text: String?) -> PrettyJSON { text.map(PrettyJSON.text) ?? .null }

  private static func flag(_ flag: Bool?) -> PrettyJSON { flag.map(PrettyJSON.flag) ?? .null }

  /// A file with another actor in it and all else as it was written, comments included.
  ///
  /// - Returns: the new bytes; nil if the file is faulty, or names an actor already: then it is
  ///   better left alone.
  package static func file(_ bytes: [UInt8], with actor: String) -> [UInt8]? {
    var (wanted, faults) = read(bytes)
    guard faults.isEmpty,
      let root = try? JSONDocument(bytes, limits: limits, allowsComments: true).root,
      let fields = root.fields
    else { return nil }
    var bytes = bytes
    if let value = root[Key.actor.rawValue] {
      guard value.isNull else { return nil }
      let name = PrettyJSON.text(actor).file.dropLast()
      bytes.replaceSubrange(value.offset..<value.offset + "null".utf8.count, with: name)
    } else {
      // Without the braces around it.
      let field = newFile(actor: actor).dropFirst().dropLast(3)
      bytes.insert(
        contentsOf: field + Array((fields.isEmpty ? "\n" : ",").utf8), at: root.offset + 1)
    }
    // Whatever was written there, nothing else may have come to mean something else.
    wanted.actor = actor
    let (config, newFaults) = read(bytes)
    return newFaults.isEmpty && config == wanted ? bytes : nil
  }

  /// A file with one more view in it and all else as it was written, comments included.
  ///
  /// - Returns: the new bytes; nil if the file is faulty, or has a view of that name already: then
  ///   it is better left alone.
  package static func file(_ bytes: [UInt8], with view: NamedView) -> [UInt8]? {
    var (wanted, faults) = read(bytes)
    guard faults.isEmpty, !wanted.views.contains(where: { $0.name == view.name }),
      let root = try? JSONDocument(bytes, limits: limits, allowsComments: true).root,
      let fields = root.fields
    else { return nil }
    var bytes = bytes
    let object = newFile(view: view).dropLast()
    if let value = root[Key.views.rawValue], value.isNull {
      let written = PrettyJSON.object([(view.name, view.written)]).file.dropLast()
      bytes.replaceSubrange(value.offset..<value.offset + "null".utf8.count, with: written)
    } else if let value = root[Key.views.rawValue] {
      guard let views = value.fields else { return nil }
      let field = PrettyJSON.object([(view.name, view.written)]).file.dropFirst().dropLast(3)
      bytes.insert(
        contentsOf: field + Array((views.isEmpty ? "\n" : ",").utf8), at: value.offset + 1)
    } else {
      let field = object.dropFirst().dropLast(2)
      bytes.insert(
        contentsOf: field + Array((fields.isEmpty ? "\n" : ",").utf8), at: root.offset + 1)
    }
    wanted.views.insert(view, at: 0)
    let (config, newFaults) = read(bytes)
    return newFaults.isEmpty && config == wanted ? bytes : nil
  }

  /// A new file with nothing but a view.
  package static func newFile(view: NamedView) -> [UInt8] {
    PrettyJSON.object([(Key.views.rawValue, .object([(view.name, view.written)]))]).file
  }

  /// A new file with nothing but the actor.
  package static func newFile(actor: String) -> [UInt8] {
    PrettyJSON.object([(Key.actor.rawValue, .text(actor))]).file
  }
}

extension OwnCommand {
  fileprivate var written: PrettyJSON {
    .object([
      ("key", .text(key.label)),
      ("title", .object([("zh", .text(title.chinese)), ("en", .text(title.english))])),
      ("run", .list(([program] + arguments.map(\.written)).map(PrettyJSON.text))),
    ])
  }
}

extension NamedView {
  /// The view as it is written; what it does not say is left out.
  fileprivate var written: PrettyJSON {
    func texts(_ texts: [String]) -> PrettyJSON { .list(texts.map(PrettyJSON.text)) }
    var fields: [(String, PrettyJSON)] = [("list", .text(list.rawValue))]
    if !conditions.isEmpty {
      fields.append(("where", texts(conditions.map { "\($0.field)=\($0.value)" })))
    }
    if isOverdue { fields.append(("overdue", .flag(true))) }
    if !search.isEmpty { fields.append(("search", texts(search))) }
    if let sort { fields.append(("sort", .text(sort))) }
    if isReversed { fields.append(("reverse", .flag(true))) }
    if !columns.isEmpty { fields.append(("columns", texts(columns))) }
    return .object(fields)
  }
}
