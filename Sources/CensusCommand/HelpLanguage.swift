package import ArgumentParser
package import CensusCore

/// The language in which commands explain themselves.
///
/// The parser makes every command and option anew whenever it parses or explains one, and asks
/// each for its text without saying in which language.
enum HelpLanguage {
  @TaskLocal static var current = Language.english
}

extension Phrase {
  fileprivate var forHelp: String { self[HelpLanguage.current] }
}

extension ArgumentHelp {
  /// What an option says of itself, in both languages.
  package init(_ abstract: Phrase, discussion: Phrase? = nil, valueName: Phrase? = nil) {
    self.init(
      abstract.forHelp, discussion: discussion?.forHelp ?? "", valueName: valueName?.forHelp)
  }
}

extension CommandConfiguration {
  /// What a command says of itself, in both languages.
  package init(
    commandName: String, abstract: Phrase, discussion: Phrase, version: String = "",
    groupedSubcommands: [CommandGroup] = []
  ) {
    self.init(
      commandName: commandName, abstract: abstract.forHelp, discussion: discussion.forHelp,
      version: version, groupedSubcommands: groupedSubcommands)
  }
}

extension CommandGroup {
  /// Commands under a heading, in both languages.
  init(name: Phrase, subcommands: [any ParsableCommand.Type]) {
    self.init(name: name.forHelp, subcommands: subcommands)
  }
}

/// A call that asks for help, which may name a language wherever it stands.
///
/// The root of the commands and `help` itself take no options, so that the parser would refuse
/// `--lang` there.
struct HelpCall {
  /// What the parser reads.
  let arguments: [String]

  init?(_ arguments: [String]) {
    var rest: [String] = []
    var index = 0
    while index < arguments.count, arguments[index] != "--" {
      let argument = arguments[index]
      let next = index + 1 < arguments.count ? arguments[index + 1] : ""
      if argument == "--lang", Language(rawValue: next) != nil {
        index += 2
        continue
      }
      let isLanguage = Language.allCases.contains { argument == "--lang=\($0.rawValue)" }
      if !isLanguage { rest.append(argument) }
      index += 1
    }
    guard rest.first == "help" || rest.contains("--help") || rest.contains("-h") else {
      return nil
    }
    self.arguments = rest + arguments[index...]
  }
}
