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
    // What a period comes to, as 15个工作日内, is asked for once, and known by its words again.
    body.dueText = body.deadline == nil ? body.undated?.text : nil
    // The day that is printed counts or not as it is printed.
    let printed = body.deadline?.value
    body.deadline = answers.due.map { said in
      BodyReading.Found(
        value: printed?.day == said ? printed ?? Deadline(said) : Deadline(said),
        place: Place(file: name), text: "")
    }
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
