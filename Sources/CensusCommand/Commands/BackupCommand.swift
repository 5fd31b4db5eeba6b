package import ArgumentParser
internal import CensusCore
internal import CensusStore

package struct BackupCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: Phrase(
        "备份整个数据目录，并逐个核对。", "Copy the whole store, and check the copy."),
      discussion: Phrase(
        """
        通报、名录、记录、联络员和佐证材料都在内，写入一个新目录；名称以 .tar 结尾时写成一个归档文件。\
        写完后重新读出，按校验和逐个核对。目标已存在时拒绝。git 仓库（.git）和写到一半的临时文件不在其中。\
        里面有联络员的电话，请妥善保管。

        恢复就是复制回去：cp -r 备份 新目录，或 tar -xf 备份.tar，再运行 census check --store 新目录。\
        放回原处时，备份之后在本机登记的记录，下次登记时自动放回。通过 git 共享的，恢复出来的目录已不是仓库：\
        请用 git 另克隆一份，再用 census merge 备份 --store 该份 并入；或把原处的 .git 目录移过来。

        示例：
          census backup /media/u/普查-20181031
          census backup 普查-20181031.tar
        """,
        """
        Notices, lists, records, contacts and evidence go into a new folder, or into one archive \
        where the name ends in .tar. Afterwards all of it is read again and held against the \
        checksums. A target that exists is refused. The git repository (.git) and temporary files \
        are no part of it. There are telephone numbers in it: keep it where they may be kept.

        To restore is to copy it back: cp -r BACKUP NEW, or tar -xf BACKUP.tar, then census check \
        --store NEW. In the old place, what was recorded on this machine since the backup is put \
        back by the next recording. A store that is shared through git is no repository after that: \
        git clone the remote, and take the backup into the clone with census merge BACKUP --store \
        CLONE; or move the .git folder of the old place over.

        Examples:
          census backup /media/usb/census-20181031
          census backup census-20181031.tar
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("新目录，或新的 .tar 文件。", "The new folder, or the new .tar file."),
      valueName: Phrase("目标", "target")), completion: .file())
  package var target: String

  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let session = try Session(common, in: &world)
    var store = session.store
    let path = target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last.map(String.init), !["", ".", ".."].contains(name) else {
      throw .cannotWrite(path: target, .exists)
    }
    let isCompressed = [".gz", ".tgz", ".bz2", ".xz", ".zst", ".zip", ".7z", ".rar"].contains {
      name.lowercased().hasSuffix($0)
    }
    guard !isCompressed else { throw .backupCompressed(path: target) }
    let above = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/") + "/"
    let folder: any FileSystem
    do {
      folder = try world.openFolder(above, false)
    } catch {
      let named = above.count > 1 && above.hasSuffix("/") ? String(above.dropLast()) : above
      throw .cannotWrite(path: target, error.reason, folder: named)
    }
    let own = world.resolve(session.path)
    let there = world.resolve(above)
    guard there != own, !there.hasPrefix(own + "/") else { throw .backupInside(path: target) }
    guard (try? folder.list(""))?.contains(where: { $0.name == name }) != true else {
      throw .cannotWrite(path: target, .exists)
    }
    let backup =
      name.hasSuffix(".tar")
      ? try archive(store, as: name, in: folder, at: world.now)
      : try copy(store, to: path, name, in: folder, world)
    for path in backup.leftOut { world.warn(Messages.notInBackup(path)) }
    for path in backup.damaged { world.warn(Messages.damagedInBackup(path)) }
    world.answer += safe(Messages.backedUp(backup, to: target)[session.language]) + "\n"
    // What the store lacks, the copy lacks, too.
    store.readAll()
    let problems = store.knownProblems + store.attachmentProblems() + store.snapshotProblems()
    warnOfDamage(problems, in: &world)
    let isWhole = backup.leftOut.isEmpty && backup.damaged.isEmpty && Damage(problems) == nil
    return isWhole ? .good : .bad
  }

  private func archive(
    _ store: Store, as name: String, in folder: any FileSystem, at moment: Instant
  ) throws(CommandError) -> Backup {
    do {
      return try store.backup(as: name, in: folder, at: moment)
    } catch {
      throw .store(error)
    }
  }

  private func copy(
    _ store: Store, to path: String, _ name: String, in folder: any FileSystem, _ world: World
  ) throws(CommandError) -> Backup {
    let new: any FileSystem
    do {
      new = try world.openFolder(path, true)
      // There are telephone numbers in it.
      try new.set(.ownFolder, of: "")
      try folder.synchronizeDirectory("")
    } catch {
      throw .cannotMake(path: path, error.reason)
    }
    do {
      return try store.backup(into: new)
    } catch {
      throw .store(error)
    }
  }
}
