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
  /// The notice does not ask for it; it came all the same where there is a day.
  case unasked(arrived: Day?)

  /// The day it became valid, or came without being asked for.
  public var validOn: Day? {
    switch self {
    case .valid(let day): day
    case .unasked(let day): day
    case .missing, .toReturn, .returned: nil
    }
  }

  /// The day a part arrived that is here, valid or to be returned.
  public var arrivedOn: Day? {
    switch self {
    case .valid(let day), .toReturn(let day): day
    case .unasked(let day): day
    case .missing, .returned: nil
    }
  }

  /// Whether the notice asks for it.
  public var isAsked: Bool {
    guard case .unasked = self else { return true }
    return false
  }

  /// The same of a part that the notice does not ask for: what is the matter with it is no matter.
  var whereUnasked: PartState { .unasked(arrived: arrivedOn) }

  /// Whether it is asked for and not valid.
  public var isOwed: Bool { isAsked && validOn == nil }

  /// Whether nothing of it ever came.
  var isNowhere: Bool { self == .missing || self == .unasked(arrived: nil) }

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
  /// Both parts are here, or the one that the notice asks for (已报齐).
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
    if !paper.isOwed && !electronic.isOwed {
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
  /// Those excused are aside, and excused when all are. Settled when all are; partial when some are and
  /// some are not; else our own move first
  /// (to return), then returned; partial also when of some another part is here than of others, or
  /// nothing; else what all of them lack.
  public init(of findings: [Submission]) {
    let owed = findings.filter { $0 != .waived }
    let open = owed.filter { !$0.isSettled }
    if open.isEmpty {
      self = !findings.isEmpty && owed.isEmpty ? .waived : .complete
    } else if open.count < owed.count {
      self = .partial
    } else {
      let first = [.toReturn, .returned].first(where: open.contains) ?? open[0]
      let isOurMove = first == .toReturn || first == .returned
      self = isOurMove || open.allSatisfy { $0 == first } ? first : .partial
    }
  }
}
