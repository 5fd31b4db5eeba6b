public import CensusCore

/// A file that is to be kept as evidence.
public struct Attachment: Sendable {
  /// The most bytes that a file kept as evidence may have: 32 MiB.
  public static let limit = kilobytes << 10
  /// The same in units of 1,024 bytes.
  public static let kilobytes = 32 << 10

  /// Its name, without its folder.
  public let name: String
  /// SHA-256 of its bytes.
  public let sha256: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// One file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    sha256 = SHA256.hex(bytes)
  }

  /// What is recorded of it.
  public func evidence(note: String? = nil) -> Evidence {
    Evidence(
      name: name, sha256: sha256, kilobytes: (bytes.count + 1_023) / 1_024,
      form: .init(bytes, name: name), note: note)
  }
}

extension Store {
  /// Where the bytes of evidence lie, each file under its hash.
  public static let attachmentFolder = "attachments"

  /// The path of a file that is kept, within the store.
  public static func attachmentPath(_ sha256: String) -> String { "\(attachmentFolder)/\(sha256)" }

  /// Puts files in their places, on the disk before it returns; one that is kept already stays.
  ///
  /// The records that speak of them come after: a file without a record harms nobody, and a record
  /// without its file would.
  ///
  /// - Throws: `readOnly` or `notRecorded`.
  public func keep(
    _ files: [Attachment], randomHex: @escaping () -> String = Recorder.systemRandomHex
  ) throws(StoreError) {
    guard !files.isEmpty else { return }
    if case .readOnly(let reason) = access { throw .readOnly(reason) }
    let writer = DurableWriter(fileSystem: fileSystem, randomHex: randomHex)
    do {
      try writer.place(
        files.map {
          DurableWriter.Placement(path: Store.attachmentPath($0.sha256), bytes: $0.bytes)
        })
    } catch {
      switch error {
      case .refused(let cause), .unconfirmed(let cause): throw .notRecorded(cause)
      }
    }
  }

  /// The bytes of a file that is kept; nil where they are not those of its hash.
  ///
  /// - Throws: `FileError` where they cannot be read.
  public func attachment(_ sha256: String) throws(FileError) -> [UInt8]? {
    let bytes = try fileSystem.read(Store.attachmentPath(sha256), limit: Attachment.limit)
    return SHA256.hex(bytes) == sha256 ? bytes : nil
  }

  /// What is wrong with the files kept as evidence, each of which is read: those that are missing or
  /// changed, in the order of the records, and names that belong to nothing.
  public mutating func attachmentProblems() -> [Problem] {
    var problems: [Problem] = []
    var known: Set<String> = []
    for file in kept where known.insert(file.sha256).inserted {
      let path = Store.attachmentPath(file.sha256)
      do throws(FileError) {
        if try attachment(file.sha256) == nil {
          problems.append(Problem(.damagedEvidence(path: path, name: file.name)))
        }
      } catch {
        problems.append(Problem(.unreadableFile(error)))
      }
    }
    let entries = (try? fileSystem.list(Store.attachmentFolder)) ?? []
    return problems
      + OddNames.problems(
        with: entries.filter { !Store.isAttachment($0) }, in: Store.attachmentFolder)
  }

  /// Whether a name is that of a file kept as evidence.
  static func isAttachment(_ entry: FolderEntry) -> Bool {
    entry.kind == .file && entry.name.utf8.count == 64 && entry.name.utf8.allSatisfy(isLowerHex)
  }

  /// All evidence that counts in the store.
  private var kept: [Evidence] {
    mutating get {
      readAll()
      let events = quarters().flatMap { self.events(of: $0).events }
      let liveness = Liveness(events)
      return events.compactMap { event in
        guard case .evidence(let file) = event.payload, liveness.isLive(event.id) else {
          return nil
        }
        return file
      }
    }
  }
}
