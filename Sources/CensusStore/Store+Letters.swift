import CensusCore

extension Store {
  /// The folder of the office's own wording of letters.
  public static let letters = "letters"

  /// The names that templates of letters have, `chase.zh.md` and the like.
  public static let letterNames = Set(
    ["chase", "order", "transfer", "recheck"].flatMap { kind in
      Language.allCases.map { "\(kind).\($0.rawValue).md" }
    })

  /// Whether a file looks as if an office meant it for a template that nothing reads; what letters were
  /// written there have a period in their names.
  static func isLostTemplate(_ entry: FolderEntry) -> Bool {
    let word = entry.name.prefix { $0 != "." }
    return entry.kind == .file && !word.isEmpty && !letterNames.contains(entry.name)
      && word.allSatisfy { $0.isASCII && $0.isLetter } && word.lowercased() != "readme"
  }

  /// An office's own template of a letter, as it lies in the store.
  ///
  /// - Parameter name: of the file, as `chase.zh.md`.
  /// - Returns: its bytes; nil where there is none.
  /// - Throws: why it cannot be read.
  public func letterTemplate(_ name: String) throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try fileSystem.read("\(Store.letters)/\(name)", limit: 1 << 20)
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
  }
}
