package import CensusLists
package import CensusStore
package import StrictJSON

/// Where a person's configuration lies.
package enum PersonalConfig {
  /// How much of it is read: 64 KiB, 8 levels, 4 KiB of one text.
  package static let limits = JSONLimits(depth: 8, text: 4096, file: 64 << 10)

  /// The folder: `$XDG_CONFIG_HOME/site-census`, else `~/.config/site-census`; nil where the
  /// environment names no place.
  package static func folder(_ environment: [String: String]) -> String? {
    folder("XDG_CONFIG_HOME", else: ".config", environment)
  }

  /// A person's folder of a kind; a relative path in a variable counts as none, as their
  /// specification has it.
  package static func folder(
    _ variable: String, else usual: String, _ environment: [String: String]
  ) -> String? {
    if let path = environment[variable], path.hasPrefix("/") { return path + "/site-census" }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return "\(home)/\(usual)/site-census"
  }

  /// Why the configuration cannot be read.
  package enum Failure: Error, Equatable, Sendable {
    /// The file cannot be read.
    case unreadable(path: String, FileError.Reason)
    /// It is no JSON from a line and column on.
    case syntax(path: String, line: Int, column: Int)
    /// What is to be run after records, on a line, is no program with its arguments.
    case noProgram(path: String, line: Int)
  }

  /// The program that is told of every record, with its arguments; none where the configuration names
  /// none.
  ///
  /// - Throws: `Failure`.
  package static func onRecorded(
    _ environment: [String: String],
    open: (_ path: String, _ creating: Bool) throws(FileError) -> any FileSystem
  ) throws(Failure) -> [String] {
    guard let (root, path) = try root(environment, open: open),
      let value = root["onRecorded"], !value.isNull
    else { return [] }
    guard let words = program(value) else { throw .noProgram(path: path, line: value.line) }
    return words
  }

  /// A program and its arguments; nil where a value is none.
  package static func program(_ value: JSONValue) -> [String]? {
    let items = value.items.map(Array.init) ?? []
    let words = items.compactMap(\.text)
    guard words.count == items.count, words.first?.isEmpty == false else { return nil }
    return words
  }

  private static func path(_ environment: [String: String]) -> String {
    folder(environment).map { $0 + "/config.json" } ?? ""
  }

  /// The whole of it, and where it lies; nil where there is none.
  private static func root(
    _ environment: [String: String],
    open: (_ path: String, _ creating: Bool) throws(FileError) -> any FileSystem
  ) throws(Failure) -> (root: JSONValue, path: String)? {
    guard let folder = folder(environment) else { return nil }
    let path = path(environment)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try open(folder, false).read("config.json", limit: limits.file)
    } catch {
      guard error.reason != .missing else { return nil }
      throw .unreadable(path: path, error.reason)
    }
    do throws(JSONFault) {
      return (try JSONDocument(bytes, limits: limits, allowsComments: true).root, path)
    } catch {
      throw .syntax(path: path, line: error.line, column: error.column)
    }
  }

  /// The views that a person has named, and what of them cannot be used; a file that is missing
  /// has none.
  ///
  /// - Throws: `Failure`.
  package static func views(
    _ environment: [String: String],
    open: (_ path: String, _ creating: Bool) throws(FileError) -> any FileSystem
  ) throws(Failure) -> (views: [NamedView], faults: [ViewFault], path: String) {
    guard let root = try root(environment, open: open)?.root, let value = root["views"],
      !value.isNull
    else { return ([], [], path(environment)) }
    let (views, faults) = [NamedView].read(value)
    return (views, faults, path(environment))
  }
}
