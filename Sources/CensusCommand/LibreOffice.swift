internal import CensusStore
internal import Glibc

/// Has LibreOffice save a document in a form that this program reads, in a folder that is gone afterwards.
struct LibreOffice {
  /// How long it may take: it makes itself a profile first.
  private static let seconds = 60
  /// The most bytes that are read of it.
  private static let largest = 64 << 20

  private let programs: OtherPrograms
  private let temporary: String

  /// - Parameter environment: `PATH` says where it lies, `TMPDIR` where the folder is made.
  init(_ environment: [String: String]) {
    programs = OtherPrograms(environment)
    temporary = OtherPrograms.value("TMPDIR", environment) ?? "/tmp"
  }

  /// The bytes of a document in another form.
  func saved(_ document: [UInt8], as form: OfficeForm) -> Conversion {
    let program = ["soffice", "libreoffice"].lazy.compactMap(programs.found).first
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
        ],
        environment: [
          "PATH=\(programs.path)", "HOME=\(folder)", "TMPDIR=\(folder)", "LC_ALL=C.UTF-8",
        ])
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
