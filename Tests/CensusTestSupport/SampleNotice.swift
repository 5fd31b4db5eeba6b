/// A notice that nobody published: facts for the fourth quarter of 2018, in words of our own, to be put
/// into any container.
package enum SampleNotice {
  /// The text before the annexes.
  package static let body = [
    "试政办发〔2019〕3号",
    "试验省人民政府办公厅关于2018年四季度全省政府网站普查情况的通报",
    "各州、市人民政府，省直各部门：",
    "截至2018年12月20日，全省在运行政府网站共61个，发现不合格网站8个，总体合格率87%。本段文字只为试验而写，与任何真实的通报无关。",
    "有关单位请于2月15日前将整改情况（主要负责同志签字的纸质版2份和电子文档）报送省政府办公厅。联系电话：0871-60000000；邮箱：test@example.com。",
    "2019年1月10日",
  ]

  /// The day of issue is in January, so that the deadline is of that year.
  package static let due = "2019-02-15"

  /// The title of annex 1.
  package static let firstTitle = "2018年四季度全省在运行政府网站普查情况"
  /// Annex 1, its headings first, its total last.
  package static let first = [
    ["州、市/部门", "在运行网站数", "不合格网站数", "合格率"],
    ["省直", "20", "2", "90%"],
    ["昆明", "18", "3", "83%"],
    ["曲靖", "9", "0", "100%"],
    ["怒江", "8", "2", "75%"],
    ["临沧", "6", "1", "83%"],
    ["总计", "61", "8", "87%"],
  ]

  /// The title of annex 2.
  package static let secondTitle = "2018年四季度普查不合格政府网站"
  /// Annex 2, its headings first; rows of one prefecture follow each other.
  package static let second = [
    ["序号", "州、市/部门", "网站名称", "网站标识码", "存在问题"],
    ["1", "省直", "试验省甲厅网站", "5300000101", "错字漏字"],
    ["2", "省直", "试验省乙局", "53000000102", "多个栏目长期不更新，扣分大于 40"],
    ["3", "昆明", "昆明市丙局网站", "5301000103", "首页不更新"],
    ["4", "昆明", "昆明市丁区门户网站", "5301020104", "多个栏目空白、错链断链"],
    ["5", "昆明", "昆明市戊局网站", "5301000105", "站点无法访问"],
    ["6", "怒江", "怒江己网", "5333000106", "人事信息、法律法规，政策文件等8个栏目应更新但长期未更新"],
    ["7", "怒江", "怒江庚网", "5333000107", "互动回应差；错字漏字"],
    ["8", "临沧", "临沧辛网", "5309000108", "服务不实用"],
  ]

  /// The categories of each row of annex 2.
  package static let categories = [
    ["text_errors"], ["columns_not_updated", "score_fail"], ["home_not_updated"],
    ["blank_columns", "broken_links"], ["site_unreachable"], ["columns_not_updated"],
    ["poor_response", "text_errors"], ["poor_service"],
  ]

  /// A table of new-media accounts, its headings first.
  package static let accounts = [
    ["新媒体类型", "新媒体名称", "责任单位", "问题类别", "检查时更新日期"],
    ["政务微信", "试验发布", "昆明市癸局", "2周内无更新", "2018年11月2日"],
    ["政务微博", "试验发布", "昆明市癸局", "2周内无更新", "2018年10月9日"],
    ["今日头条", "怒江壬台", "怒江州壬中心", "商业广告", "2018年12月1日"],
  ]

  /// The sites of annex 2 in prose, a numbered list of issues for each.
  package static let prose = [
    "二、存在问题的网站",
    "（一）怒江州己局网站（标识码5333000106）",
    "1.首页不更新；",
    "2.多个栏目空白。",
    "（二）昆明市丙局网站",
    "1、错字漏字；2、站点无法访问",
    "（三）临沧辛网：服务不实用。",
    "三、下一步工作要求",
    "（一）高度重视网站建设。",
  ]

  /// The note below the annexes.
  package static let note = "注：数据采样时间截至2018年12月20日"

  /// Annex 2 where the prefecture stands in the first of its rows alone, as merged cells are copied.
  package static var secondMerged: [[String]] {
    var known = ""
    return second.map { row in
      guard row[1] == known else {
        known = row[1]
        return row
      }
      return [row[0], ""] + row[2...]
    }
  }
}
