import CensusCommand
import CensusCore
import CensusDashboard
import CensusReports
import Glibc

extension Desk {
  /// Writes rows of a list into a new file, and says where it is.
  func write(_ export: ListExport, of snapshot: Snapshot) -> Action {
    let (list, rows) = Self.rows(of: export, in: snapshot)
    guard let list, let form = ExportForm(rawValue: export.form.rawValue) else {
      return .failed(Phrase("这个列表不能导出。", "this list cannot be exported."))
    }
    let text = snapshot.projection.export(
      list, rows: rows, as: form, export.language, discrepancies: snapshot.discrepancies,
      offset: snapshot.offset)
    do throws(NewFile.Failure) {
      let path = try NewFile(path: absolute(export.path)).write(text, in: world)
      let noun = rows.count == 1 ? "row" : "rows"
      return .told(
        Phrase("已导出\(rows.count)行：\(path)", "wrote \(rows.count) \(noun): \(path)"))
    } catch {
      let reason = Messages.words(error.reason)
      return .failed(
        Phrase(
          "\(error.path) 无法写出：\(reason.chinese)；请换一个目录或文件名（x）",
          "\(error.path) cannot be written: \(reason.english); choose another folder or name (x)"))
    }
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
        (kind, name) = (.checks, snapshot.discrepancies[index].message.chinese)
      case .mention, .heading: return nil
      }
      list = list ?? kind
      return kind == list ? name : nil
    }
    return (list, names)
  }
}
