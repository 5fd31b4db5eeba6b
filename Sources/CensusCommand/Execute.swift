package import ArgumentParser
internal import CensusCore

/// Runs the command of `census` that some bytes ask for.
///
/// - Parameters:
///   - arguments: as the system gave them, without the program's name; nil where it did not.
///   - world: what the command sees and leaves behind.
/// - Returns: the exit status: 0, 1, 2 or 64.
package func execute(bytes arguments: [[UInt8]]?, in world: inout World) -> Int32 {
  execute(bytes: arguments, of: Census.self, in: &world)
}

/// Runs the command of a program that some bytes ask for; nothing is done where one is no text.
///
/// - Parameters:
///   - arguments: as the system gave them, without the program's name; nil where it did not.
///   - root: the program's command, or the root of its commands.
///   - world: what the command sees and leaves behind.
/// - Returns: the exit status: 0, 1, 2 or 64.
package func execute(
  bytes arguments: [[UInt8]]?, of root: any ParsableCommand.Type, in world: inout World
) -> Int32 {
  guard let arguments else {
    world.settleLanguage(by: [])
    world.warn(
      Phrase(
        "系统没有给出命令行参数（/proc 未挂载），未执行任何操作；请先挂载 /proc。",
        "the system does not tell what the program was called with, since /proc is not mounted, so "
          + "nothing was done; mount it first."))
    return ExitCode.failure.rawValue
  }
  let decoder = CallDecoder(world.environment)
  do throws(CallDecoder.Fault) {
    let texts = try decoder.texts(arguments)
    if let name = world.unreadableVariable { throw .variable(name) }
    return execute(texts, of: root, in: &world)
  } catch {
    world.settleLanguage(by: arguments.map { String(decoding: $0, as: UTF8.self) })
    world.warn(decoder.sentence(error))
    return ExitCode.validationFailure.rawValue
  }
}

/// What makes a command of arguments.
package typealias Parse = (
  _ root: any ParsableCommand.Type, _ arguments: [String]
) throws -> any ParsableCommand

/// Runs the command of `census` that some arguments ask for.
///
/// - Parameters:
///   - arguments: without the program's name.
///   - parse: the parser; tests, which call the same again and again, remember what it made.
///   - world: what the command sees and leaves behind.
/// - Returns: the exit status: 0, 1, 2 or 64.
package func execute(
  _ arguments: [String], parsing parse: Parse = { try $0.parseAsRoot($1) }, in world: inout World
) -> Int32 {
  execute(arguments, of: Census.self, parsing: parse, in: &world)
}

/// Runs the command of a program that some arguments ask for.
///
/// Answers and warnings are left in the world; the program writes them.
///
/// - Parameters:
///   - arguments: without the program's name.
///   - root: the program's command, or the root of its commands.
///   - parse: the parser.
///   - world: what the command sees and leaves behind.
/// - Returns: the exit status: 0, 1, 2 or 64.
package func execute(
  _ arguments: [String], of root: any ParsableCommand.Type,
  parsing parse: Parse = { try $0.parseAsRoot($1) }, in world: inout World
) -> Int32 {
  let call = HelpCall(arguments)?.arguments ?? arguments
  if let unknown = UnknownCommand(call, of: root) {
    world.settleLanguage(by: arguments)
    world.warn(unknown.sentence)
    return ExitCode.validationFailure.rawValue
  }
  if let early = EarlyOption(call, of: root) {
    world.settleLanguage(by: arguments)
    world.warn(early.sentence)
    return ExitCode.validationFailure.rawValue
  }
  var parsed: any ParsableCommand
  do {
    parsed = try parse(root, call)
  } catch {
    return end(with: error, of: root, arguments, in: &world)
  }
  guard let command = parsed as? any WorldCommand else {
    do {
      try parsed.run()
      return 0
    } catch {
      return end(with: error, of: root, arguments, in: &world)
    }
  }
  do {
    return try command.run(in: &world).rawValue
  } catch {
    world.settleLanguage(by: arguments)
    world.warn(Messages.sentence(error))
    return error.isUsage ? ExitCode.validationFailure.rawValue : ExitCode.failure.rawValue
  }
}

/// What the parser has to say: help to the answer, wrong usage to the warnings.
private func end(
  with error: any Error, of root: any ParsableCommand.Type, _ arguments: [String],
  in world: inout World
) -> Int32 {
  let code = root.exitCode(for: error)
  world.settleLanguage(by: arguments)
  let isChinese = world.language == .chinese
  let text = HelpLanguage.$current.withValue(world.language) {
    root.fullMessage(for: error, columns: isChinese ? 100_000 : nil)
  }
  if code == .success, let call = CompletionCall(arguments) {
    world.answer += call.answer(text, in: world) + "\n"
    return 0
  }
  if code == .success, text == Build.version {
    let facts = Build.facts(of: world.program, commit: world.commit)
    world.answer += facts[world.language] + "\n"
    return 0
  }
  if code == .success {
    let isHelp = text.hasPrefix("OVERVIEW: ")
    world.answer += (isHelp && isChinese ? Messages.chineseHelp(text) : text) + "\n"
    return 0
  }
  let prefix = "Error: "
  let message = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  let lines = Messages.usage(message, world.language)
    .split(separator: "\n", omittingEmptySubsequences: false)
  world.warnings +=
    "\(world.program): " + lines.map { safe(String($0)) }.joined(separator: "\n") + "\n"
  return code.rawValue
}
