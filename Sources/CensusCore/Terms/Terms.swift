/// The field's words in both languages: every kind, state and verdict has one here.
public enum Terms {
  /// A day of the week, short: 周六, Sat.
  public static func weekday(_ weekday: Weekday) -> Phrase {
    switch weekday {
    case .monday: Phrase("周一", "Mon")
    case .tuesday: Phrase("周二", "Tue")
    case .wednesday: Phrase("周三", "Wed")
    case .thursday: Phrase("周四", "Thu")
    case .friday: Phrase("周五", "Fri")
    case .saturday: Phrase("周六", "Sat")
    case .sunday: Phrase("周日", "Sun")
    }
  }

  /// A day of the week in an English sentence.
  public static func weekdayName(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// A part of a report.
  public static func part(_ part: Part) -> Phrase {
    switch part {
    case .paper: Phrase("纸质版", "paper")
    case .electronic: Phrase("电子版", "electronic")
    }
  }

  /// How the report stands.
  public static func submission(_ submission: Submission) -> Phrase {
    switch submission {
    case .outstanding: Phrase("未报", "outstanding")
    case .toReturn: Phrase("待退回", "to return")
    case .returned: Phrase("已退回", "returned")
    case .paperMissing: Phrase("缺纸质版", "paper missing")
    case .electronicMissing: Phrase("缺电子版", "e-doc missing")
    case .partial: Phrase("部分报送", "partial")
    case .waived: Phrase("免报", "waived")
    case .complete: Phrase("已报齐", "complete")
    }
  }

  /// How a finding or a site stands.
  public static func headline(_ headline: Headline) -> Phrase {
    switch headline {
    case .escalated: Phrase("已启动问责", "escalated")
    case .recheckFailed: Phrase("整改不到位", "re-check failed")
    case .outstanding: Phrase("未报", "outstanding")
    case .toReturn: Phrase("待退回", "to return")
    case .returned: Phrase("已退回", "returned")
    case .paperMissing: Phrase("缺纸质版", "paper missing")
    case .electronicMissing: Phrase("缺电子版", "e-doc missing")
    case .fixedReportOwed: Phrase("已改未报", "fixed, report owed")
    case .awaitingRecheck: Phrase("待复查", "awaiting re-check")
    case .closedRetired: Phrase("永久下线", "retired")
    case .closed: Phrase("办结", "closed")
    case .void: Phrase("剔除", "void")
    }
  }

  /// That earlier records got details that they lacked (补登): a fuller one takes the place of each,
  /// or stands beside one that is about more.
  ///
  /// - Parameters:
  ///   - names: whose records they are.
  ///   - plan: what it comes to.
  /// - Returns: the sentence.
  public static func supplemented(_ names: Phrase, by plan: Plan) -> Phrase {
    guard plan.drafts.contains(where: { $0.payload.typeName == Retract.name }) else {
      return Phrase(
        "补登：\(names.chinese)（原记录仍有效，另记内容更全的一条）",
        "supplemented: \(names.english) (the earlier record stands, with a fuller one beside it)")
    }
    return Phrase(
      "补登：\(names.chinese)（原记录已撤回，代之以内容更全的一条）",
      "supplemented: \(names.english) (the earlier record is retracted, a fuller one takes its "
        + "place)")
  }

  /// What is to be done next.
  public static func action(_ what: NextAction.What) -> Phrase {
    switch what {
    case .return: Phrase("退回", "return")
    case .chase: Phrase("催办", "chase")
    case .promise: Phrase("承诺补报", "promised")
    case .recheck: Phrase("复查", "re-check")
    case .accountability: Phrase("研究问责", "consider accountability")
    case .order: Phrase("再整改到期", "ordered due")
    case .answer: Phrase("答复批示", "answer")
    }
  }

  /// How a category weighs.
  public static func kind(_ kind: IssueCategory.Kind) -> Phrase {
    switch kind {
    case .veto: Phrase("单项否决", "Veto")
    case .score: Phrase("累计扣分", "Score")
    case .deduction: Phrase("扣分", "Deduction")
    case .management: Phrase("管理", "Management")
    case .other: Phrase("其他", "Other")
    }
  }

  /// Whose signature a paper copy bears.
  public static func signature(_ signature: Signature) -> Phrase {
    switch signature {
    case .principal: Phrase("主要负责同志签字", "signed by the principal leader")
    case .other: Phrase("非主要负责同志签字", "signed by another leader")
    case .none: Phrase("未签字", "unsigned")
    }
  }

  /// How a part arrived.
  public static func channel(_ channel: Receipt.Channel) -> Phrase {
    switch channel {
    case .email: Phrase("电子邮件", "e-mail")
    case .confidential: Phrase("机要", "confidential post")
    case .post: Phrase("邮寄", "post")
    case .hand: Phrase("专人送达", "by hand")
    case .fax: Phrase("传真", "fax")
    }
  }

  /// What sort of remark a note is.
  public static func noteKind(_ kind: Note.Kind) -> Phrase {
    switch kind {
    case .note: Phrase("备注", "note")
    case .instruction: Phrase("领导批示", "leader's instruction")
    case .remark: Phrase("来文阅批", "remark on a document")
    }
  }

  /// How grave a discrepancy is.
  public static func severity(_ severity: Discrepancy.Severity) -> Phrase {
    switch severity {
    case .error: Phrase("错误", "error")
    case .warning: Phrase("警告", "warning")
    case .note: Phrase("提示", "note")
    }
  }

  /// Whether every site or a sample was inspected.
  public static func scope(_ scope: Inspection.Scope) -> Phrase {
    switch scope {
    case .all: Phrase("普查", "census")
    case .sample: Phrase("抽查", "spot check")
    }
  }

  /// How much of a quarter is known.
  public static func coverage(_ coverage: Inspection.Coverage) -> Phrase {
    switch coverage {
    case .full: Phrase("完整", "full")
    case .headline: Phrase("仅总数", "totals only")
    }
  }

  /// What stands in its place for a quarter whose file cannot be read.
  public static let unreadable = Phrase("无法读取", "unreadable")

  /// The kind of an event.
  public static func eventType(_ payload: Event.Payload) -> Phrase {
    switch payload {
    case .note(let note): noteKind(note.kind)
    case .retract(let retract):
      retract.step.map(step) ?? (retract.reason == nil ? step(.undo) : Retract.word)
    case .unknown(let type): Phrase("未知（\(type)）", "unknown (\(type))")
    default: payload.content.map { type(of: $0).word } ?? Phrase("", "")
    }
  }

  /// The kinds of events that people record, by their names in files.
  public static let eventTypes = Dictionary(
    Event.Payload.kinds.map { ($0.name, $0.word) }, uniquingKeysWith: { first, _ in first })

  /// A step back or forth.
  public static func step(_ step: Retract.Step) -> Phrase {
    switch step {
    case .undo: Phrase("撤销", "undo")
    case .redo: Phrase("重做", "redo")
    }
  }

  /// Days left or overdue: 剩 3天, 今天到期, 逾期 5天.
  public static func daysLeft(_ days: Int) -> Phrase {
    switch days {
    case 0: Phrase("今天到期", "due today")
    // Four digits and more give up the blank, so that columns hold quarters years past.
    case ...(-1_000): Phrase("逾期\(-days)天", "over \(-days) d")
    case ..<0: Phrase("逾期 \(-days)天", "overdue \(-days) d")
    default: Phrase("剩 \(days)天", "\(days) d left")
    }
  }

  /// How late a complete report was: 按时, 迟报 2天.
  public static func daysLate(_ days: Int) -> Phrase {
    days == 0 ? Phrase("按时", "on time") : Phrase("迟报 \(days)天", "late \(days) d")
  }

  /// A day with its weekday: 2018-10-20 周六.
  public static func dated(_ day: Day) -> Phrase {
    let weekday = weekday(day.weekday)
    return Phrase("\(day) \(weekday.chinese)", "\(day) \(weekday.english)")
  }
}
