import CensusCommand
import CensusCore
import CensusDashboard
import CensusStore

/// What the quarter on screen has to do with others: what failed before, what is owed there, which one
/// it is compared with.
extension Desk {
  /// What failed before, read off the earlier quarters once for a quarter; nil while it is read.
  mutating func past(of projection: Projection) -> RepeatOffenders? {
    guard projection.inspection.coverage == .full else {
      pastReading = nil
      return nil
    }
    if let past, past.quarter == quarter, past.isCurrent { return past.offenders }
    if pastReading?.quarter != quarter {
      let reading = PastReading(of: projection, projection.findings, in: &session)
      pastReading = (quarter, reading)
    }
    if readsPastAtOnce { return wholePast() }
    return endOfPast() ?? (past?.quarter == quarter ? past?.offenders : nil)
  }

  /// What failed before, once all earlier quarters were read.
  mutating func endOfPast() -> RepeatOffenders? {
    guard let (quarter, reading) = pastReading, reading.isDone else { return nil }
    past = (quarter, reading.offenders, true)
    pastReading = nil
    return past?.offenders
  }

  /// What failed before, all that is left to read of it read now; nil where nothing can be known.
  mutating func wholePast() -> RepeatOffenders? {
    while pastReading?.reading.isDone == false { pastReading?.reading.step(&session) }
    return endOfPast() ?? (past?.quarter == quarter ? past?.offenders : nil)
  }

  /// What was read of the other periods; what was read last while it is read anew.
  mutating func others(among quarters: [Quarter]) -> WorklistReading? {
    if let others, others.quarter == quarter, others.day == asOf, others.isCurrent {
      othersReading = nil
      return others.reading
    }
    if othersReading?.quarter != quarter || othersReading?.day != asOf {
      let reading = WorklistReading(
        of: quarters.filter { $0 != quarter }, on: asOf, isSearched: true,
        keeping: session.quarter(before: quarter),
        andCensus: true)
      othersReading = (quarter, asOf, reading)
    }
    while readsPastAtOnce, othersReading?.reading.isDone == false {
      othersReading?.reading.step(&session)
    }
    guard let (_, _, reading) = othersReading, reading.isDone else {
      return others?.quarter == quarter ? others?.reading : nil
    }
    others = (quarter, asOf, reading, true)
    othersReading = nil
    return reading
  }

  /// Reads one more of the quarters besides the one on screen.
  mutating func readPast() -> [Action] {
    if pastReading?.reading.isDone == false {
      pastReading?.reading.step(&session)
    } else {
      othersReading?.reading.step(&session)
    }
    let isDone = pastReading?.reading.isDone != false && othersReading?.reading.isDone != false
    return !isDone ? [] : [.changed(snapshot(), own: Set(unconfirmed.keys))]
  }

  /// Others recorded something in them, or brought one in: they are read anew, and what was read before
  /// is shown meanwhile.
  mutating func readOthersAnew() {
    (pastReading, othersReading) = (nil, nil)
    past?.isCurrent = false
    others?.isCurrent = false
  }

  /// Reads the other periods at once, as they are now.
  mutating func readOthersAtOnce() {
    readOthersAnew()
    _ = others(among: session.store.quarters())
    while othersReading?.reading.isDone == false { othersReading?.reading.step(&session) }
  }

  /// Shows a quarter that has come in; what was read of others is read anew.
  mutating func leave(for quarter: Quarter) {
    self.quarter = quarter
    (past, pastReading) = (nil, nil)
    (others, othersReading) = (nil, nil)
  }
}
