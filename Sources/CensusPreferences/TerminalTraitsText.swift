import CensusStore
import StrictJSON
package import TerminalKit

extension Preferences {
  /// What a kind of terminal answered the last time; nothing where nobody knows.
  package func traits(of terminal: String) -> TerminalTraits {
    guard let path = traitsPath(of: terminal),
      let bytes = try? read(path, limit: TerminalTraits.limits.file)
    else { return TerminalTraits() }
    return TerminalTraits(reading: bytes)
  }

  /// Keeps what a kind of terminal answered.
  ///
  /// Where that cannot be, nobody is told: the terminal is asked again.
  package func keep(_ traits: TerminalTraits, of terminal: String) {
    guard let path = traitsPath(of: terminal) else { return }
    try? write(traits.file, to: path)
  }

  /// What tells a terminal from others may be any text, so its hash is the name.
  private func traitsPath(of terminal: String) -> String? {
    stateFolder.map { "\($0)/terminal-\(SHA256.hex(Array(terminal.utf8)).prefix(16)).json" }
  }
}

extension TerminalTraits {
  /// How much is read: two words have room in it.
  fileprivate static let limits = JSONLimits(depth: 2, text: 64, file: 4096)

  /// Reads a file; what cannot be used is not known.
  fileprivate init(reading bytes: [UInt8]) {
    let root = try? JSONDocument(bytes, limits: Self.limits).root
    self.init(
      background: root?["background"]?.text.flatMap(Shade.init(rawValue:)),
      isWide: root?["ambiguous"]?.text.flatMap(Config.Ambiguous.init(rawValue:)).flatMap {
        $0 == .auto ? nil : $0 == .wide
      })
  }

  fileprivate var file: [UInt8] {
    var fields: [(String, PrettyJSON)] = []
    if let background { fields.append(("background", .text(background.rawValue))) }
    if let isWide {
      let word: Config.Ambiguous = isWide ? .wide : .narrow
      fields.append(("ambiguous", .text(word.rawValue)))
    }
    return PrettyJSON.object(fields).file
  }
}
