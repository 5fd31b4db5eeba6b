package import CensusCore
package import CensusStore

extension Problem {
  /// The problem as a row of `census check`.
  package var discrepancy: Discrepancy {
    let (code, place, message) = Messages.row(kind)
    return Discrepancy(
      severity: rowSeverity, code: code, place: .file(place),
      location: Phrase(place, place), message: message)
  }

  private var rowSeverity: Discrepancy.Severity {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .notice: .note
    }
  }
}

extension Messages {
  /// Why a quarter cannot be read, with its file and the place in it.
  package static func cause(of quarter: Quarter, _ problem: Problem?) -> Phrase {
    let path = "quarters/\(quarter).json"
    let why: Phrase? =
      switch problem?.kind {
      case .unreadableFile(let error): words(error.reason)
      case .damagedFile(_, let fault): words(fault)
      case .otherQuarter(_, let says): Phrase("写的是\(says)", "it speaks of \(says)")
      default: nil
      }
    return Phrase(
      "\(quarter) 读不了：\(path)" + (why.map { " \($0.chinese)" } ?? ""),
      "\(quarter) cannot be read: \(path)" + (why.map { ", \($0.english)" } ?? ""))
  }

  /// Rule, place and sentence of a problem.
  fileprivate static func row(_ kind: Problem.Kind) -> (code: String, place: String, Phrase) {
    switch kind {
    case .unreadableFile(let error):
      let words = words(error.reason)
      return (
        "unreadableFile", error.path,
        Phrase(
          "文件无法读取：\(words.chinese)；请从备份恢复",
          "the file cannot be read: \(words.english); restore it from a copy")
      )
    case .damagedFile(let path, let fault):
      let words = words(fault)
      return (
        "damagedFile", path,
        Phrase(
          "文件已损坏，未采用：\(words.chinese)；请改正或从备份恢复",
          "the file is damaged and left out: \(words.english); mend it or restore it from a copy")
      )
    case .damagedPart(let path, let fault):
      let words = words(fault)
      return (
        "damagedPart", path,
        Phrase(
          "有一处未采用：\(words.chinese)；请改正", "a part is left out: \(words.english); mend it")
      )
    case .otherQuarter(let path, let quarter):
      return (
        "otherQuarter", path,
        Phrase(
          "文件内写的是\(quarter)，未采用；请改文件名",
          "the file speaks of \(quarter) and is left out; give it that name")
      )
    case .damagedEvent(let path, let damage): return ("damagedEvent", path, sentence(damage))
    case .oddNames(let folder, let first, let count):
      return (
        "oddName", folder,
        Phrase(
          "有\(count)个不认识的文件名，如“\(first)”；未读取",
          "\(count) \(count == 1 ? "name is" : "names are") unknown here, such as “\(first)”; "
            + "not read")
      )
    case .strayNames(let folder, let first, let count):
      let path = folder.isEmpty ? first : "\(folder)/\(first)"
      let more = Phrase(
        count > 1 ? "（同一目录里共\(count)处）" : "", count > 1 ? " (the first of \(count))" : "")
      return (
        "strayName", path,
        Phrase(
          "不属于本数据目录\(more.chinese)，里面的内容没有读取；请改回原名、移走或删除",
          "belongs to nothing here\(more.english), so that what is in it is not read; give it its "
            + "name back, or move it out of the store")
      )
    case .editedFacts(let path, let edit):
      let what =
        switch edit {
        case .changed: Phrase("自上次确认后改动过", "edited since it was confirmed")
        case .added: Phrase("新加入，尚未确认", "new here and not confirmed")
        }
      return (
        "editedFacts", path,
        Phrase(
          "\(what.chinese)；核对无误后运行 census check --confirm-facts，否则从备份恢复",
          "\(what.english); if it is right run census check --confirm-facts, else restore it from "
            + "a copy")
      )
    case .noChecksums:
      return (
        "noChecksums", "SHA256SUMS",
        Phrase(
          "没有校验和，看不出数据文件是否被改动；census check --confirm-facts 可补上",
          "there are no checksums, so that changed facts are not noticed; make them with census "
            + "check --confirm-facts")
      )
    case .damagedChecksums(let line):
      return (
        "damagedChecksums", "SHA256SUMS",
        Phrase(
          "第\(line)行不是校验和，整个文件未采用；请从备份恢复，或运行 census check --confirm-facts 重写",
          "line \(line) is no checksum, so the whole file is left out; restore it from a copy, or "
            + "write it anew with census check --confirm-facts")
      )
    case .newerReader(let version, let supported):
      return (
        "newerReader", "store.json",
        Phrase(
          "打开之后，数据目录已改为只供更新的版本读取（需要\(version)，本程序支持\(supported)）；请升级程序后重新打开",
          "since it was opened, the store has come to ask for version \(version), and this program "
            + "knows \(supported); open it with a newer program")
      )
    case .unknownEventType(let type, let count):
      return (
        "unknownEventType", "events",
        Phrase(
          "有\(count)条本版本不认识的记录（\(type)），已保留，不起作用",
          "\(count) \(count == 1 ? "record" : "records") of a kind unknown to this version "
            + "(\(type)): kept, without effect")
      )
    case .newerStore(let version, let supported):
      return (
        "newerStore", "store.json",
        Phrase(
          "只有更新的版本才能写入（需要\(version)，本程序支持\(supported)）",
          "only version \(version) may write here, this program is version \(supported)")
      )
    }
  }

  private static func sentence(_ damage: Problem.EventDamage) -> Phrase {
    switch damage {
    case .unreadable(let reason):
      Phrase(
        "记录无法读取，未计入：\(words(reason).chinese)",
        "the record cannot be read and does not count: \(words(reason).english)")
    case .otherBytes:
      Phrase(
        "记录内容与文件名不符，未计入；请从备份恢复",
        "the record was altered after it was made and does not count; restore it from a copy")
    case .content(let fault):
      Phrase(
        "记录内容有误，未计入：\(words(fault).chinese)",
        "the record is not well-formed and does not count: \(words(fault).english)")
    case .misplaced(let quarter):
      Phrase(
        "记录放错了目录（写的是\(quarter?.description ?? "standing")），未计入",
        "the record lies in the wrong folder (it says \(quarter?.description ?? "standing")) "
          + "and does not count")
    }
  }
}
