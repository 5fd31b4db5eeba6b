internal import Glibc

/// Where programs lie that are not of this package and that help to read documents.
struct OtherPrograms {
  /// The folders that are looked through.
  let path: String

  /// - Parameter environment: `PATH` says where they lie.
  init(_ environment: [String: String]) {
    path = OtherPrograms.value("PATH", environment) ?? "/usr/local/bin:/usr/bin:/bin"
  }

  /// A variable that says something.
  static func value(_ name: String, _ environment: [String: String]) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The first program of a name.
  func found(_ name: String) -> String? {
    path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
