package import CensusCore
package import CensusLists
package import CensusReports
package import CensusStore

/// Why letters could not be written.
package enum LetterFault: Error, Equatable, Sendable {
  /// There is no such letter to a unit; by its name.
  case refused(LetterRefusal, unit: Phrase)
  /// The office's own template is not in order.
  case template(path: String, TemplateFault)
  /// It cannot be read.
  case templateUnreadable(path: String, FileError.Reason)
  /// A case is handed to somebody, who was not named.
  case noBody
  /// A document is bytes for a file.
  case needsFile(LetterForm)
  /// What is recorded has to have been written.
  case logNeedsFile
  /// Only a reminder is recorded.
  case notLogged(LetterKind)
  /// Only an order has a day.
  case noDayNeeded(LetterKind)
  /// The name of the file promises another form.
  case ending(path: String, LetterForm)
  /// A file could not be written; those that were.
  ///
  /// The folder is named where it is that which cannot be opened.
  case notWritten(path: String, FileError.Reason, folder: String?, written: [String])

  /// Whether the command was called wrongly.
  var isUsage: Bool {
    switch self {
    case .noBody, .needsFile, .logNeedsFile, .notLogged, .noDayNeeded, .ending: true
    case .refused, .template, .templateUnreadable, .notWritten: false
    }
  }
}

extension LetterFault {
  /// What happened, where, and what to do.
  var sentence: Phrase {
    switch self {
    case .refused(let refusal, let unit): sentence(of: refusal, unit)
    case .template(let path, let fault):
      Phrase(
        "\(path) 第\(fault.line)行：\(fault.words.chinese)；请改正，或移走该文件以使用自带的模板。",
        "\(path), line \(fault.line): \(fault.words.english); mend it, or move the file away to use the "
          + "template that ships.")
    case .templateUnreadable(let path, let reason):
      Phrase(
        "模板“\(path)”无法读取：\(Messages.words(reason).chinese)；请检查该文件。",
        "the template “\(path)” cannot be read: \(Messages.words(reason).english); check the file.")
    case .noBody:
      Phrase(
        "移送函须写明移送给哪个机关；用 --to 写明主送机关。",
        "a transfer is addressed to the body that holds to account; name it with --to.")
    case .needsFile(let form):
      Phrase(
        "\(form.rawValue) 格式的函件须写入文件，一份一个；用 --output 写明文件名。",
        "a letter as \(form.rawValue) goes into a file, each into its own; name one with --output.")
    case .logNeedsFile:
      Phrase(
        "--log 只登记已经写入文件的催办函；用 --output 写明文件名。",
        "--log records a reminder once it is in a file; name one with --output.")
    case .notLogged(let kind):
      Phrase(
        "--log 只用于催办函，\(kind.name.chinese)不作登记；请去掉 --log，需要登记的用相应命令。",
        "--log is for reminders, and nothing is recorded of a letter of this kind (\(kind.name.english)); "
          + "leave it out, and record by the command for it.")
    case .noDayNeeded(let kind):
      Phrase(
        "--until 只用于限期整改通知，\(kind.name.chinese)没有期限可写；请去掉 --until。",
        "--until is for orders, and a letter of this kind (\(kind.name.english)) sets no day; leave it out."
      )
    case .ending(let path, let form):
      Phrase(
        "“\(path)”的后缀不是 \(form.rawValue) 格式的；请改文件名（.\(form.ending)），或用 --format 换格式。",
        "the ending of “\(path)” is of another form than \(form.rawValue); change the name "
          + "(.\(form.ending)), or the form with --format.")
    case .notWritten(let path, let reason, let folder, let written):
      Messages.unwritten(
        path, reason, folder,
        Phrase(
          (written.isEmpty ? "" : "已写出\(written.joined(separator: "、"))；") + "未作登记，",
          (written.isEmpty ? "" : "written were \(written.joined(separator: ", ")); ")
            + "nothing was recorded; ")) + Phrase("。", ".")
    }
  }

  private func sentence(of refusal: LetterRefusal, _ unit: Phrase) -> Phrase {
    switch refusal {
    case .nothingOwed:
      Phrase(
        "\(unit.chinese)没有欠报的材料，也没有整改不到位的问题，无需催办；未写出任何函件。",
        "\(unit.english) owes no report and has nothing to rectify, so there is nothing to remind it of; no "
          + "letter was written.")
    case .nothingToOrder:
      Phrase(
        "\(unit.chinese)没有复查整改不到位的问题，也没有未报齐的限期再整改，无从限期整改；未写出任何函件。",
        "no re-check of \(unit.english) failed and nothing ordered anew is open, so there is nothing to "
          + "order; no letter was written.")
    case .noDay:
      Phrase(
        "\(unit.chinese)尚未登记限期再整改，没有期限可写；用 --until 写明期限，或先用 census order 登记。",
        "rectification by \(unit.english) has not been ordered anew, so there is no day to write; give one "
          + "with --until, or record the order first with census order.")
    case .nothingToTransfer:
      Phrase(
        "\(unit.chinese)没有待研究问责或正在问责的问题，无可移送；未写出任何函件。",
        "nothing of \(unit.english) is to be considered for accountability or under it, so there is no case "
          + "to transfer; no letter was written.")
    case .nothingToRecheck(_, let retired) where !retired.isEmpty:
      Phrase(
        "\(unit.chinese)没有需要复查的问题：\(retired.joined().chinese)已永久下线，无须复查；未写出复查单。",
        "nothing of \(unit.english) has to be re-checked: \(retired.joined().english) "
          + "\(retired.count == 1 ? "was" : "were") closed for good; no run sheet was written.")
    case .nothingToRecheck:
      Phrase(
        "\(unit.chinese)没有需要复查的问题；未写出复查单。",
        "nothing of \(unit.english) has to be re-checked; no run sheet was written.")
    }
  }
}
