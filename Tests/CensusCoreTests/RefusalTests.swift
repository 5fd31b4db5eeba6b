import CensusCore
import Testing

@Suite("Sentences of refusals")
struct RefusalTests {
  @Test(
    "Every refusal in both languages",
    arguments: [
      (
        .unknownID("昆名", nearest: ["昆明", "5301000042"]), "没有“昆名”；您是不是指昆明、5301000042？",
        "nothing is called “昆名”; did you mean 昆明, 5301000042?"
      ),
      (
        .unknownID("zz", nearest: []),
        "没有“zz”；可用单位、州市、网站标识码或问题编号（如 2018Q3-7），census units 与 census findings 列出全部。",
        "nothing is called “zz”; give a unit, a prefecture, a site code or a finding such as "
          + "2018Q3-7 (census units and census findings list them)."
      ),
      (
        .ambiguousID("abcdef", matches: 3), "以“abcdef”开头的记录有3条；请多输入几位。",
        "“abcdef” begins 3 records; give more digits."
      ),
      (
        .owesNothing(.unit("昭通"), Yunnan.quarter), "“昭通”在2018年三季度没有不合格网站，不需要报送。",
        "“昭通” has no failing site in Q3 2018 and owes no report."
      ),
      (
        .noFindings(known(Quarter("2020Q2"))), "2020年二季度仅有总数，没有可登记的单位；请换一个季度。",
        "only the totals of Q2 2020 are known, so nothing can be recorded; choose another quarter."
      ),
      (
        .futureDay(day("2018-10-24"), today: day("2018-10-23")),
        "日期2018-10-24尚未到来（今天是2018-10-23）；请填写实际日期。",
        "2018-10-24 is in the future (today is 2018-10-23); give the actual day."
      ),
      (
        .noSuchDay("2月30日"), "没有“2月30日”这一天；日期写作 2018-10-20。",
        "there is no day “2月30日”; write it as 2018-10-20."
      ),
      (
        .ambiguousDay("24", [day("2018-10-24"), day("2018-11-24")]),
        "“24”可以指2018-10-24，也可以指2018-11-24；请写全年月日。",
        "“24” can mean 2018-10-24 or 2018-11-24; write the whole day."
      ),
      (
        .beforeNotice(day("2018-09-25"), issued: day("2018-09-26")),
        "日期2018-09-25早于通报印发日2018-09-26；如情况属实，请在备注中说明原因。",
        "2018-09-25 is before the notice was issued on 2018-09-26; if it is true, say why in a note."
      ),
      (
        .alreadyReceived(unit: "昆明", part: .paper, on: day("2018-10-15")),
        "昆明的纸质版已于2018-10-15收到；日期有误的，请先撤销；再次来件的，请用 --again 登记。",
        "the paper part of 昆明 was received on 2018-10-15; undo that first if the day is wrong, "
          + "or record a further report with --again."
      ),
      (
        .alreadyReceived(unit: "昆明", part: .electronic, on: day("2018-10-15")),
        "昆明的电子版已于2018-10-15收到；日期有误的，请先撤销；再次来件的，请用 --again 登记。",
        "the electronic part of 昆明 was received on 2018-10-15; undo that first if the day is "
          + "wrong, or record a further report with --again."
      ),
      (
        .notAmong(finding(16)), "2018Q3-16不在所选单位的问题之内，无需除外。",
        "2018Q3-16 is not among the findings of these units, so it cannot be left out."
      ),
      (
        .nothingLeft, "所有问题均已除外，没有可登记的内容。", "every finding is left out; nothing remains to record."
      ),
      (
        .fileWithoutElectronicPart, "文件只属于电子版；请选电子版或两份。",
        "a file belongs to the electronic part; record that part or both."
      ),
      (.emptyNote, "备注为空；请填写内容。", "the note is empty; write a sentence."),
      (
        .notASubject(.unit("abcdef")), "“abcdef”是办理记录，不是单位、网站或问题。",
        "“abcdef” is a record, not a unit, site or finding."
      ),
      (.nothingToUndo, "没有可撤销的记录。", "there is nothing to undo."),
      (
        .alreadyUndone(known(BatchID(String(repeating: "b", count: 32)))), "批次bbbbbbbb此前已撤销。",
        "batch bbbbbbbb was undone before."
      ),
      (
        .unknownBatch("abc"), "没有以“abc”开头的批次（至少输入6位）；census history 列出全部批次。",
        "no batch begins with “abc” (give at least 6 digits); census history lists them."
      ),
    ] as [(Refusal, String, String)])
  func sentences(refusal: Refusal, chinese: String, english: String) {
    #expect(Terms.refusal(refusal) == Phrase(chinese, english))
  }
}
