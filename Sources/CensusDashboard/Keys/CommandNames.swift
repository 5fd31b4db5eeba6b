extension Command {
  /// The name that configuration files and plain mode use: `undo`, `view.sites`.
  ///
  /// Names are kept for good: files of people are written with them.
  package var name: String {
    switch self {
    case .view(let view): "view.\(view.rawValue)"
    default: "\(self)"
    }
  }

  /// The command of a name; nil if there is none.
  package init?(name: String) {
    guard let command = Self.named.first(where: { $0.name == name }) else { return nil }
    self = command
  }

  /// All commands in the order of the help.
  package static let named = KeyMap.standard.bindings.map(\.command)
}
