package import ArgumentParser
package import CensusCore
internal import CensusStore

package struct InitCommand: WorldCommand {
  package static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a store (新建数据目录): an empty one, or a copy without records.",
    discussion: """
      The folder is made if it is missing, and must be empty. With --from, the quarters and lists \
      of another store are copied; what people recorded there is not.

      Example: census init ~/普查 --from data --git
      """)

  @Argument(help: ArgumentHelp("The new folder (目录).", valueName: "dir"))
  package var folder: String

  @Option(help: ArgumentHelp("The store to copy (来源).", valueName: "store"))
  package var from: String?

  @Flag(help: "Make it a git repository of its own, with a first commit.")
  package var git = false

  @Option(
    help: ArgumentHelp(
      "The language (语言): zh or en; else CENSUS_LANG, the source's, the locale's.",
      valueName: "lang"))
  package var lang: Language?

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    world.settle(lang ?? world.chosenLanguage ?? world.language)
    var source: Store?
    if let from {
      let store = try openStore(from, in: world)
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
    let words = safe(folder)
    world.answer +=
      Phrase(
        "已新建数据目录：\(words)；使用：census overview --store \(words)",
        "made the store \(words); look at it with: census overview --store \(words)")[
        world.language]
      + "\n"
    if git {
      let message = Phrase("新建数据目录", "Make the store")[world.language]
      world.errand = .git(folder: folder, message: message)
    }
    return .good
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
