internal import CensusStore
internal import Glibc

/// Has LibreOffice save a document in a form that this program reads, in a folder that is gone afterwards.
struct LibreOffice {
  /// How long it may take: it makes itself a profile first.
  private static let seconds = 60
  /// The most bytes that are read of it.
  private static let largest = 64 << 20

  private let path: String
  private let temporary: String

  /// - Parameter environment: `PATH` says where it lies, `TMPDIR` where the folder is made.
  init(_ environment: [String: String]) {
    path = LibreOffice.value("PATH", environment) ?? "/usr/local/bin:/usr/bin:/bin"
    temporary = LibreOffice.value("TMPDIR", environment) ?? "/tmp"
  }

  private static func value(_ name: String, _ environment: [String: String]) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The bytes of a document in another form.
  func saved(_ document: [UInt8], as form: OfficeForm) -> Conversion {
    let program = ["soffice", "libreoffice"].lazy.compactMap(found).first
    guard let program else { return .missing }
    // Whoever stops the program leaves no copy of a document behind.
    return holdingSignals {
      guard let folder = madeFolder() else { return .stopped }
      defer { LibreOffice.remove(folder) }
      return saved(document, as: form, by: program, in: folder)
    }
  }

  private func saved(
    _ document: [UInt8], as form: OfficeForm, by program: String, in folder: String
  ) -> Conversion {
    do throws(FileError) {
      let files = try DiskFileSystem(root: folder)
      let file = try files.create("document")
      try files.write(document, to: file)
      try files.close(file)
      let child = ChildProcess(
        program,
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
          "--convert-to", form.rawValue, "--outdir", "\(folder)/result", "\(folder)/document",
        ], environment: ["PATH=\(path)", "HOME=\(folder)", "TMPDIR=\(folder)", "LC_ALL=C.UTF-8"])
      guard let child else { return .stopped }
      let end = child.exchange([], until: LibreOffice.seconds * 1_000, most: 1 << 20)
      guard case .output = end else { return end }
      return .output(
        try files.read("result/document.\(form.rawValue)", limit: LibreOffice.largest))
    } catch {
      // Why it saved nothing it said on its own stream, in its own words.
      return .stopped
    }
  }

  private func found(_ name: String) -> String? {
    path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// A folder that nobody else may look into.
  private func madeFolder() -> String? {
    let blank = String(repeating: "X", count: 6)
    var template = Array("\(temporary)/site-census-\(blank)".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
  }

  /// Takes a folder away with all that lies in it.
  private static func remove(_ folder: String) {
    if let stream = opendir(folder) {
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
      }
      closedir(stream)
      for name in names {
        let path = "\(folder)/\(name)"
        // A link is no folder, wherever it leads.
        if unlink(path) != 0 { remove(path) }
      }
    }
    rmdir(folder)
  }
}
