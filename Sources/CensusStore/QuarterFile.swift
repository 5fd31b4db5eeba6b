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

  init(_ quarter: Quarter, in fileSystem: any FileSystem) {
    let path = QuarterFile.path(of: quarter)
    let (record, problems) = recordOrProblems(QuarterRecord.self, path, fileSystem)
    if let says = record?.inspection.quarter, says != quarter {
      inspection = nil
      self.problems = [Problem(.otherQuarter(path: path, says: says))]
    } else {
      inspection = record?.inspection
      self.problems = problems
    }
  }
}

/// Reads and decodes a file; what is wrong with it is in the problems.
func recordOrProblems<Record: Readable>(
  _ type: Record.Type, _ path: String, _ fileSystem: any FileSystem
) -> (Record?, [Problem]) {
  let bytes: [UInt8]
  do {
    bytes = try fileSystem.read(path, limit: JSONLimits.store.file)
  } catch {
    return (nil, [Problem(.unreadableFile(error))])
  }
  do {
    let (record, faults) = try read(type, from: bytes)
    return (record, faults.map { Problem(.damagedPart(path: path, $0)) })
  } catch {
    return (nil, [Problem(.damagedFile(path: path, error))])
  }
}
