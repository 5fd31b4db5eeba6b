import CensusCore
import TerminalKit

extension State {
  /// Goes to the next or previous place that what was sought last fits, and says which it is.
  mutating func goToMatch(by step: Int) {
    let sought = way.lists[listKey]?.sought ?? ""
    guard !sought.isEmpty else {
      talk.message = Message(
        Phrase("还没有查找过文字：先按 / 输入", "nothing was sought yet: press / and type"), .news)
      return
    }
    let places = list(pane) == nil ? matchingLines : matchingRows
    guard !places.isEmpty else {
      talk.message = Message(Phrase("没有“\(sought)”", "no “\(sought)” here"), .problem)
      return
    }
    let current = list(pane) == nil ? way.scroll[place] ?? 0 : way.lists[listKey]?.index ?? 0
    let ahead = step > 0 ? places.first { $0 > current } : places.last { $0 < current }
    let target = ahead ?? (step > 0 ? places[0] : places[places.count - 1])
    if list(pane) == nil {
      way.scroll[place] = target
    } else {
      select(arrangedRows[target].id, at: target)
    }
    let number = (places.firstIndex(of: target) ?? 0) + 1
    talk.message = Message(
      Phrase("“\(sought)” \(number) / \(places.count)", "“\(sought)” \(number) / \(places.count)"),
      .news)
  }

  /// The lines of this page that what was sought fits.
  var matchingLines: [Int] {
    let query = SearchQuery(way.lists[listKey]?.sought ?? "")
    guard !query.isEmpty else { return [] }
    let lines = pageLines
    return lines.indices.filter { query.matches([lines[$0].plain]) }
  }

  private var matchingRows: [Int] {
    let query = SearchQuery(way.lists[listKey]?.sought ?? "")
    let rows = arrangedRows
    return rows.indices.filter { !rows[$0].isHeading && query.matches(rows[$0].texts) }
  }
}
