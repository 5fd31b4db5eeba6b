public import CensusCore
import StrictJSON

/// One quarter as published, in all its revisions, and what is doubtful about its files.
public struct QuarterFile: Equatable, Sendable {
  /// The facts as last corrected, or as they were known at the moment looked back to; nil if they
  /// cannot be read as a whole, or count no more.
  public let inspection: Inspection?
  /// What is doubtful.
  public let problems: [Problem]
  /// What was taken in, in the order of its numbers.
  public let revisions: [Revision]
  /// Whether all of its files could be read as a whole.
  public let isReadable: Bool
  /// What findings are called here that others' takings-in number otherwise.
  let renumbering: Renumbering

  /// Some facts and doubts.
  public init(inspection: Inspection?, problems: [Problem], revisions: [Revision] = []) {
    self.inspection = inspection
    self.problems = problems
    self.revisions = revisions
    renumbering = Renumbering()
    isReadable = inspection != nil
  }

  static let folder = "quarters"

  static func path(of quarter: Quarter) -> String { "\(folder)/\(quarter).json" }

  static func quarter(inName name: String) -> Quarter? {
    name.hasSuffix(".json") ? Quarter(name.dropLast(5)) : nil
  }

  static func quarter(atPath path: String) -> Quarter? {
    path.hasPrefix("\(folder)/") ? quarter(inName: String(path.dropFirst(folder.count + 1))) : nil
  }

  /// Reads a quarter's files: the one without a hash in its name if there is one, or if there is no
  /// other; and those of its revisions.
  init(
    _ quarter: Quarter, _ names: [RevisionName] = [], knownAt moment: Instant? = nil,
    in fileSystem: any FileSystem, _ checksums: Checksums
  ) {
    var (revisions, problems): ([Revision], [Problem]) = ([], [])
    let path = QuarterFile.path(of: quarter)
    let hasOriginal =
      names.isEmpty || checksums.hashes?[path] != nil
      || (try? fileSystem.stamp(of: path)) != nil
    var isWhole = true
    if hasOriginal {
      let (record, found) = recordOrProblems(QuarterRecord.self, path, fileSystem, checksums)
      problems += found
      if let says = record?.inspection.quarter, says != quarter {
        problems = [Problem(.otherQuarter(path: path, says: says))]
        isWhole = false
      } else if let facts = record?.inspection {
        revisions.append(
          Revision(
            id: Revision.original, number: facts.revision, acceptance: nil,
            content: .facts(facts)))
      } else {
        isWhole = false
      }
    }
    for name in names.sorted() {
      let (revision, found) = Revision.read(name, in: fileSystem)
      problems += found
      guard let revision else {
        isWhole = false
        continue
      }
      revisions.append(revision)
    }
    self.revisions = revisions
    isReadable = isWhole
    let counting = revisions.counting(at: moment)
    renumbering = isWhole ? Renumbering(counting?.revision, among: revisions) : Renumbering()
    if let number = counting?.revision.number {
      let rivals = revisions.standing(at: moment).filter { $0.revision.number == number }
      if rivals.contains(where: { $0.inspection != rivals[0].inspection }) {
        problems.append(
          Problem(
            .rivalRevisions(
              path: path, number: number, count: rivals.count, renumbered: renumbering.numbers)))
      }
    }
    // What cannot be read may be what counts.
    inspection = isWhole ? counting?.inspection : nil
    self.problems = problems
  }

  /// What is doubtful about a quarter's file; one that is as it was confirmed is not even parsed.
  static func problems(
    of quarter: Quarter, _ names: [RevisionName] = [], in fileSystem: any FileSystem,
    _ checksums: Checksums
  ) -> [Problem] {
    let path = path(of: quarter)
    let bytes = try? fileSystem.read(path, limit: JSONLimits.store.file)
    if names.isEmpty, let bytes, let known = checksums.hashes?[path],
      known == SHA256.hex(bytes)
    {
      return []
    }
    return QuarterFile(quarter, names, in: fileSystem, checksums).problems
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
