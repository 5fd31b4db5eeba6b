/// A moment in UTC, to the second: when an event was recorded (`2018-10-19T01:00:00Z`).
///
/// For display and for `--known-at` only; nothing is late or on time by an instant.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  /// The moment so many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads `YYYY-MM-DDThh:mm:ssZ`, the one form the store writes.
  public init?(_ text: some StringProtocol) {
    guard let instant = text.withBytes({ Instant(bytes: $0) }) else { return nil }
    self = instant
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = Day(bytes: UnsafeBufferPointer(rebasing: bytes[0..<10])),
      let hour = decimal(bytes[11..<13]), hour < 24,
      let minute = decimal(bytes[14..<16]), minute < 60,
      let second = decimal(bytes[17..<19]), second < 60
    else { return nil }
    seconds = day.ordinal * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// Reads what a person types: with any offset, seconds or none, `T` or a blank between.
  ///
  /// `2018-10-19T09:00:00+08:00`, `2018-10-19 09:00+08:00` and `2018-10-19T01:00:00Z` are one instant.
  public init?(withOffset text: String) {
    var bytes = Array(text.utf8)
    var offset = 0
    if let last = bytes.last, last == UInt8(ascii: "Z") || last == UInt8(ascii: "z") {
      bytes.removeLast()
    } else {
      guard let known = UTCOffset(String(decoding: bytes.suffix(6), as: UTF8.self)) else {
        return nil
      }
      offset = known.seconds
      bytes.removeLast(6)
    }
    if bytes.count == 16 { bytes += Array(":00".utf8) }
    guard bytes.count == 19,
      [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10])
    else { return nil }
    bytes[10] = UInt8(ascii: "T")
    guard let local = Instant(String(decoding: bytes, as: UTF8.self) + "Z") else { return nil }
    self.init(seconds: local.seconds - offset)
  }

  /// By time.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The calendar day at an offset from UTC.
  public func day(at offset: UTCOffset) -> Day {
    Day(ordinal: floored(seconds + offset.seconds, by: 86_400))
  }

  /// Date and time of day at an offset from UTC, `2018-10-19 09:00`.
  public func text(at offset: UTCOffset) -> String {
    let local = seconds + offset.seconds
    let inDay = local - floored(local, by: 86_400) * 86_400
    return "\(day(at: offset)) \(padded(inDay / 3_600, to: 2)):\(padded(inDay / 60 % 60, to: 2))"
  }
}

extension Instant: CustomStringConvertible {
  /// The text form, `2018-10-19T01:00:00Z`.
  public var description: String {
    let day = floored(seconds, by: 86_400)
    let inDay = seconds - day * 86_400
    let clock = [inDay / 3_600, inDay / 60 % 60, inDay % 60].map { padded($0, to: 2) }
    return "\(Day(ordinal: day))T\(clock.joined(separator: ":"))Z"
  }
}

/// The distance of the province's clock from UTC, as in `+08:00`.
public struct UTCOffset: Hashable, Sendable {
  /// Seconds east of UTC.
  public let seconds: Int

  /// Reads `+08:00` or `-03:30`; at most 18 hours.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = decimal(bytes[1..<3]),
      let minutes = decimal(bytes[4..<6]), minutes < 60
    else { return nil }
    let size = hours * 3_600 + minutes * 60
    guard size <= 18 * 3_600 else { return nil }
    seconds = bytes[0] == UInt8(ascii: "-") ? -size : size
  }

  /// China's standard time, +08:00.
  public static let china = UTCOffset(seconds: 28_800)

  private init(seconds: Int) {
    self.seconds = seconds
  }
}

private func floored(_ value: Int, by divisor: Int) -> Int {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}
