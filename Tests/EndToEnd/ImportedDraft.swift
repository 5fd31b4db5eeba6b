import CensusTestSupport
import FoundationEssentials

/// What `census import` says of a document as JSON, as far as tests compare it.
struct ImportedDraft: Decodable {
  struct Finding: Decodable, Equatable {
    let id: String
    let prefecture: String
    let name: String
    let code: String
    let issues: [String]
  }

  let findings: [Finding]
  let digest: String?

  init(_ answer: Programs.Answer) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(answer.output.utf8))
  }
}

extension Scratch {
  /// Shows what the command reads in a document that lies in this folder.
  func imported(_ name: String, _ more: [String] = []) async throws -> Programs.Answer {
    try await Programs.run(
      Programs.census,
      ["import", "\(path)/\(name)", "--format", "json", "--store", store, "--lang", "en"] + more,
      setting: ["TMPDIR=\(path)/tmp", "CENSUS_ACTOR=desk"])
  }
}
