import CensusCore
import CensusDashboard
import CensusStore
import TerminalKit
import Testing

/// No screen in English has Chinese on it but what was published or typed.
struct EnglishLaws {
  @Test(arguments: View.allCases, ["", "Enter", "Enter Enter", "?", ":", "m", "f", "F2", "y", "x"])
  func nothingIsLeftInChinese(_ view: View, _ keys: String) throws {
    for office in try Office.all() {
      // The other language is called by its own name.
      let known = try office.texts() + "中文"
      for (columns, rows) in [(80, 24), (200, 60)] {
        var screen = try office.screen(view, .english, columns, rows)
        try screen.press(keys)
        for run in Self.runs(of: screen.frame.plainText) {
          #expect(known.contains(run), "\(office.name), \(columns)×\(rows): \(run)")
        }
      }
    }
  }

  /// The pieces of a text that are Chinese characters.
  private static func runs(of text: String) -> Set<Substring> {
    Set(text.split { !$0.unicodeScalars.allSatisfy(isHan) })
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }
}

extension Office {
  /// All that the store's facts and records say, one text.
  fileprivate func texts() throws -> String {
    var texts = ""
    func add(_ folder: String) throws {
      for entry in try store.list(folder) where entry.name != "schema" {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.kind == .folder {
          try add(path)
        } else {
          texts += String(decoding: try store.read(path, limit: 64 << 20), as: UTF8.self)
        }
      }
    }
    try add("")
    return texts
  }
}
