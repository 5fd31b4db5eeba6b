import CensusCore
import CensusDashboard
import CensusLists
import CensusTestSupport
import StrictJSON
import TerminalKit
import Testing

/// What holds for every record: its file, its page and what `show` answers say the same fields.
struct RecordLaws {
  @Test func thePageAndTheAnswerSayEveryField() throws {
    var kinds: Set<String> = []
    for office in try Office.all() {
      var screen = try office.screen(.history)
      var last: RowID?
      while let row = screen.state.rowUnderCursor?.id, row != last {
        last = row
        guard let id = screen.name(row) else {
          // A batch is unfolded, so that its records are met as well.
          try screen.press("Enter Down")
          continue
        }
        let entry = try #require(screen.state.snapshot.history.first { $0.event.id.text == id })
        let kind = entry.event.payload.typeName
        if let content = entry.event.payload.content, kinds.insert(kind).inserted {
          try screen.press("Enter")
          let page = screen.frame.plainText
          for (field, value) in content.said {
            guard let word = field.word, let words = field.words(value, in: screen.state.projection)
            else { continue }
            #expect(page.contains(word.chinese), "\(kind) \(field.key)")
            #expect(page.contains(words.chinese), "\(kind) \(field.key)")
          }
          try screen.press("Escape")
          let answer = try office.run(["show", id, "--format", "json"]).answer
          let payload = try JSONDocument(Array(answer.utf8)).root["payload"]
          let keys = try #require(payload?.fields).map(\.name)
          #expect(keys.sorted() == type(of: content).fields.map(\.key).sorted(), "\(kind)")
        }
        try screen.press("Down")
      }
    }
    #expect(kinds.count >= 15)
  }
}
