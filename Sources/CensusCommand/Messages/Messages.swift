package import CensusCore
internal import CensusStore
internal import DisplayText

/// The sentences of errors: what happened, where, and what to do.
package enum Messages {
  /// Why a command could not do its work.
  package static func sentence(_ error: CommandError) -> Phrase {
    switch error {
    case .cannotOpen(let path, let error): cannotOpen(path, error)
    case .noStoreYet(let path, let example): noStoreYet(path, example)
    case .emptyClone(let path):
      Phrase(
        "“\(path)”是 git 仓库，但没有检出任何文件（缺 store.json），多半是远程仓库的默认分支不对；请运行 git -C \(shellWord(path)) switch main，分支名不同的，以 git -C \(shellWord(path)) branch -r 列出的为准。",
        "“\(path)” is a git repository with nothing checked out (no store.json): most likely its remote leads "
          + "with another branch. Run git -C \(shellWord(path)) switch main, or the branch that git -C "
          + "\(shellWord(path)) branch -r lists.")
    case .noOtherStore(let path):
      Phrase(
        "“\(path)”不是数据目录（其中没有 store.json），没有并入任何内容；请指定另一份数据目录本身。",
        "“\(path)” is no store (it has no store.json), so nothing was taken in; name the folder of the "
          + "other copy itself.")
    case .store(let error): sentence(error)
    case .refused(let refusal): Terms.refusal(refusal)
    case .noQuarter(let path):
      Phrase(
        "数据目录“\(path)”还没有季度；用 --store 指定别的目录。",
        "the store “\(path)” has no quarter yet; name another store with --store.")
    case .unknownQuarter(let quarter, let known):
      Phrase(
        "没有\(quarter)的数据；现有季度：\(list(known).chinese)。",
        "the store has no \(quarter); its quarters: \(list(known).english).")
    case .damagedQuarter(let quarter, let problem): damagedQuarter(quarter, problem)
    case .noEvidence(let quarter, let later):
      Phrase(
        "\(later)不能作为\(quarter)的佐证：须是其后一期的普查，逐站结果齐全；抽查、仅有总数、标题未写明普查的都不算。",
        "\(later) is no evidence for \(quarter): it has to be a later census of all sites whose "
          + "findings are known and whose title says so, no spot check and no totals alone.")
    case .notIssuedYet(let later, let issued):
      Phrase(
        "\(later)的通报\(issued)才印发，此前不能作为佐证；请用 --on 给出印发之后的日期。",
        "the notice of \(later) was issued on \(issued) and is no evidence before; give a later day "
          + "with --on.")
    case .nothingAbsent(let quarter, let later):
      Phrase(
        "\(quarter)待复查的问题，其网站都仍列在\(later)中；没有登记。",
        "\(later) lists the site of every finding of \(quarter) that waits for a re-check; nothing was "
          + "recorded.")
    case .listedStill(let id, let later):
      Phrase(
        "“\(id)”仍列在\(later)中，或网站当时无法访问、已复查到位、已办结；没有登记。",
        "“\(id)” is listed in \(later) again, could not be looked at, or waits for no re-check; "
          + "nothing was recorded.")
    case .sameQuarter(let quarter):
      Phrase(
        "两期都是\(quarter)，无从对比；请写两个不同的季度。",
        "both are \(quarter), which leaves nothing to compare; name two different quarters.")
    case .nothingBefore(let quarter, let known):
      Phrase(
        "没有早于\(quarter)的季度可以对比；现有季度：\(list(known).chinese)；请写明两个。",
        "no quarter before \(quarter) is there to compare it with; the store has "
          + "\(list(known).english); name two of them.")
    case .unreadableQuarter(let quarter, let problem):
      Phrase(
        "\(cause(of: quarter, problem).chinese)；请改正或从备份恢复，或者写明别的季度。",
        "\(cause(of: quarter, problem).english); mend it or restore it from a copy, or name another "
          + "quarter.")
    case .noYear(let year, let known):
      Phrase(
        "没有\(year)年的季度；现有年份：\(years(known).chinese)。",
        "the store has no quarter of \(year); its years: \(years(known).english).")
    case .knownAtOption:
      Phrase(
        "--known-at 是回看当时的登记，不能用它登记，未登记任何内容；去掉该选项再试。",
        "--known-at looks back at what was recorded by then, and nothing is recorded with it; leave "
          + "it out to record.")
    case .readOnlyOption:
      Phrase(
        "指定了 --read-only，未登记任何内容；去掉该选项再试。",
        "nothing is recorded with --read-only; leave it out to record.")
    case .writes(let option, let other):
      Phrase(
        "\(option) 要改动数据目录，不能与 \(other) 同用，未改动任何内容；去掉其中一个再试。",
        "\(option) changes the store and does not go with \(other), so nothing was changed; leave "
          + "one of them out.")
    case .noActor:
      Phrase(
        "没有指明登记人；请用 --by 或环境变量 CENSUS_ACTOR 指明。",
        "nobody is named as the one who records; say who with --by or CENSUS_ACTOR.")
    case .noPerson:
      Phrase(
        "无法确定“本人”是谁；请用环境变量 CENSUS_ACTOR 指明。",
        "nobody tells who you are; say it with CENSUS_ACTOR.")
    case .assignsNobody:
      Phrase(
        "请用 --to 给出承办人，或用 --nobody 取消指定，二者取一。",
        "give a name with --to, or take it away with --nobody: one of the two.")
    case .documentUnreadable(let path, let reason):
      Phrase(
        "文件“\(path)”无法读取：\(words(reason).chinese)；请检查路径。",
        "the file “\(path)” cannot be read: \(words(reason).english); check the path.")
    case .evidenceTooLarge(let path):
      Phrase(
        "“\(path)”超过\(Terms.fileSize(kilobytes: Attachment.kilobytes))，不能作为佐证材料保存，未登记任何内容；请压缩或拆分后再试。",
        "“\(path)” is larger than \(Terms.fileSize(kilobytes: Attachment.kilobytes)), the most that is kept as evidence, "
          + "so nothing was recorded; make it smaller or split it.")
    case .evidenceEmpty(let path):
      Phrase(
        "“\(path)”是空文件，未登记任何内容；请检查后再试。",
        "“\(path)” is empty, so nothing was recorded; look at the file and try again.")
    case .notUTF8(let path):
      Phrase(
        "“\(path)”不是 UTF-8 文本；请另存为 UTF-8 再试。",
        "“\(path)” is no UTF-8 text; save it as UTF-8 and try again.")
    case .filter(let fault): sentence(fault)
    case .views(let failure): sentence(failure)
    case .unknownView(let name, let known, let path):
      known.isEmpty
        ? Phrase(
          "没有名为“\(name)”的列表；“\(path)”的 views 中还没有任何一个，写法见 census view --help。",
          "no list is named “\(name)”; there is none under views in “\(path)” yet, see census view "
            + "--help.")
        : Phrase(
          "没有名为“\(name)”的列表；有\(known.joined(separator: "、"))。",
          "no list is named “\(name)”; there are \(known.joined(separator: ", ")).")
    case .notACondition(let text, let known):
      Phrase(
        "--where“\(text)”应写作 字段=值；字段有\(known.joined(separator: "、"))。",
        "--where “\(text)” should be field=value; the fields are \(known.joined(separator: ", ")).")
    case .cannotMake(let path, let reason):
      Phrase(
        "目录“\(path)”无法建立：\(words(reason).chinese)；请换一个目录。",
        "the folder “\(path)” cannot be made: \(words(reason).english); choose another.")
    case .formatNotOffered(let format):
      Phrase(
        "这里没有 \(format.rawValue) 格式；可用 table 或 json。",
        "there is no \(format.rawValue) form of this; use table or json.")
    case .cannotWrite, .foreignEnding, .noForm, .oneListOnly, .unknownList, .pageFormNotOffered,
      .picturesNeedAPage:
      writing(error)
    case .backupInside(let path):
      Phrase(
        "“\(path)”在数据目录之内，没有备份；请放到别处，最好在另一块磁盘上。",
        "“\(path)” lies within the store, so nothing was backed up; choose another place, best on another "
          + "disk.")
    case .backupCompressed(let path):
      Phrase(
        "备份不压缩，没有写出“\(path)”；请写成 .tar，再用 gzip 等压缩，或写成一个目录。",
        "a backup is not compressed, so “\(path)” was not written; write a .tar and compress that, or a "
          + "folder.")
    case .importing(let fault): fault.sentence
    case .letter(let fault): fault.sentence
    case .sinceLater(let day, let asOf):
      Phrase(
        "--since 不能晚于截至日期：\(day)晚于\(asOf)；请写较早的一天，或用 --as-of 看较晚的一天。",
        "--since is no later than the day looked at: \(day) comes after \(asOf); give an earlier day, or look "
          + "at a later one with --as-of.")
    case .contradiction(let first, let second):
      Phrase(
        "\(first) 与 \(second) 互相矛盾；只用其中一个。",
        "\(first) contradicts \(second); use one of them.")
    }
  }

  /// The sentence as one safe line.
  package static func line(_ error: CommandError, _ language: Language) -> String {
    safe(sentence(error)[language])
  }

  private static func noStoreYet(_ path: String, _ example: String?) -> Phrase {
    let copy = example.map { example in
      Phrase(
        "；要先看随附的通报，用 census init \(path) --from \(example)",
        ", or one with the notice that ships: census init \(path) --from \(example)")
    }
    return Phrase(
      "还没有数据：./data 和“\(path)”里都没有 store.json；用 census init \(path) 新建"
        + (copy?.chinese ?? "") + "；已有数据的，用 --store 指定目录。",
      "there is no store yet, neither ./data nor “\(path)” has a store.json; make an empty one: "
        + "census init \(path)" + (copy?.english ?? "")
        + "; or name the one that you have with --store.")
  }

  private static func cannotOpen(_ path: String, _ error: StoreError) -> Phrase {
    switch error {
    case .noStore:
      Phrase(
        "“\(path)”里没有数据（缺 store.json）；用 --store 指定目录，或用 census init 新建。",
        "there is no store in “\(path)” (no store.json); name one with --store, or make one with "
          + "census init.")
    case .file(let error):
      Phrase(
        "数据目录“\(path)”无法打开：\(words(error.reason).chinese)；请检查路径和权限。",
        "the store “\(path)” cannot be opened: \(words(error.reason).english); check the path and "
          + "its permissions.")
    case .damagedStore(let fault):
      Phrase(
        "“\(path)/store.json”已损坏：\(words(fault).chinese)；请从备份恢复。",
        "“\(path)/store.json” is damaged: \(words(fault).english); restore it from a copy.")
    default: sentence(error)
    }
  }

  private static func damagedQuarter(_ quarter: Quarter, _ problem: Problem?) -> Phrase {
    let cause = cause(of: quarter, problem)
    return Phrase(
      "\(cause.chinese)；请改正或从备份恢复，看别的季度用 --quarter。",
      "\(cause.english); mend it or restore it from a copy, or name another quarter with --quarter."
    )
  }

  private static func years(_ years: [Int]) -> Phrase {
    guard !years.isEmpty else { return Phrase("无", "none") }
    return years.map { Phrase("\($0)", "\($0)") }.joined()
  }

  private static func list(_ quarters: [Quarter]) -> Phrase {
    guard !quarters.isEmpty else { return Phrase("无", "none") }
    let names = quarters.map(\.description)
    return Phrase(names.joined(separator: "、"), names.joined(separator: ", "))
  }
}

/// One line of text that can be shown anywhere.
func safe(_ text: String) -> String { neutralised(text) }
