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
    let file = NewFile(path: export.path, home: getenv("HOME").map { String(cString: $0) })
    switch file.write(Array(text.utf8)) {
    case .success(let path):
      return .told(
        Phrase(
          "已导出\(rows.count)行：\(path)",
          "wrote \(rows.count) \(rows.count == 1 ? "row" : "rows"): \(path)"))
    case .failure(let error):
      let reason = String(cString: strerror(error.code))
      return .failed(
        Phrase(
          "\(error.path) 无法写出：\(reason)；请换一个目录或文件名（x）",
          "\(error.path) cannot be written: \(reason); choose another folder or name (x)"))
    }
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

/// A file that is not there yet.
struct NewFile {
  /// Why it could not be written.
  struct Failure: Error {
    let path: String
    let code: Int32
  }

  /// As a person typed it; `~` is the home folder.
  let path: String
  let home: String?

  /// Writes it whole and forces it to the disk; a file that has the name keeps it, and this one
  /// takes the next free number: `list-2.csv`.
  ///
  /// - Returns: the absolute path.
  func write(_ bytes: [UInt8]) -> Result<String, Failure> {
    let wanted = absolute
    for number in 1...999 {
      let path = number == 1 ? wanted : numbered(wanted, number)
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { return .failure(Failure(path: path, code: errno)) }
      let code = fill(descriptor, bytes)
      close(descriptor)
      guard code == 0 else {
        unlink(path)
        return .failure(Failure(path: path, code: code))
      }
      return .success(path)
    }
    return .failure(Failure(path: wanted, code: EEXIST))
  }

  private func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return count == 0 ? EIO : errno
      }
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }

  private var absolute: String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home { return home + path.dropFirst(1) }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private func numbered(_ path: String, _ number: Int) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "\(path)-\(number)"
    }
    let ending = name[dot...]
    return "\(path.dropLast(ending.count))-\(number)\(ending)"
  }
}
