import CensusStore
import Testing

extension Desk {
  /// A site that a notice lists: row of annex 1, name, code (nil for none), category.
  typealias Listed = (prefecture: String, name: String, code: String?, issue: String)

  /// The desk on a morning of 2019, with a notice of the quarter after the shipped one.
  ///
  /// A site of 昆明 and the one of 耿马 are named again, one of 昆明 has no code, and the code that
  /// 2018Q3 printed with a digit too much is printed right.
  static func ofTwoNotices() throws -> Desk {
    let desk = try Desk()
    try desk.add(
      "2018Q4", issued: "2018-12-20", due: "2019-01-20",
      running: [("省直", 57), ("昆明", 60), ("昭通", 29), ("曲靖", 29), ("临沧", 17)],
      [
        ("省直", "云南省文史研究馆网站", "5300000061", "text_errors"),
        ("昆明", "昆明市教育局网站", "5301000045", "score_fail"),
        ("昆明", "昆明市某局网站", nil, "blank_columns"),
        ("曲靖", "曲靖市某局网站", "5303000001", "blank_columns"),
        ("临沧", "耿马政府公众信息网", "5309260040", "score_fail"),
      ])
    desk.now = "2019-02-01T01:00:00Z"
    return desk
  }

  /// Puts a notice into the store.
  func add(
    _ quarter: String, issued: String, due: String, running: [(String, Int)], _ sites: [Listed],
    scope: String = "all"
  ) throws {
    let folder = try #require(folders["store"])
    let rows = running.map { prefecture, count in
      let failing = sites.count { $0.prefecture == prefecture }
      return
        #"{"prefecture":"\#(prefecture)","running":\#(count),"failing":\#(failing),"rate":"9%"}"#
    }
    let findings = sites.enumerated().map { index, site in
      let code = site.code.map { "\"\($0)\"" } ?? "null"
      return #"{"row":\#(index + 1),"prefecture":"\#(site.prefecture)","name":"\#(site.name)","#
        + #""code":\#(code),"text":"甲","issues":["\#(site.issue)"]}"#
    }
    try Self.put(
      Array(
        """
        {"format":"site-census-quarter","version":1,"revision":1,"quarter":"\(quarter)",
        "coverage":"full","scope":"\(scope)","notice":{"issued":"\(issued)","due":"\(due)"},
        "totals":{"running":\(running.reduce(0) { $0 + $1.1 }),"failing":\(sites.count),
        "publishedRate":"9%"},
        "annex1":{"title":"甲","headings":[],"rows":[\(rows.joined(separator: ","))]},
        "annex2":{"title":"乙","headings":[],"rows":[\(findings.joined(separator: ","))]}}
        """.utf8), at: "quarters/\(quarter).json", in: folder)
    _ = try run("check", "--confirm-facts")
  }

  /// Puts a mark of a conflict into a quarter's file.
  func damage(_ quarter: String) throws {
    let folder = try #require(folders["store"])
    let path = "quarters/\(quarter).json"
    let whole = try folder.read(path, limit: 1 << 24)
    try folder.remove(path)
    try Self.put(Array("<<<<<<< HEAD\n".utf8) + whole, at: path, in: folder)
  }
}
