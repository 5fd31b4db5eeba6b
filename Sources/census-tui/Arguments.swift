import ArgumentParser
import CensusCommand
import CensusCore
import TerminalKit

/// Columns and rows as typed: `100x30`.
struct ScreenSize: Sendable {
  let columns: Int
  let rows: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  init(text: String) throws {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...500).contains(columns), (1...500).contains(rows)
    else {
      throw ValidationError(
        Phrase(
          "尺寸写作 100x30，各在1到500之间。",
          "a size is written as 100x30, each number from 1 to 500."))
    }
    self.init(columns: columns, rows: rows)
  }
}

/// A script of keys as typed: `5 Down p`.
struct KeyScript: Sendable {
  let keys: [Key]

  init(keys: [Key]) {
    self.keys = keys
  }

  init(text: String) throws {
    guard let keys = Key.parse(script: text) else {
      throw ValidationError(
        Phrase(
          "按键写名称，以空格分开，如“5 Down p Enter C-c lit:云南”。",
          "keys are names parted by blanks, as '5 Down p Enter C-c lit:云南'."))
    }
    self.init(keys: keys)
  }
}
