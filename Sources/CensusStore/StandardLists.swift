public import CensusCore

/// What the program knows of itself, for stores whose lists do not have it yet: the lists that ship.
public enum StandardLists {
  /// The prefectures of Yunnan in official order, with the codes of their sites and of divisions that
  /// have changed since.
  public static let prefectures: [Prefecture] =
    (try? read(PrefecturesRecord.self, from: PackageResources.prefectures_json))?
    .0.prefectures ?? []

  /// The file of the categories of issues, which are alike everywhere.
  static var categories: [UInt8] { PackageResources.categories_json }

  /// The days off and the weekends worked on the mainland, for years that are arranged.
  public static let calendar: WorkingCalendar =
    (try? read(HolidaysRecord.self, from: PackageResources.holidays_json))?
    .0.calendar ?? .weekdays

  /// The file of the days off and the weekends worked, which hold for all of the mainland.
  static var holidays: DurableWriter.Placement {
    DurableWriter.Placement(path: Lists.holidays, bytes: PackageResources.holidays_json)
  }
}
