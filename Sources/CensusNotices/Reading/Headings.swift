internal import CensusCore

/// What a column of a table says.
package enum Column: String, CaseIterable, Sendable {
  case serial
  case prefecture
  case name
  case code
  case issue
  case running
  case failing
  case rate
  case address
  /// The platform of a new-media account.
  case platform
  /// Who answers for a new-media account.
  case unit
  /// Known, and of no use here: a sample's size, a remark.
  case ignored = "ignore"
}

/// What a table is about.
package enum Meaning: String, Sendable {
  /// Annex 1: running and failing sites by prefecture.
  case figures
  /// Annex 2: the failing sites.
  case findings
  /// Sites without a verdict.
  case siteList
  /// Messages handed in and taken up, or posts counted: looks like annex 1.
  case adoption
  /// New-media accounts with what is the matter with them (layout C1).
  case accounts
  /// New-media accounts without a verdict: posts counted, or accounts listed by issue (C2, C3).
  case accountList
  /// Findings in prose, a site after the other (layout E).
  case prose
  /// A form, a schedule or scores.
  case form
  /// No heading says what it is.
  case unknown

  /// Whether facts are taken from it.
  package var isResult: Bool {
    switch self {
    case .figures, .findings, .accounts, .prose: true
    case .siteList, .adoption, .accountList, .form, .unknown: false
    }
  }
}

/// The words that head columns, as notices print them, without blanks and signs.
enum HeadingWords {
  /// The column of a heading's text.
  static func column(_ text: String) -> Column? {
    mayBeKnown(text) ? columns[key(text)] : nil
  }

  /// The columns of a row of headings: beside accounts some words say something else.
  static func columns(_ texts: [String]) -> [Column?] {
    let isOfAccounts = isOfAccounts(texts.map(key))
    return texts.map { text in
      (isOfAccounts ? accountColumn(key(text)) : nil) ?? column(text)
    }
  }

  private static func accountColumn(_ key: String) -> Column? {
    accountColumns[key]
      ?? (key.hasPrefix("政务") ? accountColumns[String(key.dropFirst(2))] : nil)
  }

  /// Whether headings are those of a table of accounts: one names them, or 账号 stands alone beside
  /// what is the matter.
  private static func isOfAccounts(_ keys: [String]) -> Bool {
    names(accounts, keys)
      || keys.contains { ["账号", "账户", "帐号"].contains($0) }
        && keys.contains { columns[$0] == .issue }
  }

  private static func names(_ words: [String], _ keys: [String]) -> Bool {
    keys.contains { text in words.contains { text.contains($0) } }
  }

  /// Words of headings under which findings may stand, where none is the known one.
  private static let verdicts = ["问题", "不合格", "情况", "结果", "扣分", "缺陷", "毛病"]

  /// What a row of headings makes of its table.
  static func meaning(_ columns: Set<Column>, _ texts: [String]) -> Meaning {
    let keys = texts.map(key)
    func says(_ words: [String]) -> Bool { names(words, keys) }
    if isOfAccounts(keys) {
      return columns.isSuperset(of: [.platform, .name, .issue]) ? .accounts : .accountList
    }
    if says(adoption) { return .adoption }
    if columns.contains(.issue), columns.contains(.name) || columns.contains(.code) {
      return .findings
    }
    if columns.contains(.prefecture), columns.contains(.failing),
      columns.contains(.running) || columns.contains(.rate)
    {
      return .figures
    }
    if columns.contains(.code) || columns.contains(.address), columns.contains(.name) {
      // A column that may say what is wrong with the sites is asked for, and its rows are not left out.
      return says(verdicts) ? .unknown : .siteList
    }
    return says(forms) ? .form : .unknown
  }

  /// How sure a row is to be one of headings: so many of its cells are known words, or were explained.
  static func score(_ texts: [String], _ explained: [String: Column] = [:]) -> Int {
    texts.count { text in
      if !explained.isEmpty, explained[key(text)] != nil { return true }
      guard mayBeKnown(text) else { return false }
      let key = key(text)
      return columns[key] != nil || others.contains(key)
    }
  }

  /// Whether a text begins as a known heading does: most cells do not, and need no closer look.
  private static func mayBeKnown(_ text: String) -> Bool {
    text.utf8.count < 100
      && (text.unicodeScalars.first { !isBlank($0) && !isUnseen($0) }.map(beginnings.contains)
        ?? false)
  }

  private static let beginnings: Set<Unicode.Scalar> = Set(
    (Array(columns.keys) + Array(others)).compactMap { $0.unicodeScalars.first } + ["N", "Ｎ", "ｎ"])

  static func key(_ text: String) -> String {
    wordKey(text).filter { !"、/／,，()（）·.．:：*＊的%％".contains($0) }
  }

  private static let columns: [String: Column] = {
    var columns: [String: Column] = [:]
    for (column, words) in table { for word in words { columns[word] = column } }
    return columns
  }()

  private static let table: [(Column, [String])] = [
    (.serial, ["序号", "编号", "序", "no"]),
    (
      .prefecture,
      [
        "州市部门", "州市", "地区", "地州市", "市州", "地市", "盟市", "设区市", "设区市省级政府部门",
        "设区市省级部门", "州市省直部门", "地区部门", "市县区", "县市区", "州市单位", "地方部门", "地方",
        "单位", "部门", "所属地区", "所在地区", "省市", "省区市",
      ]
    ),
    (.name, ["网站名称", "问题网站名称", "政府网站名称", "站点名称", "网站", "不合格网站名称"]),
    (.code, ["网站标识码", "标识码", "政府网站标识码", "网站识别码", "网站编码"]),
    (
      .issue,
      [
        "存在问题", "突出问题", "主要问题", "问题描述", "存在突出问题", "存在主要问题", "问题",
        "不合格原因", "问题类别", "问题类型", "存在不合格问题", "检查发现问题", "发现问题",
      ]
    ),
    (
      .running,
      [
        "在运行网站数", "运行网站总数", "在运行网站总数", "网站总数", "正在运行网站数", "运行网站数",
        "在运行政府网站数", "在运行政府网站总数", "在运行网站数量", "在运行网站", "网站数", "运行网站",
      ]
    ),
    (
      .failing,
      [
        "不合格网站数", "存在突出问题网站数", "问题网站数", "不合格数", "不合格网站", "不合格政府网站数",
        "不合格网站数量", "发现问题网站数",
      ]
    ),
    (.rate, ["合格率", "网站合格率", "总体合格率", "抽查合格率", "合格比例", "合格比率", "网站合格比例"]),
    (.address, ["网站地址", "网址", "首页地址", "网站域名", "域名", "网站首页网址"]),
    (
      .ignored,
      [
        "备注", "合格网站数", "合格网站数量", "合格政府网站数", "合格数", "抽查网站数", "抽查数", "检查网站数", "抽查比例", "不合格率", "整改期限",
        "主办单位", "检查日期", "监测日期",
      ]
    ),
  ]

  private static let adoption = [
    "报送数", "采纳数", "采纳率", "采用数", "采用率", "录用数", "录用率", "发布条数", "发稿数", "发布数",
  ]
  private static let accounts = ["新媒体名称", "账号名称", "帐号名称", "新媒体类型", "新媒体账号", "新媒体帐号"]
  /// What heads a column of a table of accounts, and would be something else, or nothing, elsewhere.
  private static let accountColumns: [String: Column] = {
    let table: [(Column, [String])] = [
      (
        .platform,
        [
          "新媒体类型", "平台", "平台名称", "平台类型", "新媒体平台", "账号平台", "所属平台", "账号类型", "所在平台", "发布平台", "账号所属平台",
          "类型", "类别",
        ]
      ),
      (.name, ["新媒体名称", "账号名称", "新媒体账号", "新媒体账号名称", "账号", "账户", "帐号", "帐号名称", "名称"]),
      (
        .unit,
        [
          "责任单位", "主办单位", "运营单位", "主管单位", "开办单位", "开设单位", "单位", "部门", "单位名称",
          "责任部门", "主办单位名称",
        ]
      ),
      (.ignored, ["检查时更新日期", "最后更新日期", "最近更新日期", "最后更新时间", "检查时最后更新日期"]),
    ]
    return Dictionary(
      table.flatMap { column, words in words.map { ($0, column) } },
      uniquingKeysWith: { first, _ in first })
  }()
  private static let forms = ["一级指标", "考察点", "得分", "评分", "时间安排", "完成时限", "工作任务", "红榜", "黑榜", "排名"]
  private static let others = Set(
    adoption + accounts + forms + accountColumns.keys.filter { $0.count > 2 || $0 == "平台" })
}
