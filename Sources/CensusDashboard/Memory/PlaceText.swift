import CensusCore
import CensusLists

// Places and rows as words in a file that outlives the program: a kind, a colon, an identity.
// Whoever reads one that this program does not know gets nil, and drops it.

extension Place {
  /// The place as one word.
  package var text: String {
    switch self {
    case .view(let view): "view:\(view.rawValue)"
    case .prefecture(let id): "prefecture:\(id)"
    case .unit(let id): "unit:\(id)"
    case .site(let code): "site:\(code.text)"
    case .category(let id): "category:\(id)"
    case .event(let id): "event:\(id.text)"
    case .ledger: "ledger:"
    case .worklist: "worklist:"
    case .comparison: "comparison:"
    case .conflicts: "conflicts:"
    }
  }

  /// The place of a word; nil if there is none.
  package init?(text: String) {
    guard let (kind, identity) = halves(text) else { return nil }
    switch kind {
    case "view":
      guard let view = View(rawValue: identity) else { return nil }
      self = .view(view)
    case "prefecture": self = .prefecture(PrefectureID(identity))
    case "unit": self = .unit(UnitID(identity))
    case "site": self = .site(SiteCode(identity))
    case "category": self = .category(CategoryID(identity))
    case "event":
      guard let id = EventID(identity) else { return nil }
      self = .event(id)
    case "ledger" where identity.isEmpty: self = .ledger
    case "worklist" where identity.isEmpty: self = .worklist
    case "comparison" where identity.isEmpty: self = .comparison
    case "conflicts" where identity.isEmpty: self = .conflicts
    default: return nil
    }
  }
}

extension RowID {
  /// The row as one word.
  package var text: String {
    switch self {
    case .unit(let id): "unit:\(id)"
    case .prefecture(let id): "prefecture:\(id)"
    case .site(let code): "site:\(code.text)"
    case .finding(let id): "finding:\(id)"
    case .category(let id): "category:\(id)"
    case .mention(let index): "mention:\(index)"
    case .discrepancy(let index): "discrepancy:\(index)"
    case .event(let id): "event:\(id.text)"
    case .batch(let id): "batch:\(id.text)"
    case .quarter(let quarter): "quarter:\(quarter)"
    case .owed(let quarter, let unit): "owed:\(quarter):\(unit)"
    case .heading(let id): "heading:\(id)"
    }
  }

  /// The row of a word; nil if there is none.
  package init?(text: String) {
    guard let (kind, identity) = halves(text) else { return nil }
    switch kind {
    case "unit": self = .unit(UnitID(identity))
    case "prefecture": self = .prefecture(PrefectureID(identity))
    case "site": self = .site(SiteCode(identity))
    case "category": self = .category(CategoryID(identity))
    case "heading": self = .heading(identity)
    case "finding":
      guard let id = FindingID(identity) else { return nil }
      self = .finding(id)
    case "event":
      guard let id = EventID(identity) else { return nil }
      self = .event(id)
    case "batch":
      guard let id = BatchID(identity) else { return nil }
      self = .batch(id)
    case "quarter":
      guard let quarter = Quarter(identity) else { return nil }
      self = .quarter(quarter)
    case "owed":
      guard let (quarter, unit) = halves(identity), let quarter = Quarter(quarter) else {
        return nil
      }
      self = .owed(quarter, UnitID(unit))
    case "mention":
      guard let index = Int(identity) else { return nil }
      self = .mention(index)
    case "discrepancy":
      guard let index = Int(identity) else { return nil }
      self = .discrepancy(index)
    default: return nil
    }
  }
}

extension ListKey {
  /// The list as words: its pane and its place.
  package var text: String { "\(pane) \(place.text)" }

  /// The list of some words; nil if there is none.
  package init?(text: String) {
    guard let blank = text.utf8.firstIndex(of: UInt8(ascii: " ")),
      let pane = Int(text[..<blank]), (0...9).contains(pane),
      let place = Place(text: String(text[text.utf8.index(after: blank)...]))
    else { return nil }
    self.init(place: place, pane: pane)
  }
}

extension Reference {
  /// What it stands for as one word.
  package var word: String {
    switch self {
    case .prefecture(let id): "prefecture:\(id)"
    case .unit(let id): "unit:\(id)"
    case .site(let code): "site:\(code.text)"
    case .finding(let id): "finding:\(id)"
    case .event(let id): "event:\(id.text)"
    case .batch(let id): "batch:\(id.text)"
    case .check(let id): "check:\(id)"
    case .notice(let quarter): "notice:\(quarter)"
    }
  }

  /// What a word stands for; nil if there is no such thing.
  package init?(word: String) {
    guard let (kind, identity) = halves(word) else { return nil }
    let reference: Reference? =
      switch kind {
      case "prefecture": .prefecture(PrefectureID(identity))
      case "unit": .unit(UnitID(identity))
      case "site": .site(SiteCode(identity))
      case "finding": FindingID(identity).map(Reference.finding)
      case "event": EventID(identity).map(Reference.event)
      case "batch": BatchID(identity).map(Reference.batch)
      case "check": .check(identity)
      case "notice": Quarter(identity).map(Reference.notice)
      default: nil
      }
    guard let reference else { return nil }
    self = reference
  }
}

/// What stands before and behind the first colon; bytes, since a mark may follow the colon.
private func halves(_ text: String) -> (String, String)? {
  guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
  return (String(text[..<colon]), String(text[text.utf8.index(after: colon)...]))
}
