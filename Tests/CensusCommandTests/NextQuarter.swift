import CensusCommand
import Testing

extension Desk {
  /// A row of annex 2 as a test writes it.
  struct Row {
    let prefecture: String
    let name: String
    let code: String

    static let kunming = Row(prefecture: "昆明", name: "昆明市教育局", code: "5301000045")
    static let dali = Row(prefecture: "大理", name: "大理州某局", code: "5329000001")
  }

  /// The shipped quarter and the next, whose notice of 2018-12-20 names some sites, with what was
  /// done since.
  ///
  /// - Parameters:
  ///   - rows: the sites; that of 昆明 was named before.
  ///   - annex1: rows of annex 1, as JSON.
  ///   - scope: which sites that census looked at.
  ///   - day: today.
  ///   - lines: the commands that were run.
  /// - Throws: where one of them fails.
  convenience init(
    next rows: [Row], annex1: String = "", scope: String = "all", on day: String = "2019-01-05",
    after lines: [String]
  ) throws {
    try self.init()
    let folder = try #require(folders["store"])
    let annex = rows.enumerated().map { index, row in
      """
      {"row":\(index + 1),"prefecture":"\(row.prefecture)","name":"\(row.name)",
      "code":"\(row.code)","text":"错字","issues":["text_errors"]}
      """
    }
    try Self.put(
      Array(
        """
        {"format":"site-census-quarter","version":1,"revision":1,"quarter":"2018Q4",
        "coverage":"full","scope":"\(scope)","notice":{"issued":"2018-12-20","due":"2019-01-20"},
        "totals":{"running":400,"failing":\(rows.count),"publishedRate":"99%"},
        "annex1":{"title":"甲","headings":[],"rows":[\(annex1)]},
        "annex2":{"title":"乙","headings":[],"rows":[\(annex.joined(separator: ","))]}}
        """.utf8), at: "quarters/2018Q4.json", in: folder)
    _ = try run("check", "--confirm-facts")
    now = "\(day)T01:00:00Z"
    for line in lines { try does(line) }
  }
}
