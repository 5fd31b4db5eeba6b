/// The reminders of a unit, each with the promise that counts.
///
/// Two people may have heard different promises on one day without knowledge of each other. Until
/// somebody settles it the earlier one counts; a reminder of a later day overtakes both.
struct Promises {
  private struct Call: Hashable {
    let subject: Event.Subject
    let on: Day
  }

  /// The reminders, in order.
  private(set) var chases: [(event: Event, chase: Chase)]
  /// Promises of one day that contradict each other.
  private(set) var conflicts: [Conflict] = []

  init(_ chases: [(event: Event, chase: Chase)], _ settling: Settling) {
    self.chases = chases
    let promising = chases.indices.filter { chases[$0].chase.promised != nil }
    let calls = Dictionary(grouping: promising) { place in
      Call(subject: chases[place].event.subject, on: chases[place].event.on)
    }
    for (call, places) in calls.sorted(by: { $0.value[0] < $1.value[0] }) where places.count > 1 {
      let events = places.map { chases[$0].event }
      let counts = settling.settled(
        .promises, events, value: { $0.chase?.promised },
        badness: { -($0.chase?.promised?.ordinal ?? 0) })
      guard let counts, let promised = counts.event.chase?.promised else { continue }
      let standing = Set(settling.standing(events).map(\.id))
      let contrary = Set(counts.conflict?.events ?? [])
      for place in places {
        let id = chases[place].event.id
        if contrary.contains(id) || !standing.contains(id) {
          self.chases[place].chase = chases[place].chase.promising(promised)
        }
      }
      let isOvertaken = chases.contains {
        $0.event.subject == call.subject && $0.event.on > call.on
      }
      if let conflict = counts.conflict, !isOvertaken { conflicts.append(conflict) }
    }
  }
}

extension Event {
  fileprivate var chase: Chase? { if case .chase(let chase) = payload { chase } else { nil } }

  /// Whom to call, of a record that says so.
  var assign: Assign? { if case .assign(let assign) = payload { assign } else { nil } }
  var contact: Contact? { if case .contact(let contact) = payload { contact } else { nil } }
}

extension Chase {
  fileprivate func promising(_ day: Day) -> Chase {
    Chase(channel: channel, to: to, answer: answer, promised: day, note: note)
  }
}
