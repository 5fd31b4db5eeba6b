package import CensusCore
package import TerminalKit

/// The dialog of an act: its verb, whom it is about, its fields; values only.
package struct RecordDialog: Equatable, Sendable {
  /// What is to be recorded.
  package let act: Act
  /// Whom or what it is about.
  package let references: [Reference]
  /// The day looked at when it was opened: a day without a year is the nearest.
  let opened: Day
  /// How many rounds of the report the units have.
  package let rounds: Int
  /// The field that has the keys.
  package var focus: Act.Field
  /// What is typed in each field of text.
  package var texts: [Act.Field: LineEditor] = [:]
  /// What nobody typed into its field, besides the day of the record: what is typed takes its place.
  var proposed: [Act.Field: String] = [:]
  /// The signs by which the day in a field was changed since it stands there.
  private var signs: [Act.Field: String] = [:]
  /// Which choice each field of choices has.
  package var choices: [Act.Field: Int] = [:]
  /// Why it was refused the last time.
  package var refusal: Phrase?
  /// The field that was at fault then.
  package internal(set) var faulty: Act.Field?
  /// What was known when the person was shown what the act is about; nil if nobody looked.
  package var seen: Set<EventID>?
  /// Whether an opening of accountability has to be explained, since no re-check has failed.
  var isUnfounded = false
  /// The liaison's name, as the one who answered, while the answer is that nobody did.
  private var liaison: LineEditor?
  /// Whether something was typed or chosen.
  package private(set) var isTouched = false
  /// What it was filled with, if somebody had left it unrecorded.
  package internal(set) var origin: Leftover?
  /// Whether leaving was refused once because of that.
  package var hasWarnedOfLeaving = false

  /// Rows above which their number has to be typed.
  package static let trustedCount = 50

  package init(_ act: Act, about references: [Reference], day: Day, rounds: Int = 1) {
    self.act = act
    self.references = references
    self.rounds = rounds
    opened = day
    focus = .day
    for field in act.fields(about: references) {
      if act.choices(of: field) == nil { texts[field] = LineEditor() }
    }
    texts[.day] = LineEditor(day.description)
    // A unit has no code to be corrected.
    if act == .correct, case .unit = references.first {
      choices[.field] = Correct.Field.allCases.firstIndex(of: .name)
    }
    focus = fields.first ?? .day
  }

  /// The fields in order: those that say something beside what is chosen.
  package var fields: [Act.Field] { allFields.filter(applies) }

  /// All fields of the act, whatever is chosen.
  var allFields: [Act.Field] {
    var fields = act.fields(about: references)
    if !act.parts.isEmpty, rounds > 1 { fields.insert(.round, at: 1) }
    return references.count > Self.trustedCount ? fields + [.count] : fields
  }

  /// Whether a field belongs to the verdict, the stage or the status that is chosen.
  private func applies(_ field: Act.Field) -> Bool {
    switch (act, field) {
    case (.receivePaper, .signer), (.receiveBoth, .signer):
      chosen(.signature, of: Signature.allCases) != Signature.none
    case (.recheck, .untestable): chosen(.verdict, of: Recheck.Verdict.allCases) == .untestable
    case (.account, .approvedBy): chosen(.stage, of: Accountability.Stage.allCases) == .opened
    case (.note, .answerBy): chosen(.kind, of: Note.Kind.allCases) != .note
    case (.account, .measure): chosen(.stage, of: Accountability.Stage.allCases) == .measure
    case (.availability, .until): status == .offline
    case (.availability, .successor): status == .merged
    case (.availability, .filed), (.availability, .reference):
      status != .operating && status != .dark
    default: true
    }
  }

  private var status: Availability.Status { chosen(.status, of: Availability.Status.allCases) }

  /// What is typed in a field, without blanks around; nil if nothing is, or it says nothing beside
  /// what is chosen.
  package func text(_ field: Act.Field) -> String? {
    let text = applies(field) ? texts[field]?.text ?? "" : ""
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }

  /// The day in a field; nil if nothing is typed or it is no day.
  package func day(_ field: Act.Field) -> Day? {
    text(field).flatMap { day(meant: $0, in: field) }
  }

  /// The day that somebody typed into a field; nil if it is none.
  func day(meant text: String, in field: Act.Field) -> Day? {
    Day(typed: text, near: opened, field == .day ? .behind : .ahead)
  }

  /// The choices of a field; nil where something is typed.
  package func choices(of field: Act.Field) -> [Phrase]? {
    guard field == .round else { return act.choices(of: field) }
    return [Phrase("当前一轮", "the open one")] + (1...max(1, rounds)).map(Terms.round)
  }

  /// The index of the choice in a field.
  package func choice(_ field: Act.Field) -> Int { choices[field] ?? 0 }

  /// Does what a key means in a field; false if it means nothing there.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .tab, .down: move(by: 1)
    case .backTab, .up: move(by: -1)
    default: return edit(key)
    }
    return true
  }

  /// Something was filled in by another way than keys.
  mutating func touch() { isTouched = true }

  private mutating func move(by step: Int) {
    let fields = fields
    let index = fields.firstIndex(of: focus) ?? 0
    focus = fields[(index + step + fields.count) % fields.count]
  }

  private mutating func edit(_ key: Key) -> Bool {
    refusal = nil
    faulty = nil
    let before = (texts, choices)
    defer { isTouched = isTouched || before != (texts, choices) }
    if let all = choices(of: focus) {
      guard let step = Self.step(key), !all.isEmpty else {
        // Whoever types looks at the screen late: it has to be said that nothing was taken.
        guard case .character = key else { return false }
        refusal = Labels.typedOntoChoice
        return true
      }
      choices[focus] = (choice(focus) + step + all.count) % all.count
      return true
    }
    if act == .chase, focus == .answer, let answer = ChaseAnswers.step(key, from: texts[focus]) {
      texts[focus]?.set(answer)
      if answer == ChaseAnswers.nobody {
        liaison = texts[.to]
        texts[.to] = LineEditor()
      } else if let name = liaison {
        if texts[.to]?.text.isEmpty == true { texts[.to] = name }
        liaison = nil
      }
      return true
    }
    if focus.isDay, step(key) { return true }
    if case .character = key, let editor = texts[focus], editor.text == proposed[focus],
      editor.caret == editor.text.count
    {
      texts[focus] = LineEditor()
    }
    return texts[focus, default: LineEditor()].handle(key)
  }

  /// `+` and `-` behind a whole date change it by one day; what is typed behind one that nobody typed
  /// takes its place, a digit behind the first sign with that sign: `+3`.
  private mutating func step(_ key: Key) -> Bool {
    guard case .character(let character) = key.normalised, let editor = texts[focus],
      editor.caret == editor.text.count, let day = Day(editor.text)
    else { return false }
    switch character {
    case "+", "=", "-":
      texts[focus]?.set((character == "-" ? day - 1 : day + 1).description)
      signs[focus, default: ""].append(character == "=" ? "+" : character)
    default:
      guard character.isNumber || character.isLetter else { return false }
      guard let sign = signs[focus] ?? (isUntyped(editor.text) ? "" : nil) else { return false }
      let isCount = sign.count == 1 && character.isNumber
      texts[focus]?.set((isCount ? sign : "") + String(character))
      signs[focus] = nil
    }
    return true
  }

  /// Whether a date is the one that the dialog came with.
  private func isUntyped(_ text: String) -> Bool {
    text == (focus == .day ? opened.description : proposed[focus])
  }

  private static func step(_ key: Key) -> Int? {
    switch key.normalised {
    case .left: -1
    case .right, " ": 1
    default: nil
    }
  }
}

extension RecordDialog: Overlay {
  package static var input: WritableKeyPath<Self, LineEditor>? { \.typed }
  package var waitsForAnswer: Bool { true }
  package var dialog: RecordDialog? { self }

  package var explained: Help.Section? {
    Help.Section(
      title: act.name,
      entries: Help.Entry.fields + Help.Entry.typing
        + [Help.Entry("Enter", "登记并关闭", "record and close")]
        + (origin == nil ? Help.Entry.cancel : Help.Entry.aside))
  }

  package func draw(_ state: State, on grid: inout Grid) {
    RecordDialogView(dialog: self, state: state).draw(on: &grid)
  }

  package func touch(_ item: Int, isDouble: Bool, _ state: inout State) -> Effect {
    guard fields.indices.contains(item) else { return .none }
    var dialog = self
    dialog.focus = fields[item]
    state.overlay = dialog
    return .none
  }

  /// An event of the store has room for no more bytes.
  private static var longestField: Int { 256 << 10 }

  package func refusal(ofPasting line: String) -> Phrase? {
    guard choices(of: focus) == nil else { return Labels.pasteOntoChoice }
    return line.utf8.count > Self.longestField
      ? Labels.pasteTooLong(bytes: Self.longestField) : nil
  }

  /// What is typed in the field that has the keys.
  private var typed: LineEditor {
    get { texts[focus] ?? LineEditor() }
    set { texts[focus] = newValue }
  }

  /// Enter asks for its records, Esc cancels, a refusal is shown in it.
  ///
  /// The dialog stays until the disk has answered, so that nothing typed is lost if it fails.
  package func press(_ key: Key, _ state: inout State) -> Effect {
    var dialog = self
    dialog.hasWarnedOfLeaving = false
    switch key {
    case .escape:
      state.overlay = nil
      state.putAside(dialog, key: Phrase("按 Esc ", "Esc"))
    case .enter:
      do throws(DialogFault) {
        let effect = try state.effect(of: dialog)
        if let why = state.surprise(before: effect, since: seen) {
          state.surprised(why)
          return .none
        }
        state.overlay = dialog
        return effect
      } catch {
        dialog.refuse(error)
        state.overlay = dialog
        // What was said before does not answer this key.
        state.talk.message = nil
      }
    default:
      if dialog.handle(key) { state.overlay = dialog }
    }
    return .none
  }
}
