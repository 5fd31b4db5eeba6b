package import CensusCore
package import CensusStore

extension Messages {
  /// What a merge took in, or would.
  static func merged(_ merge: Merge, _ conflicts: Int, isTrial: Bool) -> Phrase {
    var parts = [
      Phrase("\(merge.count)条记录", counted(merge.count, "record"))
    ]
    if !merge.facts.isEmpty {
      parts.append(
        Phrase(
          "\(merge.facts.count)版通报",
          counted(merge.facts.count, "version of a notice", "versions of notices")))
    }
    if !merge.attachments.isEmpty {
      parts.append(
        Phrase(
          "\(merge.attachments.count)份佐证材料",
          counted(merge.attachments.count, "file of evidence", "files of evidence")))
    }
    // A frozen report is a page and what it is of.
    let frozen = merge.snapshots.count { $0.hasSuffix(".json") }
    if frozen > 0 {
      parts.append(
        Phrase("\(frozen)份归档报告", counted(frozen, "frozen report")))
    }
    let what = parts.joined(Phrase("、", ", "))
    let begin =
      isTrial
      ? Phrase("将并入\(what.chinese)", "would take in \(what.english)")
      : Phrase("已并入\(what.chinese)", "took in \(what.english)")
    var rest = [
      Phrase("原已有\(merge.duplicates)条", "\(counted(merge.duplicates, "record")) were here before")
    ]
    if merge.duplicates == 1 { rest = [Phrase("原已有1条", "1 record was here before")] }
    if conflicts > 0 { rest.append(contradictions(conflicts)) }
    if !merge.leftBehind.isEmpty {
      rest.append(
        Phrase(
          "\(merge.leftBehind.count)个文件未并入",
          "\(counted(merge.leftBehind.count, "file")) \(merge.leftBehind.count == 1 ? "was" : "were") left out"
        ))
    }
    if isTrial { rest.append(Phrase("未写入任何内容", "nothing was written")) }
    return ([begin] + rest).joined(Phrase("；", "; "))
  }

  /// That what came over contradicts what is here.
  static func contradictions(_ count: Int) -> Phrase {
    Phrase(
      "记录矛盾\(count)处，用 census check 查看、census resolve 裁定",
      "\(counted(count, "contradiction")) between records: see census check, settle "
        + "\(count == 1 ? "it" : "them") with census resolve")
  }

  /// Why something was not taken in, in a few words.
  static func words(_ why: Merge.Why) -> Phrase {
    switch why {
    case .damagedRecord(let damage): sentence(damage)
    case .unreadable(let reason): words(reason)
    case .strayName:
      Phrase("不属于数据目录的名称", "a name that belongs to nothing in a store")
    case .damaged:
      Phrase("内容与文件名不符或已损坏", "its bytes are not those of its name, or are damaged")
    case .damagedHere:
      Phrase(
        "这里的同名文件已损坏，没有覆盖；移走它再并入一次",
        "the file of that name here is damaged and was not written over; move it away and merge "
          + "again")
    case .otherFacts:
      Phrase(
        "该期资料与这里的不一致，这里的没有替换；请核对两份通报，以一份为准",
        "the period's facts are not those of this store, which were not replaced; compare the two "
          + "and agree on one")
    }
  }

  /// The same as a sentence with the file's path.
  static func leftBehind(_ one: Merge.LeftBehind) -> Phrase {
    let words = words(one.why)
    return Phrase(
      "没有并入“\(one.path)”：\(words.chinese)。", "“\(one.path)” was left out: \(words.english).")
  }

  /// That a period was taken in twice with different facts.
  static func rivals(of quarter: Quarter) -> Phrase {
    Phrase(
      "\(quarter)的同一版通报两边载入的内容不一致，都已保留，最后载入的一份有效；请核对，用 census withdraw 撤回有误的一份。",
      "one revision of \(quarter) was taken in with different facts; both are kept and the one taken in "
        + "last counts; compare them and take back the wrong one with census withdraw.")
  }

  /// That lists differ and stay as they are.
  static func ownLists(_ paths: [String]) -> Phrase {
    Phrase(
      "两边的名录不一致，各自保留：\(paths.joined(separator: "、"))。",
      "the lists of the two differ, and each keeps its own: \(paths.joined(separator: ", ")).")
  }

  /// That acknowledged records were put back.
  package static func putBack(_ count: Int) -> Phrase {
    Phrase(
      "已放回\(count)条曾在本机登记、后来不见了的记录",
      "put back \(counted(count, "record")) made on this machine that had gone from the store")
  }

  /// That what was recorded has no counterfoil.
  package static func withoutCounterfoil(_ error: FileError) -> Phrase {
    let why = words(error.reason)
    return Phrase(
      "已登记，但存根未能写入（\(why.chinese)）：这些记录若从数据目录里丢失，本机无法放回；请检查 $XDG_STATE_HOME/site-census（缺省为 ~/.local/state/site-census）。",
      "it is recorded, but its counterfoil could not be kept (\(why.english)): if these records are lost "
        + "from the store, this machine cannot put them back; look at $XDG_STATE_HOME/site-census (else "
        + "~/.local/state/site-census).")
  }

  /// Why nothing, or not all, of another store was taken in.
  static func merging(_ error: StoreError) -> Phrase {
    switch error {
    case .otherStore(let id):
      Phrase(
        "那是另一个数据目录（标识 \(id)），不是这一个的副本，没有并入；确实要并入的，用 --unrelated。",
        "that is another store (its identity is \(id)) and no copy of this one, so nothing was taken in; "
          + "if it is meant all the same, say --unrelated.")
    case .sameStore:
      Phrase(
        "那就是这个数据目录本身，没有可并入的。", "that is this very store; there is nothing to take in.")
    case .notMerged(let error):
      Phrase(
        "并入中断：\(place(error).chinese)\(words(error.reason).chinese)；已并入的都保留，排除后再运行一次即可补全。",
        "the merge was cut short: \(place(error).english)\(words(error.reason).english); what came over "
          + "stays, and the same command again completes it once that is mended.")
    default: .empty
    }
  }
}
