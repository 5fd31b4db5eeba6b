/// A synthetic store of any size, clearly labelled so: for trying the program out and for timing it.
///
/// The same size and seed give the same store. Nothing in it is a real notice, site or person.
public struct Demo: Equatable, Sendable {
  /// How much is wanted.
  public struct Size: Equatable, Sendable {
    /// Quarters, at least 1; the last is the one that is under way on that day, else the fourth of 2023.
    public let quarters: Int
    /// Rows of annex 1, from 1 to 90; the first of several is the provincial departments.
    public let prefectures: Int
    /// Findings in each quarter.
    public let findings: Int
    /// Events in all.
    public let events: Int
    /// What the chance begins with.
    public let seed: UInt64
    /// The day on which the last quarter is under way, and after which nothing was recorded; nil for
    /// 2023, with all that was ever done about it.
    public let today: Day?

    /// A size; what is out of bounds is brought within them.
    public init(
      quarters: Int = 4, prefectures: Int = 16, findings: Int = 20, events: Int = 400,
      seed: UInt64 = 1, today: Day? = nil
    ) {
      self.quarters = min(max(quarters, 1), 400)
      self.prefectures = min(max(prefectures, 1), 90)
      self.findings = min(max(findings, 1), 20_000)
      self.events = min(max(events, 0), 1_000_000)
      self.seed = seed
      self.today = today
    }
  }

  /// Something done at the desk, at one moment, by one person.
  public struct Act: Equatable, Sendable {
    /// What was done.
    public enum Content: Equatable, Sendable {
      /// Drafts were recorded in one batch.
      case record([EventDraft])
      /// All that another act recorded was taken back.
      case undo(Act.Key, reason: String?)
      /// A conflict of some acts was settled: the first one counts.
      case resolve(unit: UnitID, keep: Act.Key, against: [Act.Key])
    }

    /// What tells acts apart.
    public typealias Key = Int

    /// What tells it apart.
    public let key: Key
    /// Who did it.
    public let actor: String
    /// The moment.
    public let at: Instant
    /// What was done.
    public let content: Content
    /// Whether it was done without knowledge of what others had recorded.
    public let isUnseen: Bool

    /// How many events it makes.
    public var count: Int {
      guard case .record(let drafts) = content else { return 1 }
      return drafts.count
    }
  }

  /// How much there is.
  public let size: Size
  /// The label, and the habits of a made-up office.
  public let settings: Settings
  /// Made-up prefectures and units; the categories have the names they have in notices.
  public let directory: Directory
  /// The quarters as published, oldest first.
  public let inspections: [Inspection]
  /// What was done at the desk, in order of time.
  public let acts: [Act]

  /// Makes one up.
  public init(_ size: Size) {
    var random = DemoRandom(seed: size.seed)
    let geography = DemoGeography(size)
    let inspections = DemoNotices(size, geography).inspections(&random)
    self.size = size
    settings = Settings(
      id: geography.identity, title: Phrase("演示数据（合成，非真实通报）", "Synthetic demonstration data"),
      province: Phrase("示例省", "Sample Province"), language: .chinese)
    directory = geography.directory
    self.inspections = inspections
    acts = DemoDesk(size, geography.directory, inspections).acts(&random)
  }
}

/// The chance of a demonstration: SplitMix64 (Steele, Lea and Flood, 2014).
struct DemoRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// Whether something happens that happens so many times in a hundred.
  mutating func happens(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of some values, of which there is at least one.
  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...(values.count - 1))] }

  /// Some values in another order.
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for index in values.indices.dropFirst() { values.swapAt(index, number(0...index)) }
    return values
  }
}
