package import CensusCore
import TerminalKit

/// What was filled into a dialog and not recorded, kept for the next start.
package struct Leftover: Equatable, Sendable {
  /// The quarter that was on screen.
  package var quarter: Quarter
  package var act: Act
  /// Whom or what it is about.
  package var references: [Reference]
  /// The day looked at when the dialog was opened.
  package var opened: Day
  /// The field that had the keys.
  package var focus: Act.Field
  package var texts: [Act.Field: String] = [:]
  /// The choices that were made, by their Chinese names: numbers may mean others in a later version.
  package var choices: [Act.Field: String] = [:]
  /// What was known of the quarter then, as a number.
  package var known: UInt64

  package init(
    quarter: Quarter, act: Act, references: [Reference], opened: Day, focus: Act.Field,
    known: UInt64
  ) {
    self.quarter = quarter
    self.act = act
    self.references = references
    self.opened = opened
    self.focus = focus
    self.known = known
  }

  /// How many are kept; those before go.
  package static let most = 8
}

extension RecordDialog {
  /// What is left of it if it is not recorded; nil if nobody has filled anything in.
  func leftover(in snapshot: Snapshot) -> Leftover? {
    guard isTouched || origin != nil else { return nil }
    var leftover = Leftover(
      quarter: snapshot.projection.quarter, act: act, references: references, opened: opened,
      focus: focus, known: snapshot.knownNumber)
    leftover.texts = texts.mapValues(\.text).filter { !$0.value.isEmpty }
    for (field, index) in choices where index > 0 {
      guard let all = self.choices(of: field), all.indices.contains(index) else { continue }
      leftover.choices[field] = all[index].chinese
    }
    // Whoever only looked at it has seen nothing new.
    if !isTouched, let origin { leftover.known = origin.known }
    return leftover
  }

  /// The dialog as it was left.
  init(_ leftover: Leftover, rounds: Int) {
    self.init(
      leftover.act, about: leftover.references, day: leftover.opened, rounds: rounds)
    for field in allFields {
      if let all = choices(of: field) {
        choices[field] = leftover.choices[field].flatMap { name in
          all.firstIndex { $0.chinese == name }
        }
      } else {
        // The file may say anything; what is typed has no controls.
        texts[field] = LineEditor((leftover.texts[field] ?? "").withoutControls.text)
      }
    }
    if fields.contains(leftover.focus) { focus = leftover.focus }
    origin = leftover
  }
}

extension Leftover {
  /// Whether a dialog about that in a quarter is the same act on the same thing.
  fileprivate func isOf(_ dialog: RecordDialog, in quarter: Quarter) -> Bool {
    (self.quarter, act) == (quarter, dialog.act)
      && Set(references.map(\.word)) == Set(dialog.references.map(\.word))
  }
}

extension Snapshot {
  /// All that is known of the quarter as a number: more of it, or other, gives another one.
  fileprivate var knownNumber: UInt64 {
    known.events.reduce(0) { $0 &+ $1.id.number }
  }
}

extension State {
  /// What was filled in and is not recorded, the open dialog included, the latest last.
  package var unrecorded: [Leftover] {
    guard let dialog = overlay?.dialog, let leftover = dialog.leftover(in: snapshot) else {
      return leftovers
    }
    return Array((leftovers.filter { $0 != dialog.origin } + [leftover]).suffix(Leftover.most))
  }

  /// Those of quarters that the store has.
  var offeredLeftovers: [Leftover] {
    leftovers.filter { snapshot.quarters.contains($0.quarter) }
  }

  /// The same dialog as somebody left it, if somebody did.
  ///
  /// - Parameters:
  ///   - dialog: the dialog.
  ///   - isAsked: whether it was asked for; else it is only proposed, on the day looked at, and what is
  ///     typed takes its place.
  /// - Returns: the dialog; nil where nobody left it.
  func takenUp(_ dialog: RecordDialog, asked isAsked: Bool) -> RecordDialog? {
    guard let leftover = leftovers.last(where: { $0.isOf(dialog, in: projection.quarter) }) else {
      return nil
    }
    guard !isAsked else { return RecordDialog(leftover, rounds: dialog.rounds) }
    var proposed = leftover
    proposed.opened = dialog.opened
    proposed.texts[.day] = dialog.opened.description
    var taken = RecordDialog(proposed, rounds: dialog.rounds)
    taken.proposed = proposed.texts.filter { $0.key != .day }
    taken.origin = leftover
    return taken
  }

  /// Opens the dialog that was left last.
  mutating func resume() {
    if case .readOnly(let why) = snapshot.access {
      talk.message = Message(why, .problem)
      return
    }
    let quarter = projection.quarter
    if let cancelled, cancelled.quarter == quarter {
      self.cancelled = nil
      leftovers.append(cancelled)
    }
    let offered = offeredLeftovers
    guard let last = offered.last(where: { $0.quarter == quarter }) ?? offered.last else {
      talk.message = Message(
        Phrase("没有填写了未登记的内容", "nothing was filled in and left unrecorded"), .news)
      return
    }
    guard last.quarter == quarter else {
      let name = last.quarter.name
      talk.message = Message(
        Phrase(
          "\(name.chinese)有填写了未登记的内容：回到该季度（[ ]）再按 R",
          "something was filled in and not recorded in \(name.english): go back there ([ ]) and "
            + "press R"), .news)
      return
    }
    open(dialog(last.act, about: last.references), goingOn: true)
  }

  /// Says what stands in a dialog that was left, and whether that was decided upon on less than is
  /// known now.
  mutating func announceLeftover(_ origin: Leftover) {
    let isOlder = origin.known != snapshot.knownNumber
    talk.message = Message(
      Phrase(
        "已填入上次没有登记的内容" + (isOlder ? "；此后另有登记，请核对" : ""),
        "what was filled in last time and not recorded is here"
          + (isOlder ? "; there are new records since, look again" : "")), .news)
  }

  /// Esc puts aside what somebody had left before, and Esc again drops it; of any other dialog it can be
  /// brought back while the program runs.
  mutating func putAside(_ dialog: RecordDialog, key: Phrase) {
    guard let leftover = dialog.leftover(in: snapshot) else { return }
    guard let origin = dialog.origin else {
      cancelled = leftover
      talk.message = Message(
        Phrase(
          "没有登记：R 找回填写的内容", "nothing is recorded: R brings back what was filled in"), .news)
      return
    }
    leftovers.removeAll { $0 == origin }
    leftovers.append(leftover)
    asideLeftover = leftover
    talk.message = Message(
      Phrase(
        "填写的内容还留着，没有登记：R 接着填，再\(key.chinese)丢弃",
        "what was filled in is kept, not recorded: R goes on, \(key.english) again drops it"), .news
    )
  }

  /// Drops what was put aside by the key before.
  mutating func dropAside(_ leftover: Leftover) {
    leftovers.removeAll { $0 == leftover }
    let name = name(of: leftover)
    talk.message = Message(
      Phrase("已丢弃填写的内容：\(name.chinese)", "dropped what was filled in: \(name.english)"), .news)
  }

  /// What a dialog asked for is recorded: nothing of it is left.
  mutating func endLeftover() {
    guard let dialog = overlay as? RecordDialog, let origin = dialog.origin else { return }
    leftovers.removeAll { $0 == origin }
  }

  /// 催办 临沧.
  func name(of leftover: Leftover) -> Phrase {
    let subject = name(of: leftover.references)
    let act = leftover.act.name
    return Phrase("\(act.chinese) \(subject.chinese)", "\(act.english), \(subject.english)")
  }

  /// What is said of it at the start; nil if nothing was left.
  var leftoverSentence: Phrase? {
    guard let last = offeredLeftovers.last else { return nil }
    let count = offeredLeftovers.count
    let name = last.quarter == projection.quarter ? name(of: last) : last.act.name
    let others = Phrase(
      count > 1 ? "等\(count)份" : "", count > 1 ? " and \(count - 1) more" : "")
    return Phrase(
      "上次填写的“\(name.chinese)”\(others.chinese)没有登记，内容还在：R 接着填",
      "“\(name.english)”\(others.english), filled in last time, "
        + "\(count > 1 ? "are" : "is") not recorded and still here: R goes on")
  }
}
