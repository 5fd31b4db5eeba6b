package import ArgumentParser
internal import CensusCore
internal import CensusLists

/// The root of the command line.
package struct Census: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "census",
      abstract: Phrase(
        "政府网站普查督办：哪些网站不合格，哪些单位已报送。",
        "Government websites that failed a census, and who has reported."),
      discussion: Phrase(
        """
        读取每个季度的通报，登记通报要求报送的整改报告：哪些单位应报、何时到期、哪些材料已收到。

        退出码：0 已完成；1 失败或被拒绝；2 已完成，但查出逾期或问题；64 用法有误。

        示例：
          census overview
          census units --overdue
          census receive 昆明 --part both --on 2018-10-18
        """,
        """
        Reads the notice of a quarter and keeps the receipt desk of what it demands: who owes a \
        report, by when, and which parts have arrived.

        Exit codes: 0 done; 1 failed or refused; 2 done, and the answer is bad; 64 wrong usage.

        Examples:
          census overview
          census units --overdue
          census receive 昆明 --part both --on 2018-10-18
        """),
      version: Build.version,
      groupedSubcommands: [
        CommandGroup(
          name: Phrase("查看", "Reading"),
          subcommands: [OverviewCommand.self] + RollName.allCases.map(\.command)
            + [
              ViewCommand.self, ShowCommand.self, ReportCommand.self, LetterCommand.self,
              ExportCommand.self,
            ]),
        CommandGroup(
          name: Phrase("登记", "Recording"),
          subcommands: [
            ReceiveCommand.self, ReturnCommand.self, WaiveCommand.self, ExtendCommand.self,
            ChaseCommand.self, ContactCommand.self, AssignCommand.self, DetailCommand.self,
            RecheckCommand.self,
            OrderCommand.self, AccountCommand.self, AvailabilityCommand.self, VoidCommand.self,
            ReinstateCommand.self, CorrectCommand.self, NoteCommand.self, UndoCommand.self,
            RedoCommand.self, RetractCommand.self, ResolveCommand.self, VerifyCommand.self,
            AttachCommand.self,
          ]),
        CommandGroup(
          name: Phrase("数据目录", "Stores"),
          subcommands: [
            ImportCommand.self, AnswersCommand.self, WithdrawCommand.self, MergeCommand.self,
            SyncCommand.self,
            BackupCommand.self, SnapshotCommand.self, InitCommand.self, DemoCommand.self,
          ]),
      ])
  }

  package init() {}
}
