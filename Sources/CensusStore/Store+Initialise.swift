public import CensusCore
import StrictJSON

extension Store {
  /// Makes a store in an empty folder: without quarters, or with those of another; without events.
  ///
  /// - Parameters:
  ///   - fileSystem: the folder; nothing may be in it.
  ///   - settings: what `store.json` is to say; its identity should be a new one.
  ///   - source: the store whose lists, quarters and schemas are copied, byte for byte.
  /// - Throws: `notEmpty` naming what is there; `file` or `notRecorded` if a step fails.
  public static func initialise(
    _ fileSystem: any FileSystem, settings: Settings, from source: Store? = nil
  ) throws(StoreError) {
    let lists: [DurableWriter.Placement]
    do throws(FileError) {
      lists = if let source { try copies(source.fileSystem) } else { standardLists }
    } catch {
      throw .file(error)
    }
    try initialise(
      fileSystem, settings: settings, with: lists,
      hashes: Checksums.hashes(of: lists, knowing: source?.checksums.hashes))
  }

  /// Makes a store in an empty folder with quarters that were made elsewhere; without events.
  ///
  /// - Parameters:
  ///   - fileSystem: the folder; nothing may be in it.
  ///   - settings: what `store.json` is to say.
  ///   - directory: prefectures, units, categories.
  ///   - inspections: the quarters as published, each once.
  /// - Throws: `notEmpty` naming what is there; `file` or `notRecorded` if a step fails.
  public static func initialise(
    _ fileSystem: any FileSystem, settings: Settings, directory: Directory,
    inspections: [Inspection]
  ) throws(StoreError) {
    let quarters = inspections.map {
      DurableWriter.Placement(path: "\(QuarterFile.folder)/\($0.quarter).json", bytes: $0.file)
    }
    let facts = directory.files + quarters
    try initialise(
      fileSystem, settings: settings, with: facts, hashes: Checksums.hashes(of: facts))
  }

  /// Makes a store of synthetic data in an empty folder.
  ///
  /// Its events are written without forcing each of them to the disk: nobody's work is in them.
  ///
  /// - Parameters:
  ///   - fileSystem: the folder; nothing may be in it.
  ///   - demo: what was made up.
  /// - Throws: `notEmpty` naming what is there; `file` or `notRecorded` if a step fails.
  public static func initialise(
    _ fileSystem: any FileSystem, with demo: Demo
  ) throws(StoreError) {
    let quarters = demo.inspections.map {
      DurableWriter.Placement(path: "\(QuarterFile.folder)/\($0.quarter).json", bytes: $0.file)
    }
    let facts = demo.directory.files + [StandardLists.holidays] + quarters
    try initialise(
      fileSystem, settings: demo.settings, with: facts, hashes: Checksums.hashes(of: facts),
      demo: demo)
  }

  private static func initialise(
    _ fileSystem: any FileSystem, settings: Settings, with lists: [DurableWriter.Placement],
    hashes: [String: String], demo: Demo? = nil
  ) throws(StoreError) {
    let inTheWay: String?
    do throws(FileError) {
      inTheWay = try firstName(in: fileSystem)
    } catch {
      throw .file(error)
    }
    if let inTheWay { throw .notEmpty(inTheWay) }
    if let demo {
      var events = DemoEvents(demo, in: fileSystem)
      try events.write()
    }
    // Last: a folder half made is no store.
    let record = StoreRecord.file(settings)
    let main = DurableWriter.Placement(path: StoreFile.path, bytes: record)
    let hashes = hashes.merging(Checksums.hashes(of: [main])) { _, own in own }
    let writer = DurableWriter(fileSystem: fileSystem, randomHex: Recorder.systemRandomHex)
    do {
      try writer.place(fixedFiles(settings) + lists + [Checksums.file(hashes), main])
    } catch {
      switch error {
      case .refused(let cause): throw .notRecorded(cause)
      case .unconfirmed(let cause): throw .file(cause)
      }
    }
  }

  private static func fixedFiles(_ settings: Settings) -> [DurableWriter.Placement] {
    // Contacts stay out of what is shared, unless the office wants otherwise.
    let isShared = settings.policy.shareContacts
    // Hashes hold for bytes as they are.
    let attributes = "* -text\n"
    let ignored = "/tmp/\n/local/\n" + (isShared ? "" : "/private/\n")
    return [
      DurableWriter.Placement(path: ".gitattributes", bytes: Array(attributes.utf8)),
      DurableWriter.Placement(path: ".gitignore", bytes: Array(ignored.utf8)),
    ]
  }

  private static let copiedFolders = [QuarterFile.folder, "schema"]

  /// The lists of a new store: the categories of issues and the public holidays, which are alike
  /// everywhere; prefectures and units come with notices.
  private static var standardLists: [DurableWriter.Placement] {
    let empty = ["prefectures", "units"].map { name in
      let content = PrettyJSON.object([
        ("format", .text("\(StoreRecord.format)-\(name)")), ("version", .number(1)),
        (name, .list([])),
      ])
      return DurableWriter.Placement(path: "\(name).json", bytes: content.file)
    }
    return empty + [
      DurableWriter.Placement(path: "categories.json", bytes: StandardLists.categories),
      StandardLists.holidays,
    ]
  }

  /// The first name in a folder that is to be empty; what an attempt cut short has left is passed.
  private static func firstName(in fileSystem: any FileSystem) throws(FileError) -> String? {
    for entry in try fileSystem.list("") where entry.name != Temporaries.folder {
      guard entry.kind == .folder, copiedFolders.contains(entry.name),
        try fileSystem.list(entry.name).isEmpty
      else { return entry.name }
    }
    return nil
  }

  private static func copies(
    _ source: any FileSystem
  ) throws(FileError) -> [DurableWriter.Placement] {
    var paths = Lists.needed
    // A store may have no holidays; what lies there and cannot be read stops the copy.
    if try source.list("").contains(where: { $0.name == Lists.holidays }) {
      paths.append(Lists.holidays)
    }
    for folder in copiedFolders {
      do {
        // A quarter that is no regular file stops the copy: it is never left out without a word.
        let files = try source.list(folder).filter {
          folder == QuarterFile.folder
            ? QuarterFile.quarter(inName: $0.name) != nil || RevisionName($0.name) != nil
            : $0.kind == .file
        }
        paths += files.map { "\(folder)/\($0.name)" }
      } catch  where error.reason == .missing {
        continue
      }
    }
    var placements: [DurableWriter.Placement] = []
    for path in paths {
      let bytes = try source.read(path, limit: JSONLimits.store.file)
      placements.append(DurableWriter.Placement(path: path, bytes: bytes))
    }
    return placements
  }
}

extension StoreRecord {
  /// The bytes of `store.json` for some settings.
  static func file(_ settings: Settings) -> [UInt8] {
    let policy = settings.policy
    return PrettyJSON.object([
      ("format", .text(format)),
      ("id", .text(settings.id)),
      ("version", .number(version)),
      ("minReader", .number(1)),
      ("minWriter", .number(1)),
      ("language", settings.language.map { .text($0.rawValue) } ?? .null),
      ("utcOffset", .text(text(of: settings.offset))),
      ("title", phrase(settings.title)),
      ("province", phrase(settings.province)),
      (
        "policy",
        .object([
          ("chaseDays", .list(policy.chaseDays.map { .number($0) })),
          ("chaseEvery", .number(policy.chaseEvery)),
          ("mentionsOwe", .flag(policy.mentionsOwe)),
          ("shareContacts", .flag(policy.shareContacts)),
          ("latenessGrades", .rows(policy.latenessGrades.map(grade))),
        ])
      ),
    ]).file
  }

  private static func grade(_ grade: LatenessGrade) -> PrettyJSON {
    .row([
      ("id", .text(grade.id)), ("from", .number(grade.from)), ("name", PrettyJSON(grade.name)),
    ])
  }

  private static func phrase(_ phrase: Phrase) -> PrettyJSON {
    .object([("zh", .text(phrase.chinese)), ("en", .text(phrase.english))])
  }

  private static func text(of offset: UTCOffset) -> String {
    let minutes = abs(offset.seconds) / 60
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return (offset.seconds < 0 ? "-" : "+") + parts.joined(separator: ":")
  }
}
