package import CensusCore

extension Place {
  /// The place as a person finds it.
  package var words: Phrase {
    var chinese = "“\(file)”"
    var english = "“\(file)”"
    if let table {
      chinese += "表\(table)"
      english += ", table \(table)"
      if let row {
        chinese += "第\(row)行"
        english += ", row \(row)"
      }
      if let cell {
        chinese += "第\(cell)格"
        english += ", cell \(cell)"
      }
    } else if let line {
      chinese += "第\(line)行"
      english += ", line \(line)"
    }
    return Phrase(chinese, english)
  }
}

extension Meaning {
  /// What the table is, in words.
  package var words: Phrase {
    switch self {
    case .figures: Phrase("各州市情况（附件1）", "figures by prefecture (annex 1)")
    case .findings: Phrase("不合格网站（附件2）", "failing sites (annex 2)")
    case .siteList: Phrase("网站名单，不是检查结果", "a list of sites, no results")
    case .adoption: Phrase("报送采纳统计，不是检查结果", "counts of contributions, no results")
    case .accounts: Phrase("新媒体账号的问题", "new-media accounts with issues")
    case .accountList: Phrase("新媒体账号名单或统计，不是检查结果", "a list of new-media accounts, no results")
    case .prose: Phrase("逐站文字", "prose, site by site")
    case .form: Phrase("自查表或进度表，不是检查结果", "a form or a schedule, no results")
    case .unknown: Phrase("看不出是什么表", "a table of no known kind")
    }
  }
}

extension Draft.Sought {
  /// The fact, in words.
  package var words: Phrase {
    switch self {
    case .quarter: Phrase("季度", "quarter")
    case .document: Phrase("文号", "document number")
    case .title: Phrase("标题", "title")
    case .issued: Phrase("印发日期", "day of issue")
    case .sampledTo: Phrase("采样截至", "sampled to")
    case .due: Phrase("整改时限", "deadline")
    case .parts: Phrase("报送材料", "parts to hand in")
    case .totals: Phrase("全省总数", "totals of the province")
    case .prefectures: Phrase("附件1", "annex 1")
    case .findings: Phrase("附件2", "annex 2")
    }
  }
}

extension Why {
  /// Why, in a sentence without its end.
  package var sentence: Phrase {
    switch self {
    case .wording(let text):
      Phrase(
        "问题类别里没有“\(text)”这个说法；用 --category '\(text)=类别' 归类，other 为其他",
        "no category has the wording “\(text)”; name one with --category '\(text)=ID', other among them"
      )
    case .warning(let text):
      Phrase(
        "“\(text)”是提醒，不是不合格；用 --category 归类，或用 --row 略过这一行",
        "“\(text)” is a warning, no failure; name a category with --category, or leave the row out "
          + "with --row")
    case .short(let cells, let headings):
      Phrase(
        "这一行只有\(cells)格，表头有\(headings)列，可能丢了合并的单元格；请核对原表，用 --row 略过或改正后重新载入",
        "the row has \(counted(cells, "cell")) under \(counted(headings, "heading")), perhaps a lost "
          + "merged cell; compare the original, leave it out with --row or mend it and import again"
      )
    case .wide(let cells, let headings):
      Phrase(
        "这一行有\(cells)格，表头只有\(headings)列；请核对原表，用 --row 略过或改正后重新载入",
        "the row has \(counted(cells, "cell")) under \(counted(headings, "heading")); compare the "
          + "original, leave it out with --row or mend it and import again")
    case .alone:
      Phrase("这一行只有一格有字；用 --row 略过", "the row has one text alone; leave it out with --row")
    case .noSite: Phrase("这一行没有网站名称和标识码", "the row names no site")
    case .noIssue: Phrase("“存在问题”一栏是空的", "the cell of the issue is empty")
    case .noPrefecture: Phrase("这一行看不出属于哪个州市", "the row belongs to no known prefecture")
    case .noName(let code):
      Phrase(
        "网站名称一格是空的（标识码\(code)）；用 --answers 补上这一格，或用 --row 略过这一行",
        "the cell of the name is empty (code \(code)); give it with --answers, or leave the row out with "
          + "--row")
    case .region(let text, let key, let near):
      Phrase(
        "“\(text)”不是已知的州市或部门\(Why.nearest(near).chinese)；用 --unit '\(key)=\(near.first?.text ?? "州市或单位")' 说明",
        "“\(text)” is no known prefecture or department\(Why.nearest(near).english); say which with --unit "
          + "'\(key)=\(near.first?.text ?? "PREFECTURE or UNIT")'")
    case .newPrefecture(let text, let key, let near):
      Phrase(
        "名录里没有“\(text)”\(Why.nearest(near).chinese)；是误写的，用 --unit '\(key)=\(near.first?.text ?? "州市")' 说明，"
          + "确是新设的，用 --unit '\(key)=\(text)'",
        "no list has “\(text)”\(Why.nearest(near).english); if it is a slip, say so with --unit "
          + "'\(key)=\(near.first?.text ?? "PREFECTURE")', if it is new, with --unit '\(key)=\(text)'"
      )
    case .otherProvince(let rows, let key):
      Phrase(
        "附件1的\(rows)个州市，名录里一个也没有，像是别省的通报；别省的另建数据目录（census init），"
          + "确要记入这里的，用 --unit '\(key)=\(key)' 说明",
        "no list has any of the \(rows) prefectures of annex 1, so that it may be the notice of another "
          + "province: that has a store of its own (census init); if it is to go in here, say so with "
          + "--unit '\(key)=\(key)'")
    case .remark(let text):
      Phrase(
        "备注是“\(text)”：不算不合格的，用 --row 略过这一行；仍算的，用 --column 表:列=ignore 说明备注不用",
        "the remark is “\(text)”: leave the row out with --row if it is no failure, or say that the remark "
          + "is of no use with --column TABLE:N=ignore")
    case .column(let number, let table, let cells):
      Phrase(
        "看不懂第\(number)列，有\(cells)格；用 --column \(table):\(number)=字段 说明，不用的写 ignore",
        "column \(number) is not understood, \(counted(cells, "cell")); say what it is with --column "
          + "\(table):\(number)=FIELD, ignore if it is of no use")
    case .accountsInText(let count):
      Phrase(
        "这一行在文字里点名\(count)个新媒体账号，没有读入；请列成表格（平台、名称、单位、问题）一并载入，或用 --row 0:行=skip 略过",
        "the line names \(counted(count, "new-media account")) in the text, and none was read: import them "
          + "as a table (platform, name, unit, issue), or leave the line out with --row 0:LINE=skip"
      )
    case .platform(""): Phrase("这一行没有新媒体平台", "the row names no platform of the account")
    case .platform(let text):
      Phrase(
        "“\(text)”不是一个平台；一行只能有一个账号，请改正或拆开后重新载入",
        "“\(text)” is not one platform, and a row is of one account: mend it, or part it and import "
          + "again")
    case .owner("", let code):
      Phrase(
        "这一行没有写责任单位；用 --unit '\(code)=州市或单位' 说明",
        "the row names no unit; say whose it is with --unit '\(code)=PREFECTURE or UNIT'")
    case .owner(let text, let code):
      Phrase(
        "看不出“\(text)”属于哪个州市或部门；用 --unit '\(code)=州市或单位' 说明",
        "nobody knows whose “\(text)” is; say so with --unit '\(code)=PREFECTURE or UNIT'")
    case .prose:
      Phrase(
        "这一行夹在各网站的问题之间，看不懂；请核对原文，用 --row 0:行=skip 略过",
        "the line stands among the issues of sites and is not understood; compare the original, and "
          + "leave it out with --row 0:LINE=skip")
    case .figure(let text): Phrase("“\(text)”不是整数", "“\(text)” is no whole number")
    case .lostCode(let text):
      Phrase(
        "标识码被表格程序改成了“\(text)”，原来的数字已丢失；请在原表中把该列设为文本，或用 --answers 给出",
        "a spreadsheet made “\(text)” of the code, whose digits are lost; make the column text in the "
          + "original, or give the code with --answers")
    case .severalCodes(let codes):
      Phrase(
        "一格里有\(codes.count)个标识码（\(codes.joined(separator: "、"))），是几个网站；请在通报里分成几行再读，"
          + "或用 --row 略过",
        "the cell has \(codes.count) codes (\(codes.joined(separator: ", "))), of several sites; give each "
          + "a row of its own and read it again, or leave the row out with --row")
    case .formula:
      Phrase(
        "是公式，文件里没有它的值；请在 WPS 或 Excel 中打开、重算并保存",
        "is a formula whose value the file does not have; open, recalculate and save it")
    case .errorValue(let text):
      Phrase(
        "是公式的错误值“\(text)”；请在 WPS 或 Excel 中改正、保存后重新载入，或用 --answers 给出这一格，或用 --row 略过",
        "is the error “\(text)” of a formula; mend and save it in the original and import that, give the "
          + "cell with --answers, or leave the row out with --row")
    case .struck:
      Phrase(
        "这一行有划去（删除线）的文字；已删去的用 --row 略过，仍算的用 --answers 照写其中一格",
        "some of the row is struck out; leave it out with --row, or if it counts still give one of its cells "
          + "as it reads with --answers")
    case .covered(let text, let other):
      Phrase(
        "合并的格显示“\(other)”，下面另有文字“\(text)”，看不出算哪个；用 --answers 写明这一格，或用 --row 略过",
        "the merged cell shows “\(other)”, and has “\(text)” below it: say which one counts by giving the "
          + "cell with --answers, or leave the row out with --row")
    case .repeated(let name):
      Phrase("“\(name)”已有一行", "“\(name)” has a row already")
    case .headings:
      Phrase(
        "表里有标识码，但看不懂表头；用 --column 表:列=字段 说明，或用 --row 表:0=skip 略过整张表",
        "the table has codes, but no known headings; say what they are with --column TABLE:N=FIELD, or "
          + "leave the table out with --row TABLE:0=skip")
    case .likeResults(let rows):
      Phrase(
        "有\(rows)行像附件的内容，但看不懂表头，没有读入；用 --column 表:列=字段 说明，或用 --row 表:0=skip 略过整张表",
        "\(counted(rows, "row reads", "rows read")) as those of an annex, under no known headings, and "
          + "nothing was read; say what they are with --column TABLE:N=FIELD, or leave the table out "
          + "with --row TABLE:0=skip")
    case .otherPurpose(let purpose, let table, let rows):
      Phrase(
        "\(purpose.words.chinese)，\(rows)行没有读入；不是本期结果的，用 --row \(table):0=skip 略过整张表，"
          + "确是本期结果的，用 --column \(table):列=字段 说明其中一列",
        "\(purpose.words.english), and \(counted(rows, "row was", "rows were")) not read; leave the table "
          + "out with --row \(table):0=skip, or if it is of the period's results, say what one of its "
          + "columns is with --column \(table):N=FIELD")
    case .failingList(let table, let rows):
      Phrase(
        "看表题或得分，有\(rows)个网站不合格，但没有“存在问题”一栏，没有读入；用 --column \(table):列=字段 说明各列"
          + "（得分一列可作 issue），或用 --row \(table):0=skip 略过整张表",
        "by the title or the scores \(counted(rows, "site")) failed, but no column says why, and nothing "
          + "was read; say what the columns are with --column \(table):N=FIELD (scores may be the issue), "
          + "or leave the table out with --row \(table):0=skip")
    case .strayCode(let code):
      Phrase(
        "标识码\(code)在文字里，没有随表格读入；请核对原表后重新载入，或用 --row 0:行=skip 略过",
        "the code \(code) stands in the text and was read with no table; compare the original and import "
          + "again, or leave it out with --row 0:LINE=skip")
    case .uncertain:
      Phrase(
        "凭位置看不准这一格有哪些文字，可能错行、折行；请核对原件，用 --answers 改正这一格，或用 --row 略过",
        "where it stands does not tell which text is this cell's; compare the original, mend the cell "
          + "with --answers, or leave the row out with --row")
    case .aboveHeadings:
      Phrase("这一行在表头之上，却有标识码", "the row stands above the headings and has a code")
    case .noDue:
      Phrase(
        "没有找到报送整改情况的期限；用 --due 日期 说明，确实没有的写 --due none",
        "no day is found by which reports are due; give it with --due DATE, or say with --due none that "
          + "there is none")
    case .undatedDue:
      Phrase(
        "报送期限没有写明是哪一天；请算出日期，用 --due 日期 说明，没有期限的写 --due none",
        "this does not say on which day reports are due; give the day with --due DATE, or say with --due "
          + "none that there is none")
    case .noPeriod:
      Phrase("看不出是哪个季度；用 --quarter 说明", "no quarter is named; say which with --quarter")
    case .period(let text):
      Phrase(
        "“\(text)”不是一个季度、月份或半年；用 --quarter 说明记入哪一期",
        "“\(text)” is no quarter, month or half-year; name one with --quarter"
      )
    case .whichFinding(let ids):
      Phrase(
        "更正的通报改了说法，看不出是原来的哪一条（\(ids.map(\.description).joined(separator: "、"))）；"
          + "用 --row 表:行=编号 说明",
        "the corrected notice words it anew, and it may be any of "
          + "\(ids.map(\.description).joined(separator: ", ")); say which with --row TABLE:N=ID")
    case .otherPeriod(let other, let own, let isOfTable):
      Phrase(
        "这里是\(other.name.chinese)，通报是\(own.name.chinese)：两期不能混在一起载入；请分开载入"
          + (isOfTable ? "，用 --row 表:0=skip 略过这张表" : "") + "，或用 --quarter 说明都记入哪一期",
        "this is of \(other.name.english), the notice of \(own.name.english), and two periods are not "
          + "mixed: import them one by one"
          + (isOfTable ? ", leave the table out with --row TABLE:0=skip" : "")
          + ", or say with --quarter which period all of it is of")
    case .contradiction(let first, let second):
      Phrase(
        "有两种说法：“\(first)”与“\(second)”；用 --due 说明报送期限",
        "there are two of them: “\(first)” and “\(second)”; give the day with --due")
    }
  }
}

extension Purpose {
  /// What a title says, as the beginning of a sentence.
  var words: Phrase {
    switch self {
    case .mended:
      Phrase("看表题，这张表说的是以前问题的整改、复查", "by its title the table tells what became of earlier issues")
    case .earlier: Phrase("看表题，这张表说的不是本期", "by its title the table is of an earlier period")
    case .passed: Phrase("看表题，这张表列的是合格的网站", "by its title the table lists sites that passed")
    case .minor:
      Phrase(
        "看表题，这张表列的问题不算不合格", "by its title the table lists issues for which no site fails")
    case .failing:
      Phrase("看表题，这张表列的是不合格网站", "by its title the table lists sites that failed")
    }
  }
}

extension Why {
  /// The names that are near, in brackets.
  static func nearest(_ near: [PrefectureID]) -> Phrase {
    let names = near.map(\.text)
    return names.isEmpty
      ? .empty
      : Phrase(
        "（最接近：\(names.joined(separator: "、"))）", " (nearest: \(names.joined(separator: ", ")))")
  }
}
