extension CheckRule {
  /// Rules on the rows of annex 2.
  static let findings: [CheckRule] = [
    CheckRule(code: "duplicateSite", severity: .warning, find: duplicateSites),
    CheckRule(code: "rowGap", severity: .warning, find: rowGaps),
    CheckRule(code: "codeLength", severity: .warning, find: malformedCodes),
    CheckRule(code: "duplicateRow", severity: .warning, find: duplicateRows),
    CheckRule(code: "unknownCategory", severity: .warning, find: unknownCategories),
    CheckRule(code: "unknownPrefecture", severity: .warning, find: unknownPrefectures),
    CheckRule(code: "formerDivision", severity: .note, find: formerDivisions),
    CheckRule(code: "otherDivision", severity: .note, find: otherDivisions),
  ]

  /// A finding that the notice as corrected has no more: what was recorded of it stands until a
  /// person strikes it off.
  static let gone = CheckRule(code: "goneFinding", severity: .warning) { inspection, _, rule in
    inspection.findings.filter(\.isGone).map { finding in
      rule.discrepancy(
        .findings([finding.id]),
        Phrase("附件2原第\(finding.row)行", "annex 2, former row \(finding.row)"),
        Phrase(
          "更正后的通报中没有这一行（\(finding.shownName.chinese)，\(finding.text)）；如不再要求整改，请剔除",
          "the notice as corrected has this row no more (\(finding.shownName.english), \(finding.text)); "
            + "strike it off if nothing is asked for any more"))
    }
  }

  /// One site in two rows: two findings, or a slip of the drafter.
  @Sendable private static func duplicateSites(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let findings = Dictionary(grouping: inspection.findings, by: \.code)
    return distinct(inspection.findings.map(\.code)).compactMap { code in
      guard let rows = findings[code], rows.count > 1, let first = rows.first else { return nil }
      let numbers = rows.map { String($0.row) }
      if first.platform != nil {
        return rule.discrepancy(
          .findings(rows.map(\.id)), inspection.row(first),
          Phrase(
            "第\(numbers.joined(separator: "、"))行为同一账号（\(first.shownName.chinese)），请核实是否误列",
            "rows \(numbers.joined(separator: " and ")) are one account (\(first.shownName.english)); "
              + "please verify that it is not listed by mistake"),
          published: String(rows.count), computed: "1")
      }
      // What stands for a code that is not printed is shown to nobody.
      let site = [first.siteName, code.printed].compactMap(\.self)
      return rule.discrepancy(
        .findings(rows.map(\.id)),
        Phrase(
          "附件2第\(numbers.joined(separator: "、"))行",
          "annex 2, rows \(numbers.joined(separator: " and "))"),
        Phrase(
          "第\(numbers.joined(separator: "、"))行为同一网站（\(site.joined(separator: "，"))），请核实是否误列",
          "rows \(numbers.joined(separator: " and ")) are one site (\(site.joined(separator: ", "))); "
            + "please verify that it is not listed by mistake"),
        published: String(rows.count), computed: "1")
    }
  }

  /// Serial numbers that are missing between others: rows may be lost.
  @Sendable private static func rowGaps(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let rows = Set(inspection.findings.filter { !$0.isGone }.map(\.row))
    guard let first = rows.min(), let last = rows.max(), last < 100_000 else { return [] }
    let gaps = (first...last).filter { !rows.contains($0) }
    guard !gaps.isEmpty else { return [] }
    let named = gaps.prefix(10).map(String.init)
    return [
      rule.discrepancy(
        .notice, Phrase("附件2", "annex 2"),
        Phrase(
          "序号缺\(named.joined(separator: "、"))，可能有行没有列出或没有读到",
          (gaps.count == 1
            ? "serial number \(named.joined()) is missing"
            : "serial numbers \(named.joined(separator: ", ")) are missing")
            + "; rows may not be listed, or not read"))
    ]
  }

  /// A code that is neither ten digits nor `bm` and eight digits.
  @Sendable private static func malformedCodes(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    inspection.siteFindings.filter { !$0.code.isWellFormed }.map { finding in
      guard let printed = finding.code.printed else {
        return rule.discrepancy(
          .findings([finding.id]), inspection.row(finding),
          Phrase(
            "没有公布网站标识码（\(finding.siteName)）",
            "no identification code is printed (\(finding.siteName))"))
      }
      let length = printed.count
      let reading = tenDigitReading(of: finding.code)
      let fault =
        length == 10
        ? Phrase("含有数字以外的字符", "has characters other than digits")
        : Phrase(
          "有\(length)位，应为10位",
          "has \(counted(length, "character", "characters")) instead of 10")
      return rule.discrepancy(
        .findings([finding.id]), inspection.row(finding),
        Phrase(
          "网站标识码\(finding.code)\(fault.chinese)（\(finding.siteName)）"
            + (reading.map { "；可能是\($0)" } ?? ""),
          "the identification code \(finding.code) \(fault.english) (\(finding.siteName))"
            + (reading.map { "; perhaps \($0)" } ?? "")),
        published: printed, computed: reading)
    }
  }

  /// The reading with one zero less, where an eleven-digit code has one too many.
  private static func tenDigitReading(of code: SiteCode) -> String? {
    let digits = Array(code.text)
    guard digits.count == 11, digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits[6] == "0"
    else { return nil }
    return String(digits[..<6] + digits[7...])
  }

  /// Two rows of one number.
  @Sendable private static func duplicateRows(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let findings = Dictionary(grouping: inspection.findings, by: \.row)
    return distinct(inspection.findings.map(\.row)).compactMap { row in
      guard let rows = findings[row], rows.count > 1, let first = rows.first else { return nil }
      return rule.discrepancy(
        .findings([first.id]), inspection.row(first),
        Phrase(
          "序号\(first.row)出现\(rows.count)次", "row number \(first.row) occurs \(rows.count) times"),
        published: String(rows.count), computed: "1")
    }
  }

  /// A category that `categories.json` does not list.
  @Sendable private static func unknownCategories(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    inspection.findings.flatMap { finding in
      finding.issues.filter { !directory.knowsCategory($0) }.map { issue in
        rule.discrepancy(
          .findings([finding.id]), inspection.row(finding),
          Phrase(
            "categories.json 中没有问题类别“\(issue)”",
            "categories.json has no category “\(issue)”"),
          published: issue.text)
      }
    }
  }

  /// A prefecture that `prefectures.json` does not list.
  @Sendable private static func unknownPrefectures(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    let names = inspection.rows.map(\.prefecture) + inspection.findings.map(\.prefecture)
    return distinct(names).filter { directory.prefecture($0) == nil }.map { name in
      rule.discrepancy(
        .prefecture(name), Phrase(name),
        Phrase(
          "prefectures.json 中没有“\(name)”", "prefectures.json has no row “\(name)”"),
        published: name.text)
    }
  }

  /// A code registered under a division whose code has changed since.
  @Sendable private static func formerDivisions(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    inspection.findings.compactMap { finding in
      let former = directory.prefecture(finding.prefecture)?.formerDivisions ?? []
      guard let division = former.first(where: { $0.code == finding.code.division }) else {
        return nil
      }
      return rule.discrepancy(
        .findings([finding.id]), inspection.row(finding),
        Phrase(
          "\(finding.siteName)的标识码\(finding.code)沿用旧区划代码\(division.code)，"
            + "\(division.name)现为\(division.now)（\(division.change.chinese)）",
          "the code \(finding.code) of \(finding.siteName) keeps the former division "
            + "\(division.code); \(division.name) is \(division.now) now "
            + "(\(division.change.english))"),
        published: division.code, computed: division.now)
    }
  }

  /// A code that begins with another prefecture's digits.
  @Sendable private static func otherDivisions(
    _ inspection: Inspection, _ directory: Directory, _ rule: CheckRule
  ) -> [Discrepancy] {
    inspection.findings.compactMap { finding in
      guard let prefecture = directory.prefecture(finding.prefecture),
        let division = finding.code.division, !prefecture.codePrefixes.isEmpty,
        !prefecture.codePrefixes.contains(where: division.hasPrefix)
      else { return nil }
      return rule.discrepancy(
        .findings([finding.id]), inspection.row(finding),
        Phrase(
          "标识码\(finding.code)的区划代码不属于\(prefecture.name.chinese)",
          "the code \(finding.code) begins with a division outside "
            + prefecture.name.english),
        published: division, computed: prefecture.codePrefixes.joined(separator: " "))
    }
  }
}
