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
}
