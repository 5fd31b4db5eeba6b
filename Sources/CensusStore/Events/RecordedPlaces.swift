import CensusCore

/// In which places something was recorded on this machine, and which notices were taken in: an empty
/// file for each in `local/recorded`, put there with the first record or with the notice.
///
/// A folder or a file that was removed, or given another name, says nothing of itself; this remembers
/// it.
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

  /// The revisions that were taken in on this machine.
  var revisions: [RevisionName] { names.compactMap(RevisionName.init) }

  /// What is to be put in place beside a revision.
  static func placement(for revision: RevisionName) -> DurableWriter.Placement {
    DurableWriter.Placement(path: "\(folder)/\(revision.name)", bytes: [])
  }

  /// What is to be put in place beside the first records of some places.
  func placements(for places: some Sequence<EventPlace>) -> [DurableWriter.Placement] {
    places.map { String($0.path.split(separator: "/").last ?? "") }.filter { !names.contains($0) }
      .sorted().map { DurableWriter.Placement(path: "\(RecordedPlaces.folder)/\($0)", bytes: []) }
  }
}
