import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// A fault at every step of recording: what is acknowledged stays, what is not is absent or whole.
struct FaultTests {
  /// What is recorded: one event, or three in two folders.
  enum Act: CaseIterable {
    case single
    case batch

    var drafts: [EventDraft] {
      switch self {
      case .single: [Sample.receipt("临沧")]
      case .batch:
        [
          Sample.receipt("昆明", .paper), Sample.receipt("昆明", .electronic),
          EventDraft(
            on: Sample.day("2018-10-19"), quarter: nil, subject: .site(SiteCode("5301000042")),
            payload: .note(Note(text: "a"))),
        ]
      }
    }
  }

  enum Outcome: Equatable {
    case acknowledged([Event])
    case refused
    case unconfirmed
  }

  /// A store with two events in it already, as it lies on the disk.
  private func prepared() throws -> (InMemoryFileSystem, [Event]) {
    let files = try Sample.memory()
    var store = try Store.open(files)
    let batch = try store.record(
      [Sample.note("前"), Sample.receipt("怒江")],
      by: Sample.recorder(at: "2018-10-18T01:00:00Z", from: 1_000))
    files.powerCut()
    return (files, batch.events.sorted(by: Event.inOrder))
  }

  private func record(_ act: Act, in files: any FileSystem, from first: Int = 1) throws -> Outcome {
    var store = try Store.open(files)
    do throws(StoreError) {
      return .acknowledged(try store.record(act.drafts, by: Sample.recorder(from: first)).events)
    } catch {
      switch error {
      case .notRecorded: return .refused
      case .notConfirmed: return .unconfirmed
      default: throw error
      }
    }
  }

  /// The events of a store that has no damage; a batch that was cut short says so.
  private func sound(_ files: any FileSystem) throws -> [Event] {
    var store = try Store.open(files)
    let list = store.events(of: Sample.quarter)
    let cut = list.events.filter { event in
      list.events.count { $0.batch == event.batch } < event.batchSize
    }
    let said = list.problems.compactMap { problem in
      if case .partialBatch(let batch) = problem.kind { batch.id } else { nil }
    }
    #expect(Set(said) == Set(cut.map(\.batch)))
    #expect(said.count == list.problems.count)
    return list.events
  }

  /// The steps of an act without faults.
  @Test func takesTheStepsInOrder() throws {
    let (files, _) = try prepared()
    let counting = FaultyFileSystem(files, failingAt: .max, .error(.noSpace))
    #expect(try record(.single, in: counting) != .refused)
    #expect(
      counting.steps == [
        .makeDirectory, .synchronize, .makeDirectory, .synchronize, .makeDirectory, .synchronize,
        .makeDirectory, .create, .write, .synchronize, .close, .rename, .synchronize,
      ])
    let three = FaultyFileSystem(try prepared().0, failingAt: .max, .error(.noSpace))
    #expect(try record(.batch, in: three) != .refused)
    #expect(
      three.steps.filter { $0 != .makeDirectory && $0 != .synchronize } == [
        .create, .write, .close, .create, .write, .close, .create, .write, .close,
        .rename, .rename, .rename, .create, .write, .close, .rename,
      ])
    // What comes last is the mark of a folder that has its first record.
    let first = try #require(three.steps.firstIndex(of: .rename))
    #expect(
      three.steps[first..<(first + 5)] == [.rename, .rename, .rename, .synchronize, .synchronize])
  }

  @Test(
    arguments: Act.allCases,
    [.error(.noSpace), .error(.system(code: 5)), .errors(.noSpace), .halfWrite(.noSpace)]
      as [FaultyFileSystem.Fault])
  func survivesAnErrorAtEveryStep(_ act: Act, _ fault: FaultyFileSystem.Fault) throws {
    try atEveryStep(act, fault) { files, before, outcome, step in
      let live = try sound(files)
      switch outcome {
      case .acknowledged(let events): #expect(Set(live.map(\.id)).isSuperset(of: events.map(\.id)))
      case .refused:
        #expect(live == before, "after a refusal nothing has changed, step \(step)")
        // What cannot be removed because nothing works any more is for the sweep.
        if case .errors = fault { break }
        #expect(try files.list("tmp") == [], "step \(step)")
      case .unconfirmed: break
      }
    }
  }

  @Test(
    arguments: Act.allCases,
    InMemoryFileSystem.Loss.allCases.flatMap { [.powerCut($0), .powerCutAfter($0)] }
      as [FaultyFileSystem.Fault])
  func survivesAPowerCutAtEveryStep(_ act: Act, _ fault: FaultyFileSystem.Fault) throws {
    try atEveryStep(act, fault) { _, _, outcome, step in
      if case .acknowledged = outcome { Issue.record("acknowledged without power, step \(step)") }
    }
  }

  /// Runs an act with a fault at step 0, 1, 2 … until it is not reached; then the power goes.
  private func atEveryStep(
    _ act: Act, _ fault: FaultyFileSystem.Fault,
    check: (InMemoryFileSystem, [Event], Outcome, Int) throws -> Void
  ) throws {
    for step in 0... {
      let (files, before) = try prepared()
      let faulty = FaultyFileSystem(files, failingAt: step, fault)
      let outcome = try record(act, in: faulty)
      if faulty.hasStruck {
        try check(files, before, outcome, step)
      } else {
        #expect(step > 10)
      }
      files.powerCut()
      let after = try sound(files)
      #expect(Set(after.map(\.id)).isSuperset(of: before.map(\.id)), "step \(step)")
      if case .acknowledged(let events) = outcome {
        #expect(Set(after.map(\.id)).isSuperset(of: events.map(\.id)), "step \(step)")
      }
      #expect(after.count <= before.count + act.drafts.count)
      // The same act once more succeeds, and its events stay.
      guard case .acknowledged(let again) = try record(act, in: files, from: 500) else {
        Issue.record("not recorded at the second attempt, step \(step)")
        return
      }
      files.powerCut()
      #expect(Set(try sound(files).map(\.id)).isSuperset(of: again.map(\.id)), "step \(step)")
      if !faulty.hasStruck { return }
    }
  }

  /// Another made the folder and was stopped before forcing it to the disk.
  @Test func forcesFoldersThatAnotherMade() throws {
    let files = try Sample.memory()
    for folder in ["events", "events/2018Q3", "events/2018Q3/2018-10-19", "tmp"] {
      _ = try files.makeDirectory(folder)
    }
    var store = try Store.open(files)
    let batch = try store.record([Sample.receipt("临沧")], by: Sample.recorder())
    files.powerCut()
    #expect(try sound(files) == batch.events)
  }

  /// The same bytes once more: nothing is written, but it is on the disk afterwards.
  @Test func confirmsWhatIsInPlaceAlready() throws {
    let (files, before) = try prepared()
    let last = FaultyFileSystem(files, failingAt: 12, .error(.system(code: 5)))
    var store = try Store.open(last)
    let error = #expect(throws: StoreError.self) {
      try store.record([Sample.receipt("临沧")], by: Sample.recorder())
    }
    guard case .notConfirmed(let batch, let cause) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(cause == FileError(.synchronize, "events/2018Q3/2018-10-19", .system(code: 5)))
    #expect(try sound(files).count == before.count + 1)
    _ = store.refresh(Sample.quarter)
    try store.confirm(batch.events.map(\.id))
    files.powerCut()
    #expect(Set(try sound(files).map(\.id)).isSuperset(of: batch.events.map(\.id)))
  }

  @Test func countsWhatAnotherWroteMeanwhile() throws {
    let files = try Sample.memory()
    var one = try Store.open(files)
    var two = try Store.open(files)
    #expect(one.events(of: Sample.quarter).events == [])
    let first = try two.record([Sample.note("a")], by: Sample.recorder("desk-3", from: 50))
    let second = try one.record([Sample.note("b")], by: Sample.recorder())
    let third = try two.record([Sample.note("c")], by: Sample.recorder("desk-3", from: 60))
    // It counts for the order, and nobody has seen it.
    #expect(second.events[0].seen == [])
    #expect(third.events[0].seen == first.events.map(\.id))
    #expect(third.events[0].clock == 3)
    files.powerCut()
    #expect(try sound(files) == first.events + second.events + third.events)
  }

  /// Making a store is all or nothing as well.
  @Test(arguments: [.error(.noSpace), .powerCut(.everything)] as [FaultyFileSystem.Fault])
  func makesAWholeStoreOrNone(_ fault: FaultyFileSystem.Fault) throws {
    for step in 0... {
      let files = InMemoryFileSystem()
      let faulty = FaultyFileSystem(files, failingAt: step, fault)
      let isMade = (try? Store.initialise(faulty, settings: Sample.settings)) != nil
      #expect(isMade == !faulty.hasStruck)
      files.powerCut()
      if isMade {
        #expect(try Store.open(files).problems == [])
        return
      }
      if (try? Store.open(files)) == nil {
        try Store.initialise(files, settings: Sample.settings)
      }
      #expect(try Store.open(files).settings == Sample.settings)
    }
  }
}
