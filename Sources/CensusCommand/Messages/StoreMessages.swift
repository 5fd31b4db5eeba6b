package import CensusCore
package import CensusStore

extension Messages {
  /// Why a store cannot be opened or written.
  package static func sentence(_ error: StoreError) -> Phrase {
    switch error {
    case .noStore:
      Phrase(
        "没有数据（缺 store.json）；用 --store 指定目录。",
        "there is no store.json; name a store with --store.")
    case .file(let error): sentence(error)
    case .damagedStore(let fault):
      Phrase(
        "store.json 已损坏：\(words(fault).chinese)；请从备份恢复。",
        "store.json is damaged: \(words(fault).english); restore it from a copy.")
    case .newerStore(let version, let supported):
      Phrase(
        "数据由更新的版本写成（需要\(version)，本程序支持\(supported)）；请升级程序。",
        "the store asks for version \(version), this program knows \(supported); "
          + "use a newer program.")
    case .readOnly(let reason): readOnly(reason)
    case .nothingToRecord: Phrase("没有可登记的内容。", "there is nothing to record.")
    case .eventTooLarge(let bytes, let limit):
      Phrase(
        "记录有\(bytes)字节，超过上限\(limit)；请缩短文字，问题明细请分条少填。",
        "the record has \(bytes) bytes, more than \(limit); shorten its texts, or give fewer lines of "
          + "detail.")
    case .controlCharacter(let scalar, let text):
      Phrase(
        "“\(text)”里有看不见的控制字符（\(code(scalar))），未登记任何内容；请删去后重新输入。",
        "“\(text)” has a control character (\(code(scalar))) that nobody can see, so nothing was "
          + "recorded; type it without.")
    case .recordsVanished(let folder): recordsVanished(folder)
    case .movedOn(let quarter):
      Phrase(
        "\(quarter)在此期间已由他人载入或撤回，未写入任何内容；请重新核对后再试",
        "others have taken \(quarter) in or back meanwhile, so nothing was written; look again, then try "
          + "again")
    case .eventNotWritable(let type):
      Phrase(
        "本版本不能登记“\(type)”；请升级程序。",
        "this program cannot record “\(type)”; use a newer program.")
    case .badRandomness:
      Phrase(
        "系统随机数无效，未登记任何内容；请重试。",
        "the system's random numbers are unusable, so nothing was recorded; try again.")
    case .notRecorded(let error):
      Phrase(
        "未登记任何内容：\(target(error).chinese)\(words(error.reason).chinese)；排除后重试。",
        "nothing was recorded: \(target(error).english)\(words(error.reason).english); "
          + "mend that and try again.")
    case .notConfirmed(let batch, let error):
      Phrase(
        "已登记（批次\(batch.id.text.prefix(8))），但不能确认是否已存盘："
          + "\(place(error).chinese)\(words(error.reason).chinese)；"
          + "请运行 census check --complete 确认，不要重复登记。",
        "recorded as batch \(batch.id.text.prefix(8)), but it is not certain that it is on the "
          + "disk: \(place(error).english)\(words(error.reason).english); make sure with "
          + "census check --complete, and do not record it again.")
    case .otherStore, .sameStore, .notMerged: merging(error)
    case .notBackedUp, .backupDiffers: backingUp(error)
    case .notEmpty(let name):
      Phrase(
        "目录不是空的（有“\(name)”）；请换一个空目录。",
        "the folder is not empty (it has “\(name)”); choose an empty one.")
    }
  }

  /// A step on files that did not succeed.
  package static func sentence(_ error: FileError) -> Phrase {
    Phrase(
      "\(operation(error.operation).chinese)失败：\(place(error).chinese)"
        + "\(words(error.reason).chinese)；请检查数据目录。",
      "\(operation(error.operation).english) failed: \(place(error).english)"
        + "\(words(error.reason).english); check the store's folder.")
  }

  /// Why a step on files did not succeed, in a few words.
  package static func words(_ reason: FileError.Reason) -> Phrase {
    switch reason {
    case .missing: Phrase("不存在", "it does not exist")
    case .exists: Phrase("已存在", "it exists already")
    case .notAFile: Phrase("不是普通文件", "it is not a regular file")
    case .notAFolder: Phrase("不是目录", "it is not a folder")
    case .tooLarge(let limit): Phrase("大于\(limit)字节", "it has more than \(limit) bytes")
    case .outside: Phrase("是链接或在数据目录之外", "it is a link or lies outside of the store")
    case .badPath: Phrase("路径无效", "it is not a valid path")
    case .notPermitted: Phrase("没有权限", "it is not permitted")
    case .readOnly: Phrase("只读", "it is read-only")
    case .noSpace: Phrase("磁盘已满", "the disk is full")
    case .fileTooBig:
      Phrase("文件超过允许的大小", "the file would be larger than is permitted")
    case .inputOutput: Phrase("磁盘读写出错", "the disk reports an error")
    case .tooManyFiles: Phrase("打开的文件太多", "too many files are open")
    case .nameTooLong: Phrase("名称太长", "the name is too long")
    case .busy: Phrase("正被其他程序占用", "another program has it in use")
    case .disconnected: Phrase("磁盘或网络已断开", "the disk or the network is disconnected")
    case .noMemory: Phrase("内存不足", "there is not enough memory")
    case .notOffered: Phrase("所在磁盘不支持", "the disk does not offer this")
    case .closed: Phrase("已经关闭", "it is closed")
    case .system(let code): Phrase("系统错误\(code)", "system error \(code)")
    }
  }

  static func readOnly(_ reason: Access.Reason) -> Phrase {
    switch reason {
    case .newerStore(let version, let supported):
      Phrase(
        "只有更新的版本才能写入这些数据（需要\(version)，本程序支持\(supported)）；请升级程序。",
        "only version \(version) may write into this store, this program is version \(supported); "
          + "use a newer program.")
    case .newerReader(let version, let supported):
      Phrase(
        "打开之后，数据目录已改为只供更新的版本读取（需要\(version)，本程序支持\(supported)），未登记任何内容；"
          + "请升级程序后重新打开。",
        "since it was opened, the store has come to ask for version \(version), and this program "
          + "knows \(supported), so nothing was recorded; open it with a newer program.")
    case .unreadable(let path):
      Phrase(
        "\(path) 现在无法读取，未登记任何内容；请改正或从备份恢复。",
        "\(path) cannot be read, so nothing was recorded; mend it or restore it from a copy.")
    case .notPermitted:
      Phrase(
        "数据目录只读，未登记任何内容；请检查权限。",
        "the store is read-only, so nothing was recorded; check its permissions.")
    }
  }

  private static func recordsVanished(_ folder: String) -> Phrase {
    let mark = "local/recorded/\(folder.split(separator: "/").last ?? "")"
    return Phrase(
      "“\(folder)”里原有的记录不见了，未登记任何内容；请从备份恢复该目录，"
        + "确已弃用的，删除“\(mark)”后再登记。",
      "the records in “\(folder)” are gone, so nothing was recorded; restore that folder from a "
        + "copy, or, if they are given up, remove “\(mark)” and record again.")
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func place(_ error: FileError) -> Phrase {
    guard !error.path.isEmpty else { return Phrase("", "") }
    return Phrase("“\(error.path)”：", "“\(error.path)”: ")
  }

  /// Where something was to be recorded: the folder, since the name of the file tells nobody
  /// anything.
  private static func target(_ error: FileError) -> Phrase {
    let parts = error.path.split(separator: "/")
    guard parts.count > 2, parts[0] == "events" || parts[0] == "private" else {
      return place(error)
    }
    let folder = parts.prefix(parts[0] == "events" ? 2 : 1).joined(separator: "/")
    return Phrase("“\(folder)”的新记录：", "a new record in “\(folder)”: ")
  }

  /// A path of the store as a person reads it; the store's own folder has none.
  static func name(ofPath path: String) -> Phrase {
    path.isEmpty
      ? Phrase("数据目录本身", "the store's own folder") : Phrase("“\(path)”", "“\(path)”")
  }

  private static func operation(_ operation: FileError.Operation) -> Phrase {
    switch operation {
    case .open: Phrase("打开目录", "opening the folder")
    case .read: Phrase("读取", "reading")
    case .list: Phrase("列目录", "listing")
    case .inspect: Phrase("查看", "inspecting")
    case .makeDirectory: Phrase("建立目录", "making a folder")
    case .create: Phrase("建立文件", "making a file")
    case .write: Phrase("写入", "writing")
    case .synchronize: Phrase("存盘", "writing to the disk")
    case .close: Phrase("关闭", "closing")
    case .rename: Phrase("改名", "renaming")
    case .remove: Phrase("删除", "removing")
    case .lock: Phrase("加锁", "locking")
    case .permit: Phrase("设置权限", "setting permissions")
    }
  }
}
