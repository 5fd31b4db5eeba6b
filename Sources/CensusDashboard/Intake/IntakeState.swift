package import CensusCore
import TerminalKit

/// What was pasted where nobody types, and looks like a table: whether it is to be taken in.
struct PastedTable: Overlay {
  let text: String
  var isPrompt: Bool { true }

  func press(_ key: Key, _ state: inout State) -> Effect {
    state.overlay = nil
    guard key == .enter else {
      state.talk.message = Message(Phrase("没有载入", "it was not taken in"), .news)
      return .none
    }
    return state.take(.pasted(text))
  }

  func draw(_ state: State, on grid: inout Grid) {
    let lines = text.split(whereSeparator: \.isNewline).count
    let label = Phrase(
      "粘贴了\(lines)行，像是通报或附件。载入？Enter 载入   Esc 放弃",
      "\(lines) lines were pasted that look like a notice. Take them in? Enter yes   Esc no")
    grid.fill(grid.promptLine, .text)
    grid.write(
      label[state.language], at: grid.promptLine.origin, .accent.bold, clip: grid.promptLine)
  }
}

extension State {
  /// Opens the notice that is being taken in, else asks for a file.
  mutating func openIntake() -> Effect {
    guard let intake else {
      var panel = IntakePanel(Intake([]))
      panel.ask(.file)
      overlay = panel
      return .none
    }
    overlay = IntakePanel(intake)
    return .readNotice(intake)
  }

  /// Whether a text comes as keys, which is looked at once all of it is here.
  var gathersText: Bool {
    guard let panel = overlay as? IntakePanel, case .paste? = panel.asking else { return false }
    return true
  }

  /// Takes in a text that was pasted, if all of its characters came.
  mutating func takeIn(_ pasted: String) -> Effect {
    guard !pasted.contains(Key.undecodable) else {
      fail(Labels.undecodable)
      return .none
    }
    return pasted.isEmpty ? .none : take(.pasted(pasted.withPlainLineEnds))
  }

  /// Adds a source to the notice that is being taken in, or begins one.
  mutating func take(_ source: Intake.Source) -> Effect {
    var panel = overlay as? IntakePanel ?? IntakePanel(intake ?? Intake([]))
    if !panel.intake.sources.contains(source) { panel.intake.sources.append(source) }
    overlay = panel
    return .readNotice(panel.intake)
  }

  /// The notice on the screen, while nothing is asked that another reading would move.
  var watchedIntake: Intake? {
    guard let panel = overlay as? IntakePanel, panel.asking == nil, panel.reading != nil,
      !panel.intake.sources.isEmpty
    else { return nil }
    return panel.intake
  }

  /// What was read of it is here.
  mutating func show(_ reading: IntakeReading, of intake: Intake, now: Intake) {
    guard var panel = overlay as? IntakePanel, panel.intake == intake else { return }
    self.intake = now.sources.isEmpty ? nil : now
    panel.intake = now
    if now.answers != intake.answers { panel.before = [] }
    isIntakeKept = reading.isKept
    panel.take(reading)
    overlay = panel
  }

  /// Esc leaves it as a draft.
  mutating func putAside(_ intake: Intake) {
    overlay = nil
    self.intake = intake.sources.isEmpty ? nil : intake
    guard self.intake != nil else { return }
    let key = keys.binding(for: .intake)?.keys.first?.label ?? ""
    guard isIntakeKept else {
      talk.message = Message(
        Phrase(
          "没有写入，草稿也没有存盘，退出后即丢失：\(key) 接着载入",
          "nothing was written, and the draft is not on the disk: leaving loses it; \(key) goes on"),
        .problem)
      return
    }
    talk.message = Message(
      Phrase("草稿留着，没有写入：\(key) 接着载入", "kept as a draft, nothing was written: \(key) goes on"), .news
    )
  }

  /// Says at the start that a draft is there.
  package mutating func resume(_ intake: Intake) {
    self.intake = intake
    let key = keys.binding(for: .intake)?.keys.first?.label ?? ""
    add(
      Phrase(
        "上次载入的通报还没有写入，草稿还在：\(key) 接着载入",
        "a notice that was being taken in is not written; the draft is here: \(key) goes on"),
      .news)
  }

  /// Says at the start that a draft cannot be read.
  ///
  /// - Parameters:
  ///   - aside: where it was put; nil where it stays, and the next one replaces it.
  ///   - reason: why the file cannot be read, if it is that.
  package mutating func lacksDraft(movedTo aside: String?, because reason: Phrase? = nil) {
    let head =
      reason.map {
        Phrase("上次载入通报的草稿无法读取（", "the draft of a notice cannot be read (") + $0 + Phrase("）", ")")
      } ?? Phrase("上次载入通报的草稿已损坏", "the draft of a notice is damaged")
    let tail =
      aside.map {
        Phrase("，原样放在“\($0)”；请从原文件重新载入", " and kept in “\($0)”; take the notice in again")
      }
      ?? Phrase(
        "，再次载入会覆盖它；请从原文件重新载入", "; take the notice in again, which replaces it")
    add(head + tail, .problem)
  }

  /// Says something at the start beside what is said already.
  private mutating func add(_ text: Phrase, _ kind: Message.Kind) {
    guard let known = talk.message, known.kind == .problem else {
      talk.message = Message(text, kind)
      return
    }
    talk.message = Message(known.text + .semicolon + text, .problem)
  }

  /// Drops it.
  mutating func drop() {
    overlay = nil
    intake = nil
    talk.message = Message(Phrase("草稿已丢弃，没有写入", "the draft is dropped; nothing was written"), .news)
  }

  /// It is in the store.
  mutating func took(_ snapshot: Snapshot, said: Phrase) {
    overlay = nil
    intake = nil
    self.snapshot = snapshot
    archive = Archive()
    endMarks()
    leaveWhatIsGone()
    show(.overview)
    // The key of undo takes records back, and this is none.
    talk.message = Message(said, .news)
  }
}
