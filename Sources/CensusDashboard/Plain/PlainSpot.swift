import CensusCore

/// What has to be said when it changes.
struct Spot {
  /// What has to be read out again.
  struct Place: Equatable {
    let places: [CensusDashboard.Place]
    let pane: Int
    let quarter: Quarter
    let day: Day
    let language: Language
    let wish: ListWish?
  }

  let place: Place
  /// Verdicts put down and not recorded yet.
  let verdicts: Int

  init(_ state: State) {
    var wish = state.way.lists[state.listKey]?.wish
    // The order of a list is no wish of a person.
    wish?.order = []
    place = Place(
      places: state.way.places, pane: state.pane, quarter: state.projection.quarter,
      day: state.projection.asOf, language: state.language, wish: wish)
    verdicts = state.run.count
  }
}
