package import CensusCore

extension Doubt {
  /// The rule's name, as `check` names its own.
  package var code: String {
    switch self {
    case .filled: "filledDown"
    case .continued: "continuedTable"
    case .halved: "twoRecordsARow"
    case .leftOut: "columnLeftOut"
    case .guessedYear: "guessedYear"
    case .serialGap: "serialGap"
    case .renumbered: "renumbered"
    case .oddDeadline: "oddDeadline"
    case .otherDeadline: "otherDeadline"
    case .otherPeriod: "otherPeriod"
    case .otherUnit: "otherUnit"
    case .roundCode: "roundCode"
    case .partly: "partlyUnderstood"
    case .hiddenRows: "hiddenRows"
    case .brokenCode: "brokenCode"
    case .splitRows: "splitRows"
    case .earlierOwner: "earlierAnswer"
    case .foldedCode: "foldedCode"
    case .accountAmongSites: "accountAmongSites"
    case .noFigure: "noFigure"
    case .hiddenColumns: "hiddenColumns"
    case .deniedDeadline: "otherDeadline"
    case .mended: "mendedCell"
    case .skipped, .skippedTable: "rowLeftOut"
    case .namesLeftOut: "namesLeftOut"
    case .accounts: "accountsLeftOut"
    case .unread: "tableNotRead"
    case .prose: "readInProse"
    case .remark: "container"
    }
  }

  /// How grave it is.
  package var severity: Discrepancy.Severity {
    switch self {
    case .serialGap, .renumbered, .roundCode, .brokenCode, .splitRows, .accounts, .prose, .unread,
      .oddDeadline, .otherDeadline, .deniedDeadline, .noFigure, .hiddenColumns, .otherPeriod,
      .otherUnit, .guessedYear, .halved:
      .warning
    case .remark(.deletions), .remark(.hiddenSheet), .hiddenRows, .remark(.hiddenRows),
      .remark(.hiddenText), .remark(.struck), .remark(.covered), .remark(.savedByLibreOffice),
      .remark(.placedWords):
      .warning
    case .filled, .partly, .earlierOwner, .accountAmongSites, .foldedCode, .namesLeftOut,
      .continued, .leftOut, .mended, .skipped, .skippedTable,
      .remark:
      .note
    }
  }

  /// The doubt, in a sentence without its end.
  package var sentence: Phrase {
    switch self {
    case .filled(let rows):
      Phrase(
        "第\(rows.listed.chinese)行的合并格已按上一行补齐",
        "merged cells of \(rows.count == 1 ? "row" : "rows") \(rows.listed.english) were filled from above"
      )
    case .continued(let rows, let table):
      Phrase(
        "没有表头，接着表\(table)，按表\(table)的列读入\(rows)行",
        "no headings: it goes on table \(table), by whose columns \(counted(rows, "row")) "
          + "\(rows == 1 ? "was" : "were") read")
    case .halved:
      Phrase(
        "每行并列两条记录，先左后右拆开读入，行号按拆开后的顺序",
        "each row has two records side by side: the left half was read, then the right, and rows are "
          + "counted in that order")
    case .leftOut(let column, let heading, let cells):
      Phrase(
        "第\(column)列“\(heading)”有\(cells)格，没有读入",
        "column \(column), “\(heading)”: \(counted(cells, "cell")) left out")
    case .guessedYear(let day):
      Phrase(
        "报送期限没有写年份，早于印发日期，读作次年的\(day)；不对的，用 --due 说明",
        "the day that the report is due has no year and lies before the notice, and was read as \(day) of "
          + "the year after; if that is wrong, give the day with --due")
    case .serialGap(let numbers):
      Phrase(
        "序号缺\(numbers.prefix(10).listed.chinese)，可能有行没有读到",
        (numbers.count == 1
          ? "serial number \(numbers.listed.english) is missing"
          : "serial numbers \(numbers.prefix(10).listed.english) are missing")
          + "; rows may be lost")
    case .renumbered:
      Phrase("序号有重复或缺漏，已按先后重新编号", "serial numbers repeat or are missing; rows are counted in order")
    case .roundCode(let code):
      Phrase(
        "标识码\(code)按数字保存且末尾为0，末几位可能已丢失",
        "the code \(code) is kept as a number and ends in 0; its last digits may be lost")
    case .partly(let wording, let category):
      Phrase(
        "“\(wording)”按其中的说法归入\(category.chinese)",
        "“\(wording)” was taken for \(category.english) by a part of it"
      )
    case .hiddenRows(let count), .remark(.hiddenRows(let count)):
      Phrase("有\(count)个隐藏行，已一并读入", "\(counted(count, "hidden row")) read all the same")
    case .brokenCode(let code):
      Phrase(
        "标识码\(code)由几段拼成，请逐位与原件核对",
        "the code \(code) was put together of pieces; compare each digit with the original")
    case .splitRows(let rows):
      Phrase(
        "第\(rows.listed.chinese)行跨页，两页上的文字已接在一起",
        "\(rows.count == 1 ? "row" : "rows") \(rows.listed.english) "
          + "\(rows.count == 1 ? "goes" : "go") on on the next page and was put together")
    case .oddDeadline(let day):
      Phrase(
        "报送期限读作\(day)，早于印发日期或晚于印发日期半年以上；不对的，用 --due 说明",
        "the report was read as due on \(day), before the notice or more than half a year behind it; if "
          + "that is wrong, give the day with --due")
    case .otherDeadline(let printed, let said):
      Phrase(
        "通报写的报送期限是\(printed)，按答复记为\(said)",
        "the notice asks for the report by \(printed); it counts as due on \(said), as was answered"
      )
    case .otherPeriod(let printed, let said):
      Phrase(
        "通报写的是\(printed.name.chinese)，按答复记入\(said.name.chinese)，请核对",
        "the notice speaks of \(printed.name.english), and goes into \(said.name.english), as was "
          + "answered; look whether that is right")
    case .otherUnit(let site, let unit):
      Phrase(
        "“\(site)”按标识码记在\(unit)名下；不对的，用 --unit 标识码=单位 说明",
        "“\(site)” counts for \(unit) by its code; if that is wrong, name the unit with --unit CODE=UNIT"
      )
    case .earlierOwner(let text, let owner):
      Phrase(
        "“\(text)”按以前的答复读作\(owner)", "“\(text)” was read as \(owner), by an earlier answer")
    case .foldedCode(let code):
      Phrase(
        "标识码印作全角数字，按半角记作\(code)",
        "the code is printed in digits of full width, and kept as \(code)")
    case .accountAmongSites(let account):
      Phrase(
        "列在网站之间，按新媒体账号读入：\(account.chinese)",
        "stands among sites and was read as a new-media account: \(account.english)")
    case .noFigure(let rows):
      Phrase(
        "第\(rows.listed.chinese)行缺在运行网站数或不合格网站数，记为不详",
        "\(rows.count == 1 ? "row" : "rows") \(rows.listed.english) "
          + "\(rows.count == 1 ? "lacks" : "lack") the number of running or failing sites, which counts "
          + "as unknown")
    case .hiddenColumns(let columns):
      Phrase(
        "第\(columns.listed.chinese)列是隐藏的，已一并读入",
        "hidden \(columns.count == 1 ? "column" : "columns") \(columns.listed.english) read all the same"
      )
    case .deniedDeadline(let printed):
      Phrase(
        "通报写的报送期限是\(printed)，按答复记为没有期限",
        "the notice asks for the report by \(printed); as was answered, it counts as due on no day")
    case .mended(let printed, let said):
      Phrase(
        "印的是“\(printed)”，按答复读作“\(said)”",
        "“\(printed)” is printed; read as “\(said)”, as was answered")
    case .skipped(let text):
      Phrase("按答复略过这一行：\(text)", "the row was left out, as was answered: \(text)")
    case .skippedTable(let rows):
      Phrase(
        "按答复略过整张表，\(rows)行没有读入",
        "the table was left out, as was answered: \(counted(rows, "row"))")
    case .namesLeftOut: Phrase("联系人姓名没有保存", "names of persons to contact are not kept")
    case .accounts(let rows):
      Phrase(
        "新媒体账号\(rows)行没有读入：表中没有逐个账号的平台和问题",
        "\(counted(rows, "row")) of new-media accounts left out: the table has no platform and issue of "
          + "each")
    case .unread(let rows):
      Phrase(
        "有“问题”一栏，但看不出是什么表，\(rows)行没有读入；是结果的，用 --column 表:列=字段 说明各列",
        "the table has a column of issues and is of no known kind: \(counted(rows, "row")) left out; if it "
          + "is one of results, say what its columns are with --column TABLE:N=FIELD")
    case .prose(let sites):
      Phrase(
        "没有附件2的表格，\(sites)个网站的问题读自正文，请核对",
        "no table of annex 2: the findings of \(counted(sites, "site")) were read in the text; compare "
          + "it")
    case .remark(.deletions(let count)):
      Phrase("有\(count)处修订删除的文字没有读入", "\(counted(count, "tracked deletion")) left out")
    case .remark(.hiddenSheet(let name)):
      Phrase("工作表“\(name)”是隐藏的，已一并读入", "the hidden sheet “\(name)” was read all the same")
    case .remark(.hiddenText(let count)):
      Phrase("有\(count)处隐藏文字，已一并读入", "\(counted(count, "piece")) of hidden text read all the same")
    case .remark(.struck(let count)):
      Phrase(
        "有\(count)处划去（删除线）的文字，没有当作删去，请核对",
        "\(counted(count, "piece")) of struck-out text not taken for deleted; look what counts")
    case .remark(.covered(let count)):
      Phrase(
        "有\(count)格在合并单元格之下还有文字，已按未合并读入，请核对",
        "\(counted(count, "cell")) below merged ones had texts of their own and were read as if nothing "
          + "was merged; compare them")
    case .remark(.savedByLibreOffice):
      Phrase(
        "由 LibreOffice 转换后读入，请与原件核对", "saved by LibreOffice first; hold it beside the original")
    case .remark(.placedWords):
      Phrase(
        "由 pdftotext 从 PDF 读出，行和列凭文字的位置判断，折行的标识码、合并的格都可能读错：每一行都要与原件核对",
        "read out of a PDF by pdftotext: rows and columns are judged by where words stand, so a wrapped "
          + "code or a merged cell may be wrong; compare every row with the original")
    case .remark(.pictures(let count)):
      Phrase("有\(count)幅图片，图片里的文字没有读", "\(counted(count, "picture")), in which nothing is read")
    }
  }
}

extension Sequence<Int> {
  /// 1、2 and 1, 2.
  fileprivate var listed: Phrase {
    let texts = map(String.init)
    return Phrase(texts.joined(separator: "、"), texts.joined(separator: ", "))
  }
}
