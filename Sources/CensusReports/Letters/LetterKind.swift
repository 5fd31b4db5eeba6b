package import CensusCore
package import CensusLists

extension LetterKind {
  /// The name of its template's file, in a store and as it ships: `chase.zh.md`.
  package func file(_ language: Language) -> String { "\(rawValue).\(language.rawValue).md" }

  /// The template that ships.
  package func shipped(_ language: Language) -> String {
    let bytes =
      switch (self, language) {
      case (.chase, .chinese): PackageResources.chase_zh_md
      case (.chase, .english): PackageResources.chase_en_md
      case (.order, .chinese): PackageResources.order_zh_md
      case (.order, .english): PackageResources.order_en_md
      case (.transfer, .chinese): PackageResources.transfer_zh_md
      case (.transfer, .english): PackageResources.transfer_en_md
      case (.recheck, .chinese): PackageResources.recheck_zh_md
      case (.recheck, .english): PackageResources.recheck_en_md
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Why there is no such letter to a unit.
package enum LetterRefusal: Error, Equatable, Sendable {
  /// It owes nothing: there is nothing to remind it of.
  case nothingOwed(UnitID)
  /// No re-check of it failed, and nothing ordered anew is open.
  case nothingToOrder(UnitID)
  /// Its rectification was not ordered yet, so that there is no day by which.
  case noDay(UnitID)
  /// Nothing of it calls for accountability.
  case nothingToTransfer(UnitID)
  /// Nothing of it is to be re-checked; with its sites that are closed for good.
  case nothingToRecheck(UnitID, retired: [Phrase])
}
