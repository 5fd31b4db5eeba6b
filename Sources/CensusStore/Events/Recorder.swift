public import CensusCore

/// Who records, from where and when; and the chance that makes identities unique.
public struct Recorder {
  /// Who records.
  public let actor: String
  /// From where: `tui`, `cli`, `import`, `merge`.
  public let origin: String
  /// The moment.
  public let at: Instant
  /// Gives 32 lower-case hex digits, others each time.
  public let randomHex: () -> String

  /// One person at one moment.
  public init(
    actor: String, origin: String, at: Instant,
    randomHex: @escaping () -> String = Recorder.systemRandomHex
  ) {
    self.actor = actor
    self.origin = origin
    self.at = at
    self.randomHex = randomHex
  }

  /// 128 bits from the system's source of chance, as 32 hex digits.
  public static func systemRandomHex() -> String {
    hexText((0..<16).map { _ in UInt8.random(in: .min ... .max) })
  }
}
