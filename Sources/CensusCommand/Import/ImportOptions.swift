package import ArgumentParser
package import CensusCore
internal import CensusNotices

extension ArgumentHelp {
  /// The help of `--convert`.
  static var convert: ArgumentHelp {
    ArgumentHelp(
      Phrase(
        "旧版 Office、WPS、OpenDocument、RTF 文件先由 LibreOffice 转换，PDF 由 pdftotext 读出（须已安装）。",
        """
        Have LibreOffice save documents of older Office, WPS, OpenDocument and RTF first, and \
        pdftotext read PDF, where they are installed.
        """))
  }
}

/// What `--due` says: a day, or that there is none.
package enum SaidDue: Equatable, Sendable {
  case day(TypedDay)
  case noDay

  init(_ text: String) throws {
    self = Answers.isNoDue(text) ? .noDay : .day(try Reading.day(text))
  }
}

/// What a person says about a notice that is read.
package struct ImportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        "答复文件（JSON）：quarter、due、categories、columns、rows、cells、units。",
        "A file of answers (JSON): quarter, due, categories, columns, rows, cells, units."),
      valueName: Phrase("文件", "file")), completion: .file())
  package var answers: String?

  @Option(
    help: ArgumentHelp(
      Phrase(
        "把一种说法归入问题类别，写作 说法=类别代号；可重复给出。",
        "The category of a wording, as WORDING=ID; repeatable."),
      valueName: Phrase("说法=类别", "wording=id")))
  package var category: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "说明某表某列的含义，写作 表:列=字段，字段为 serial、prefecture、name、code、issue、running、failing、rate、address、platform、unit 或 ignore；可重复给出。",
        """
        What a column says, as TABLE:N=FIELD, the field being serial, prefecture, name, code, \
        issue, running, failing, rate, address, platform, unit or ignore; repeatable.
        """),
      valueName: Phrase("表:列=字段", "table:n=field")))
  package var column: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "某表某行不是问题，略过，写作 表:行=skip；更正的通报中某行是原来的哪一条，写作 表:行=编号；可重复给出。",
        """
        A row that is no finding, as TABLE:N=skip, or, of a corrected notice, the finding that it is, \
        as TABLE:N=ID; repeatable.
        """),
      valueName: Phrase("表:行=skip", "table:n=skip")))
  package var row: [String] = []

  @Option(
    help: ArgumentHelp(
      Phrase(
        "某网站的责任单位，写作 标识码=单位；省直部门的网站名不是单位名时用，看不出网站、账号属于谁时照提示用；可重复给出。",
        """
        The unit that answers for a site, as CODE=UNIT, where the name of a department's site is not \
        its own, or as is asked where nobody knows whose a site or an account is; repeatable.
        """),
      valueName: Phrase("标识码=单位", "code=unit")))
  package var unit: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      Phrase(
        "报送整改情况的期限；通报里没有以通常的写法写明时用；没有期限的写 none。",
        """
        By when reports are due, where the notice does not say it in a known form; none where there \
        is no such day.
        """),
      valueName: Phrase("日期", "date")),
    transform: SaidDue.init)
  package var due: SaidDue?

  @Flag(help: .convert) package var convert = false

  @Flag(
    help: ArgumentHelp(
      Phrase("写入数据目录；没有待处理的才写。", "Write it into the store, if nothing is open.")))
  package var accept = false

  @Option(
    help: ArgumentHelp(
      Phrase(
        "只在读到的内容仍是这个摘要时写入。", "Write it only if what was read still has this digest."),
      valueName: Phrase("摘要", "digest")))
  package var expect: String?

  @Flag(
    help: ArgumentHelp(
      Phrase("只查看，不写入；不给 --accept 时即如此。", "Look only, as without --accept.")))
  package var dryRun = false

  package init() {}

  package func validate() throws {
    guard !(accept && dryRun) else {
      throw ValidationError(
        Phrase("--accept 与 --dry-run 互相矛盾。", "--accept contradicts --dry-run."))
    }
    guard expect == nil || accept else {
      throw ValidationError(Phrase("--expect 要与 --accept 同用。", "--expect goes with --accept."))
    }
    _ = try typed()
  }

  /// What was typed as answers.
  private func typed() throws -> Answers {
    var answers = Answers()
    for text in category {
      guard let sign = text.lastIndex(of: "="), sign != text.startIndex,
        text.index(after: sign) != text.endIndex
      else {
        throw ValidationError(
          Phrase("--category 写作 说法=类别代号。", "--category is written as WORDING=ID."))
      }
      let id = CategoryID(String(text[text.index(after: sign)...]))
      try put(id, of: String(text[..<sign]), "--category", into: &answers.categories)
    }
    for text in column {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let spot = AnswersFile.spot(parts[0], count: 2) else {
        throw ValidationError(
          Phrase(
            "--column 写作 表:列=字段，如 2:3=name。", "--column is written as TABLE:N=FIELD, as 2:3=name."))
      }
      guard let meaning = Column(said: parts[1]) else {
        let fields = Column.allCases.map(\.rawValue)
        throw ValidationError(
          Phrase(
            "--column 没有字段“\(parts[1])”；字段有：\(fields.joined(separator: "、"))。",
            "--column has no field “\(parts[1])”; the fields are "
              + "\(fields.joined(separator: ", "))."))
      }
      let column = Answers.Spot(table: spot[0], row: 0, column: spot[1])
      try put(
        meaning, of: column, named: "\(spot[0]):\(spot[1])", "--column", into: &answers.columns)
    }
    for text in unit {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError(
          Phrase("--unit 写作 标识码=单位。", "--unit is written as CODE=UNIT."))
      }
      try put(parts[1], of: SiteCode(parts[0]), named: parts[0], "--unit", into: &answers.units)
    }
    for text in row {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let spot = AnswersFile.row(parts[0]),
        answers.take(parts[1], ofRow: spot)
      else {
        throw ValidationError(
          Phrase(
            "--row 写作 表:行=skip 或 表:行=编号，如 2:7=skip、2:7=2018Q3-17。",
            "--row is written as TABLE:N=skip or TABLE:N=ID, as 2:7=skip or 2:7=2018Q3-17."))
      }
    }
    return answers
  }

  /// Keeps an answer; two about one thing that differ are none.
  private func put<Key: Hashable, Answer: Equatable>(
    _ answer: Answer, of key: Key, named name: String? = nil, _ option: String,
    into known: inout [Key: Answer]
  ) throws {
    if let before = known[key], before != answer {
      let name = name ?? "\(key)"
      throw ValidationError(
        Phrase(
          "\(option) 对“\(name)”给了两个不同的答复；只留一个。",
          "\(option) answers twice for “\(name)”, and not alike; leave one of them."))
    }
    known[key] = answer
  }

  /// All answers: those of the file, and over them those that were typed.
  func all(quarter: Quarter?, in world: World) throws(CommandError) -> Answers {
    var known = Answers()
    if let answers { known = try AnswersFile(at: answers, in: world).answers }
    // They were read once already, and are in order.
    var all = known.joined(with: (try? typed()) ?? Answers())
    all.quarter = quarter ?? all.quarter
    if case .noDay = due { all.hasNoDue = true }
    if case .day(let due) = due {
      let near = all.quarter?.end ?? world.now.day(at: .china)
      all.due = try due.resolved(near: near, .ahead)
    }
    return all
  }
}
