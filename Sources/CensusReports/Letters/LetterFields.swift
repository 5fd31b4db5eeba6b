package import CensusCore

/// The fields that templates of letters may use.
package enum LetterFields {
  /// Their names.
  package static var shape: [TemplateShape] { all.map(\.shape) }

  /// What each says, the fields of a list's rows below it: `findings.site`.
  package static var meanings: [(name: String, meaning: Phrase)] {
    all.flatMap { field in
      [(field.name, field.meaning)]
        + field.rowMeanings.map { ("\(field.name).\($0.name)", $0.meaning) }
    }
  }

  static var all: [LetterField<LetterFacts>] {
    whom + whatFor + stand + reminding + failing + lists
  }

  // MARK: - Who writes to whom

  private static var whom: [LetterField<LetterFacts>] {
    [
      LetterField("recipient", Phrase("主送机关：昆明市人民政府", "whom it addresses")) {
        $0.to.map { Phrase($0, $0) } ?? $0.recipient
      },
      LetterField("unit", Phrase("责任单位：昆明市", "the unit")) { $0.unitName },
      LetterField(
        "formerly", Phrase("由承接单位承办时，通报所列单位", "whom the notice names, where another body took over")
      ) { $0.formerly },
      LetterField("you", Phrase("称谓：你市、你州、你厅", "you")) { $0.you },
      LetterField("addressee", Phrase("对主送机关的敬称：贵单位、贵组", "you, of the body it addresses")) {
        $0.addressee
      },
      LetterField("we", Phrase("自称：我厅、我办", "we")) { $0.we },
      LetterField("office", Phrase("发函机关，即印发通报的机关", "who writes: whoever issued the notice")) {
        $0.notice.issuer.map { Phrase($0, $0) }
      },
      LetterField(
        "today",
        Phrase(
          "成文日期，即截至日期；已登记的限期再整改为登记的日期", "the day looked at; of an order that was recorded its own")
      ) { longDate($0.asOf) },
    ]
  }

  // MARK: - The notice

  private static var whatFor: [LetterField<LetterFacts>] {
    [
      LetterField("period", Phrase("检查期：2018年三季度", "the period")) {
        $0.projection.quarter.name
      },
      LetterField("scope", Phrase("普查或抽查", "census or spot check")) {
        $0.projection.inspection.scope.map(Terms.scope) ?? Phrase("检查", "check")
      },
      LetterField("notice", Phrase("通报标题，带书名号", "the notice's title")) { facts in
        facts.notice.title.map { Phrase("《\($0)》", "“\($0)”") }
          ?? facts.projection.quarter.name + Phrase("政府网站检查情况的通报", ", on government websites")
      },
      LetterField("document", Phrase("通报文号", "the notice's number")) {
        $0.notice.document.map { Phrase($0, $0) }
      },
      LetterField("issued", Phrase("通报印发日期", "the day of issue")) {
        $0.notice.issued.map(longDate)
      },
      LetterField("asked", Phrase("通报要求报送的材料", "what is to be handed in")) { $0.asked },
      LetterField("askedThere", Phrase("通报写明的报送材料", "what the notice itself asks for")) {
        $0.notice.parts.isEmpty ? nil : $0.asked
      },
      LetterField("sendTo", Phrase("报送至何处", "to whom it is sent")) {
        ($0.notice.sendTo ?? $0.notice.issuer).map { Phrase($0, $0) }
      },
      LetterField("telephones", Phrase("通报所列电话", "the notice's telephones")) { facts in
        let numbers = facts.notice.telephones.map {
          $0.isFax ? Phrase("\($0.number)（传真）", "\($0.number) (fax)") : Phrase($0.number, $0.number)
        }
        return numbers.isEmpty ? nil : numbers.joined(.listing)
      },
      LetterField("email", Phrase("通报所列电子邮箱", "the notice's address for e-mail")) {
        $0.notice.email.map { Phrase($0, $0) }
      },
    ]
  }

  // MARK: - How the report stands

  private static var stand: [LetterField<LetterFacts>] {
    [
      LetterField("due", Phrase("报送时限", "by when it is due")) { $0.due.map { longDate($0.day) } },
      LetterField("dueExcluded", Phrase("时限不含当日时为“不含当日”", "that the due day itself is too late")) {
        $0.due.flatMap { $0.isInclusive ? nil : Phrase("不含当日", "that day excluded") }
      },
      LetterField("extendedFrom", Phrase("有延期时，原时限", "the due day before an extension")) {
        $0.round.isExtended && $0.until == nil
          ? $0.round.originalDeadline.map { longDate($0.day) } : nil
      },
      LetterField("siteCount", Phrase("网站数", "how many sites")) {
        let count = distinct($0.findings.map(\.site)).count
        return Phrase("\(count)", counted(count, "site"))
      },
      LetterField("findingCount", Phrase("问题数", "how many findings")) {
        Phrase("\($0.findings.count)", counted($0.findings.count, "finding"))
      },
      LetterField("state", Phrase("报送情况，作谓语", "how the report stands, after “you”")) { $0.state },
      LetterField("missing", Phrase("尚缺的材料；不欠报告时没有", "what is missing, if a report is owed")) {
        $0.missing
      },
      LetterField("lateness", Phrase("逾期或剩余天数", "days late or left")) { $0.lateness },
      LetterField("overdue", Phrase("已逾期时为天数", "days overdue, if so")) {
        $0.daysOverdue.map { Phrase("\($0)天", counted($0, "day")) }
      },
    ]
  }

  // MARK: - Reminders and promises

  private static var reminding: [LetterField<LetterFacts>] {
    [
      LetterField("chaseCount", Phrase("已催办次数", "how often it was reminded")) {
        let count = $0.reminders.count
        let times = [1: "once", 2: "twice"][count] ?? counted(count, "time")
        return count == 0 ? nil : Phrase("\(count)", times)
      },
      LetterField("reminded", Phrase("此前催办的情况，作谓语", "how it was reminded, after “you have been”")) {
        $0.reminded
      },
      LetterField("lastChase", Phrase("最近一次催办的日期", "the day of the last reminder")) {
        $0.reminders.lastOn.map(longDate)
      },
      LetterField("answer", Phrase("最近一次催办时的答复", "what was answered at the last reminder")) {
        $0.reminders.lastAnswer.map { Phrase($0, $0) }
      },
      LetterField("promised", Phrase("承诺报送的日期", "the day promised")) {
        $0.promised.map(longDate)
      },
      LetterField("promiseBroken", Phrase("承诺日期已过时为该日期", "the day promised, if it has passed")) {
        facts in
        facts.promised.flatMap { $0 < facts.asOf ? longDate($0) : nil }
      },
    ]
  }

  // MARK: - What failed, and what was done about it

  private static var failing: [LetterField<LetterFacts>] {
    [
      LetterField("orderedOn", Phrase("责令限期再整改的日期", "the day on which it was ordered anew")) {
        $0.round.number > 1 ? $0.round.orderedOn.map(longDate) : nil
      },
      LetterField("reference", Phrase("督办文号", "the number of the order")) {
        $0.round.number > 1 ? $0.round.reference.map { Phrase($0, $0) } : nil
      },
      LetterField("round", Phrase("报送轮次", "the round of the report")) {
        Terms.round($0.round.number)
      },
      LetterField("failedOn", Phrase("最近一次复查整改不到位的日期", "the day of the last failed re-check")) {
        $0.findings.compactMap(\.failedOn).max().map(longDate)
      },
      LetterField(
        "seen", Phrase("如何发现整改不到位，作谓语", "how it was seen what is not in place, after “we”")
      ) {
        $0.seen
      },
      LetterField("failure", Phrase("整改不到位的由来：复查整改不到位", "what failed, as a sentence")) {
        $0.failure
      },
      LetterField("outcome", Phrase("所涉问题如何不到位，作谓语", "what became of the findings, as a predicate"))
      {
        $0.outcome
      },
      LetterField("mended", Phrase("所涉问题均无须再整改时，一句话说明", "that nothing is left to be mended, if so"))
      {
        $0.mended
      },
      LetterField(
        "retired", Phrase("永久下线、无须复查的网站", "sites closed for good, which are not re-checked")
      ) {
        $0.retired.isEmpty ? nil : $0.retired.joined()
      },
      LetterField("followUp", Phrase("通报所称后续措施", "what follows, by the notice")) {
        $0.notice.followUp
      },
      LetterField("accountability", Phrase("问责情况", "how far accountability has come")) {
        Terms.accountability($0.obligation.accountability)
      },
      LetterField("approvedBy", Phrase("批示领导", "who approved its opening")) {
        $0.opening?.step.approvedBy.map { Phrase($0, $0) }
      },
      LetterField("openedOn", Phrase("启动问责的日期", "the day of its opening")) {
        facts in
        facts.findings.contains(where: \.accountability.isOpen)
          ? facts.opening.map { longDate($0.on) } : nil
      },
      LetterField(
        "unopened",
        Phrase("所涉问题中尚未启动问责的", "for which of the sites nothing was opened, if it was for others")
      ) { $0.unopened },
    ]
  }

  // MARK: - Lists

  private static var lists: [LetterField<LetterFacts>] {
    [
      LetterField(
        "findings", Phrase("所涉问题", "the findings that it is about"), rows: LetterRows.finding
      ) { facts in
        facts.findings.enumerated().map {
          LetterRows.FindingRow(number: $0 + 1, state: $1, facts: facts)
        }
      },
      LetterField("lineCount", Phrase("问题明细的处数", "how many places have to be mended still")) {
        let count = $0.findings.reduce(0) { $0 + $1.openLines.count }
        return count == 0 ? nil : Phrase("\(count)", "\(count)")
      },
      LetterField(
        "lines", Phrase("问题明细：尚未改正之处", "what exactly has to be mended still"),
        rows: LetterRows.line
      ) { facts in
        facts.findings.flatMap { state in
          state.openLines.map { LetterRows.LineRow(state: state, line: $0) }
        }.enumerated().map { (number: $0 + 1, row: $1) }
      },
      LetterField(
        "events", Phrase("办理经过，先发生的在前", "what was done, the first first"), rows: LetterRows.event
      ) { facts in
        facts.past.enumerated().map {
          LetterRows.EventRow(number: $0 + 1, entry: $1, projection: facts.projection)
        }
      },
      LetterField(
        "course",
        Phrase(
          "本案的办理经过：只含所涉网站和整份报告，不含问责，写网站名称而不写行号",
          "what was done about the case: sites by name, without rows and without accountability"),
        rows: LetterRows.event
      ) { facts in
        LetterRows.EventRow.numbered(facts.course, in: facts.projection)
      },
      LetterField(
        "measures", Phrase("已采取的问责措施", "measures taken"), rows: LetterRows.measure
      ) { $0.measures },
    ]
  }
}
