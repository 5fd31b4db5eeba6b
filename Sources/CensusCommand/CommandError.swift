package import CensusCore
package import CensusLists
package import CensusStore
package import CensusViews

/// Why a command could not do its work: facts; the sentences are in `Messages`.
package enum CommandError: Error, Equatable, Sendable {
  /// The store in a folder cannot be opened.
  case cannotOpen(path: String, StoreError)
  /// The folder is a git repository in which nothing is checked out: a clone whose remote leads with
  /// another branch than the one that has the store.
  case emptyClone(path: String)
  /// What was named to be taken in is no store.
  case noOtherStore(path: String)
  /// Nobody named a store, and there is none where one is looked for; with the store that was
  /// installed as an example, if there is one.
  case noStoreYet(path: String, example: String?)
  /// The store refuses to write.
  case store(StoreError)
  /// What was asked for is refused.
  case refused(Refusal)
  /// The store has no quarter.
  case noQuarter(path: String)
  /// The store has other quarters.
  case unknownQuarter(Quarter, known: [Quarter])
  /// The quarter's file cannot be read, and what is wrong with it.
  case damagedQuarter(Quarter, Problem?)
  /// Both of two quarters to compare are this one.
  case sameQuarter(Quarter)
  /// A period that says nothing of what became of an earlier one's sites.
  case noEvidence(Quarter, from: Quarter)
  /// A census that was published after the day that it is to be evidence on.
  case notIssuedYet(Quarter, Day)
  /// A census lists all that still waits for a re-check.
  case nothingAbsent(Quarter, from: Quarter)
  /// A site that the census lists again, or that waits for no re-check.
  case listedStill(String, in: Quarter)
  /// No quarter is earlier than this one, so that nothing can be compared with it.
  case nothingBefore(Quarter, known: [Quarter])
  /// A quarter that was named without `--quarter` cannot be read, and what is wrong with it.
  case unreadableQuarter(Quarter, Problem?)
  /// The store has no quarter of a year; the years it has.
  case noYear(Int, known: [Int])
  /// Recording was ruled out by an option.
  case readOnlyOption
  /// An option that writes, together with one that rules it out.
  case writes(String, against: String)
  /// `--known-at` with a command that records.
  case knownAtOption
  /// Nobody is named as the one who records.
  case noActor
  /// Nobody tells who is at work, whose own rows are wished for.
  case noPerson
  /// A unit is to be handled by somebody and by nobody, or by neither.
  case assignsNobody
  /// A file that a receipt names cannot be read.
  case documentUnreadable(path: String, FileError.Reason)
  /// A file that is to be kept as evidence has more bytes than are kept.
  case evidenceTooLarge(path: String)
  /// A file that is to be kept as evidence has nothing in it.
  case evidenceEmpty(path: String)
  /// A pasted text is not UTF-8.
  case notUTF8(path: String)
  /// Rows of the list cannot be chosen so.
  case filter(FilterFault)
  /// The named views cannot be read.
  case views(PersonalConfig.Failure)
  /// No view has this name; those there are, and where they are written.
  case unknownView(String, known: [String], path: String)
  /// A wish about a field without a sign of equality.
  case notACondition(String, known: [String])
  /// The folder of a new store cannot be made or opened.
  case cannotMake(path: String, FileError.Reason)
  /// The answer has no such form.
  case formatNotOffered(Format)
  /// A file cannot be written; with its folder, where it is that which cannot be opened.
  case cannotWrite(path: String, FileError.Reason, folder: String? = nil)
  /// A backup of a store is to lie within it.
  case backupInside(path: String)
  /// A backup is to be compressed, which it is not.
  case backupCompressed(path: String)
  /// The ending of a file's name promises another form than was asked for; the form asked for.
  case foreignEnding(path: String, ExportForm)
  /// The ending of a file's name promises no form of what is written; the forms, by their names where
  /// `--format` says which, else by their endings.
  case noForm(path: String, known: [String], isOption: Bool)
  /// A form that holds one list was asked for of a whole quarter.
  case oneListOnly(ExportForm)
  /// A report has no such form.
  case pageFormNotOffered(Format)
  /// Pictures lie in a page alone.
  case picturesNeedAPage
  /// No list has the name.
  case unknownList(String)
  /// A notice could not be read or taken in.
  case importing(ImportFault)
  /// Letters could not be written.
  case letter(LetterFault)
  /// Changes were asked for since a day after the one looked at.
  case sinceLater(Day, asOf: Day)
  /// Two options that contradict each other.
  case contradiction(String, String)

  /// Whether the command was called wrongly.
  package var isUsage: Bool {
    switch self {
    // Which categories there are depends on the notice.
    case .filter(.unknownValue(_, field: "issues", _)): false
    case .filter, .notACondition, .formatNotOffered, .contradiction, .assignsNobody, .sinceLater:
      true
    case .letter(let fault): fault.isUsage
    case .foreignEnding, .noForm, .oneListOnly, .unknownList, .pageFormNotOffered,
      .picturesNeedAPage:
      true
    case .refused(.noSuchDay), .refused(.ambiguousDay): true
    default: false
    }
  }
}
