import CensusCommand
import CensusCore
import CensusDashboard
import DisplayText

/// The programs of the person's own that run, and what they say once they have ended.
struct OwnRuns {
  private var running: [(title: Phrase, program: OwnProgram)] = []

  /// Starts one; nothing waits for it.
  mutating func start(_ run: OwnRun) -> [Action] {
    guard let program = OwnProgram(run.program, run.arguments) else {
      return [.failed(Self.notStarted(run.title, run.program))]
    }
    running.append((run.title, program))
    return []
  }

  /// Starts the command that shares the store through git, which stands beside this program.
  ///
  /// - Parameters:
  ///   - store: the store's folder, as the person knows it.
  ///   - actor: whose name the commit bears; empty where nobody is known.
  ///   - language: of what it says.
  /// - Returns: that it cannot be started, if so.
  mutating func sync(_ store: String, by actor: String, in language: Language) -> [Action] {
    let title = Phrase("同步", "sync")
    let path = (Installation.folder() ?? "") + "census"
    let arguments = ["sync", "--store", store, "--lang", language.rawValue]
    guard
      let program = OwnProgram(
        path, arguments + (actor.isEmpty ? [] : ["--by", actor]), seconds: Self.syncSeconds)
    else { return [.failed(Self.notStarted(title, path))] }
    running.append((title, program))
    return []
  }

  /// A slow line takes its time.
  private static let syncSeconds = 600

  static func notStarted(_ title: Phrase, _ program: String) -> Phrase {
    Phrase(
      "“\(title.chinese)”没有运行：程序“\(program)”启动不了；请检查 config.json 里的路径",
      "“\(title.english)” was not run: the program “\(program)” cannot be started; check its path in "
        + "config.json")
  }

  /// What those have to say that are over.
  mutating func look() -> [Action] {
    var actions: [Action] = []
    for place in running.indices.reversed() {
      let title = running[place].title
      switch running[place].program.look() {
      case .running: continue
      case .ended(let output, let status):
        let failure: Phrase? =
          status == 0
          ? nil
          : status.map { Phrase("以退出码 \($0) 结束", "it ended with status \($0)") }
            ?? Phrase("被信号终止", "it was ended by a signal")
        actions.append(.ran(Self.output(title, output, failure)))
      case .stopped(let output):
        let failure = Phrase(
          "用时过长或输出过多，已终止", "it took too long or said too much, and was ended")
        actions.append(.ran(Self.output(title, output, failure)))
      }
      running.remove(at: place)
    }
    return actions.reversed()
  }

  /// Ends what still runs.
  func stop() { for run in running { run.program.stop() } }

  private static func output(_ title: Phrase, _ bytes: [UInt8], _ failure: Phrase?) -> OwnOutput {
    var lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map { neutralised(String($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return OwnOutput(title: title, lines: lines, failure: failure)
  }
}
