internal import ArgumentParser
internal import CensusCore

/// A first word that names no command.
///
/// The parser answers it with the help of all commands and success where help is asked for, so
/// that a script would not notice.
struct UnknownCommand {
  let name: String
  /// The commands that read most like it, at most three.
  let nearest: [String]

  init?(_ arguments: [String], of root: any ParsableCommand.Type) {
    let known = root.configuration.subcommands.compactMap { $0.configuration.commandName }
    let helps: Set<String> = ["help", "--help", "-h"]
    guard !known.isEmpty, let word = arguments.first(where: { !helps.contains($0) }),
      !word.hasPrefix("-"), !known.contains(word)
    else { return nil }
    name = word
    let typed = Array(word.lowercased().unicodeScalars)
    let ranked = known.enumerated().compactMap { index, command -> (Int, Int, String)? in
      let scalars = Array(command.unicodeScalars)
      let begins = command.hasPrefix(word) || word.hasPrefix(command)
      let distance = begins ? 0 : editDistance(typed, scalars)
      guard distance <= max(1, min(typed.count, scalars.count) / 2) else { return nil }
      return (distance, index, command)
    }
    let best = ranked.map(\.0).min()
    nearest = ranked.filter { $0.0 == best }.sorted { $0.1 < $1.1 }.prefix(3).map(\.2)
  }

  var sentence: Phrase {
    guard !nearest.isEmpty else {
      return Phrase(
        "没有命令“\(name)”；census --help 列出全部命令。",
        "there is no command “\(name)”; census --help lists them.")
    }
    return Phrase(
      "没有命令“\(name)”；您是不是指 \(nearest.joined(separator: "、"))？census --help 列出全部命令。",
      "there is no command “\(name)”; did you mean \(nearest.joined(separator: ", "))? census "
        + "--help lists them.")
  }
}

/// An option before the command, where the parser knows none of them.
struct EarlyOption {
  let option: String
  let command: String

  init?(_ arguments: [String], of root: any ParsableCommand.Type) {
    let known = root.configuration.subcommands.compactMap { $0.configuration.commandName }
    let own = ["-h", "--help", "--version", "--generate-completion-script"]
    guard let first = arguments.first, first.hasPrefix("--"), first.count > 2,
      !first.hasPrefix("---"),
      let name = first.split(separator: "=").first.map(String.init),
      !own.contains(name), !name.hasPrefix("--experimental"),
      let command = arguments.dropFirst().first(where: known.contains)
    else { return nil }
    option = name
    self.command = command
  }

  var sentence: Phrase {
    Phrase(
      "选项“\(option)”要写在命令后面：census \(command) \(option) ……；census \(command) --help 列出它的选项。",
      "the option “\(option)” stands behind the command, as census \(command) \(option) …; census "
        + "\(command) --help lists its options.")
  }
}
