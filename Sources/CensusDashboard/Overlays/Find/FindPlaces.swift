import CensusCore
import CensusLists

extension State {
  /// Goes to what was found: at once in the quarter on screen, else once its quarter is here.
  mutating func go(to entry: FindEntry) -> Effect {
    guard let quarter = entry.quarter, quarter != projection.quarter else {
      arrive(at: entry.target)
      return .none
    }
    destination = .found(entry.target)
    return .open(quarter, on: projection.asOf)
  }

  /// The quarter asked for is here.
  mutating func arrive() {
    let destination = destination
    self.destination = nil
    switch destination {
    case .found(let target): arrive(at: target)
    case .place(let place):
      way.places.append(place)
      way.lists[listKey] = nil
    case nil: break
    }
  }

  /// Opens a place as if from its list, with the cursor of the list on it: Esc leads there.
  private mutating func arrive(at target: FindEntry.Target) {
    let (view, place, row): (View, Place, RowID)
    switch target {
    case .prefecture(let id): (view, place, row) = (.prefectures, .prefecture(id), .prefecture(id))
    case .unit(let id): (view, place, row) = (.deadlines, .unit(id), .unit(id))
    case .site(let code), .finding(_, let code):
      // Found by the printed code; a list has a site under the code that holds.
      let site = site(of: target) ?? code
      (view, place, row) = (.sites, .site(site), .site(site))
    case .category(let id): (view, place, row) = (.issues, .category(id), .category(id))
    case .command, .verb, .named, .own, .sync: return
    }
    show(view)
    way.lists[listKey, default: ListState()].cursor = row
    way.places.append(place)
    way.lists[listKey] = nil
    guard case .finding(let id, _) = target else { return }
    way.lists[listKey, default: ListState()].cursor = .finding(id)
  }

  private func site(of target: FindEntry.Target) -> SiteCode? {
    switch target {
    case .site(let code): projection.site(code)?.code
    case .finding(let id, _): projection.finding(id)?.site
    case .prefecture, .unit, .category, .command, .verb, .named, .own, .sync: nil
    }
  }
}
