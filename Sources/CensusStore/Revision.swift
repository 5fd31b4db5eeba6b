public import CensusCore

/// One taking-in of a quarter's notice, or of its correction; or that such a one was taken back.
///
/// A revision is one file that nobody alters. Its name holds the hash of its bytes, so that a taking-in
/// comes into its place by one step, whole or not at all, and joins with what others took in.
public struct Revision: Equatable, Sendable {
  /// Who took it in, and when.
  public struct Acceptance: Equatable, Sendable {
    /// The moment.
    public let at: Instant
    /// The person.
    public let by: String
    /// The ID of the revision that counted then; nil if there was none, or it was not said.
    public let after: String?

    /// A person at a moment.
    public init(at: Instant, by: String, after: String? = nil) {
      self.at = at
      self.by = by
      self.after = after
    }
  }

  /// What it says.
  public enum Content: Equatable, Sendable {
    /// The quarter as published.
    case facts(Inspection)
    /// That revisions, named by their IDs, count no more, and why.
    case withdrawal(of: [String], reason: String)
  }

  /// Its ID: the first 16 digits of the hash of its bytes; `original` for the file of a quarter that
  /// bears no hash in its name.
  public let id: String
  /// Which correction of the publication it is, from 1.
  public let number: Int
  /// Who took it in, and when; nil for what the store began with.
  public let acceptance: Acceptance?
  /// What it says.
  public let content: Content

  /// The ID of the file of a quarter that bears no hash in its name.
  public static let original = "original"

  /// What tells facts that a person was shown, compared with a revision, from any others.
  ///
  /// - Parameters:
  ///   - facts: the quarter as it would be taken in.
  ///   - shown: the ID of the revision that it was compared with; nil if there was none.
  /// - Returns: 64 hex digits.
  public static func digest(of facts: Inspection, after shown: String?) -> String {
    SHA256.hex(facts.file + Array((shown ?? "").utf8))
  }
}

extension [Revision] {
  /// The revision that counted at a moment; nil if none did.
  ///
  /// Of several the one with the highest number counts, of equal numbers the one taken in last, so that
  /// two people who took in one correction each come to the same.
  ///
  /// - Parameter moment: the moment; nil for now.
  /// - Returns: it, and the quarter as it has it.
  public func counting(at moment: Instant?) -> (revision: Revision, inspection: Inspection)? {
    standing(at: moment).max { $0.revision.order < $1.revision.order }
  }

  /// Those that nobody took back, as they were known at a moment.
  func standing(
    at moment: Instant?
  ) -> [(revision: Revision, inspection: Inspection)] {
    let known = filter { revision in
      guard let moment, let acceptance = revision.acceptance else { return true }
      return acceptance.at <= moment
    }
    let withdrawn = Set(
      known.flatMap { revision -> [String] in
        if case .withdrawal(let ids, _) = revision.content { ids } else { [] }
      })
    return known.compactMap { revision -> (revision: Revision, inspection: Inspection)? in
      guard case .facts(let inspection) = revision.content, !withdrawn.contains(revision.id) else {
        return nil
      }
      return (revision, inspection)
    }
  }

  /// Every finding as a revision has it, those of the latest first, taken back or not: the numbers that
  /// were given, each of which stays that of its site.
  public var everyFinding: [Finding] {
    sorted { $1.order < $0.order }.flatMap { revision -> [Finding] in
      guard case .facts(let inspection) = revision.content else { return [] }
      return inspection.findings
    }
  }

  /// The highest number that a finding was ever given.
  public var highestNumber: Int {
    lazy.compactMap { revision -> Int? in
      guard case .facts(let inspection) = revision.content else { return nil }
      return inspection.findings.map(\.id.number).max()
    }.max() ?? 0
  }
}

extension Revision {
  /// What orders revisions: number, moment, ID.
  fileprivate var order: (Int, Int, String) { (number, acceptance?.at.seconds ?? .min, id) }
}

/// The name of a revision's file: `2018Q4.r2.0123456789abcdef.json`.
struct RevisionName: Hashable, Comparable {
  /// Facts, or the withdrawal of some.
  enum Kind: Character {
    case facts = "r"
    case withdrawal = "w"
  }

  let quarter: Quarter
  let kind: Kind
  let number: Int
  /// The first 16 hex digits of the hash of the file's bytes.
  let hash: String

  private static let digits = 16

  init(_ quarter: Quarter, _ kind: Kind, _ number: Int, bytes: [UInt8]) {
    self.quarter = quarter
    self.kind = kind
    self.number = number
    hash = String(SHA256.hex(bytes).prefix(Self.digits))
  }

  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3] == "json", let quarter = Quarter(parts[0]),
      let kind = parts[1].first.flatMap(Kind.init), let number = Int(parts[1].dropFirst()),
      number > 0, parts[1].dropFirst() == "\(number)", parts[2].count == Self.digits,
      parts[2].allSatisfy({ $0.isHexDigit && !$0.isUppercase })
    else { return nil }
    self.quarter = quarter
    self.kind = kind
    self.number = number
    hash = String(parts[2])
  }

  var name: String { "\(quarter).\(kind.rawValue)\(number).\(hash).json" }

  var path: String { "\(QuarterFile.folder)/\(name)" }

  func isOf(_ bytes: [UInt8]) -> Bool { SHA256.hex(bytes).hasPrefix(hash) }

  static func < (left: RevisionName, right: RevisionName) -> Bool {
    (left.quarter, left.number, left.name) < (right.quarter, right.number, right.name)
  }
}
