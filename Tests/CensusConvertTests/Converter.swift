import CensusConversion
import CensusNotices
import FoundationEssentials
import Subprocess
import Testing

/// The built converter, run on documents.
enum Converter {
  /// Where the package manager put the programs: beside the tests.
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["CENSUS_PROGRAMS"] { return folder }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
  }()

  private static let path = folder + "/census-convert"

  struct Answer {
    let output: [UInt8]
    let errors: String
    let status: Int
  }

  static func run(_ document: [UInt8], under: [String] = []) async throws -> Answer {
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(under + [path]),
      environment: .custom([
        "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
      ]),
      input: .array(document), output: .bytes(limit: 64 << 20), error: .string(limit: 1 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): 128 + Int(signal)
      }
    return Answer(
      output: Array(result.standardOutput), errors: result.standardError, status: status)
  }

  /// The blocks of a document that can be read.
  static func source(_ document: [UInt8]) async throws -> Source {
    let answer = try await run(document)
    #expect(answer.status == 0, "\(answer.errors)")
    return try BlocksJSON.source(answer.output, name: "document")
  }
}
