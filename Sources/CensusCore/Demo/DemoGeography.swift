/// The made-up province: prefectures, departments, codes that no real site has.
struct DemoGeography {
  let directory: Directory
  let identity: String

  private static let departments = 8

  init(_ size: Demo.Size) {
    let hasDepartments = size.prefectures > 1
    let prefectures = (0..<size.prefectures).map { index -> Prefecture in
      if hasDepartments, index == 0 {
        return Prefecture(
          id: "示例省直", name: Phrase("示例省直", "Sample departments"),
          short: Phrase("示例省直", "Departments"), fullName: "示例省级部门", kind: .departments,
          codePrefixes: ["9900"])
      }
      let number = padded(hasDepartments ? index : index + 1, to: 2)
      return Prefecture(
        id: PrefectureID("示例\(number)州"), name: Phrase("示例\(number)州", "Sample \(number)"),
        fullName: "示例\(number)自治州", kind: .prefecture, codePrefixes: ["99\(number)"])
    }
    let units = prefectures.flatMap { prefecture -> [Unit] in
      guard prefecture.kind == .departments else {
        return [
          Unit(id: UnitID(prefecture.id.text), name: prefecture.name, prefecture: prefecture.id)
        ]
      }
      return (1...Self.departments).map { number in
        let text = padded(number, to: 2)
        return Unit(
          id: UnitID("示例省第\(text)厅"), name: Phrase("示例省第\(text)厅", "Sample Department \(text)"),
          short: Phrase("示例省第\(text)厅", "Dept \(text)"), prefecture: prefecture.id,
          sites: [Self.code(of: prefecture, site: number)])
      }
    }
    directory = Directory(
      prefectures: prefectures, units: units, categories: DemoCategories.all)
    let digits = padded(Int(size.seed % 1_000_000_000_000), to: 12)
    identity = "00000000-0000-4000-8000-\(digits)"
  }

  /// How many sites of a row of annex 1 there are for so many findings.
  static func running(in prefecture: Prefecture, findings: Int, of prefectures: Int) -> Int {
    prefecture.kind == .departments ? departments : 12 + 3 * findings / max(1, prefectures)
  }

  /// The code of a site, ten digits that begin as its prefecture says.
  static func code(of prefecture: Prefecture, site: Int) -> SiteCode {
    SiteCode((prefecture.codePrefixes.first ?? "9999") + padded(site, to: 6))
  }

  /// The name of a site.
  static func name(of prefecture: Prefecture, site: Int) -> String {
    prefecture.kind == .departments
      ? "示例省第\(padded(site, to: 2))厅网站" : "\(prefecture.id)示例网站\(site)"
  }
}

/// The categories of issues that demonstrations use, named as in notices.
enum DemoCategories {
  static let all: [IssueCategory] = [
    category("text_errors", "错字漏字", "Text errors", .veto),
    category("site_unreachable", "无法访问", "Unreachable", .veto),
    category("home_not_updated", "首页不更新", "Stale home", .veto),
    category("columns_not_updated", "栏目不更新", "Stale columns", .veto),
    category("blank_columns", "空白栏目", "Blank columns", .veto),
    category("poor_response", "互动回应差", "Poor response", .veto),
    category("score_fail", "扣分大于40", "Score below", .score),
    category("broken_links", "链接不可用", "Broken links", .deduction),
  ]

  private static func category(
    _ id: CategoryID, _ chinese: String, _ english: String, _ kind: IssueCategory.Kind
  ) -> IssueCategory {
    let name = Phrase(chinese, english)
    return IssueCategory(id: id, name: name, kind: kind)
  }
}
