import CensusCommand
import CensusCore
import CensusDashboard
import CensusStore

// Counterfoils of what is recorded at the screen.
extension Desk {
  /// What is to be said of a record besides: that others were put back, or, once, that it has no
  /// counterfoil.
  mutating func told(of batch: RecordedBatch) -> [Action] {
    var sentences: [Phrase] = []
    if batch.putBack > 0 { sentences.append(Messages.putBack(batch.putBack)) }
    if let error = batch.withoutCounterfoil, !hasToldOfCounterfoils {
      hasToldOfCounterfoils = true
      sentences.append(Messages.withoutCounterfoil(error))
    }
    if let why = OwnProgram.tell(onRecorded, of: batch.files) { sentences.append(why) }
    return sentences.map { .besides($0) }
  }

  /// Goes on with the counterfoils of a store that was opened anew.
  mutating func keepCounterfoils() {
    let store = session.store.settings.id
    if let kept = world.counterfoils(of: store, at: session.path) { session.store.use(kept) }
  }
}
