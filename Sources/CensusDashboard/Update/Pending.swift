extension State {
  mutating func openFind() {}
  mutating func openPalette() {}
  mutating func openSettings() {}
}
