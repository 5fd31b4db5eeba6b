internal import CensusLists

/// A file that a person named for an answer.
package enum OutputFile {
  /// The form in which it is written: the one asked for, else the one that its ending promises.
  static func form(
    _ asked: ExportForm?, of path: String, among forms: [ExportForm] = ExportForm.allCases
  ) throws(CommandError) -> ExportForm {
    guard let form = asked ?? ExportForm(endingOf: path), forms.contains(form) else {
      throw .noForm(path: path, known: forms.map(\.rawValue), isOption: true)
    }
    if form.foreignEnding(of: path) != nil { throw .foreignEnding(path: path, form) }
    return form
  }

  /// Writes it whole, under its name or the next free one.
  ///
  /// - Returns: where it is.
  package static func write(
    _ bytes: [UInt8], to path: String, in world: World
  ) throws(CommandError) -> String {
    do throws(NewFile.Failure) {
      return try NewFile(path: path).write(bytes, in: world)
    } catch {
      throw .cannotWrite(path: error.path, error.reason, folder: error.folder)
    }
  }
}
