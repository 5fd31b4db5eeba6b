internal import ArgumentParser

/// Runs the command that some arguments ask for.
///
/// Answers and warnings are left in the world; the program writes them.
///
/// - Parameters:
///   - arguments: without the program's name.
///   - world: what the command sees and leaves behind.
/// - Returns: the exit status: 0, 1, 2 or 64.
package func execute(_ arguments: [String], in world: inout World) -> Int32 {
  var parsed: any ParsableCommand
  do {
    parsed = try Census.parseAsRoot(arguments)
  } catch {
    return end(with: error, in: &world)
  }
  guard let command = parsed as? any WorldCommand else {
    do {
      try parsed.run()
      return 0
    } catch {
      return end(with: error, in: &world)
    }
  }
  do {
    return try command.run(in: &world).rawValue
  } catch {
    world.warn(Messages.sentence(error))
    return error.isUsage ? ExitCode.validationFailure.rawValue : ExitCode.failure.rawValue
  }
}

/// What the parser has to say: help to the answer, wrong usage to the warnings.
private func end(with error: any Error, in world: inout World) -> Int32 {
  let code = Census.exitCode(for: error)
  let text = Census.fullMessage(for: error)
  if code == .success {
    world.answer += text + "\n"
    return 0
  }
  let prefix = "Error: "
  let message = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  world.warnings += "census: " + lines.map { safe(String($0)) }.joined(separator: "\n") + "\n"
  return code.rawValue
}
