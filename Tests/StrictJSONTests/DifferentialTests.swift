import CensusTestSupport
import FoundationEssentials
import StrictJSON
import Testing

/// Held against the reader of FoundationEssentials, which has another author.
struct DifferentialTests {
  /// A value with nothing but what both readers agree upon.
  private indirect enum Tree: Equatable, Decodable {
    case null
    case flag(Bool)
    /// Nil for one that is not written as a whole number.
    case number(Int?)
    case text([UInt8])
    case list([Tree])
    case object([[UInt8]: Tree])

    init(from decoder: any Decoder) throws {
      if let container = try? decoder.container(keyedBy: AnyKey.self) {
        var fields: [[UInt8]: Tree] = [:]
        for key in container.allKeys {
          fields[Array(key.stringValue.utf8)] = try container.decode(Tree.self, forKey: key)
        }
        self = .object(fields)
      } else if var container = try? decoder.unkeyedContainer() {
        var items: [Tree] = []
        while !container.isAtEnd { items.append(try container.decode(Tree.self)) }
        self = .list(items)
      } else {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
          self = .null
        } else if let flag = try? container.decode(Bool.self) {
          self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else if (try? container.decode(Double.self)) != nil {
          self = .number(nil)
        } else {
          self = .text(Array(try container.decode(String.self).utf8))
        }
      }
    }

    init(_ value: JSONValue) {
      if let fields = value.fields {
        let pairs = fields.map { (Array($0.name.utf8), Tree($0.value)) }
        self = .object(Dictionary(pairs) { first, _ in first })
      } else if let items = value.items {
        self = .list(items.map(Tree.init))
      } else if let flag = value.flag {
        self = .flag(flag)
      } else if let number = value.number {
        self = .number(number)
      } else if let text = value.text {
        self = .text(Array(text.utf8))
      } else {
        self = value.isNull ? .null : .number(nil)
      }
    }

    /// The same but for the numbers: theirs takes `1e2` for a whole one.
    var withoutNumbers: Tree {
      switch self {
      case .number: .number(nil)
      case .list(let items): .list(items.map(\.withoutNumbers))
      case .object(let fields): .object(fields.mapValues(\.withoutNumbers))
      case .null, .flag, .text: self
      }
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  @Test(arguments: UInt64(0)..<800)
  func readsTheSame(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = RandomJSON.value(&random)
    let theirs = try JSONDecoder().decode(Tree.self, from: Data(text.utf8))
    #expect(try Tree(JSONDocument(Array(text.utf8)).root) == theirs, "\(text)")
  }

  /// The same with numbers of all forms, which theirs rounds.
  @Test(arguments: UInt64(0)..<200)
  func readsTheSameAroundNumbers(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<20).map { _ in RandomJSON.number(&random) }
    let text = "[\(numbers.joined(separator: " , "))]"
    let theirs = try JSONDecoder().decode(Tree.self, from: Data(text.utf8))
    let mine = try Tree(JSONDocument(Array(text.utf8)).root)
    #expect(mine.withoutNumbers == theirs.withoutNumbers, "\(text)")
  }

  /// Whatever a few bytes are changed to, nothing traps; both accept the text and read the same, or
  /// both refuse it, or it is one of the things in which we are stricter.
  @Test(arguments: UInt64(0)..<800)
  func acceptsTheSame(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = Array(RandomJSON.value(&random).utf8)
    for _ in 0..<8 where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1: bytes.remove(at: place)
      default:
        bytes.insert(
          Array("\"\\{}[],:0-e.\u{E9}".utf8).randomElement(using: &random) ?? 0, at: place)
      }
      let theirs = try? JSONDecoder().decode(Tree.self, from: Data(bytes))
      do {
        let mine = Tree(try JSONDocument(bytes).root)
        #expect(theirs?.withoutNumbers == mine.withoutNumbers, "\(bytes)")
      } catch {
        let isStricter =
          switch error.expectation {
          case .uniqueKey, .numberInRange: true
          default: false
          }
        #expect(theirs == nil || isStricter, "\(error) \(bytes)")
      }
    }
  }
}
