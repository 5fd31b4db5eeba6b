import CensusCommand
import CensusCore
import CensusDashboard
import DisplayText

/// The programs of the person's own that run, and what they say once they have ended.
struct OwnRuns {
  /// One that runs.
  private struct Run {
    let title: Phrase
    var program: OwnProgram
    /// The language of what `census sync` says; nil for any other program.
    var sync: Language?
    /// The last step of it that was told.
    var step: String?
  }

  private var running: [Run] = []
  /// Whether sharing has ended since somebody asked.
  private var hasSynced = false

  /// Starts one; nothing waits for it.
  mutating func start(_ run: OwnRun) -> [Action] {
    guard let program = OwnProgram(run.program, run.arguments) else {
      return [.failed(Self.notStarted(run.title, run.program))]
    }
    running.append(Run(title: run.title, program: program))
    return []
  }

  /// The command line, which stands beside this program.
  static var census: String { (Installation.folder() ?? "") + "census" }

  /// Starts the command that shares the store through git.
  ///
  /// - Parameters:
  ///   - store: the store's folder, as the person knows it.
  ///   - actor: whose name the commit bears; empty where nobody is known.
  ///   - language: of what it says.
  /// - Returns: that it goes on, or that it cannot be started.
  mutating func sync(_ store: String, by actor: String, in language: Language) -> [Action] {
    let title = Phrase("同步", "sync")
    let path = Self.census
    let arguments = ["sync", "--progress", "--json", "--store", store, "--lang", language.rawValue]
    guard
      let program = OwnProgram(
        path, arguments + (actor.isEmpty ? [] : ["--by", actor]), seconds: Self.syncSeconds)
    else { return [.failed(Self.notStarted(title, path))] }
    running.append(Run(title: title, program: program, sync: language))
    return [.syncing(Phrase("准备", "getting ready"))]
  }

  /// Asks it to stop between two steps; asked again, at once.
  func stopSync() { for run in running where run.sync != nil { run.program.ask() } }

  /// Whether sharing has ended since this was asked the last time.
  mutating func takeSynced() -> Bool {
    defer { hasSynced = false }
    return hasSynced
  }

  /// A slow line takes its time.
  private static let syncSeconds = 600

  static func notStarted(_ title: Phrase, _ program: String) -> Phrase {
    Phrase(
      "“\(title.chinese)”没有运行：程序“\(program)”启动不了；请检查 config.json 里的路径",
      "“\(title.english)” was not run: the program “\(program)” cannot be started; check its path in "
        + "config.json")
  }

  /// What those have to say that are over, and the step that sharing has come to.
  mutating func look() -> [Action] {
    var actions: [Action] = []
    for place in running.indices.reversed() {
      switch running[place].program.look() {
      case .running:
        if let step = newStep(at: place) { actions.append(step) }
        continue
      case .ended(let output, let status):
        let failure: Phrase? =
          status == 0
          ? nil
          : status.map { Phrase("以退出码 \($0) 结束", "it ended with status \($0)") }
            ?? Phrase("被信号终止", "it was ended by a signal")
        actions += ended(running[place], output, failure)
      case .stopped(let output, let hasSaidTooMuch):
        let failure =
          hasSaidTooMuch
          ? Phrase(
            "输出超过\(OwnProgram.most >> 10) KB，已终止",
            "it said more than \(OwnProgram.most >> 10) KB, and was ended")
          : Phrase("用时过长，已终止", "it took too long, and was ended")
        actions += ended(running[place], output, failure)
      }
      running.remove(at: place)
    }
    return actions.reversed()
  }

  private mutating func newStep(at place: Int) -> Action? {
    guard running[place].sync != nil else { return nil }
    // The last line may not have come to its end.
    let heard = running[place].program.heard
    let whole = heard[..<(heard.lastIndex(of: UInt8(ascii: "\n")) ?? 0)]
    let step = Self.lines(of: Array(whole)).compactMap { SyncAnswer.step($0) }.last
    guard let step, step != running[place].step else { return nil }
    running[place].step = step
    return .syncing(Phrase(step, step))
  }

  /// What is told of one that is over; the last first, as `look` turns it round.
  private mutating func ended(_ run: Run, _ bytes: [UInt8], _ failure: Phrase?) -> [Action] {
    guard let language = run.sync else {
      return [.ran(OwnOutput(title: run.title, lines: Self.lines(of: bytes), failure: failure))]
    }
    hasSynced = true
    let answer = SyncAnswer(bytes)
    let lines = Self.lines(of: bytes).prefix { $0 != "{" }
      .filter { SyncAnswer.step($0) == nil }.map(SyncAnswer.words)
    let said = (answer?.sentence).map { [neutralised($0[language])] } ?? []
    let output = OwnOutput(
      title: run.title, lines: lines + said, failure: failure,
      contradictions: answer?.count("conflicting") ?? 0, explainsItself: true)
    return [.ran(output), .syncing(nil)]
  }

  /// Ends what still runs.
  func stop() { for run in running { run.program.stop() } }

  private static func lines(of bytes: [UInt8]) -> [String] {
    var lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map { neutralised(String($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
