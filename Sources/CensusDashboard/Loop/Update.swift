import CensusCore
import TerminalKit

extension Dashboard {
  /// What an action does to the state, and what is asked of the world.
  package static func update(_ state: inout State, _ action: Action) -> Effect {
    var effect: Effect
    let (row, spot) = action.bringsRecords ? (state.aimed, state.listKey) : (nil, state.listKey)
    switch action {
    case .key(.character(Key.undecodable)) where !state.gathersText:
      if !state.isTooSmall { state.fail(Labels.undecodable) }
      state.talk.isGarbled = true
      effect = .none
    case .key(.enter) where state.talk.isGarbled && state.overlay?.takesText == true:
      // Whoever typed has not seen yet that a character is missing.
      state.talk.isGarbled = false
      state.fail(Labels.undecodable)
      effect = .none
    case .key(let key):
      state.talk.isGarbled = false
      effect = state.isTooSmall ? pressUnseen(key, &state) : press(key, &state)
    case .mouse(let mouse):
      effect = state.isTooSmall ? .none : point(mouse, &state)
    case .typed(let text):
      state.talk.isGarbled = false
      effect = type(text, &state)
    case .pasted(let text):
      effect = state.isTooSmall ? .none : paste(text, &state)
    case .pastedTooMuch(let limit):
      if !state.isTooSmall { state.fail(Labels.pasteTooLong(bytes: limit)) }
      effect = .none
    case .work:
      effect = state.work()
    case .read(let quarter, let inspection):
      state.archive.add(inspection, of: quarter)
      effect = .none
    case .resized(let size):
      state.size = size
      effect = .none
    case .answered(.background(let shade)):
      state.appearance.background = shade
      effect = .none
    case .answered(.columns(let columns)):
      // What stands there was drawn with signs of another width.
      state.alphabet = columns == 2 ? .ascii : .unicode
      effect = .redraw
    case .tick:
      state.talk.fade()
      state.sayStep()
      effect = state.watchedIntake.map(Effect.watchNotice) ?? .poll
    case .opened(let snapshot):
      let isOtherQuarter = snapshot.projection.quarter != state.projection.quarter
      let before = state.snapshot
      state.snapshot = snapshot
      if let warning = State.warning(snapshot, since: before) {
        state.talk.message = warning
      } else if !isOtherQuarter {
        state.endAlarms(of: before)
      }
      if isOtherQuarter { state.endMarks() }
      state.arrive()
      state.leaveWhatIsGone()
      state.reorder()
      effect = .none
    case .changed(let snapshot, let own):
      state.takeNews(snapshot, own: own)
      effect = .none
    case .noticeRead(let reading, let intake, let now):
      state.show(reading, of: intake, now: now)
      effect = .none
    case .noticeTaken(let snapshot, let said):
      state.took(snapshot, said: said)
      effect = .none
    case .ran(let output):
      state.show(output)
      effect = .none
    case .shared(let shared):
      state.sharing.state = shared
      effect = .none
    case .syncing(let step):
      state.sync(step)
      effect = .none
    case .lost(let why):
      state.lose(why)
      effect = .none
    case .found(let snapshot):
      state.find(snapshot)
      effect = .none
    case .told(let said):
      state.closeDialog()
      state.talk.message = Message(said, .news)
      effect = .none
    case .besides(let said):
      state.talk.say(besides: said)
      effect = .none
    case .recorded(let snapshot, let said):
      state.rememberStandpoint(before: snapshot)
      state.snapshot = snapshot
      state.endLeftover()
      state.closeDialog()
      state.markNone()
      state.runSaved()
      state.justReceived.settle()
      let isReceipt = state.justReceived.recorded != nil
      state.talk.message = Message(said, .done, offer: isReceipt ? .incomingNumber : nil)
      effect = .none
    case .drafted(let request, let draft):
      state.show(draft, of: request)
      effect = .none
    case .wrote(let said, let units):
      state.wrote(said, remindable: units)
      effect = .none
    case .saved(let view, let said):
      state.views.insert(view, at: 0)
      state.talk.message = Message(said, .news)
      effect = .none
    case .confirmed(let said):
      state.endLeftover()
      state.closeDialog()
      state.runSaved()
      state.talk.message = Message(said, .news)
      effect = .none
    case .undone(let snapshot, let undo):
      state.snapshot = snapshot
      state.justReceived = JustReceived()
      state.returnToStandpoint(of: undo.batch)
      state.talk.message = Message(
        Terms.undone(undo, in: snapshot.projection) + Terms.held(undo.held)
          + (Terms.resting(undo.resting(in: snapshot.projection), in: snapshot.projection)
            .map { .semicolon + $0 } ?? .empty),
        .done, remedy: .redo)
      effect = .none
    case .redone(let snapshot, let redo):
      state.snapshot = snapshot
      state.talk.message = Message(
        Labels.redone(redo.events.count) + Terms.held(redo.held)
          + (Terms.resting(redo.resting(in: snapshot.projection), in: snapshot.projection)
            .map { .semicolon + $0 } ?? .empty),
        .done)
      effect = .none
    case .surprised(let why):
      state.surprised(why)
      effect = .none
    case .failed(let why):
      state.destination = nil
      state.justReceived.asked = nil
      state.fail(why)
      effect = .none
    }
    effect = state.askingForActor(before: effect)
    state.settle()
    state.noticeSlip(from: row, at: spot)
    state.settleFinder()
    return effect
  }

  static func press(_ key: Key, _ state: inout State) -> Effect {
    state.talk.clearStale()
    if let leftover = state.asideLeftover {
      state.asideLeftover = nil
      if key == .escape, state.overlay == nil {
        state.dropAside(leftover)
        return .none
      }
    }
    if state.overlay != nil { return pressInOverlay(key, &state) }
    guard let command = state.keys.command(for: key) else {
      if let own = state.ownCommand(for: key) { return state.start(own) }
      state.noticeInputMethod(key)
      return .none
    }
    state.habits.used.insert(command)
    let before = state
    let effect = obey(command, &state)
    if effect == .none { state.explain(command, since: before) }
    return effect
  }

  /// What a command does where no overlay has the keys.
  static func obey(_ command: Command, _ state: inout State) -> Effect {
    if command != .quit, command != .close { state.hasWarnedOfRun = false }
    if let why = state.slip(before: command) {
      state.fail(why)
      return .none
    }
    // What is marked by then is what the act is about.
    if !command.keepsRange { state.way.range = nil }
    switch command {
    case .quit: return state.leave()
    case .redraw: return .redraw
    case .reload:
      state.archive = Archive()
      return .reload
    case .close:
      guard state.way.places.count > 1 else { return state.leave() }
      state.goBack()
    case .back:
      if let effect = state.stopSync() { return effect }
      state.peel()
    case .open: return state.openRow()
    case .viewOverview, .viewPrefectures, .viewSites, .viewIssues, .viewDeadlines, .viewRechecks,
      .viewTrends, .viewChecks, .viewHistory, .viewNotice:
      if let view = command.view { state.show(view) }
    case .nextPane: state.changePane(by: 1)
    case .previousPane: state.changePane(by: -1)
    case .language: state.language = state.language == .chinese ? .english : .chinese
    case .help: state.openHelp()
    case .filter: state.startFilter()
    case .sort: state.sortNext()
    case .reverseSort: state.reverseSort()
    case .left, .right:
      if state.tiles(state.pane) == nil {
        state.shiftColumns(by: command == .left ? -1 : 1)
      } else {
        state.move(command)
      }
    case .zoom: state.zoom()
    case .facets: state.openFacets()
    case .nextMatch: state.goToMatch(by: 1)
    case .previousMatch: state.goToMatch(by: -1)
    case .find: state.openFind()
    case .palette: state.openPalette()
    case .settings: state.overlay = SettingsPanel()
    case .messages: state.overlay = MessageLog()
    case .theme: state.nextTheme()
    case .mouse: state.toggleMouse()
    case .export: state.openExport()
    case .papers: state.openPapers()
    case .openAddress: return state.openOutside()
    case .suspend: return .suspend
    case .demo: return state.showDemo()
    case .lookOn: state.overlay = DayPrompt()
    case .previousQuarter: return state.quarter(by: 1)
    case .nextQuarter: return state.quarter(by: -1)
    case .nextRecord: state.stepRecord(by: 1)
    case .previousRecord: state.stepRecord(by: -1)
    case .receivePaper: return state.receive(.receivePaper)
    case .receiveElectronic: return state.receive(.receiveElectronic)
    case .receiveBoth: return state.receive(.receiveBoth)
    case .detailPaper: state.openDialog(.receivePaper)
    case .detailElectronic: state.openDialog(.receiveElectronic)
    case .incomingNumber: state.openNumber()
    case .chase: state.openDialog(.chase)
    case .act: state.openMenu()
    case .retract: state.retract()
    case .undo: return state.takeBack(.undo)
    case .redo: return state.takeBack(.redo)
    case .complete: return state.takeBack(.complete)
    case .verdictPassed: state.put(.passed)
    case .verdictFailed: state.put(.failed)
    case .verdictUntestable: state.put(.untestable)
    case .verdictAbsent: state.putAbsence()
    case .verdictClear: state.clearVerdict()
    case .saveRun: return state.saveRun()
    case .resume: state.resume()
    case .markRow: state.markRow()
    case .markRange: state.markRange()
    case .markUp: state.extendMarks(.up)
    case .markDown: state.extendMarks(.down)
    case .markAll: state.markAll()
    case .markNone: state.unmarkAll()
    case .copy: state.overlay = CopyPrompt()
    case .ledger: state.openLedger()
    case .worklist: state.openWorklist()
    case .comparison: state.openComparison()
    case .conflicts: state.openConflicts()
    case .intake: return state.openIntake()
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .first, .last:
      state.move(command)
    }
    return .none
  }
}

extension State {
  /// An ideograph in normal mode means that an input method is on; said once.
  fileprivate mutating func noticeInputMethod(_ key: Key) {
    guard case .character(let character) = key, !talk.hasMetInputMethod,
      character.unicodeScalars.contains(where: \.properties.isIdeographic)
    else { return }
    talk.hasMetInputMethod = true
    talk.message = Message(Labels.inputMethod, .news)
  }
}
