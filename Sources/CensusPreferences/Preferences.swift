import CensusCore
package import CensusDashboard
package import CensusLists
package import CensusStore
import CensusViews
import StrictJSON

/// The files of a person: what is configured, and what is remembered between two starts.
///
/// Nothing in them is worth stopping for: whatever goes wrong is told, and the program goes on.
package struct Preferences {
  /// Why a file could not be used or kept.
  package enum Fault: Error, Equatable, Sendable {
    /// The configuration has something that cannot be used.
    case config(ConfigFault, path: String)
    /// The configuration cannot be read.
    case configUnreadable(FileError.Reason, path: String)
    /// What is remembered cannot be read.
    case memoryUnreadable(FileError.Reason, path: String)
    /// What is remembered is damaged; whether the file lies beside now.
    case memoryDamaged(path: String, isAside: Bool)
    /// What is to be remembered cannot be written.
    case memoryNotKept(FileError.Reason, path: String)
    /// With it, so many verdicts and filled-in dialogs that nobody recorded are lost.
    case unrecordedNotKept(verdicts: Int, dialogs: Int)
    /// The draft of a notice cannot be written.
    case draftNotKept(FileError.Reason, path: String)
    /// What was filled in is too long to be remembered.
    case leftoverTooLong
    /// A view cannot be put into a configuration that is faulty or has one of that name.
    case viewRefused(String, isThere: Bool, path: String)
    /// A configuration with a new view cannot be written.
    case viewNotKept(FileError.Reason, path: String)
    /// The name of who records holds for this session only.
    case actorNotKept(FileError.Reason, path: String)
  }

  /// The files that this needs of the world.
  package struct Files {
    package typealias Open = (_ path: String, _ creating: Bool) throws(FileError) -> any FileSystem

    /// Opens a folder; makes it first if asked to.
    let open: Open
    /// The path that a path leads to through links.
    let resolve: (String) -> String
    /// 32 hex digits, others each time.
    let randomHex: () -> String
    /// Waits a hundredth of a second.
    let pause: () -> Void

    package init(
      open: @escaping Open, resolve: @escaping (String) -> String = { $0 },
      randomHex: @escaping () -> String, pause: @escaping () -> Void = {}
    ) {
      self.pause = pause
      self.open = open
      self.resolve = resolve
      self.randomHex = randomHex
    }
  }

  private let files: Files
  /// Nil where the environment names no place.
  private let configFolder: String?
  let stateFolder: String?

  /// The preferences of whoever has an environment: `$XDG_CONFIG_HOME/site-census/config.json` and
  /// files in `$XDG_STATE_HOME/site-census/`, else in `~/.config` and `~/.local/state`.
  package init(environment: [String: String], files: Files) {
    self.files = files
    configFolder = PersonalConfig.folder(environment)
    stateFolder = PersonalConfig.folder("XDG_STATE_HOME", else: ".local/state", environment)
  }

  // MARK: - Configuration

  /// What is configured, and what of it cannot be used; a file that is missing is no fault.
  package func config() -> (config: Config, faults: [Fault]) {
    guard let path = configPath else { return (Config(), []) }
    do throws(FileError) {
      let (config, faults) = Config.read(try read(path, limit: Config.limits.file))
      return (config, faults.map { .config($0, path: path) })
    } catch {
      switch error.reason {
      case .missing: return (Config(), [])
      case .tooLarge: return (Config(), [.config(ConfigFault(line: 1, .tooMuch), path: path)])
      default: return (Config(), [.configUnreadable(error.reason, path: path)])
      }
    }
  }

  private var configPath: String? {
    configFolder.map { files.resolve($0 + "/config.json") }
  }

  // MARK: - Who records

  /// The name that was kept beside a configuration which could not take it.
  package func keptActor() -> String? {
    guard let path = stateFolder.map({ $0 + "/actor.json" }),
      let bytes = try? read(path, limit: Config.limits.file)
    else { return nil }
    return Config.read(bytes).config.actor
  }

  /// Keeps the name of who records: in the configuration, and all else there as it was written.
  ///
  /// Where that is faulty, cannot be written or names somebody already, a file of its own in the
  /// state folder takes it.
  ///
  /// - Throws: why it could not be kept at all.
  package func keep(actor: String) throws(Fault) {
    if let path = configPath, let bytes = configFile(at: path, with: actor),
      (try? write(bytes, to: path)) != nil
    {
      return
    }
    guard let path = stateFolder.map({ $0 + "/actor.json" }) else {
      throw .actorNotKept(.missing, path: "$HOME")
    }
    do throws(FileError) {
      try write(Config.newFile(actor: actor), to: path)
    } catch {
      throw .actorNotKept(error.reason, path: path)
    }
  }

  /// Keeps a list under its name in the configuration, and all else there as it was written.
  ///
  /// - Throws: `Fault.viewRefused`, `Fault.viewNotKept`.
  package func keep(view: NamedView) throws(Fault) {
    guard let path = configPath else { throw .viewNotKept(.missing, path: "$HOME") }
    let old: [UInt8]?
    do throws(FileError) {
      old = try read(path, limit: Config.limits.file)
    } catch {
      guard error.reason == .missing else { throw .viewNotKept(error.reason, path: path) }
      old = nil
    }
    guard let new = old.map({ Config.file($0, with: view) }) ?? Config.newFile(view: view) else {
      let isThere = Config.read(old ?? []).config.views.contains { $0.name == view.name }
      throw .viewRefused(view.name, isThere: isThere, path: path)
    }
    do throws(FileError) {
      try write(new, to: path)
    } catch {
      throw .viewNotKept(error.reason, path: path)
    }
  }

  private func configFile(at path: String, with actor: String) -> [UInt8]? {
    do throws(FileError) {
      return Config.file(try read(path, limit: Config.limits.file), with: actor)
    } catch {
      return error.reason == .missing ? Config.newFile(actor: actor) : nil
    }
  }

  // MARK: - Memory

  /// What is remembered of a store; nil if nothing is.
  ///
  /// - Parameter store: the store's identity.
  /// - Returns: what was kept last.
  /// - Throws: `Fault.memoryUnreadable` or `.memoryDamaged`.
  package func memory(of store: String) throws(Fault) -> Memory? {
    guard let path = memoryPath(of: store) else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try read(path, limit: Memory.limits.file)
    } catch {
      switch error.reason {
      case .missing: return nil
      case .tooLarge: throw .memoryDamaged(path: path, isAside: false)
      default: throw .memoryUnreadable(error.reason, path: path)
      }
    }
    guard let memory = Memory(reading: bytes) else {
      throw .memoryDamaged(path: path, isAside: false)
    }
    return memory
  }

  /// Remembers what a person made of a store: the new file replaces the old one whole.
  package func keep(_ memory: Memory, of store: String) throws(Fault) {
    guard let path = memoryPath(of: store) else { return }
    do throws(FileError) {
      try write(memory.file, to: path)
    } catch {
      throw .memoryNotKept(error.reason, path: path)
    }
  }

  /// Puts a damaged file beside, so that what is written anew replaces nothing that could be mended.
  ///
  /// - Returns: whether it lies beside now.
  package func setAside(_ path: String) -> Bool {
    let (folder, name) = Self.halves(path)
    do throws(FileError) {
      try files.open(folder, false).rename(name, to: "\(name).damaged")
      return true
    } catch {
      return false
    }
  }

  /// Reads and writes memories while no other window does: several may be told to end at once, and
  /// none is to overwrite what another has just left.
  ///
  /// Whoever waits for two seconds goes on all the same.
  package func exclusively(_ body: () -> Void) {
    guard let folder = stateFolder.flatMap({ try? opened($0) }) else { return body() }
    var lock: FileLock?
    for _ in 0..<200 {
      do throws(FileError) {
        lock = try folder.lock("memory.lock")
      } catch {
        break
      }
      if lock != nil { break }
      files.pause()
    }
    withExtendedLifetime(lock, body)
  }

  // MARK: - Drafts

  /// The draft of a notice that was being taken into a store; nil if there is none.
  ///
  /// - Throws: why one cannot be read.
  package func draft(of store: String, limit: Int) throws(FileError) -> [UInt8]? {
    guard let path = draftPath(of: store) else { return nil }
    do throws(FileError) {
      return try read(path, limit: limit)
    } catch {
      if error.reason == .missing { return nil }
      throw error
    }
  }

  /// Puts a draft beside that cannot be understood, so that the next one does not replace it.
  ///
  /// - Returns: where it lies now; nil if it could not be put there.
  package func setDraftAside(of store: String) -> String? {
    draftPath(of: store).flatMap { setAside($0) ? $0 + ".damaged" : nil }
  }

  /// Keeps the draft of a notice, or forgets it.
  ///
  /// - Throws: `Fault.draftNotKept`.
  package func keep(draft: [UInt8]?, of store: String) throws(Fault) {
    guard let path = draftPath(of: store) else { return }
    do throws(FileError) {
      if let draft {
        try write(draft, to: path)
      } else {
        let (folder, name) = Self.halves(path)
        try files.open(folder, false).remove(name)
      }
    } catch {
      guard draft == nil, error.reason == .missing else {
        throw .draftNotKept(error.reason, path: path)
      }
    }
  }

  private func draftPath(of store: String) -> String? {
    memoryPath(of: store).map { $0.dropLast(5) + ".draft.json" }
  }

  /// The store's identity may be any text, so its hash is the name.
  private func memoryPath(of store: String) -> String? {
    stateFolder.map { "\($0)/memory-\(SHA256.hex(Array(store.utf8)).prefix(16)).json" }
  }

  // MARK: - Files

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let (folder, name) = Self.halves(path)
    return try files.open(folder, false).read(name, limit: limit)
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let (folder, name) = Self.halves(path)
    let files = try opened(folder)
    let temporary = "\(name).\(self.files.randomHex().prefix(16)).tmp"
    // Who may read it is for the person to say; a new one is the person's alone.
    let permissions = (try? files.permissions(of: name)) ?? .ownFile
    let file = try files.create(temporary, permissions)
    do throws(FileError) {
      do throws(FileError) {
        try files.write(bytes, to: file)
        try files.synchronize(file)
      } catch {
        try? files.close(file)
        throw error
      }
      try files.close(file)
      removeStale(temporary, besides: name, in: files)
      try files.rename(temporary, to: name)
    } catch {
      try? files.remove(temporary)
      throw error
    }
  }

  /// Removes what programs that were killed while they wrote the same file have left: names of the
  /// form that this gives, and none that may still be written.
  private func removeStale(_ own: String, besides name: String, in files: any FileSystem) {
    guard let now = try? files.stamp(of: own) else { return }
    for entry in (try? files.list("")) ?? []
    where entry.kind == .file && entry.name != own && Self.isTemporary(entry.name, of: name) {
      guard let stamp = try? files.stamp(of: entry.name),
        stamp.seconds < now.seconds - Store.temporaryLifetime
      else { continue }
      try? files.remove(entry.name)
    }
  }

  /// Whether a name is `<name>.<16 hex digits>.tmp`.
  private static func isTemporary(_ text: String, of name: String) -> Bool {
    guard text.hasPrefix(name + "."), text.hasSuffix(".tmp") else { return false }
    let middle = text.dropFirst(name.count + 1).dropLast(4)
    return middle.count == 16
      && middle.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }

  /// Opens a folder, and makes those above it that are missing.
  private func opened(_ path: String) throws(FileError) -> any FileSystem {
    do throws(FileError) {
      return try files.open(path, false)
    } catch {
      let above = Self.halves(path).folder
      guard error.reason == .missing, above != path, above != "/" else { throw error }
      _ = try opened(above)
      return try files.open(path, true)
    }
  }

  private static func halves(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }
}
