package import CensusCore
package import CensusStore
import StrictJSON

extension Messages {
  /// What is wrong with the content of a file.
  package static func words(_ fault: ContentFault) -> Phrase {
    switch fault {
    case .syntax(let fault):
      let expected = expectation(fault.expectation)
      return Phrase(
        "第\(fault.line)行第\(fault.column)列，应为\(expected.chinese)",
        "line \(fault.line), column \(fault.column), expected \(expected.english)")
    case .record(let fault): return words(fault)
    }
  }

  /// What is wrong with a value of a file.
  package static func words(_ fault: RecordFault) -> Phrase {
    let expected = expectation(fault.expectation)
    let place = fault.pointer.isEmpty ? "/" : fault.pointer
    return Phrase("\(place) 应为\(expected.chinese)", "\(place) must be \(expected.english)")
  }

  private static func expectation(_ expectation: RecordFault.Expectation) -> Phrase {
    switch expectation {
    case .field: Phrase("必有的字段", "there")
    case .text: Phrase("文本", "a text")
    case .someText: Phrase("非空文本", "a text that is not empty")
    case .nothing: Phrase("空值（null）", "null")
    case .wholeNumber: Phrase("整数", "a whole number")
    case .atLeast(let limit):
      Phrase("不小于\(limit)的整数", "a whole number not below \(limit)")
    case .atMost(let limit):
      Phrase("不大于\(limit)的整数", "a whole number not above \(limit)")
    case .trueOrFalse: Phrase("true 或 false", "true or false")
    case .object: Phrase("对象", "an object")
    case .list: Phrase("列表", "a list")
    case .day: Phrase("日期（如 2018-10-20）", "a day such as 2018-10-20")
    case .instant: Phrase("时刻（如 2018-10-19T01:00:00Z）", "an instant such as 2018-10-19T01:00:00Z")
    case .quarter: Phrase("季度（如 2018Q3）", "a quarter such as 2018Q3")
    case .thisQuarter(let quarter): Phrase(quarter, quarter)
    case .bytesOfName: Phrase("与文件名相符的内容", "the content that its name was made from")
    case .finding: Phrase("问题编号（如 2018Q3-7）", "a finding such as 2018Q3-7")
    case .identity: Phrase("32位十六进制数", "32 hex digits")
    case .offset: Phrase("时差（如 +08:00）", "a distance from UTC such as +08:00")
    case .oneOf(let words):
      Phrase(
        words.joined(separator: "、") + "之一", "one of " + words.joined(separator: ", "))
    case .unique: Phrase("不重复的值", "a value that no other entry has")
    case .someEntries: Phrase("至少有一项的列表", "a list with at least one entry")
    case .place(let limit):
      Phrase(
        "列和行两个数（各为0到\(limit)）", "a column and a row, each from 0 to \(limit)")
    case .fewEntries(let limit):
      Phrase("至多\(limit)项的列表", "a list with at most \(limit) entries")
    case .after(let number):
      Phrase(
        "比前一项（\(number)）大的一项", "an entry that begins beyond \(number), as the one before it does")
    case .holiday:
      Phrase(
        "一段不超过\(Holiday.reach)天的假期，调休上班的是假期外附近的周六、周日",
        "at most \(Holiday.reach) days off in one piece, with weekend days worked near them and not "
          + "among them")
    case .yearOf(let year):
      Phrase("\(year)年或上年底的假期", "a holiday of \(year), or of the end of the year before")
    case .subject: Phrase("单位、问题、网站或记录之一", "a unit, findings, a site or an event")
    case .fewerFaults(let limit):
      Phrase("差错不超过\(limit)处的列表", "a list with at most \(limit) entries that are wrong")
    }
  }

  private static func expectation(_ expectation: JSONFault.Expectation) -> Phrase {
    switch expectation {
    case .value: Phrase("一个值", "a value")
    case .key: Phrase("带引号的字段名", "a key in quotation marks")
    case .colon: Phrase("冒号", "a colon")
    case .commaOrBrace: Phrase("逗号或“}”", "a comma or “}”")
    case .commaOrBracket: Phrase("逗号或“]”", "a comma or “]”")
    case .closingQuote: Phrase("引号", "a quotation mark")
    case .escape: Phrase("JSON 转义", "an escape of JSON")
    case .hexDigits: Phrase("四位十六进制数", "four hex digits")
    case .surrogatePair: Phrase("代理对的另一半", "the other half of a surrogate pair")
    case .escapedControl: Phrase("转义的控制符", "an escape in place of a control character")
    case .utf8: Phrase("合规的 UTF-8", "well-formed UTF-8")
    case .digit: Phrase("数字", "a digit")
    case .noLeadingZero: Phrase("不以0开头的数", "a number without a leading zero")
    case .numberInRange: Phrase("范围内的数", "a number that can be represented")
    case .uniqueKey(let key):
      Phrase("不重复的字段名（“\(key)”已有）", "a key other than “\(key)”, which is there already")
    case .endOfFile: Phrase("文件结尾", "the end of the file")
    case .noByteOrderMark: Phrase("没有 BOM 的文件", "a file without a byte order mark")
    case .depth(let limit): Phrase("至多\(limit)层", "at most \(limit) levels")
    case .textLength(let limit): Phrase("至多\(limit)字节的文本", "a text of at most \(limit) bytes")
    case .fileSize(let limit): Phrase("至多\(limit)字节的文件", "a file of at most \(limit) bytes")
    case .values(let limit): Phrase("至多\(limit)个值的文件", "a file of at most \(limit) values")
    }
  }
}
