extension Terms {
  /// Some words, and what belongs to them in brackets.
  static func said(_ words: Phrase, _ details: [Phrase?]) -> Phrase {
    let details = details.compactMap(\.self)
    guard !details.isEmpty else { return words }
    return Phrase(
      "\(words.chinese)（\(details.map(\.chinese).joined(separator: "，"))）",
      "\(words.english) (\(details.map(\.english).joined(separator: ", ")))")
  }

  static func summary(of detail: Detail) -> Phrase {
    let done = detail.lines.count(where: \.isDone)
    return said(
      Phrase(
        "登记问题明细\(detail.lines.count)处",
        "\(counted(detail.lines.count, "detail line", "detail lines"))"),
      [done > 0 ? Phrase("已改\(done)处", "\(done) mended") : nil])
  }

  static func summary(of correct: Correct, in projection: Projection) -> Phrase {
    let word = field(correct.field)
    let old = correct.old.map { Phrase("由\($0)", " from \($0)") } ?? Phrase("", "")
    return said(
      Phrase(
        "更正\(word.chinese)：\(old.chinese)改为\(correct.new)",
        "\(word.english) corrected\(old.english) to \(correct.new)"),
      correct.details(in: projection))
  }

  static func summary(of resolve: Resolve, in projection: Projection) -> Phrase {
    let kept = resolve.keep.text.prefix(8)
    return Phrase(
      "裁定\(resolve.targets.count)条相互矛盾的记录，以\(kept)为准",
      "\(counted(resolve.targets.count, "conflicting record", "conflicting records")) settled; "
        + "\(kept) counts")
  }

  /// A row of `check` that somebody confirmed: 已核实（desk-2，2018-10-19）.
  public static func verified(by verified: Discrepancy.Verified) -> Phrase {
    Phrase(
      "已核实（\(verified.by)，\(verified.on)）", "verified (\(verified.by), \(verified.on))")
  }

  static func summary(of verify: Verify, about subject: Event.Subject, in projection: Projection)
    -> Phrase
  {
    guard case .check(let id) = subject else { return eventType(.verify(verify)) }
    return said(Phrase("核对项\(id)已核实", "check \(id) verified"), verify.details(in: projection))
  }

  /// A file that is kept: 佐证材料：整改截图.png（图片，120 KB）.
  static func summary(of file: Evidence, in projection: Projection) -> Phrase {
    let about = Phrase("；", "; ")
    let size = fileSize(kilobytes: file.kilobytes)
    let note = file.note.map { about + Phrase($0, $0) } ?? Phrase("", "")
    return Evidence.word + Phrase("：\(file.name)（", ": \(file.name) (")
      + evidenceForm(file.form) + Phrase("，\(size)", ", \(size)") + note + Phrase("）", ")")
  }

  /// What a file is.
  public static func evidenceForm(_ form: Evidence.Form) -> Phrase {
    switch form {
    case .pdf: Phrase("PDF", "PDF")
    case .image: Phrase("图片", "picture")
    case .document: Phrase("文档", "document")
    case .sheet: Phrase("表格", "spreadsheet")
    case .slides: Phrase("演示文稿", "slides")
    case .page: Phrase("网页", "web page")
    case .mail: Phrase("邮件", "mail")
    case .text: Phrase("文本", "text")
    case .archive: Phrase("压缩包", "archive")
    case .other: Phrase("其他", "other")
    }
  }

  /// A length in units of 1,024 bytes as people read it: 120 KB, 3.4 MB, 32 MB.
  public static func fileSize(kilobytes: Int) -> String {
    guard kilobytes >= 1_024 else { return "\(kilobytes) KB" }
    let tenths = kilobytes % 1_024 * 10 / 1_024
    return "\(kilobytes / 1_024)\(tenths == 0 ? "" : ".\(tenths)") MB"
  }
}
