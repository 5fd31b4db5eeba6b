/// What a search looks at, for each kind of row; screens and commands find the same rows.
extension Projection {
  /// The texts of a site: code, names, wordings, categories, unit, incoming numbers.
  public func searchTexts(of site: SiteState) -> [String] {
    [site.code.text] + distinct(site.findings.flatMap { searchTexts(of: $0) })
  }

  /// The texts of a finding: as printed, its categories, its unit, incoming numbers.
  public func searchTexts(of state: FindingState) -> [String] {
    let finding = state.finding
    let arrived = obligation(of: state.unit)?.receipts ?? []
    return [finding.id.description, finding.code.text, finding.siteName, finding.text]
      + names(ofPrefecture: finding.prefecture) + names(ofUnit: state.unit)
      + names(ofIssues: finding.issues)
      + numbers(of: arrived.filter { $0.receipt?.covers(finding.id) == true })
  }

  /// The texts of a site that the notice names: as printed, its categories, its prefecture.
  public func searchTexts(of mention: Mention) -> [String] {
    [mention.siteName, mention.code?.text ?? "", mention.text]
      + names(ofPrefecture: mention.prefecture) + names(ofIssues: mention.issues)
  }

  /// The texts of a unit: its names, those of its sites and findings, incoming numbers.
  public func searchTexts(of obligation: Obligation) -> [String] {
    names(ofPrefecture: obligation.unit.prefecture) + names(ofUnit: obligation.unit.id)
      + distinct(obligation.findings.flatMap { searchTexts(of: $0) })
      + numbers(of: obligation.receipts)
  }

  private func names(ofPrefecture id: String) -> [String] {
    guard let prefecture = directory.prefecture(id) else { return [id] }
    return [id, prefecture.fullName, prefecture.name.chinese, prefecture.name.english]
  }

  private func names(ofUnit id: String) -> [String] {
    let name = Terms.unit(id, in: self)
    return [id, name.chinese, name.english]
  }

  private func names(ofIssues ids: [String]) -> [String] {
    ids.flatMap { id -> [String] in
      let name = name(ofCategory: id)
      return [id, name.chinese, name.english, directory.category(id).name.chinese]
    }
  }

  private func numbers(of receipts: [Event]) -> [String] {
    receipts.compactMap(\.receipt).flatMap { [$0.incoming, $0.document, $0.signer, $0.file] }
      .compactMap { $0 }
  }
}
