package import CensusCore

/// Headings and hints of the screens, in both languages; the field's own names are in `Terms`.
package enum Labels {
  static let product = Phrase("政府网站普查督办", "Site Census")
  static let shortProduct = Phrase("普查督办", "Census")
  static let sampledTo = Phrase("采样截至", "sampled to")
  static let today = Phrase("今天", "today")
  static let lookingOn = Phrase("截至", "as of")
  static let storeMissing = Phrase("数据暂不可读", "store not readable")
  static let readOnly = Phrase("只读", "read-only")

  package static func tab(_ view: View) -> Phrase {
    switch view {
    case .overview: Phrase("总览", "Overview")
    case .prefectures: Phrase("州市", "Areas")
    case .sites: Phrase("网站", "Sites")
    case .issues: Phrase("问题", "Issues")
    case .deadlines: Phrase("期限", "Due")
    case .rechecks: Phrase("复查", "Re-check")
    case .trends: Phrase("趋势", "Trends")
    case .checks: Phrase("核对", "Checks")
    case .history: Phrase("记录", "History")
    case .notice: Phrase("通报", "Notice")
    }
  }

  package static func viewHelp(_ view: View) -> Phrase {
    switch view {
    case .overview: Phrase("总览：谁该报、报了没有", "overview: who owes what")
    case .prefectures: Phrase("州市：附件1各行", "the rows of annex 1")
    case .sites: Phrase("不合格网站", "failing sites")
    case .issues: Phrase("问题类别", "issue categories")
    case .deadlines: Phrase("期限：报送登记", "deadlines: the receipt desk")
    case .rechecks: Phrase("复查：逐条登记整改到位、不到位", "the run sheet of the re-check")
    case .trends: Phrase("趋势：各季合格率、在运行和不合格网站", "rates and counts, quarter by quarter")
    case .history: Phrase("办理记录，最新在前", "what was recorded, newest first")
    case .checks: Phrase("核对：通报中可疑的数字和行", "doubtful figures and rows of the notice")
    case .notice: Phrase("通报全部内容", "all facts of the notice")
    }
  }

  // MARK: - Column titles

  static let unit = Phrase("单位", "Unit")
  static let prefecture = Phrase("州市/部门", "Prefecture")
  static let site = Phrase("网站", "Site")
  static let sites = Phrase("网站", "Sites")
  static let findings = Phrase("问题", "Rows")

  /// What an act passes over, behind what it records: ；云南省文化厅：没有待办事项, and what else is to be
  /// known of it.
  static func leftOut(_ plan: Plan, in projection: Projection) -> Phrase {
    let left = plan.leftOut.reduce(Phrase("", "")) { all, one in
      let (name, why) = (Terms.name(of: one.id, in: projection), Terms.leftOut(one.why))
      return Phrase(
        "\(all.chinese)；\(name.chinese)：\(why.chinese)",
        "\(all.english); \(name.english): \(why.english)")
    }
    return left + remarks(plan.remarks)
  }

  /// What is to be known of plans, behind what they record.
  static func remarks(_ remarks: [PlanRemark]) -> Phrase {
    Terms.remarks(remarks).reduce(Phrase("", "")) { all, one in
      Phrase("\(all.chinese)；\(one.chinese)", "\(all.english); \(one.english)")
    }
  }

  static let running = Phrase("在运行", "Running")
  static let failing = Phrase("不合格", "Failing")
  static let rate = Phrase("合格率", "Rate")
  static let category = Phrase("问题类别", "Category")
  static let printed = Phrase("公布", "Printed")
  static let recomputed = Phrase("核算", "Computed")

  // MARK: - Counts

  static func units(_ count: Int) -> Phrase {
    Phrase("\(count)家", count == 1 ? "1 unit" : "\(count) units")
  }

  static func siteCount(_ count: Int) -> Phrase {
    Phrase("\(count)个网站", count == 1 ? "1 site" : "\(count) sites")
  }

  static func findingCount(_ count: Int) -> Phrase {
    Phrase("\(count)条问题", count == 1 ? "1 finding" : "\(count) findings")
  }

  static func shown(_ shown: Int, of all: Int) -> Phrase {
    Phrase("\(shown) / \(all)", "\(shown) / \(all)")
  }

  /// What a summary counts: 附件2共20条，涉及19个网站; accounts among them are told apart.
  static func rowsAndSites(_ findings: Int, _ all: Int, accounts: Int) -> Phrase {
    let sites = all - accounts
    return Phrase(
      "通报\(findings)条，\(sites)个网站",
      "\(findings) \(findings == 1 ? "row" : "rows"), \(sites) \(sites == 1 ? "site" : "sites")")
      + (accounts == 0
        ? .empty : Phrase("、\(accounts)个新媒体账号", ", \(counted(accounts, "account"))"))
  }

  // MARK: - Messages

  static let inputMethod = Phrase(
    "中文输入法已打开：可用 F 键、方向键、Enter、Esc 操作",
    "a Chinese input method is on: use function keys, arrows, Enter and Esc")
  static let nothingHere = Phrase("这一行没有可登记的内容", "nothing can be recorded on this row")
  static let mouseRecordsNothing = Phrase(
    "鼠标不作登记，没有登记任何内容：请按键盘上的这个键", "the mouse never records, and nothing was recorded: press that key"
  )
  static let noSuchRow = Phrase(
    "本季度没有这一州市的数字；[ ] 换季度", "this quarter has no figures of it; [ and ] change the quarter")
  static let noOlderQuarter = Phrase("没有更早的季度", "there is no earlier quarter")
  static let noNewerQuarter = Phrase("没有更晚的季度", "there is no later quarter")
  static let retractInHistory = Phrase(
    "在 9 记录 中选中一条记录再按 M", "choose a record in 9 History, then press M")
  static let notADay = Phrase(
    "日期写作 2018-10-20、10-20、20、+3、昨天或周三",
    "write the day as 2018-10-20, 10-20, 20, +3, yesterday or fri")
  static let changedElsewhere = Phrase(
    "其他程序登记了新记录，已更新", "another program recorded something; updated")
  static func vanished(_ count: Int) -> Phrase {
    Phrase(
      "有\(count)条记录从数据目录里消失了，请查明原因，从备份恢复",
      "\(count) \(count == 1 ? "record has" : "records have") vanished from the store; find out "
        + "why, and restore \(count == 1 ? "it" : "them") from a copy")
  }
  static let wholeAgain = Phrase("文件已恢复，已更新", "the files are whole again; updated")
  static let noRows = Phrase("没有符合筛选的行（Esc 清除筛选）", "no row matches (Esc clears the filter)")
  static let nothingListed = Phrase("没有可列的内容", "nothing to list")

  /// Said once a receipt is durable.
  static func recorded(units: String, parts: [Part], signature: Signature) -> Phrase {
    let names = parts.map(Terms.part)
    let signed = parts.contains(.paper) ? Terms.signature(signature) : nil
    return Phrase(
      "已登记：\(units) \(names.map(\.chinese).joined(separator: "、"))"
        + (signed.map { "（\($0.chinese)）" } ?? ""),
      "recorded: \(units), \(names.map(\.english).joined(separator: " and "))"
        + (signed.map { " (\($0.english))" } ?? ""))
  }

  static func redone(_ count: Int) -> Phrase {
    Phrase("已重做\(count)条记录", "redid \(count) \(count == 1 ? "record" : "records")")
  }

  static func alreadyRecorded(_ units: String, on day: Day) -> Phrase {
    Phrase("\(units) 已于\(day)登记过，无需重复", "\(units) was recorded for \(day) already")
  }
}
