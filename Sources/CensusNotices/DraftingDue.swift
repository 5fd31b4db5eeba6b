internal import CensusCore

/// By when reports are due.
extension Drafting {
  /// Takes in what a person said of it, which counts before what is printed.
  func takeDue(
    _ body: inout BodyReading, _ open: inout [NotUnderstood], _ doubts: inout [PlacedDoubt]
  ) {
    guard answers.due != nil || answers.hasNoDue else { return }
    open.removeAll { if case .contradiction = $0.why { true } else { false } }
    if let printed = body.deadline, printed.value.day != answers.due {
      let day = printed.value.day
      doubts.append(
        PlacedDoubt(
          place: printed.place,
          doubt: answers.due.map { .otherDeadline(printed: day, said: $0) }
            ?? .deniedDeadline(day)))
    }
    body.deadline = answers.due.map {
      BodyReading.Found(value: Deadline($0), place: Place(file: name), text: "")
    }
    body.dueText = nil
  }

  /// What is to be asked where no day was read; a notice for which nobody is ever late is none by
  /// accident.
  func openDue(_ body: BodyReading) -> NotUnderstood? {
    guard body.deadline == nil, !answers.hasNoDue else { return nil }
    guard let undated = body.undated else {
      return NotUnderstood(place: Place(file: name), text: "", why: .noDue)
    }
    return NotUnderstood(place: undated.place, text: undated.text, why: .undatedDue)
  }
}
