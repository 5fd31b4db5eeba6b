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
    let (list, rows) = Self.rows(of: export, in: snapshot)
    guard let list, let form = ExportForm(rawValue: export.form.rawValue) else {
      return .failed(Phrase("这个列表不能导出。", "this list cannot be exported."))
    }
    let unreadable =
      list == .trends
      ? snapshot.quarters.filter { session.store.inspection(of: $0).inspection == nil } : []
    let text = snapshot.projection.export(
      list, rows: rows, as: form, export.language, discrepancies: snapshot.discrepancies,
      offset: snapshot.offset, trends: list == .trends ? trends(snapshot.quarters) : Trends())
    do throws(NewFile.Failure) {
      let path = try NewFile(path: absolute(export.path)).write(text, in: world)
      let count = rows.count { row in !unreadable.contains { $0.description == row } }
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

  private mutating func trends(_ quarters: [Quarter]) -> Trends {
    Trends(quarters.compactMap { session.store.inspection(of: $0).inspection })
  }

  /// The path from `/` on; `~` is the home folder.
  private func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home = world.variable("HOME") { return home + path.dropFirst(1) }
    guard let folder = getcwd(nil, 0) else { return "/" + path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// Which list the rows are of, and the fields that name them.
  private static func rows(
    of export: ListExport, in snapshot: Snapshot
  ) -> (ExportList?, [String]) {
    var list: ExportList?
    let names = export.rows.compactMap { row -> String? in
      let (kind, name): (ExportList, String)
      switch row {
      case .unit(let id): (kind, name) = (.units, id)
      case .prefecture(let id): (kind, name) = (.prefectures, id)
      case .site(let code): (kind, name) = (.sites, code.text)
      case .finding(let id): (kind, name) = (.findings, id.description)
      case .category(let id): (kind, name) = (.issues, id)
      case .event(let id): (kind, name) = (.history, id.text)
      case .discrepancy(let index):
        guard snapshot.discrepancies.indices.contains(index) else { return nil }
        (kind, name) = (.checks, snapshot.discrepancies[index].message[export.language])
      case .quarter(let quarter): (kind, name) = (.trends, quarter.description)
      case .mention, .heading: return nil
      }
      list = list ?? kind
      return kind == list ? name : nil
    }
    return (list, names)
  }
}
