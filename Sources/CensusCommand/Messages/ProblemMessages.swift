package import CensusCore
package import CensusStore

extension Problem {
  /// The problem as a row of `census check`.
  package var discrepancy: Discrepancy {
    let (code, place, message) = Messages.row(kind)
    return Discrepancy(
      severity: rowSeverity, code: code, place: .file(place),
      location: place == "." ? Phrase("数据目录", "the store's folder") : Phrase(place, place),
      message: message)
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
    var path = "quarters/\(quarter).json"
    var why: Phrase?
    switch problem?.kind {
    case .unreadableFile(let error): (path, why) = (error.path, words(error.reason))
    case .damagedFile(let file, let fault): (path, why) = (file, words(fault))
    case .otherQuarter(let file, let says):
      (path, why) = (file, Phrase("写的是\(says)", "it speaks of \(says)"))
    default: break
    }
    return Phrase(
      "\(quarter) 无法读取：\(path)" + (why.map { " \($0.chinese)" } ?? ""),
      "\(quarter) cannot be read: \(path)" + (why.map { ", \($0.english)" } ?? ""))
  }

  /// Rule, place and sentence of a problem.
  fileprivate static func row(_ kind: Problem.Kind) -> (code: String, place: String, Phrase) {
    switch kind {
    case .unreadableFile(let error) where error.isOfClosedContacts:
      return (
        "closedContacts", error.path,
        Phrase(
          "联络员和电话只有登记它们的账户能读，这里不显示；其余不受影响",
          "contacts and their telephones are for the account alone that recorded them, and are not shown "
            + "here; nothing else is missing")
      )
    case .unreadableFile(let error):
      return (
        "unreadableFile", error.path.isEmpty ? "." : error.path,
        unreadable(error) + consequence(of: error.path)
      )
    case .damagedFile(let path, let fault):
      let words = words(fault)
      return (
        "damagedFile", path,
        Phrase(
          "文件已损坏，未采用：\(words.chinese)；请改正或从备份恢复",
          "the file is damaged and left out: \(words.english); mend it or restore it from a copy")
          + consequence(of: path)
      )
    case .damagedPart(let path, let fault):
      let words = words(fault)
      return (
        "damagedPart", path,
        Phrase(
          "有一处未采用：\(words.chinese)；请改正", "a part is left out: \(words.english); mend it")
          + consequence(of: path)
      )
    case .otherQuarter(let path, let quarter):
      return (
        "otherQuarter", path,
        Phrase(
          "文件内写的是\(quarter)，未采用；请改文件名",
          "the file speaks of \(quarter) and is left out; give it that name")
      )
    case .rivalRevisions(let path, let number, let count, let renumbered):
      let numbers = renumbered.map { Phrase("\($0)", "\($0)") }.joined(.listing)
      let others: Phrase =
        renumbered.isEmpty
        ? .empty
        : Phrase(
          "；编号\(numbers.chinese)在各份中所指的不是同一网站，依据其他各份登记的内容按网站计入",
          "; \(renumbered.count == 1 ? "number" : "numbers") \(numbers.english) "
            + "\(renumbered.count == 1 ? "is" : "are") not the same site in each, and what was recorded "
            + "upon another one counts for its site")
      return (
        "rivalRevisions", path,
        Phrase(
          "第\(number)版通报由不同的人载入了\(count)次，内容不一；最后载入的一份有效，请核对，撤回有误的一份",
          "revision \(number) was taken in \(count) times with different facts; the one taken in last "
            + "counts; compare them and take back the wrong one") + others
      )
    case .withdrawnQuarter(let quarter, let reason):
      return (
        "withdrawnQuarter", "quarters/\(quarter)",
        Phrase(
          "\(quarter)的通报已撤回（\(reason)）；再次载入后，已登记的内容重新计入",
          "the notice of \(quarter) was taken back (\(reason)); what was recorded counts again once a "
            + "notice is taken in anew")
      )
    case .vanishedRecords(let folder):
      return (
        "vanishedRecords", folder,
        Phrase(
          "这里原有的记录不见了，未计入；请从备份恢复，或把改了名的目录改回原名",
          "the records that were here are gone and do not count; restore them from a copy, or give "
            + "a renamed folder its name back")
      )
    case .lostRecords(let first, let count):
      let id = first.text.prefix(12)
      return (
        "lostRecords", String(id),
        Phrase(
          "其他记录所依据的\(count)条记录（\(id)…）不在这里了，未计入；请从备份或他人的数据恢复",
          "\(counted(count, "record")) that others were made upon (\(id)…) \(count == 1 ? "is" : "are") not "
            + "here any more and \(count == 1 ? "does" : "do") not count; restore from a copy, or from what "
            + "somebody else has")
      )
    case .missedRecords(let first, let count):
      let id = first.text.prefix(12)
      return (
        "missedRecords", String(id),
        Phrase(
          "曾在本机登记的\(count)条记录（\(id)…）不在这里了，未计入；存根还在，下次登记、census merge 或 census sync "
            + "时放回；不再需要的，用空文件代替 local/replica",
          "\(counted(count, "record")) made on this machine (\(id)…) \(count == 1 ? "is" : "are") not here any "
            + "more and \(count == 1 ? "does" : "do") not count; the counterfoils are kept, and the next "
            + "recording, census merge or census sync puts \(count == 1 ? "it" : "them") back; if they are "
            + "given up, put an empty file in place of local/replica")
      )
    case .foreignRecords(let folder, let says):
      let name = "events/\(says?.description ?? "standing")"
      return (
        "foreignRecords", folder,
        Phrase(
          "这里放的是“\(name)”的记录，未计入；请把目录改回原名",
          "the records here are those of “\(name)” and do not count; give the folder that name back"
        )
      )
    case .damagedEvidence(let path, let name):
      return (
        "damagedEvidence", path,
        Phrase(
          "佐证材料“\(name)”的内容与登记时不同；请从备份恢复",
          "the evidence “\(name)” is not what was kept; restore it from a copy")
      )
    case .damagedSnapshot(let path):
      return (
        "damagedSnapshot", path,
        Phrase(
          "归档报告的内容与归档时不同；请从备份恢复",
          "this frozen report is not what was frozen; restore it from a copy")
      )
    case .damagedEvent(let path, let damage): return ("damagedEvent", path, sentence(damage))
    case .oddEvent(let path, let id, let oddity): return ("oddEvent", path, sentence(oddity, id))
    case .oddNames(let folder, let first, let count):
      return (
        "oddName", folder,
        Phrase(
          "有\(count)个无法识别的文件名，如“\(first)”；未读取",
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
          "没有校验和，数据文件是否被改动已无从查考；请从备份恢复，或逐项核对数据后运行 census check "
            + "--confirm-facts 重建",
          "there are no checksums, so that nothing vouches for the facts: nobody can tell whether "
            + "they were changed; restore the file from a copy, or check the facts and make it anew "
            + "with census check --confirm-facts")
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
          "有\(count)条本版本无法识别的记录（\(type)），已保留，不起作用",
          "\(count) \(count == 1 ? "record" : "records") of a kind unknown to this version "
            + "(\(type)): kept, without effect")
      )
    case .partialBatch(let batch): return ("partialBatch", batch.folder, words(batch))
    case .openToOthers(let folder):
      return (
        "openToOthers", folder,
        Phrase(
          "本机其他人可以查看；下次登记联络员时收紧，或运行 chmod -R go= \(folder)",
          "others on this machine may look into it; it is closed when a contact is next recorded, "
            + "or by chmod -R go= \(folder)")
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

  /// What a file that is left out leads to, where somebody has to know.
  private static func consequence(of path: String) -> Phrase {
    guard path == "holidays.json" else { return .empty }
    return Phrase(
      "；缺少节假日的年份，工作日按周一至周五计",
      "; in years without their holidays weekdays count as working days")
  }

  private static func unreadable(_ error: FileError) -> Phrase {
    let words = words(error.reason)
    let what =
      error.operation == .list ? Phrase("目录", "the folder") : Phrase("文件", "the file")
    let cure: Phrase =
      switch error.reason {
      case .notPermitted: Phrase("请检查权限", "check its permissions")
      case .outside, .notAFolder: Phrase("请换成真正的目录", "put a real folder in its place")
      default: Phrase("请从备份恢复", "restore it from a copy")
      }
    return Phrase(
      "\(what.chinese)无法读取：\(words.chinese)；\(cure.chinese)",
      "\(what.english) cannot be read: \(words.english); \(cure.english)")
  }

  /// What is the matter with a batch, and what to do about it.
  private static func words(_ batch: PartialBatch) -> Phrase {
    let id = batch.id.text.prefix(8)
    let undo = "census undo \(id)"
    let state = Phrase(
      "批次\(id)应有\(batch.size)条记录，只登记了\(batch.count)条（程序中途被终止）",
      "batch \(id) is recorded in part, \(batch.count) of \(batch.size) records: "
        + "the program was stopped half way")
    guard !batch.isBesideDamage else {
      let damaged = damaged(batch)
      return Phrase(
        "\(damaged.chinese)；无法恢复的，用 \(undo) 撤销后重新登记",
        "\(damaged.english); if that cannot be done, take it back with \(undo) and record it again")
    }
    guard batch.isCompletable else {
      return Phrase(
        "\(state.chinese)；其余已无法找回，请用 \(undo) 撤销后重新登记",
        "\(state.english); the rest is gone: take it back with \(undo) and record it again")
    }
    return Phrase(
      "\(state.chinese)；补全用 census check --complete，撤销用 \(undo)",
      "\(state.english); complete it with census check --complete, or take it back with \(undo)")
  }

  /// That the rest of a batch may be what is damaged, which is to be restored first.
  package static func damaged(_ batch: PartialBatch) -> Phrase {
    let id = batch.id.text.prefix(8)
    return Phrase(
      "批次\(id)应有\(batch.size)条记录，只读到\(batch.count)条，其余可能就是损坏的记录，先从备份恢复",
      "of batch \(id) only \(batch.count) of \(batch.size) records can be read, and the rest may be the "
        + "damaged ones: restore those from a copy first")
  }

  /// The same as a sentence.
  package static func sentence(_ batch: PartialBatch) -> Phrase {
    let words = words(batch)
    return Phrase(words.chinese + "。", words.english + ".")
  }

  /// That a batch is whole now.
  static func completed(_ batch: PartialBatch) -> Phrase {
    let id = batch.id.text.prefix(8)
    return Phrase(
      "已补全批次\(id)，共\(batch.size)条记录；撤销用：census undo \(id)",
      "completed batch \(id), \(batch.size) records; undo with: census undo \(id)")
  }

  static func sentence(_ damage: Problem.EventDamage) -> Phrase {
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
