public import CensusCore
import StrictJSON

/// One quarter as published, and what is doubtful about its file.
public struct QuarterFile: Equatable, Sendable {
  /// The facts; nil if the file cannot be read as a whole.
  public let inspection: Inspection?
  /// What is doubtful.
  public let problems: [Problem]

  /// Some facts and doubts.
  public init(inspection: Inspection?, problems: [Problem]) {
    self.inspection = inspection
    self.problems = problems
  }

  static let folder = "quarters"

  static func path(of quarter: Quarter) -> String { "\(folder)/\(quarter).json" }

  static func quarter(inName name: String) -> Quarter? {
    name.hasSuffix(".json") ? Quarter(name.dropLast(5)) : nil
  }

  static func quarter(atPath path: String) -> Quarter? {
    path.hasPrefix("\(folder)/") ? quarter(inName: String(path.dropFirst(folder.count + 1))) : nil
  }

  init(_ quarter: Quarter, in fileSystem: any FileSystem, _ checksums: Checksums) {
    let path = QuarterFile.path(of: quarter)
    let (record, problems) = recordOrProblems(
      QuarterRecord.self, path, fileSystem, checksums)
    if let says = record?.inspection.quarter, says != quarter {
      inspection = nil
      self.problems = [Problem(.otherQuarter(path: path, says: says))]
    } else {
      inspection = record?.inspection
      self.problems = problems
    }
  }

  /// What is doubtful about a quarter's file; one that is as it was confirmed is not even parsed.
  static func problems(
    of quarter: Quarter, in fileSystem: any FileSystem, _ checksums: Checksums
  ) -> [Problem] {
    let path = path(of: quarter)
    let bytes = try? fileSystem.read(path, limit: JSONLimits.store.file)
    if let bytes, let known = checksums.hashes?[path], known == SHA256.hex(bytes) { return [] }
    return QuarterFile(quarter, in: fileSystem, checksums).problems
  }
}

/// Reads and decodes a file; what is wrong with it is in the problems.
func recordOrProblems<Record: Readable>(
  _ type: Record.Type, _ path: String, _ fileSystem: any FileSystem, _ checksums: Checksums
) -> (Record?, [Problem]) {
  let bytes: [UInt8]
  do {
    bytes = try fileSystem.read(path, limit: JSONLimits.store.file)
  } catch {
    return (nil, [Problem(.unreadableFile(error))])
  }
  do {
    let (record, faults) = try read(type, from: bytes)
    return (
      record,
      faults.map { Problem(.damagedPart(path: path, $0)) }
        + checksums.problems(with: bytes, of: path)
    )
  } catch {
    return (nil, [Problem(.damagedFile(path: path, error))])
  }
}
