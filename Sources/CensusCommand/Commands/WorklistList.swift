package import ArgumentParser
package import CensusCore
package import CensusLists
internal import CensusStore

/// `census worklist`.
package enum WorklistList: ListKind {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "worklist",
      abstract: Phrase(
        "全部待办：各期通报中尚未办结的单位和待答复的批示。",
        "What is owed over all periods: units not closed, instructions not answered."),
      discussion: Phrase(
        """
        按下一步的日期排列；新一期通报印发后，以前各期未办结的仍在其中。注明答复期限的批示，登记一条备注即为答复。给出 \
        --quarter 时只列该期。

        示例：
          census worklist --overdue
          census worklist --where next=chase --format csv
        """,
        """
        By the day of the next action; what an earlier notice left open stays here when the next \
        one is published. An instruction with a day to answer by is answered by a note on the \
        same thing. With --quarter only that period is listed.

        Examples:
          census worklist --overdue
          census worklist --where next=chase --format csv
        """))
  }

  package static func roll(
    _ options: NoOptions, _ inquiry: inout Inquiry
  ) throws(CommandError) -> Roll<Worklist.Entry> {
    let session = inquiry.session
    let chosen = session.chosenQuarter == nil ? nil : try inquiry.projection().quarter
    let unfinished = inquiry.session.unfinished(
      only: chosen, isSearched: !inquiry.filters.search.isEmpty)
    if inquiry.session.store.quarters().isEmpty,
      let failure = inquiry.session.store.quartersFailure
    {
      throw .store(.file(failure))
    }
    return worklistRoll(
      unfinished.worklist, on: session.asOf, session.store.settings.policy,
      only: chosen, leavingOut: unfinished.unreadable,
      directory: inquiry.session.store.knownDirectory)
  }
}
