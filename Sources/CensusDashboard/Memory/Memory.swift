package import CensusCore
package import CensusLists
package import TerminalKit

/// What is remembered of a person's use of one store, from one start to the next.
package struct Memory: Equatable, Sendable {
  /// Something chosen while the program ran, and what it replaced.
  ///
  /// It holds until what it replaced changes: whoever configures another theme gets that one.
  package struct Choice<Value: Equatable & Sendable>: Equatable, Sendable {
    package var chosen: Value
    package var instead: Value

    package init(_ chosen: Value, instead: Value) {
      self.chosen = chosen
      self.instead = instead
    }
  }

  /// The quarter on screen.
  package var quarter: Quarter?
  /// Where the person was, and what was made of the lists there; no place if nothing is remembered.
  package var way = Way([])
  /// The named view that each list showed.
  package var views: [ListKey: String] = [:]
  /// The verdicts of the run sheet that were not recorded yet, as a draft is kept.
  package var verdicts: [FindingID: RunVerdict] = [:]
  /// Which of them another window of the same person left behind.
  package var joined: Set<FindingID> = []
  /// Rows on which two windows left different verdicts: the other one.
  package var rivals: [FindingID: RunVerdict] = [:]
  /// What was filled into dialogs and not recorded, the latest last.
  package var leftovers: [Leftover] = []
  /// When it was written.
  package var at: Instant?
  package var language: Choice<Language>?
  package var theme: Choice<Theme>?
  package var mouse: Choice<Bool>?
  /// In which order names sort.
  package var nameOrder = NameOrder.official
  package var habits = Habits()

  package init() {}

  /// How many searches are remembered, and how many filters.
  package static let longestHistory = 20

  /// How long marks are remembered, in seconds.
  package static let lifeOfMarks = 24 * 60 * 60
}

/// What a person said with options, which no memory overrules.
package enum Said: Hashable, Sendable {
  case quarter
  case view
  case language
  case theme
  case mouse
}

/// The looks that options and configuration ask for.
package struct Looks: Equatable, Sendable {
  package var language: Language
  package var appearance: Appearance

  package init(language: Language, appearance: Appearance) {
    self.language = language
    self.appearance = appearance
  }
}

extension Memory {
  /// What is to be remembered of a state.
  ///
  /// - Parameters:
  ///   - state: the last one.
  ///   - now: the moment.
  ///   - looks: as they were asked for at the start.
  ///   - said: what options said; for that, what was chosen earlier stays remembered.
  ///   - before: what was remembered until now.
  package init(
    of state: State, at now: Instant, begunWith looks: Looks, said: Set<Said> = [],
    after before: Memory = Memory()
  ) {
    quarter = state.projection.quarter
    way = state.way.kept
    views = state.way.lists.compactMapValues { $0.view?.name }
    verdicts = state.run
    leftovers = state.unrecorded
    at = now
    language = Self.choice(
      state.language, looks.language, before.language, isSaid: said.contains(.language))
    theme = Self.choice(
      state.appearance.theme, looks.appearance.theme, before.theme, isSaid: said.contains(.theme))
    mouse = Self.choice(
      state.appearance.capturesMouse, looks.appearance.capturesMouse, before.mouse,
      isSaid: said.contains(.mouse))
    nameOrder = state.nameOrder
    habits = state.habits
  }

  private static func choice<Value>(
    _ chosen: Value, _ instead: Value, _ before: Choice<Value>?, isSaid: Bool
  ) -> Choice<Value>? {
    if chosen != instead { return Choice(chosen, instead: instead) }
    return isSaid ? before : nil
  }
}

extension Memory {
  /// What was not recorded, and nothing else.
  package var unrecordedAlone: Memory {
    var memory = Memory()
    (memory.verdicts, memory.joined, memory.rivals) = (verdicts, joined, rivals)
    memory.leftovers = leftovers
    return memory
  }

  /// Keeps verdicts and dialogs that another window put into the memory since it was read.
  ///
  /// They are nobody's to drop, and the next start tells of them. What another window recorded or
  /// dropped is not kept.
  ///
  /// - Parameters:
  ///   - stored: as it is on the disk now.
  ///   - begun: as it was read at the start.
  package mutating func keepUnrecorded(of stored: Memory, unlike begun: Memory) {
    for (id, verdict) in stored.verdicts where begun.verdicts[id] != verdict {
      guard let own = verdicts[id] else {
        verdicts[id] = verdict
        joined.insert(id)
        continue
      }
      if !own.isSame(as: verdict) { rivals[id] = verdict }
    }
    for (id, verdict) in stored.rivals where begun.rivals[id] != verdict {
      rivals[id] = rivals[id] ?? verdict
    }
    joined.formUnion(stored.joined.subtracting(begun.joined).intersection(verdicts.keys))
    leftovers.removeAll { begun.leftovers.contains($0) && !stored.leftovers.contains($0) }
    let others = stored.leftovers.filter {
      !begun.leftovers.contains($0) && !leftovers.contains($0)
    }
    leftovers = Array((others + leftovers).suffix(Leftover.most))
  }
}

extension State {
  /// Takes up what is remembered; what is no longer there is dropped.
  ///
  /// The quarter is the caller's to open: the snapshot must show it already.
  ///
  /// - Parameters:
  ///   - memory: of this store.
  ///   - now: the moment, for what is remembered for a day only.
  ///   - said: what options said.
  package mutating func take(up memory: Memory, at now: Instant, said: Set<Said> = []) {
    if !said.contains(.language), let choice = memory.language, choice.instead == language {
      language = choice.chosen
    }
    if !said.contains(.theme), let choice = memory.theme, choice.instead == appearance.theme {
      appearance.theme = choice.chosen
    }
    if !said.contains(.mouse), let choice = memory.mouse,
      choice.instead == appearance.capturesMouse
    {
      appearance.capturesMouse = choice.chosen
    }
    nameOrder = memory.nameOrder
    habits = memory.habits
    let begun = way
    way = memory.way
    let age = memory.at.map { now.seconds - $0.seconds } ?? .max
    if memory.quarter != projection.quarter || !(0..<Memory.lifeOfMarks).contains(age) {
      way.marks = [:]
    }
    let isAsked = said.contains(.view)
    if isAsked || memory.way.view == nil {
      (way.places, way.isZoomed) = (begun.places, begun.isZoomed)
    }
    takeUp(memory.views)
    takeUpUnrecorded(of: memory)
    leaveWhatIsGone()
    dropMarksThatAreGone()
    settle()
  }

  /// Takes up what was not recorded: verdicts wait where they were put down, dialogs until they are
  /// opened.
  ///
  /// Where two windows left different ones on a row, neither counts.
  package mutating func takeUpUnrecorded(of memory: Memory) {
    run = memory.verdicts.filter { memory.rivals[$0.key] == nil }
    runSaved()
    let count = unsavedCount
    var said: [Phrase] = []
    if count > 0 {
      let joined = memory.joined.intersection(run.keys).count
      said.append(
        Phrase(
          "上次有\(count)条复查结论没有保存\(joined > 0 ? "（其中\(joined)条是另一个窗口填的）" : "")，都还在："
            + "按 6 查看，w 保存",
          "\(count) \(count == 1 ? "verdict was" : "verdicts were") not saved last time"
            + (joined > 0 ? " (\(joined) put down in another window)" : "")
            + " and \(count == 1 ? "is" : "are") here: 6 shows, w saves"))
    }
    for (id, other) in memory.rivals.sorted(by: { $0.key < $1.key }) {
      guard let own = memory.verdicts[id] else { continue }
      said.append(
        Phrase(
          "\(id)在两个窗口里填得不同（\(own.words.chinese)、\(other.words.chinese)），都没有保留，请重新填写",
          "\(id): two windows disagree (\(own.words.english), \(other.words.english)); neither is kept, "
            + "put the verdict down again"))
    }
    leftovers = memory.leftovers
    if let sentence = leftoverSentence { said.append(sentence) }
    guard !said.isEmpty else { return }
    let told = Message(
      Phrase(
        said.map(\.chinese).joined(separator: "；"), said.map(\.english).joined(separator: "; ")),
      memory.rivals.isEmpty ? .news : .problem)
    talk.add(told)
  }

  /// Marks of rows that a list no longer has would be recorded unseen.
  private mutating func dropMarksThatAreGone() {
    let here = way.places
    for (key, rows) in way.marks {
      way.places = [key.place]
      let there = Set((list(key.pane)?.rows ?? []).map(\.id))
      let left = rows.intersection(there)
      way.marks[key] = left.isEmpty ? nil : left
    }
    way.places = here
  }
}
