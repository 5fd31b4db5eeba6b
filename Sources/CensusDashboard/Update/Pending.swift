extension State {
  mutating func openFacets() {}
  mutating func goToMatch(by step: Int) {}
  mutating func openFind() {}
  mutating func openPalette() {}
  mutating func openSettings() {}
  mutating func openMessages() {}
  mutating func openExport() {}
  mutating func openAddress() -> Effect { .none }
}
