import CensusCore
import StrictJSON

/// What `store.json` says.
struct StoreFile {
  static let path = "store.json"

  let settings: Settings
  let access: Access
  let problems: [Problem]

  init(_ fileSystem: any FileSystem) throws(StoreError) {
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
      problems = [Problem(.newerStore(minWriter: record.minWriter, supported: supported))]
    } else {
      access = fileSystem.isWritable ? .readWrite : .readOnly(.notPermitted)
      problems = []
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

/// The three lists; one that cannot be read is empty.
struct Lists {
  static let paths = ["prefectures.json", "units.json", "categories.json"]

  let directory: Directory
  let problems: [Problem]

  init(_ fileSystem: any FileSystem) {
    let (prefectures, first) = recordOrProblems(
      PrefecturesRecord.self, "prefectures.json", fileSystem)
    let (units, second) = recordOrProblems(UnitsRecord.self, "units.json", fileSystem)
    let (categories, third) = recordOrProblems(
      CategoriesRecord.self, "categories.json", fileSystem)
    directory = Directory(
      prefectures: prefectures?.prefectures ?? [], units: units?.units ?? [],
      categories: categories?.categories ?? [])
    problems = first + second + third + Lists.oddQuarters(fileSystem)
  }

  private static func oddQuarters(_ fileSystem: any FileSystem) -> [Problem] {
    let entries = (try? fileSystem.list(QuarterFile.folder)) ?? []
    let odd = entries.filter { QuarterFile.quarter(inName: $0.name) == nil }
    guard let first = odd.first else { return [] }
    return [
      Problem(.oddNames(folder: QuarterFile.folder, first: first.name, count: odd.count))
    ]
  }
}
