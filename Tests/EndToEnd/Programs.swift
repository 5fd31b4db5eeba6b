import CensusTestSupport
import FoundationEssentials
import Subprocess
import Testing

/// The built programs, and a scratch copy of the shipped store to use them on.
enum Programs {
  /// Where the package manager put the programs: beside the tests themselves, unless
  /// `CENSUS_PROGRAMS` names another folder, such as that of the release build.
  private static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["CENSUS_PROGRAMS"] { return folder }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
  }()

  static let census = folder + "/census"
  static let dashboard = folder + "/census-tui"

  /// Whether tmux is there; on CI it must be.
  static let hasTmux: Bool = {
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/tmux") }
    return found || isOnCI
  }()

  /// On CI nothing may be left out.
  static let isOnCI = ProcessInfo.processInfo.environment["CI"] == "true"

  /// How the kernel has a process: sleeping, running, stopped.
  static func state(of process: Int32) throws -> Substring {
    let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return try #require(stat.split(separator: ")").last?.split(separator: " ").first)
  }

  struct Answer {
    let output: String
    let errors: String
    /// As a shell says it: 128 and the signal's number for a program that a signal ended.
    let status: Int
  }

  /// Runs a program to its end, in a fixed environment with some settings such as `HOME=…`.
  static func run(
    _ program: String, _ arguments: [String], setting settings: [String] = []
  ) async throws -> Answer {
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(settings + [program] + arguments),
      environment: .custom(environment), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): 128 + Int(signal)
      }
    return Answer(output: result.standardOutput, errors: result.standardError, status: status)
  }

  static let environment: [Environment.Key: String] = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
    "LC_ALL": "C.UTF-8", "TZ": "UTC", "CENSUS_ACTOR": "desk", "SWIFT_BACKTRACE": "enable=no",
  ]
}

/// A folder that goes when the value goes, with a copy of the shipped store in it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let name = "census-\(UInt64.random(in: .min ... .max))"
    path = FileManager.default.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in try ShippedStore.facts() {
      let place = URL(filePath: "\(store)/\(name)")
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { path + "/store" }

  /// The command of the dashboard on the copy, the day before the deadline; `language` is an
  /// option or nothing.
  func dashboard(_ options: String = "", language: String = "--lang zh") -> String {
    "\(Programs.dashboard) --store \(store) \(language) --as-of 2018-10-19 \(options)"
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
