import CensusCore

extension Store {
  /// Freezes a report: its page, and what it is of, durably and both or neither.
  ///
  /// - Parameters:
  ///   - page: as people read it.
  ///   - content: what it is of.
  ///   - recorder: who freezes it, and when.
  /// - Returns: it, and whether it is new: the same page that was frozen before stays the one that it is.
  /// - Throws: `readOnly`; `notRecorded` if nothing has changed, `file` if it is not known to be on the disk.
  public func freeze(
    _ page: [UInt8], of content: FrozenReport.Content, by recorder: Recorder
  ) throws(StoreError) -> (report: FrozenReport, isNew: Bool) {
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    if let scalar = recorder.actor.firstUnwritable {
      throw .controlCharacter(scalar, in: recorder.actor)
    }
    let report = FrozenReport(
      content, page: page, .init(at: recorder.at, by: recorder.actor))
    let before = frozenReports().first {
      $0.report.page == report.page && $0.report.content == content
    }
    if let before, before.isWhole { return (before.report, false) }
    do throws(DurableWriter.Failure) {
      let writer = DurableWriter(fileSystem: fileSystem, randomHex: recorder.randomHex)
      try writer.place([
        DurableWriter.Placement(path: report.pagePath, bytes: page),
        DurableWriter.Placement(path: report.path, bytes: report.file),
      ])
    } catch {
      switch error {
      case .refused(let cause): throw .notRecorded(cause)
      case .unconfirmed(let cause): throw .file(cause)
      }
    }
    return (report, true)
  }

  /// The reports that were frozen, the latest first, and whether the page of each is still the one that
  /// it was.
  public func frozenReports() -> [(report: FrozenReport, isWhole: Bool)] {
    snapshotNames.names.compactMap { name in
      guard name.ending == .record, let bytes = bytes(of: name),
        let report = FrozenReport(name, bytes)
      else { return nil }
      return (report, isWhole(report))
    }.sorted {
      ($0.report.acceptance.at.seconds, $0.report.path)
        > ($1.report.acceptance.at.seconds, $1.report.path)
    }
  }

  /// What is wrong with the reports that were frozen, each of which is read.
  public func snapshotProblems() -> [Problem] {
    let (names, strays) = snapshotNames
    var problems: [Problem] = []
    var missing: Set<String> = []
    for name in names {
      do throws(FileError) {
        let bytes = try fileSystem.read(name.path, limit: Attachment.limit)
        guard name.isOf(bytes) else {
          problems.append(Problem(.damagedSnapshot(path: name.path)))
          continue
        }
        guard name.ending == .record else { continue }
        guard let report = FrozenReport(name, bytes) else {
          problems.append(Problem(.damagedSnapshot(path: name.path)))
          continue
        }
        if !names.contains(where: { $0.path == report.pagePath }) {
          missing.insert(report.pagePath)
        }
      } catch {
        problems.append(Problem(.unreadableFile(error)))
      }
    }
    return problems
      + missing.sorted().map { Problem(.unreadableFile(FileError(.read, $0, .missing))) }
      + OddNames.problems(with: strays, in: SnapshotName.folder)
  }

  private var snapshotNames: (names: [SnapshotName], strays: [FolderEntry]) {
    let entries = (try? fileSystem.list(SnapshotName.folder)) ?? []
    let isOurs = { (entry: FolderEntry) in
      entry.kind == .file && SnapshotName(entry.name) != nil
    }
    return (
      entries.filter(isOurs).compactMap { SnapshotName($0.name) }.sorted { $0.name < $1.name },
      entries.filter { !isOurs($0) }
    )
  }

  private func bytes(of name: SnapshotName) -> [UInt8]? {
    try? fileSystem.read(name.path, limit: Attachment.limit)
  }

  private func isWhole(_ report: FrozenReport) -> Bool {
    guard let bytes = try? fileSystem.read(report.pagePath, limit: Attachment.limit) else {
      return false
    }
    return SHA256.hex(bytes) == report.page
  }
}
