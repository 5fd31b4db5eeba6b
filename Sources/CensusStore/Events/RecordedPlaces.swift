import CensusCore

/// In which places something was recorded on this machine: an empty file for each in
/// `local/recorded`, put there with the first record.
///
/// A folder that was removed, or given another name, says nothing of itself; this remembers it.
struct RecordedPlaces {
  static let folder = "local/recorded"

  private let names: Set<String>

  init(_ fileSystem: any FileSystem) {
    names = Set(((try? fileSystem.list(RecordedPlaces.folder)) ?? []).map(\.name))
  }

  /// The folders of these places, by path, whose name is that of a place.
  var folders: [String] {
    names.compactMap { name in
      switch name {
      case "standing": EventPlace.standing.path
      case "private": EventPlace.contacts.path
      default: Quarter(name).map { EventPlace.quarter($0).path }
      }
    }.sorted()
  }

  /// What is to be put in place beside the first records of some places.
  func placements(for places: some Sequence<EventPlace>) -> [DurableWriter.Placement] {
    places.map { String($0.path.split(separator: "/").last ?? "") }.filter { !names.contains($0) }
      .sorted().map { DurableWriter.Placement(path: "\(RecordedPlaces.folder)/\($0)", bytes: []) }
  }
}
