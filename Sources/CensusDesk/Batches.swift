import CensusCommand
import CensusCore
import CensusDashboard
import CensusStore

/// Batches that were cut short, in the words of the screen.
extension Desk {
  /// What is wrong with the files, batches that were cut short included.
  static func damage(_ problems: [Problem]) -> Snapshot.Damage? {
    let batches = problems.compactMap { problem -> PartialBatch? in
      if case .partialBatch(let batch) = problem.kind { batch } else { nil }
    }
    let damage = Damage(problems)
    let sentences = batches.map(sentence) + [damage?.sentence].compactMap(\.self)
    guard !sentences.isEmpty else { return nil }
    let stopped = batches.count { !$0.isBesideDamage }
    let cut = Phrase("半批登记\(stopped)", "batches cut short \(stopped)")
    let briefs = (stopped == 0 ? [] : [cut]) + [damage?.brief].compactMap(\.self)
    return Snapshot.Damage(
      sentence: Phrase(
        sentences.map(\.chinese).joined(separator: "；"),
        sentences.map(\.english).joined(separator: "; ")),
      brief: Phrase(
        briefs.map(\.chinese).joined(separator: " "), briefs.map(\.english).joined(separator: ", ")),
      cut: Set(batches.map(\.id)))
  }

  /// A row of the checks; one about a batch that was cut short names keys.
  static func row(_ problem: Problem) -> Discrepancy {
    let row = problem.discrepancy
    guard case .partialBatch(let batch) = problem.kind else { return row }
    return Discrepancy(
      severity: row.severity, code: row.code, place: row.place, location: row.location,
      message: sentence(batch))
  }

  private static func sentence(_ batch: PartialBatch) -> Phrase {
    let id = batch.id.text.prefix(8)
    let take = Phrase(
      "作废则在 9 记录 中选中其中一条按 M，整批撤回",
      "to drop it, choose one of its records in 9 History and press M, which takes all of it back")
    guard !batch.isBesideDamage else {
      let damaged = Messages.damaged(batch)
      return Phrase(
        "\(damaged.chinese)；\(take.chinese)，再重新登记",
        "\(damaged.english); \(take.english), and record it anew")
    }
    let cure =
      batch.isCompletable
      ? Phrase("补全按 C，\(take.chinese)", "C completes it; \(take.english)")
      : Phrase(
        "其余已无法找回，\(take.chinese)，再重新登记", "the rest is gone; \(take.english), and record it anew")
    return Phrase(
      "批次\(id)应有\(batch.size)条记录，只登记了\(batch.count)条（程序中途被终止）；\(cure.chinese)",
      "batch \(id) is recorded in part, \(batch.count) of \(batch.size) records (the program was "
        + "stopped half way); \(cure.english)")
  }

  /// Whether a kill cut short what the same person recorded, and it can be completed.
  var isCut: Bool {
    session.problems.contains { problem in
      guard case .partialBatch(let batch) = problem.kind else { return false }
      return batch.isCompletable(by: actor)
    }
  }

  /// Completes what the same person recorded before, in place of an act that was planned without
  /// it.
  mutating func completeOwn() -> [Action] {
    do {
      let completed = try session.store.complete(by: actor)
      _ = session.store.refresh(shownQuarter)
      let count = completed.reduce(0) { $0 + $1.size }
      return [
        .changed(snapshot(), own: Set(completed.map(\.id))),
        .failed(
          Phrase(
            "上次中断的登记已先补全（共\(count)条）；这一次还没有登记，看过后请再按一次",
            "what was cut short before is complete now (\(count) records); this act is not recorded "
              + "yet: look, and press again")),
      ]
    } catch {
      return [.failed(Messages.sentence(error))]
    }
  }

  /// Puts the rest of such batches in place.
  mutating func complete() -> [Action] {
    do {
      let completed = try session.store.complete()
      _ = session.store.refresh(shownQuarter)
      guard let first = completed.first else {
        return [
          .failed(
            Phrase("没有可以补全的批次，记录都已存盘", "there is no batch to complete; all records are on the disk")
          )
        ]
      }
      let id = first.id.text.prefix(8)
      return [
        .changed(snapshot(), own: Set(completed.map(\.id))),
        .told(
          Phrase(
            "已补全批次\(id)，共\(first.size)条记录", "completed batch \(id), \(first.size) records")),
      ]
    } catch {
      return [.failed(Messages.sentence(error))]
    }
  }
}
