package import CensusCore

// The same sentences for whoever sits at the screen: where the command line names an option, the screen
// has a key that its foot shows.

extension Why {
  /// Why, in a sentence without its end.
  package var screenSentence: Phrase {
    switch self {
    case .wording(let text):
      Phrase("问题类别里没有“\(text)”这个说法，要归类", "no category has the wording “\(text)”; choose one")
    case .warning(let text):
      Phrase(
        "“\(text)”是提醒，不是不合格：归类，或略过这一行",
        "“\(text)” is a warning, no failure: choose a category, or leave the row out")
    case .short(let cells, let headings):
      Phrase(
        "这一行只有\(cells)格，表头有\(headings)列，可能丢了合并的单元格；请核对原表",
        "the row has \(counted(cells, "cell")) under \(counted(headings, "heading")), perhaps a lost "
          + "merged cell; compare the original")
    case .wide(let cells, let headings):
      Phrase(
        "这一行有\(cells)格，表头只有\(headings)列；请核对原表",
        "the row has \(counted(cells, "cell")) under \(counted(headings, "heading")); compare the "
          + "original")
    case .alone: Phrase("这一行只有一格有字", "the row has one text alone")
    case .lostCode(let text):
      Phrase(
        "标识码被表格程序改成了“\(text)”，原来的数字已丢失：改正这一格，或在原表中把该列设为文本",
        "a spreadsheet made “\(text)” of the code, whose digits are lost: mend the cell, or make the "
          + "column text in the original")
    case .severalCodes(let codes):
      Phrase(
        "一格里有\(codes.count)个标识码，是几个网站：请在原表中分成几行再载入，或略过这一行",
        "the cell has \(codes.count) codes, of several sites: give each a row of its own in the original, "
          + "or leave the row out")
    case .headings:
      Phrase(
        "表里有标识码，但看不懂表头：说明各列，或略过整张表",
        "the table has codes, but no known headings: say what its columns are, or leave it out"
      )
    case .likeResults(let rows):
      Phrase(
        "有\(rows)行像附件的内容，但看不懂表头，没有读入：说明各列，或略过整张表",
        "\(counted(rows, "row reads", "rows read")) as those of an annex, under no known headings: say "
          + "what its columns are, or leave it out")
    case .errorValue(let text):
      Phrase(
        "是公式的错误值“\(text)”：改正这一格，或在原表中改正、保存后重新载入",
        "is the error “\(text)” of a formula: mend the cell, or mend and save the original")
    case .struck:
      Phrase(
        "这一行有划去（删除线）的文字：已删去的略过，仍算的改正这一格",
        "some of the row is struck out: leave it out, or mend the cell if it counts still")
    case .covered(let text, let other):
      Phrase(
        "合并的格显示“\(other)”，下面另有文字“\(text)”：改正这一格，写明算哪个",
        "the merged cell shows “\(other)”, and has “\(text)” below it: mend the cell to say which counts"
      )
    case .otherPurpose(let purpose, _, let rows):
      Phrase(
        "\(purpose.words.chinese)，\(rows)行没有读入：略过整张表，确是本期结果的说明其中一列",
        "\(purpose.words.english), and \(counted(rows, "row was", "rows were")) not read: leave it out, or "
          + "say what one of its columns is if it is of the period's results")
    case .failingList(_, let rows):
      Phrase(
        "看表题或得分，有\(rows)个网站不合格，但没有“存在问题”一栏，没有读入：说明各列（得分可作存在问题），或略过整张表",
        "by the title or the scores \(counted(rows, "site")) failed, but no column says why: say what the "
          + "columns are (scores may be the issue), or leave the table out")
    case .strayCode(let code):
      Phrase(
        "标识码\(code)在文字里，没有随表格读入；请核对原表",
        "the code \(code) stands in the text and was read with no table; compare the original")
    case .noDue:
      Phrase(
        "没有找到报送整改情况的期限：写明日期，确实没有的写“无”",
        "no day is found by which reports are due: give it, or type none if there is none")
    case .undatedDue:
      Phrase(
        "报送期限没有写明是哪一天：写明日期，没有期限的写“无”",
        "this does not say on which day reports are due: give it, or type none if there is none")
    case .noPeriod: Phrase("看不出是哪个季度", "no quarter is named")
    case .period(let text):
      Phrase(
        "“\(text)”不是一个季度、月份或半年：说明记入哪一期", "“\(text)” is no quarter, month or half-year: name one")
    case .whichFinding(let ids):
      Phrase(
        "更正的通报改了说法，看不出是原来的哪一条（\(ids.map(\.description).joined(separator: "、"))）",
        "the corrected notice words it anew, and it may be any of "
          + ids.map(\.description).joined(separator: ", "))
    case .otherPeriod(let other, let own, let isOfTable):
      Phrase(
        "这里是\(other.name.chinese)，通报是\(own.name.chinese)：两期不能混在一起载入；"
          + (isOfTable ? "略过这张表，" : "") + "去掉其中一个来源（1 来源，Del），或说明都记入哪一期",
        "this is of \(other.name.english), the notice of \(own.name.english), and two periods are not "
          + "mixed: " + (isOfTable ? "leave the table out, " : "")
          + "drop one of the sources (1, Del), or say which period all of it is of")
    case .contradiction(let first, let second):
      Phrase(
        "有两种说法：“\(first)”与“\(second)”：说明报送期限",
        "there are two of them: “\(first)” and “\(second)”: give the day")
    case .owner("", _): Phrase("这一行没有写责任单位，请说明", "the row names no unit: say whose it is")
    case .owner(let text, _):
      Phrase("看不出“\(text)”属于哪个州市或部门，请说明", "nobody knows whose “\(text)” is: say so")
    case .prose:
      Phrase(
        "这一行夹在各网站的问题之间，看不懂；请核对原文，或略过",
        "the line stands among the issues of sites and is not understood: compare the original, or leave "
          + "it out")
    case .uncertain:
      Phrase(
        "凭位置看不准这一格有哪些文字，可能错行、折行：对照原件改正这一格",
        "where it stands does not tell which text is this cell's: mend it by the original")
    case .noName(let code):
      Phrase("网站名称一格是空的（标识码\(code)）", "the cell of the name is empty (code \(code))")
    case .region(let text, _, let near):
      Phrase(
        "“\(text)”不是已知的州市或部门\(Why.nearest(near).chinese)，请说明",
        "“\(text)” is no known prefecture or department\(Why.nearest(near).english): say which")
    case .newPrefecture(let text, _, let near):
      Phrase(
        "名录里没有“\(text)”\(Why.nearest(near).chinese)：误写的，写明是哪一个；确是新设的，照写一遍",
        "no list has “\(text)”\(Why.nearest(near).english): say which one it is, or the same name again if "
          + "it is new")
    case .otherProvince(let rows, let key):
      Phrase(
        "附件1的\(rows)个州市，名录里一个也没有，像是别省的通报，应另建数据目录；确要记入这里的，写“\(key)”",
        "no list has any of the \(rows) prefectures of annex 1: the notice of another province has a "
          + "store of its own; if it is to go in here, type “\(key)”")
    case .remark(let text):
      Phrase(
        "备注是“\(text)”：略过这一行，或说明备注一列不用",
        "the remark is “\(text)”: leave the row out, or call the column ignore")
    case .column(let number, _, let cells):
      Phrase(
        "看不懂第\(number)列，有\(cells)格：说明各列，不用的写 \(number)=不用",
        "column \(number) is not understood, \(counted(cells, "cell")): say what it is, \(number)=ignore if "
          + "it is of no use")
    case .accountsInText(let count):
      Phrase(
        "这一行在文字里点名\(count)个新媒体账号，没有读入：列成表格一并载入，或略过",
        "the line names \(counted(count, "new-media account")) in the text, and none was read: add them as "
          + "a table, or leave it out")
    case .noSite, .noIssue, .noPrefecture, .figure, .formula, .repeated, .aboveHeadings, .platform:
      sentence
    }
  }
}

extension Doubt {
  /// The doubt, in a sentence without its end.
  package var screenSentence: Phrase {
    switch self {
    case .guessedYear(let day):
      Phrase(
        "报送期限没有写年份，早于印发日期，读作次年的\(day)，请核对",
        "the day that the report is due has no year, and was read as \(day), of the year after the notice"
      )
    case .oddDeadline(let day):
      Phrase(
        "报送期限读作\(day)，早于印发日期或晚于印发日期半年以上，请核对",
        "the report was read as due on \(day), before the notice or more than half a year behind it"
      )
    case .otherUnit(let site, let unit):
      Phrase(
        "“\(site)”按标识码记在\(unit)名下，请核对",
        "“\(site)” counts for \(unit) by its code; look whether that is right")
    case .unread(let rows):
      Phrase(
        "有“问题”一栏，但看不出是什么表，\(rows)行没有读入，请核对",
        "the table has a column of issues and is of no known kind: \(counted(rows, "row")) left out"
      )
    default: sentence
    }
  }
}

extension ContainerFault {
  /// Whether LibreOffice, where it is installed, may save the document first.
  private var isSavable: Bool {
    switch self {
    case .oldOffice, .openDocument, .richText: true
    default: false
    }
  }

  /// What is wrong, and what to do; to be put behind the file's name.
  package var screenSentence: Phrase {
    if self == .pdf {
      return Phrase(
        "是 PDF 文件；请索取 .docx，或复制表格后粘贴，或由 pdftotext 读出",
        "is a PDF document; ask for the .docx, copy the table and paste it, or have pdftotext read it"
      )
    }
    return isSavable
      ? Phrase(
        "是旧版 Office、WPS、OpenDocument 或 RTF 文件；请另存为 .docx 或 .xlsx，或由 LibreOffice 转换",
        "is a document of an older Office, WPS, OpenDocument or RTF; save it as .docx or .xlsx, or "
          + "have LibreOffice do so")
      : sentence
  }
}

extension Column {
  /// What the column says, in words.
  package var words: Phrase {
    switch self {
    case .serial: Phrase("序号", "serial")
    case .prefecture: Phrase("州市", "prefecture")
    case .name: Phrase("网站名称", "name")
    case .code: Phrase("标识码", "code")
    case .issue: Phrase("存在问题", "issue")
    case .running: Phrase("在运行", "running")
    case .failing: Phrase("不合格", "failing")
    case .rate: Phrase("合格率", "rate")
    case .address: Phrase("网址", "address")
    case .platform: Phrase("平台", "platform")
    case .unit: Phrase("责任单位", "unit")
    case .ignored: Phrase("不用", "ignore")
    }
  }

  /// The column that a person means by a word.
  package init?(said text: some StringProtocol) {
    let text = String(text)
    let meant = Column.allCases.first { column in
      [column.rawValue, column.words.chinese, column.words.english].contains(text)
        || column == .name && text == "名称" || column == .issue && text == "问题"
    }
    guard let meant else { return nil }
    self = meant
  }
}
