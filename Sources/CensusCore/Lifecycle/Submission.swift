/// How one part of a report stands for one finding.
public enum PartState: Hashable, Sendable {
  /// Nothing arrived.
  case missing
  /// It arrived defective and waits for us to return it (待退回).
  case toReturn(on: Day)
  /// We sent back what had arrived, and wait for them (已退回).
  case returned(on: Day, arrived: Day)
  /// It is here, since that day.
  case valid(on: Day)

  /// The day it became valid.
  public var validOn: Day? {
    guard case .valid(let day) = self else { return nil }
    return day
  }

  /// The day a part arrived that is here, valid or to be returned.
  public var arrivedOn: Day? {
    switch self {
    case .valid(let day), .toReturn(let day): day
    case .missing, .returned: nil
    }
  }

  /// Whether it waits for us to return it.
  public var isToReturn: Bool {
    guard case .toReturn = self else { return false }
    return true
  }

  /// Whether it was sent back.
  public var isReturned: Bool {
    guard case .returned = self else { return false }
    return true
  }
}

/// How the report stands (报送情况): of one finding, or of a whole unit.
public enum Submission: String, CaseIterable, Sendable {
  /// Nothing valid arrived (未报).
  case outstanding
  /// A part waits for us to return it (待退回).
  case toReturn
  /// A part was sent back (已退回).
  case returned
  /// Only the electronic document is here (缺纸质版).
  case paperMissing
  /// Only the paper copy is here (缺电子版).
  case electronicMissing
  /// Something is here of some of a unit's findings and nothing of others (部分报送); never of one
  /// finding.
  case partial
  /// Excused by a named authority (免报).
  case waived
  /// Both parts are here (已报齐).
  case complete

  /// Whether nothing more is owed.
  public var isSettled: Bool { self == .complete || self == .waived }

  /// The submission of one finding, read off its two parts (`domain.md` 2.2 S; first match wins).
  public init(paper: PartState, electronic: PartState, isWaived: Bool = false) {
    if isWaived {
      self = .waived
      return
    }
    let hasPaper = paper.validOn != nil
    let hasElectronic = electronic.validOn != nil
    if hasPaper && hasElectronic {
      self = .complete
    } else if paper.isToReturn || electronic.isToReturn {
      self = .toReturn
    } else if paper.isReturned || electronic.isReturned {
      self = .returned
    } else if hasElectronic {
      self = .paperMissing
    } else if hasPaper {
      self = .electronicMissing
    } else {
      self = .outstanding
    }
  }

  /// The submission of a unit, read off those of its findings.
  ///
  /// What was excused owes nothing and counts for nothing here. Complete when all that is owed is;
  /// partial when some is and some is not; else our own move first
  /// (to return), then returned; partial also when of some another part is here than of others, or
  /// nothing; else what all of them lack.
  public init(of findings: [Submission]) {
    let owed = findings.filter { $0 != .waived }
    let open = owed.filter { !$0.isSettled }
    if open.isEmpty {
      self = owed.isEmpty && !findings.isEmpty ? .waived : .complete
    } else if open.count < owed.count {
      self = .partial
    } else {
      let first = [.toReturn, .returned].first(where: open.contains) ?? open[0]
      let isOurMove = first == .toReturn || first == .returned
      self = isOurMove || open.allSatisfy { $0 == first } ? first : .partial
    }
  }
}
