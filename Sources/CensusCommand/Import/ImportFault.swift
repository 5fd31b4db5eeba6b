internal import CensusCore
package import CensusNotices

/// Why a notice could not be read or taken in.
package enum ImportFault: Error, Equatable, Sendable {
  /// A file that is no document to be read.
  case container(path: String, ContainerFault)
  /// A file of answers that is none; the line of the mistake, and what it is.
  case answers(path: String, line: Int, AnswersMistake)
  /// What was read is not what was shown.
  case digest(expected: String, found: String)
  /// What was read out of a PDF is to be looked at first; its digest.
  case unseen(String)
  /// Nothing was read that could be taken in.
  case nothing
  /// An answer that cannot be about what was read.
  case answer(AnswerFault)
  /// The directory has no such category.
  case unknownCategory(String)

  /// What happened, and what to do.
  var sentence: Phrase {
    switch self {
    case .container(let path, let fault):
      Phrase(
        "“\(path)”\(fault.sentence.chinese)。", "“\(path)” \(fault.sentence.english).")
    case .answers(let path, let line, let mistake):
      Phrase(
        "“\(path)”不是答复文件：\(mistake.words(at: line).chinese)；写法见 census import --help。",
        "“\(path)” is no file of answers: \(mistake.words(at: line).english); see census import --help."
      )
    case .digest(let expected, let found):
      Phrase(
        "读到的内容与 --expect 所示不同（\(expected)，现为\(found)），未写入；请重新查看。",
        "what was read is not what --expect names (\(expected), now \(found)), so nothing was "
          + "written; look at it again.")
    case .unseen(let digest):
      Phrase(
        "从 PDF 凭位置读出的内容，要先逐行与原件核对才能写入；核对后加 --expect \(digest)。",
        "what was read out of a PDF by where words stand is written only after it was compared with the "
          + "original, row by row; then add --expect \(digest).")
    case .nothing:
      Phrase(
        "没有读到附件2的任何问题，未写入；请把附件2一并给出。",
        "no finding was read, so nothing was written; give the file with annex 2 as well.")
    case .answer(let fault):
      fault.sentence + Phrase("。", ".")
    case .unknownCategory(let name):
      Phrase(
        "没有问题类别“\(name)”；categories.json 列有全部类别（编号和名称）。",
        "there is no category “\(name)”; categories.json lists them all, with IDs and names.")
    }
  }
}
