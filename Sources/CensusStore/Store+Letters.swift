extension Store {
  /// The folder of the office's own wording of letters.
  public static let letters = "letters"

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
