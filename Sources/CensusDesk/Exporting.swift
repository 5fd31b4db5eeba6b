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
    let bytes = bytes(of: export, in: snapshot)
    do throws(NewFile.Failure) {
      let path = try NewFile(path: absolute(export.path)).write(bytes, in: world)
      let count = export.rows.count { row in !unreadable.contains { row == .quarter($0) } }
      let missing = Terms.leftOut(unreadable).first
      return .told(
        Messages.exported(count, to: path)
          + (missing.map { Phrase("；\($0.chinese)", "; \($0.english)") } ?? .empty))
    } catch {
      return .failed(
        Messages.unwritten(error.path, error.reason, error.folder) + Phrase("（x）", " (x)"))
    }
  }

  /// The rows as the command of that list prints them, in the order of the screen.
  private mutating func bytes(of export: ListExport, in snapshot: Snapshot) -> [UInt8] {
    let projection = snapshot.projection
    let past = snapshot.past ?? wholePast()
    let date = Terms.dataDate(projection.asOf, projection.knownAt)
    func bytes<Row>(_ roll: Roll<Row>) -> [UInt8] {
      let picked = roll.picking(export.rows)
      let rows = export.columns.isEmpty ? picked : (try? picked.choosing(export.columns)) ?? picked
      return PrintedList(export.list.title, rows).bytes(
        export.form, export.language, beside: date)
    }
    return switch export.list {
    case .units: bytes(projection.unitsRoll(snapshot.receiptDesk))
    case .prefectures: bytes(projection.prefecturesRoll)
    case .sites: bytes(projection.sitesRoll(snapshot.sites, past: past))
    case .findings:
      bytes(
        projection.findingsRoll(
          projection.findings, mentions: projection.inspection.mentions, past: past))
    case .issues: bytes(projection.issuesRoll)
    case .deadlines: bytes(projection.deadlinesRoll)
    case .rechecks: bytes(projection.rechecksRoll(snapshot.followed, past: past))
    case .ledger: bytes(projection.ledgerRoll(isWhole: true))
    case .worklist:
      bytes(
        worklistRoll(
          snapshot.worklist(isSearched: true), on: projection.asOf, session.store.settings.policy,
          directory: projection.directory))
    case .checks:
      bytes(
        checksRoll(
          snapshot.discrepancies, quarter: projection.quarter, language: export.language))
    case .history:
      bytes(
        projection.historyRoll(
          snapshot.history, offset: snapshot.offset, language: export.language, isWhole: true))
    case .trends:
      bytes(
        trendsRoll(
          Trends(snapshot.quarters.compactMap { session.store.inspection(of: $0).inspection }),
          directory: projection.lists))
    // No screen lists them; they are the answers of their commands without a word more.
    case .compare:
      snapshot.comparison.map { bytes(comparisonRoll($0, directory: projection.lists)) } ?? []
    case .review: (try? session.review(of: nil)).map { bytes($0) } ?? []
    case .quarters:
      bytes(
        quartersRoll(
          snapshot.quarters.map { QuarterRow($0, session.store.inspection(of: $0).inspection) }))
    }
  }

  /// That a list has its name now, and how it is asked for.
  static func saved(_ view: NamedView) -> Phrase {
    Phrase(
      "已保存视图“\(view.name)”：用 :视图 \(view.name) 打开，census view \(view.name) 输出",
      "saved the view “\(view.name)”: :view \(view.name) opens it, census view \(view.name) prints it"
    )
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
