package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

package struct MergeCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: Phrase(
        "并入另一份数据目录：记录、通报、佐证材料和归档报告。",
        "Take in another copy of the store: records, notices, evidence, frozen reports."),
      discussion: Phrase(
        """
        只增不改：对方有而这里没有的记录、联络员、载入的通报、佐证材料和归档报告，核对后逐一放入；已有的不动，对方的数据目录只读。\
        重复并入无妨。损坏或名称不对的文件不并入，逐一列出；同一期的原始资料两边不一致的，该期资料不并入。\
        州市、单位等名录和函件模板各自保留。

        两边互不知情又互相矛盾的记录都保留，用 census check 查看，用 census resolve 裁定。\
        有内容没有并入时退出码为2。

        示例：
          census merge /media/u/普查 --dry-run
          census merge ~/同事的数据
        """,
        """
        Only adds: records, contacts, notices taken in, evidence and frozen reports that the other has and this one \
        has not are checked and put in their places; what is here stays as it is, and the other is \
        only read. Merging again does no harm. Files that are damaged or wrongly named are left \
        out and named; where the two have different facts of a period from the beginning, none of \
        that period's facts comes over. Lists and the wording of letters stay each store's own.

        Records that contradict each other and were made without knowledge of each other are all \
        kept: census check lists them, census resolve says which counts. Exits with 2 if something \
        was left out.

        Examples:
          census merge /media/usb/census --dry-run
          census merge ~/from-a-colleague
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("另一份数据目录。", "The other copy of the store."),
      valueName: Phrase("目录", "dir")), completion: .directory)
  package var folder: String

  @Flag(
    help: ArgumentHelp(
      Phrase("试运行：只说明将并入什么，不写入。", "Say what would be taken in, and write nothing.")))
  package var dryRun = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "另一份不是同一数据目录的副本时也并入；须是同样的通报。",
        "Also where the other is no copy of this store; its notices have to be the same.")))
  package var unrelated = false

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "输出一个 JSON 对象：new、duplicate、conflicting、facts、attachments、snapshots、leftBehind、lists、message。",
        """
        Answer with one JSON object: new, duplicate, conflicting, facts, attachments, snapshots, \
        leftBehind, lists, message.
        """)))
  package var json = false

  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    if !dryRun, common.readOnly { throw .writes("merge", against: "--read-only") }
    if common.knownAt != nil { throw .writes("merge", against: "--known-at") }
    var session = try Session(common, in: &world)
    let other = try otherStore(in: world)
    guard world.resolve(folder) != world.resolve(session.path) else { throw .store(.sameStore) }
    let returned = dryRun ? [] : try session.putBack()
    var store = session.store
    let merge: Merge
    do {
      merge = try store.merge(
        other, isUnrelated: unrelated, isTrial: dryRun, randomHex: world.randomHex)
    } catch {
      throw .store(error)
    }
    session.store = store
    let conflicts = session.conflicts(with: merge.events, other)
    if !dryRun { world.noteRecord() }
    if let error = merge.withoutCounterfoil { world.warn(Messages.withoutCounterfoil(error)) }
    for one in merge.leftBehind { world.warn(Messages.leftBehind(one)) }
    for quarter in merge.rivals { world.warn(Messages.rivals(of: quarter)) }
    if !merge.lists.isEmpty { world.warn(Messages.ownLists(merge.lists)) }
    let sentences = returned + [Messages.merged(merge, conflicts.count, isTrial: dryRun)]
    if json {
      world.answer += value(merge, conflicts, sentences.joined(Phrase("；", "; ")), session).json
    } else {
      for sentence in sentences { world.answer += safe(sentence[session.language]) + "\n" }
    }
    return merge.leftBehind.isEmpty && merge.rivals.isEmpty ? .good : .bad
  }

  private func otherStore(in world: World) throws(CommandError) -> Store {
    do {
      return try openStore(folder, in: world)
    } catch .cannotOpen(_, .noStore) {
      throw .noOtherStore(path: folder)
    }
  }

  private func value(
    _ merge: Merge, _ conflicts: [Conflict], _ message: Phrase, _ session: Session
  ) -> Value {
    .object([
      .init("new", Value((merge.events.map(\.id) + merge.unknown).map(\.text))),
      .init("duplicate", .integer(merge.duplicates)),
      .init("conflicting", .list(conflicts.map(value))),
      .init("facts", Value(merge.facts)), .init("attachments", Value(merge.attachments)),
      .init("snapshots", Value(merge.snapshots)),
      .init(
        "leftBehind",
        .list(
          merge.leftBehind.map { one in
            .object([
              .init("path", .text(one.path)),
              .init("message", .text(Messages.words(one.why)[session.language])),
            ])
          })),
      .init("lists", Value(merge.lists)), .init("message", .text(message[session.language])),
    ])
  }

  private func value(_ conflict: Conflict) -> Value {
    .object([
      .init("kind", .text(conflict.kind.rawValue)),
      .init("events", Value(conflict.events.map(\.text))),
      .init("counting", .text(conflict.counting.text)),
    ])
  }
}

extension Session {
  /// Puts back what was acknowledged here and is gone from the store; what that came to.
  ///
  /// - Parameter lookingAnew: whether to look again what is gone.
  /// - Returns: a sentence, or none.
  /// - Throws: `CommandError.store`.
  mutating func putBack(lookingAnew: Bool = false) throws(CommandError) -> [Phrase] {
    do {
      let returned = try store.putBack(lookingAnew: lookingAnew)
      return returned.isEmpty ? [] : [Messages.putBack(returned.count)]
    } catch {
      throw .store(error)
    }
  }

  /// The records that contradict each other and of which some have just come over, or would.
  mutating func conflicts(with new: [Event], _ other: Store? = nil) -> [Conflict] {
    // What one side settled and the other settled otherwise is open again.
    let settled = new.flatMap { event -> [EventID] in
      guard case .resolve(let resolve) = event.payload else { return [] }
      return resolve.targets
    }
    let fresh = Set(new.map(\.id) + settled)
    let isStanding = new.contains { $0.quarter == nil }
    let concerned = Set(new.compactMap(\.quarter))
    var other = other
    var found: [Conflict] = []
    for quarter in store.quarters() where isStanding || concerned.contains(quarter) {
      let file = store.inspection(of: quarter).inspection
      guard let inspection = file ?? other?.inspection(of: quarter).inspection else { continue }
      let known = store.events(of: quarter).events
      let present = Set(known.map(\.id))
      let added = new.filter {
        !present.contains($0.id) && ($0.quarter == nil || $0.quarter == quarter)
      }
      let projection = Projection(
        of: inspection, directory: store.directory, events: Event.ordered(known + added),
        settings: store.settings, asOf: today)
      for conflict in projection.conflicts
      where conflict.events.contains(where: fresh.contains) && !found.contains(conflict) {
        found.append(conflict)
      }
    }
    return found
  }
}
