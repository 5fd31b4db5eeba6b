public import CensusCore

/// Facts of a quarter as they would come into a store: the bytes of the file, and what they are told by.
public struct Acceptance: Sendable {
  /// How it ended.
  public enum Outcome: Equatable, Sendable {
    /// The file is on the disk, and its hash with it.
    case accepted
    /// The store has a file of the quarter already; nothing was changed.
    case held
    /// Another program is tidying the store; nothing was changed.
    case busy
  }

  /// The quarter.
  public let quarter: Quarter
  /// The SHA-256 of the file: what a person saw, to be named when it is accepted.
  public let digest: String

  let bytes: [UInt8]

  /// Makes the file of a quarter.
  public init(_ inspection: Inspection) {
    quarter = inspection.quarter
    bytes = inspection.file
    digest = SHA256.hex(bytes)
  }
}

extension Store {
  /// Takes a quarter in that the store does not have yet: its file and its hash, or nothing.
  ///
  /// - Parameters:
  ///   - acceptance: the quarter.
  ///   - randomHex: chance for the names of temporary files.
  /// - Returns: whether it was taken in.
  /// - Throws: `readOnly`; `recordsVanished`; `notRecorded` or `file` if a step fails.
  public mutating func accept(
    _ acceptance: Acceptance, randomHex: @escaping () -> String = Recorder.systemRandomHex
  ) throws(StoreError) -> Acceptance.Outcome {
    reload()
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    if let failure = quartersFailure { throw .file(failure) }
    guard let lock = try lock() else { return .busy }
    return try withExtendedLifetime(lock) { () throws(StoreError) in
      guard !quarters().contains(acceptance.quarter) else { return .held }
      let file = DurableWriter.Placement(
        path: QuarterFile.path(of: acceptance.quarter), bytes: acceptance.bytes)
      var placements = [file]
      // A store without hashes stays one; a file of them that is damaged is mended by hand.
      if var hashes = checksums.hashes {
        hashes.merge(Checksums.hashes(of: [file])) { _, new in new }
        placements.append(Checksums.file(hashes))
      }
      do throws(DurableWriter.Failure) {
        try DurableWriter(fileSystem: fileSystem, randomHex: randomHex).place(placements)
      } catch {
        switch error {
        case .refused(let cause): throw .notRecorded(cause)
        case .unconfirmed(let cause): throw .file(cause)
        }
      }
      reload()
      return .accepted
    }
  }
}
