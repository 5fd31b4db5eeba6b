import CensusCore
import StrictJSON

/// What `store.json` says.
struct StoreFile {
  static let path = "store.json"

  let settings: Settings
  let access: Access
  let problems: [Problem]

  init(_ fileSystem: any FileSystem, _ checksums: Checksums) throws(StoreError) {
    let bytes = try StoreFile.bytes(fileSystem)
    let record: StoreRecord
    do throws(ContentFault) {
      (record, _) = try read(StoreRecord.self, from: bytes)
    } catch {
      throw .damagedStore(error)
    }
    guard let settings = record.settings else {
      throw .newerStore(minReader: record.minReader, supported: StoreRecord.version)
    }
    self.settings = settings
    let supported = StoreRecord.version
    if record.minWriter > supported {
      access = .readOnly(.newerStore(minWriter: record.minWriter, supported: supported))
      problems =
        [Problem(.newerStore(minWriter: record.minWriter, supported: supported))]
        + checksums.problems(with: bytes, of: StoreFile.path)
    } else {
      access = fileSystem.isWritable ? .readWrite : .readOnly(.notPermitted)
      problems = checksums.problems(with: bytes, of: StoreFile.path)
    }
  }

  /// What was known before the file could no longer be read; nothing is recorded upon that.
  init(_ known: StoreFile, since error: StoreError) {
    settings = known.settings
    switch error {
    case .newerStore(let minReader, let supported):
      access = .readOnly(.newerReader(minReader: minReader, supported: supported))
      problems = [Problem(.newerReader(minReader: minReader, supported: supported))]
    case .damagedStore(let fault):
      access = .readOnly(.unreadable(StoreFile.path))
      problems = [Problem(.damagedFile(path: StoreFile.path, fault))]
    case .file(let error):
      access = .readOnly(.unreadable(StoreFile.path))
      problems = [Problem(.unreadableFile(error))]
    default:
      access = .readOnly(.unreadable(StoreFile.path))
      problems = [Problem(.unreadableFile(FileError(.read, StoreFile.path, .missing)))]
    }
  }

  private static func bytes(_ fileSystem: any FileSystem) throws(StoreError) -> [UInt8] {
    do {
      return try fileSystem.read(path, limit: JSONLimits.store.file)
    } catch {
      throw error.reason == .missing ? .noStore : .file(error)
    }
  }
}

/// The lists; one that cannot be read is empty.
struct Lists {
  /// Those that every store has.
  static let needed = ["prefectures.json", "units.json", "categories.json"]
  /// The days off and the weekends worked, which a store may do without.
  static let holidays = "holidays.json"
  static let paths = needed + [holidays]

  let directory: Directory
  let problems: [Problem]
  /// The first of the lists of prefectures and of units that cannot be read: nobody knows who owes
  /// a report, so nothing is recorded.
  let unreadable: String?

  init(_ fileSystem: any FileSystem, _ checksums: Checksums) {
    let (prefectures, first) = recordOrProblems(
      PrefecturesRecord.self, "prefectures.json", fileSystem, checksums)
    let (units, second) = recordOrProblems(UnitsRecord.self, "units.json", fileSystem, checksums)
    let (categories, third) = recordOrProblems(
      CategoriesRecord.self, "categories.json", fileSystem, checksums)
    let (calendar, fourth) = Lists.calendar(fileSystem, checksums)
    directory = Directory(
      prefectures: prefectures?.prefectures ?? [], units: units?.units ?? [],
      categories: categories?.categories ?? [], calendar: calendar)
    problems = first + second + third + fourth
    unreadable =
      prefectures == nil ? Lists.needed[0] : units == nil ? Lists.needed[1] : nil
  }

  /// The days off; where they cannot be read, or a store has none, weekdays are worked.
  ///
  /// A file that was confirmed once and is gone is missed; one that never was is not.
  private static func calendar(
    _ fileSystem: any FileSystem, _ checksums: Checksums
  ) -> (WorkingCalendar, [Problem]) {
    let (record, problems) = recordOrProblems(HolidaysRecord.self, holidays, fileSystem, checksums)
    let missing = Problem(.unreadableFile(FileError(.read, holidays, .missing)))
    guard problems != [missing] || checksums.hashes?[holidays] != nil else {
      return (.weekdays, [])
    }
    return (record?.calendar ?? .weekdays, problems)
  }
}
