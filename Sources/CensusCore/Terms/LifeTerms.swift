extension Terms {
  /// What a re-check came to.
  public static func verdict(_ verdict: Recheck.Verdict) -> Phrase {
    switch verdict {
    case .passed: Phrase("整改到位", "passed")
    case .failed: Phrase("整改不到位", "failed")
    case .untestable: Phrase("无法复查", "untestable")
    }
  }

  /// How a finding stands by its latest re-check.
  public static func recheck(_ state: Recheck.State) -> Phrase {
    switch state {
    case .notYet: Phrase("未复查", "not re-checked")
    case .passed: verdict(.passed)
    case .failed: verdict(.failed)
    case .untestable: verdict(.untestable)
    }
  }

  /// Why something could not be tested.
  public static func reason(_ reason: Recheck.Reason) -> Phrase {
    switch reason {
    case .offline: Phrase("网站临时下线", "site offline")
    case .connection: Phrase("无法连接", "connection error")
    case .migrated: Phrase("系统迁移", "being migrated")
    case .other: Phrase("其他原因", "other reason")
    }
  }

  /// How far a unit has been held accountable.
  public static func accountability(_ state: Accountability.State) -> Phrase {
    switch state {
    case .none: Phrase("未涉及", "none")
    case .toBeConsidered: Phrase("待研究问责", "to be considered")
    case .opened: Phrase("已启动问责", "accountability opened")
    case .measured: Phrase("已问责处理", "measures taken")
    case .concluded: Phrase("问责办结", "accountability concluded")
    }
  }

  /// A step of accountability: the words of what it leads to, so that there is one for each stage.
  public static func stage(_ stage: Accountability.Stage) -> Phrase {
    switch stage {
    case .opened: accountability(.opened)
    case .measure: accountability(.measured)
    case .concluded: accountability(.concluded)
    }
  }

  /// What is done to those accountable.
  public static func measure(_ measure: Accountability.Measure) -> Phrase {
    switch measure {
    case .interview: Phrase("约谈", "interview")
    case .selfCriticism: Phrase("书面检查", "written self-criticism")
    case .publicCriticism: Phrase("通报批评", "public criticism")
    case .transfer: Phrase("调离岗位", "transfer")
    case .removal: Phrase("免职", "removal from post")
    case .warning: Phrase("警告处分", "warning")
    case .suspension: Phrase("停职检查", "suspension")
    case .other: Phrase("其他处理", "other measure")
    }
  }

  /// Whether a site can be reached.
  public static func availability(_ status: Availability.Status) -> Phrase {
    switch status {
    case .operating: Phrase("正常运行", "operating")
    case .offline: Phrase("临时下线", "offline")
    case .retired: Phrase("永久下线", "retired")
    case .merged: Phrase("整合", "merged")
    case .dark: Phrase("擅自下线", "dark")
    }
  }

  /// How a unit was reminded.
  public static func channel(_ channel: Chase.Channel) -> Phrase {
    switch channel {
    case .phone: Phrase("电话", "telephone")
    case .letter: Phrase("发函", "letter")
    case .message: Phrase("短信", "message")
    case .visit: Phrase("上门", "visit")
    }
  }

  /// What is corrected.
  public static func field(_ field: Correct.Field) -> Phrase {
    switch field {
    case .code: Phrase("网站标识码", "identification code")
    case .name: Phrase("名称", "name")
    case .successor: Phrase("承接单位", "successor")
    }
  }

  /// What is said beside a headline: 逾期 3天, 催办 2次.
  public static func modifier(_ modifier: Modifier) -> Phrase {
    switch modifier {
    case .due(let days): dueIn(days)
    case .overdue(let days): daysLeft(-days)
    case .earlierOverdue(let round, let days):
      Phrase("第\(round)轮逾期 \(days)天", "round \(round) overdue by \(days) d")
    case .late(let days): daysLate(days)
    case .recordedLater: Phrase("补录", "entered late")
    case .chased(let count): Phrase("催办 \(count)次", "chased ×\(count)")
    case .offlineUntil(let day):
      day.map { Phrase("临时下线至 \($0)", "offline until \($0)") } ?? availability(.offline)
    case .restorationOverdue(let days):
      Phrase("逾期未恢复 \(days)天", "not restored for \(days) d")
    case .recurrence(let count): Phrase("同类问题连续\(count)个季度", "recurrence ×\(count)")
    case .recurred(let count): Phrase("同类问题先后\(count)个季度", "recurrence, \(count) quarters in all")
    case .failedBefore(let count):
      Phrase("先后\(count)个季度不合格", "failing in \(count) quarters in all")
    case .repeatFailure(let count):
      Phrase("连续\(count)个季度不合格", "failing in \(count) quarters running")
    case .extended(let rows, let day):
      numbered(rows).map { $0 + Phrase("延期至\(day)", " extended to \(day)") } ?? .empty
    case .notCovered: Phrase("报告未涵盖", "not covered by the report")
    case .conflictingReceipts(let count):
      Phrase("\(count)条收件相互矛盾", "\(count) conflicting receipts")
    case .conflicting(let kind, let count):
      Phrase(
        "\(count)条\(conflict(kind).chinese)相互矛盾",
        "\(count) conflicting \(conflict(kind).english)")
    case .carriedOver(let quarters):
      Phrase(
        "遗留\(quarters)个季度", "carried over \(counted(quarters, "quarter", "quarters"))")
    }
  }

  /// What records contradict each other about.
  public static func conflict(_ kind: Conflict.Kind) -> Phrase {
    switch kind {
    case .receipts: Phrase("收件", "receipts")
    case .verdicts: Phrase("复查结果", "verdicts")
    case .extensions: Phrase("延期", "extensions")
    case .orders: Phrase("限期再整改", "orders")
    case .details: Phrase("问题明细", "lists of details")
    case .availability: Phrase("网站状态", "site states")
    case .corrections: Phrase("更正", "corrections")
    case .promises: Phrase("承诺日期", "promises")
    case .contacts: Phrase("联络员", "contacts")
    case .assignees: Phrase("承办人", "assignments")
    }
  }

  /// Records that contradict each other, and which of them counts.
  public static func conflict(_ conflict: Conflict) -> Phrase {
    let ids = conflict.events.map { String($0.text.prefix(8)) }
    let counting = conflict.counting.text.prefix(8)
    let word = self.conflict(conflict.kind)
    if !conflict.circle.isEmpty, let last = ids.last {
      let path = conflict.circle
      return Phrase(
        "\(ids.count)条\(word.chinese)使承接关系形成循环（\(path.joined(separator: "→"))）："
          + "\(ids.joined(separator: "、"))；\(last)暂不起作用",
        "\(ids.count) \(word.english) make a circle of successors "
          + "(\(path.joined(separator: " → "))): \(ids.joined(separator: ", ")); \(last) does not "
          + "count for now")
    }
    return Phrase(
      "\(ids.count)条\(word.chinese)相互矛盾：\(ids.joined(separator: "、"))；暂以\(counting)为准",
      "\(ids.count) conflicting \(word.english): \(ids.joined(separator: ", ")); \(counting) counts "
        + "for now")
  }

  /// How the command line decides between them.
  public static let settleConflict = Phrase(
    "，用 census resolve 裁定", ", settle it with census resolve")

  /// How far a partial report is: 4/5 findings, or of each part that came 电子版4/5.
  ///
  /// - Parameter round: the round.
  /// - Returns: nil where the report is not partial.
  public static func progress(_ round: Round) -> Phrase? {
    guard round.submission == .partial else { return nil }
    let all = round.owedCount
    guard round.settledCount == 0 else {
      return Phrase("\(round.settledCount)/\(all)", "\(round.settledCount)/\(all)")
    }
    let counts = [(Part.electronic, Phrase("电子版", "e-doc")), (.paper, Phrase("纸质版", "paper"))]
    let said = counts.compactMap { part, word -> Phrase? in
      let count = round.reports.count {
        $0.submission != .waived && $0[part].isAsked && $0[part].validOn != nil
      }
      return count == 0
        ? nil : Phrase("\(word.chinese)\(count)/\(all)", "\(word.english) \(count)/\(all)")
    }
    return Phrase(
      said.map(\.chinese).joined(separator: "、"), said.map(\.english).joined(separator: ", "))
  }

  private static func dueIn(_ days: Int) -> Phrase {
    days == 0 ? daysLeft(0) : Phrase(daysLeft(days).chinese, "due in \(days) d")
  }

  /// A round of the report: 第2轮.
  public static func round(_ number: Int) -> Phrase {
    Phrase("第\(number)轮", "round \(number)")
  }
}
