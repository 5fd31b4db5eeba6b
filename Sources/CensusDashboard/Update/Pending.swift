extension State {
  mutating func openFacets() {}
  mutating func goToMatch(by step: Int) {}
  mutating func openMessages() {}
  mutating func openExport() {}
  mutating func openAddress() -> Effect { .none }
}
