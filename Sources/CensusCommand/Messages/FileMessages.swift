package import CensusCore
internal import CensusLists
package import CensusStore

extension Messages {
  /// How many rows were written, and where to.
  package static func exported(_ count: Int, to path: String) -> Phrase {
    Phrase("已导出\(count)行：\(path)", "wrote \(counted(count, "row")): \(path)")
  }

  /// Where something was written.
  package static func written(_ path: String) -> Phrase { Phrase("已写出：\(path)", "wrote \(path)") }

  /// Why no file was written.
  static func writing(_ error: CommandError) -> Phrase {
    switch error {
    case .cannotWrite(let path, let reason, let folder):
      unwritten(path, reason, folder) + Phrase("。", ".")
    case .foreignEnding(let path, let form):
      Phrase(
        "“\(path)”的后缀不是 \(form.rawValue) 格式的；请改文件名（\(form.ending)）或 --format，未写出任何文件。",
        "the ending of “\(path)” is not that of \(form.rawValue); change the name (\(form.ending)) or "
          + "--format; nothing was written.")
    case .noForm(let path, let known, let isOption):
      isOption
        ? Phrase(
          "从“\(path)”的后缀看不出格式；请用 --format 说明，可用 \(known.joined(separator: "、"))；未写出任何文件。",
          "the ending of “\(path)” names no form; say which with --format: "
            + "\(known.joined(separator: ", ")); nothing was written.")
        : Phrase(
          "不能写成“\(path)”这样的格式；后缀可用 \(known.joined(separator: "、"))；未写出任何文件。",
          "“\(path)” cannot be written in that form; its ending may be \(known.joined(separator: ", ")); "
            + "nothing was written.")
    case .oneListOnly(let form):
      Phrase(
        "\(form.rawValue) 只能存放一个列表；整个季度请用 json、markdown 或 html，或者逐个列表导出。",
        "\(form.rawValue) holds one list; use json, markdown or html for a whole quarter, or export its "
          + "lists one by one.")
    case .pageFormNotOffered(let format):
      Phrase(
        "报告没有 \(format.rawValue) 格式；可用 markdown 或 html，只要数字可用 census overview --format json。",
        "a report has no \(format.rawValue) form; use markdown or html, or census overview --format json "
          + "for the numbers alone.")
    case .picturesNeedAPage:
      Phrase(
        "图片只能嵌入网页；请加 --format html，或把文件名改成以 .html 结尾，或去掉 --pictures。",
        "pictures lie in a web page alone; add --format html, or let the name of the file end with .html, "
          + "or leave out --pictures.")
    case .unknownList(let name):
      Phrase(
        "没有列表“\(name)”；可用 quarter（整个季度）、\(lists("、"))。",
        "there is no list “\(name)”; use quarter (all of it), \(lists(", ")).")
    default: .empty
    }
  }

  /// That a file could not be written, why, and what to do; a folder that is not there is named.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - reason: why.
  ///   - folder: its folder, where it is that which cannot be opened.
  ///   - said: what has to be said in between, as what was written before.
  /// - Returns: the sentence without its end.
  package static func unwritten(
    _ path: String, _ reason: FileError.Reason, _ folder: String?, _ said: Phrase = .empty
  ) -> Phrase {
    let head = Phrase("“\(path)”无法写出：", "“\(path)” cannot be written: ")
    guard let folder else {
      return head + words(reason) + Phrase("；", "; ") + said
        + Phrase("请换一个目录或文件名", "choose another folder or name")
    }
    guard reason == .missing else {
      return head
        + Phrase(
          "目录“\(folder)”打不开，\(words(reason).chinese)；",
          "the folder “\(folder)” cannot be opened, \(words(reason).english); ") + said
        + Phrase("请换一个目录", "choose another folder")
    }
    let command = "mkdir -p \(shellWord(folder))"
    return head
      + Phrase("没有目录“\(folder)”；", "there is no folder “\(folder)”; ") + said
      + Phrase(
        "请先建立该目录（\(command)），或换一个目录", "make it first (\(command)), or choose another folder")
  }

  private static func lists(_ separator: String) -> String {
    RollName.allCases.map(\.rawValue).joined(separator: separator)
  }
}
