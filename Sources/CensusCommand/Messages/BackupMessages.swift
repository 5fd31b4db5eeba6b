internal import CensusCore
internal import CensusStore

extension Messages {
  /// What was copied, and how it comes back.
  static func backedUp(_ backup: Backup, to path: String) -> Phrase {
    let size = Terms.fileSize(kilobytes: (backup.bytes + 1_023) / 1_024)
    return Phrase(
      "已备份并核对\(backup.files)个文件（\(size)，其中记录\(backup.records)条）：\(path)",
      "backed up and checked \(counted(backup.files, "file")) (\(size), "
        + "\(counted(backup.records, "record")) among them): \(path)")
  }

  /// That something is no file.
  static func notInBackup(_ path: String) -> Phrase {
    Phrase(
      "“\(path)”不是普通文件（链接等），没有备份。",
      "“\(path)” is no regular file (a link, say) and is not in the backup.")
  }

  /// That something was damaged before.
  static func damagedInBackup(_ path: String) -> Phrase {
    Phrase(
      "“\(path)”在数据目录里就已损坏，照原样备份；见 census check。",
      "“\(path)” is damaged in the store and was copied as it is; see census check.")
  }

  /// Why there is no backup.
  static func backingUp(_ error: StoreError) -> Phrase {
    switch error {
    case .notBackedUp(let error):
      Phrase(
        "备份中断：\(place(error).chinese)\(words(error.reason).chinese)；已写出的部分不完整，请删除后重试。",
        "the backup was cut short: \(place(error).english)\(words(error.reason).english); what was "
          + "written is not complete: remove it and try again.")
    case .backupDiffers(let path):
      Phrase(
        "备份里的“\(path)”与原件不符，这份备份不可用；请检查目标磁盘，换一处重试。",
        "“\(path)” in the backup is not what was written, so the backup is of no use; check the disk and "
          + "choose another.")
    default: .empty
    }
  }
}
