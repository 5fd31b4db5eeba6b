import CensusCommand
import CensusCore
import CensusDashboard
import CensusLists
import CensusReports
import CensusStore
import Glibc

extension Desk {
  /// Writes rows of a list into a new file, and says where it is.
  mutating func write(_ export: ListExport, of snapshot: Snapshot) -> Action {
    let unreadable =
      export.list == .trends
      ? snapshot.quarters.filter { session.store.inspection(of: $0).inspection == nil } : []
    let text = text(of: export, in: snapshot)
    do throws(NewFile.Failure) {
      let path = try NewFile(path: absolute(export.path)).write(text, in: world)
      let count = export.rows.count { row in !unreadable.contains { row == .quarter($0) } }
      let noun = count == 1 ? "row" : "rows"
      let missing = Terms.leftOut(unreadable).first
      return .told(
        Phrase(
          "已导出\(count)行：\(path)" + (missing.map { "；\($0.chinese)" } ?? ""),
          "wrote \(count) \(noun): \(path)" + (missing.map { "; \($0.english)" } ?? "")))
    } catch {
      let reason = Messages.words(error.reason)
      return .failed(
        Phrase(
          "\(error.path) 无法写出：\(reason.chinese)；请换一个目录或文件名（x）",
          "\(error.path) cannot be written: \(reason.english); choose another folder or name (x)"))
    }
  }

  /// The rows as the command of that list prints them, in the order of the screen.
  private mutating func text(of export: ListExport, in snapshot: Snapshot) -> String {
    let projection = snapshot.projection
    let past = snapshot.past ?? wholePast()
    func text<Row>(_ roll: Roll<Row>) -> String {
      let picked = roll.picking(export.rows)
      let rows = export.columns.isEmpty ? picked : (try? picked.choosing(export.columns)) ?? picked
      return switch export.form {
      case .csv: rows.csv(export.language, bom: true)
      case .markdown: rows.markdown(export.language)
      case .json: rows.json
      }
    }
    return switch export.list {
    case .units: text(projection.unitsRoll(snapshot.receiptDesk))
    case .prefectures: text(projection.prefecturesRoll)
    case .sites: text(projection.sitesRoll(snapshot.sites, past: past))
    case .findings:
      text(
        projection.findingsRoll(
          projection.findings, mentions: projection.inspection.mentions, past: past))
    case .issues: text(projection.issuesRoll)
    case .deadlines: text(projection.deadlinesRoll)
    case .rechecks: text(projection.rechecksRoll(snapshot.followed, past: past))
    case .ledger: text(projection.ledgerRoll(isWhole: true))
    case .worklist:
      text(
        worklistRoll(
          snapshot.worklist(isSearched: true), on: projection.asOf, session.store.settings.policy,
          directory: projection.directory))
    case .checks:
      text(
        checksRoll(
          snapshot.discrepancies, quarter: projection.quarter, language: export.language))
    case .history:
      text(
        projection.historyRoll(
          snapshot.history, offset: snapshot.offset, language: export.language, isWhole: true))
    case .trends:
      text(
        trendsRoll(
          Trends(snapshot.quarters.compactMap { session.store.inspection(of: $0).inspection }),
          directory: projection.lists))
    // No screen lists them; they are the answers of their commands without a word more.
    case .compare:
      snapshot.comparison.map { text(comparisonRoll($0, directory: projection.lists)) } ?? ""
    case .review: (try? session.review(of: nil)).map { text($0) } ?? ""
    case .quarters:
      text(
        quartersRoll(
          snapshot.quarters.map { QuarterRow($0, session.store.inspection(of: $0).inspection) }))
    }
  }

  /// The path from `/` on; `~` is the home folder.
  func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home = world.variable("HOME") { return home + path.dropFirst(1) }
    guard let folder = getcwd(nil, 0) else { return "/" + path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }
}
