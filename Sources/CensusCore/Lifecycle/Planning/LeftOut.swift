/// What an act passes over: a member of a group that has nothing to do, or a part that is not there.
public struct LeftOut: Equatable, Sendable {
  /// Why.
  public enum Why: Equatable, Sendable {
    /// The act by itself would be refused so; the other members of the group are recorded.
    case nothingToDo(Refusal)
    /// A part has not arrived; only the other one goes back.
    case notHere(Part)
    /// A part is in order; only the other one goes back.
    case inOrder(Part)
  }

  /// The unit, site or finding.
  public let id: Reference
  /// Why.
  public let why: Why
}

extension Refusal {
  /// Whether it says that there is nothing to do, so that the other members of a group go on
  /// without; a mistake of whoever typed is never passed over.
  var saysNothingToDo: Bool {
    switch self {
    case .nothingOwed, .isVoid, .alreadyReceived, .nothingToReturn, .alreadyReturned,
      .nothingFailed, .alreadyOrdered, .alreadyClosed, .completeBefore, .alreadyOpened, .notOpened,
      .alreadyConcluded, .nothingCallsForAccountability, .closedForAccountability:
      true
    default: false
    }
  }
}

extension Projection {
  /// Names the rows of a unit of which an act on it as a whole says nothing, since they were struck off
  /// when it was recorded: they do not have it once they are taken back.
  func leaveOutStruckOff(of unit: UnitID, in builder: inout PlanBuilder) {
    for state in obligation(of: unit)?.findings ?? [] where state.isVoid {
      let id = Reference.finding(state.finding.id)
      builder.leaveOut(id, .nothingToDo(.isVoid(id)))
    }
  }

  /// The builder of a plan about some things; those struck off among the members of a group are
  /// named in it.
  func builder(for references: [Reference]) -> PlanBuilder {
    var builder = PlanBuilder()
    for case .prefecture(let id) in references {
      for obligation in obligations where obligation.unit.prefecture == id && obligation.isVoid {
        let id = Reference.unit(obligation.unit.id)
        builder.leaveOut(id, .nothingToDo(.isVoid(id)))
      }
    }
    return builder
  }
}
