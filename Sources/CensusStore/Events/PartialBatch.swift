public import CensusCore
import Glibc

/// A batch of which only a part is in place: its writer was stopped before it came to the end, or
/// some of its events are damaged.
public struct PartialBatch: Hashable, Sendable {
  /// Its identity.
  public let id: BatchID
  /// Who recorded it.
  public let actor: String
  /// The folder of the first of its events.
  public let folder: String
  /// How many of its events are in place.
  public let count: Int
  /// Of how many events it was to be.
  public let size: Int
  /// Whether the rest lies whole among the temporary files.
  public let isCompletable: Bool
  /// Whether damaged events lie in the store: the missing ones may be among them.
  public let isBesideDamage: Bool

  /// One such batch.
  public init(
    id: BatchID, actor: String, folder: String, count: Int, size: Int, isCompletable: Bool,
    isBesideDamage: Bool = false
  ) {
    self.id = id
    self.actor = actor
    self.folder = folder
    self.count = count
    self.size = size
    self.isCompletable = isCompletable
    self.isBesideDamage = isBesideDamage
  }

  /// Whether that person recorded it, and the rest of it lies ready to be put in place.
  public func isCompletable(by person: String) -> Bool { isCompletable && actor == person }
}

/// Events of some batches that a writer has left among the temporary files.
struct UnplacedEvents {
  private struct Unplaced {
    let file: EventFile
    let entry: Temporaries.Entry
  }

  private var byBatch: [BatchID: [Unplaced]] = [:]

  /// Reads the temporary files; what is not whole is passed over.
  init(of batches: Set<BatchID>, in fileSystem: any FileSystem) {
    guard !batches.isEmpty else { return }
    for entry in (try? Temporaries(fileSystem: fileSystem).entries()) ?? [] {
      guard let bytes = try? fileSystem.read(entry.path, limit: EventFile.limit),
        let file = EventFile(reading: bytes), batches.contains(file.event.batch)
      else { continue }
      byBatch[file.event.batch, default: []].append(Unplaced(file: file, entry: entry))
    }
  }

  /// The events of a batch that are not in place, each once.
  func files(of batch: BatchID, besides placed: Set<EventID>) -> [EventFile] {
    var known = placed
    return (byBatch[batch] ?? []).map(\.file).filter { known.insert($0.event.id).inserted }
  }

  /// The temporary files of a batch.
  func paths(of batch: BatchID) -> [String] { (byBatch[batch] ?? []).map(\.entry.path) }

  /// Whether the program that records a batch is still at it.
  func isInHand(_ batch: BatchID) -> Bool {
    (byBatch[batch] ?? []).contains { isWriting($0.entry.process) }
  }

  /// Whether a process is a program of ours, and another than this one.
  private func isWriting(_ process: String) -> Bool {
    guard process != "\(getpid())",
      let processes = try? DiskFileSystem(root: "/proc/\(process)", creating: false),
      let name = try? processes.read("comm", limit: 64)
    else { return false }
    return name.starts(with: "census".utf8)
  }
}
