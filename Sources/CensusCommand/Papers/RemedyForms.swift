package import CensusCore
package import CensusLists
package import CensusReports

/// The forms that units fill in, as both programs write them.
package struct RemedyForms {
  private let projection: Projection
  private let language: Language
  /// The units with what each still has to mend.
  package let units: [(unit: Unit, findings: [FindingState])]

  /// The forms of some units.
  ///
  /// - Parameters:
  ///   - references: units, what they are known by, or the notice for all.
  ///   - projection: how the quarter stands.
  ///   - language: of the forms.
  /// - Throws: why there are none.
  package init(
    of references: [Reference], in projection: Projection, _ language: Language
  ) throws(CommandError) {
    self.projection = projection
    self.language = language
    do throws(Refusal) {
      let findings = try projection.toBeMended(references)
      units = projection.obligations.compactMap { obligation in
        let own = findings.filter { $0.unit == obligation.unit.id }
        return own.isEmpty ? nil : (obligation.unit, own)
      }
    } catch {
      throw .refused(error.named(in: projection, language))
    }
  }

  /// All of them as one paper.
  package var paper: OfficialDocument { projection.remedyPaper(units, language) }

  /// All of them as one list.
  package func list(_ form: ExportForm) -> [UInt8] {
    PrintedList(RemedyForm.title, projection.remedyForm(units.flatMap(\.findings)))
      .bytes(form, language, beside: projection.quarter.name)
  }

  /// Writes a Word document a unit into a folder.
  ///
  /// - Parameters:
  ///   - folder: where; it ends with `/`.
  ///   - world: where files are reached.
  /// - Returns: where they are.
  /// - Throws: where one could not be written.
  package func write(into folder: String, in world: World) throws(CommandError) -> [String] {
    var written: [String] = []
    for unit in units {
      let name = projection.printedName(of: unit.unit)[language].map {
        "/\0".contains($0) ? "_" : $0
      }
      let path = "\(folder)\(RemedyForm.title[language])-\(String(name)).docx"
      written.append(
        try OutputFile.write(projection.remedyPaper([unit], language).docx, to: path, in: world))
    }
    return written
  }
}
