package import ArgumentParser
package import CensusCore
internal import CensusStore

package struct InitCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: Phrase(
        "新建数据目录：空的，或不含记录的副本。",
        "Make a store: an empty one, or a copy without records."),
      discussion: Phrase(
        """
        目录不存在时新建；已存在时须为空。给出 --from 时，复制另一数据目录的各季度资料和名录，不复制其中的办理记录。

        示例：census init ~/普查 --from data --git
        """,
        """
        The folder is made if it is missing, and must be empty. With --from, the quarters and \
        lists of another store are copied; what people recorded there is not.

        Example: census init ~/普查 --from data --git
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Phrase("新目录。", "The new folder."),
      valueName: Phrase("目录", "dir")), completion: .directory)
  package var folder: String

  @Option(
    help: ArgumentHelp(
      Phrase("要复制的数据目录。", "The store to copy."),
      valueName: Phrase("数据目录", "store")), completion: .directory)
  package var from: String?

  @Flag(
    help: ArgumentHelp(
      Phrase(
        "同时建为独立的 git 仓库，并作首次提交。",
        "Make it a git repository of its own, with a first commit.")))
  package var git = false

  @Option(
    help: ArgumentHelp(
      Phrase(
        "语言：zh 或 en；未给出时依次用 CENSUS_LANG、来源数据目录、系统区域设置的语言。",
        "The language: zh or en; else CENSUS_LANG, the source's, the locale's."),
      valueName: Phrase("语言", "lang")))
  package var lang: Language?

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    world.settle(lang ?? world.chosenLanguage ?? world.language)
    var source: Store?
    var isWhole = true
    if let from {
      var store = try openStore(from, in: world)
      // What cannot be read is copied as it is, and said.
      for quarter in store.quarters() where store.inspection(of: quarter).inspection == nil {
        isWhole = false
      }
      warnOfDamage(store.knownProblems, in: &world)
      source = store
    }
    if let language = lang ?? world.chosenLanguage ?? source?.settings.language {
      world.settle(language)
    }
    let target: any FileSystem
    do {
      target = try world.openFolder(folder, true)
    } catch {
      throw .cannotMake(path: folder, error.reason)
    }
    do {
      try Store.initialise(target, settings: settings(source, in: world), from: source)
    } catch {
      throw .store(error)
    }
    let (words, typed) = (safe(folder), safe(shellWord(folder)))
    world.answer +=
      Phrase(
        "已新建数据目录：\(words)；使用：census overview --store \(typed)",
        "made the store \(words); look at it with: census overview --store \(typed)")[
        world.language]
      + "\n"
    if git {
      let message = Phrase("新建数据目录", "Make the store")[world.language]
      world.errand = .git(folder: folder, message: message)
    }
    return isWhole ? .good : .failed
  }

  private func settings(_ source: Store?, in world: World) -> Settings {
    let id = uuid(world.randomHex())
    guard let known = source?.settings else {
      return Settings(
        id: id, title: Phrase("政府网站普查", "Census of government websites"),
        province: Phrase("", ""), language: lang)
    }
    return Settings(
      id: id, title: known.title, province: known.province, language: lang ?? known.language,
      offset: known.offset, policy: known.policy)
  }
}

/// 32 hex digits in the form of a random UUID (version 4).
private func uuid(_ hex: String) -> String {
  var digits = Array(hex.utf8.prefix(32))
  guard digits.count == 32 else { return hex }
  digits[12] = UInt8(ascii: "4")
  digits[16] = Array("89ab".utf8)[Int(digits[16]) % 4]
  let text = String(decoding: digits, as: UTF8.self)
  var parts: [Substring] = []
  var rest = Substring(text)
  for length in [8, 4, 4, 4, 12] {
    parts.append(rest.prefix(length))
    rest = rest.dropFirst(length)
  }
  return parts.joined(separator: "-")
}
