import CensusCore
import CensusDashboard
import CensusLists
import CensusPreferences
import CensusStore
import CensusTestSupport
import TerminalKit
import Testing

/// A disk of folders in memory, each under its path.
private final class Disk {
  var folders: [String: any FileSystem] = [
    "/": InMemoryFileSystem(), "/person": InMemoryFileSystem(),
  ]
  var refusal: FileError.Reason?
  var drawn = 0

  func preferences(_ environment: [String: String] = ["HOME": "/person"]) -> Preferences {
    Preferences(
      environment: environment,
      files: Preferences.Files(
        open: { [self] path, creating throws(FileError) in
          if let refusal { throw FileError(.open, "", refusal) }
          if let folder = folders[path] { return folder }
          let above = path.split(separator: "/").dropLast().joined(separator: "/")
          guard creating, folders["/" + above] != nil else { throw FileError(.open, "", .missing) }
          let folder = InMemoryFileSystem()
          folders[path] = folder
          return folder
        },
        randomHex: { [self] in
          drawn += 1
          return String(repeating: "0", count: 16) + String(drawn)
        }))
  }

  func text(_ folder: String, _ name: String) -> String? {
    guard let bytes = try? folders[folder]?.read(name, limit: 1 << 20) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  func put(_ text: String, _ folder: String, _ name: String) throws {
    if folders[folder] == nil { folders[folder] = InMemoryFileSystem() }
    let files = try #require(folders[folder])
    let file = try files.create(name)
    try files.write(Array(text.utf8), to: file)
    try files.close(file)
  }

  func names(_ folder: String) -> [String] {
    ((try? folders[folder]?.list("")) ?? []).map(\.name)
  }
}

@Suite struct PreferencesTests {
  private static let config = "/person/.config/site-census"
  private static let state = "/person/.local/state/site-census"

  private var memory: Memory {
    var memory = Memory()
    memory.quarter = ShippedStore.quarter
    memory.way.places = [.view(.deadlines), .unit("临沧")]
    return memory
  }

  @Test func nothingIsThereAtFirst() throws {
    let disk = Disk()
    let (config, faults) = disk.preferences().config()
    #expect(config == Config())
    #expect(faults == [])
    #expect(try disk.preferences().memory(of: "store") == nil)
    #expect(disk.preferences().keptActor() == nil)
    #expect(disk.folders.count == 2)
  }

  @Test func theConfigurationLiesWhereTheVariableSays() throws {
    let disk = Disk()
    try disk.put("{\"theme\": \"light\", \"x\": 1}", "/etc/xdg/site-census", "config.json")
    let preferences = disk.preferences(["HOME": "/person", "XDG_CONFIG_HOME": "/etc/xdg"])
    let (config, faults) = preferences.config()
    #expect(config.theme == .light)
    #expect(
      faults == [
        .config(
          ConfigFault(line: 1, .unknownKey("x")), path: "/etc/xdg/site-census/config.json")
      ])
    #expect(
      disk.preferences(["HOME": "/person", "XDG_CONFIG_HOME": "etc"]).config().config == Config())
  }

  @Test func memoryComesBackForItsStoreOnly() throws {
    let disk = Disk()
    try disk.preferences().keep(memory, of: "one")
    #expect(try disk.preferences().memory(of: "one") == memory)
    #expect(try disk.preferences().memory(of: "two") == nil)
    #expect(disk.names(Self.state).count == 1)
    var other = memory
    other.way.places = [.view(.sites)]
    try disk.preferences().keep(other, of: "one")
    #expect(try disk.preferences().memory(of: "one") == other)
    #expect(disk.names(Self.state).count == 1)
  }

  /// Whichever step fails, the old file or the new one is there, and no other.
  @Test func aFailureLeavesTheOldMemoryOrTheNew() throws {
    for step in 0..<12 {
      let disk = Disk()
      try disk.preferences().keep(memory, of: "one")
      var new = memory
      new.way.places = [.view(.checks)]
      let base = try #require(disk.folders[Self.state] as? InMemoryFileSystem)
      let faulty = FaultyFileSystem(base, failingAt: step, .halfWrite(.noSpace))
      disk.folders[Self.state] = faulty
      let path = Self.state + "/" + (disk.names(Self.state).first ?? "")
      do throws(Preferences.Fault) {
        try disk.preferences().keep(new, of: "one")
        #expect(try disk.preferences().memory(of: "one") == new)
      } catch {
        #expect(error == .memoryNotKept(.noSpace, path: path))
        faulty.restart()
        #expect(try disk.preferences().memory(of: "one") == memory)
      }
      #expect(disk.names(Self.state).count == 1)
    }
  }

  @Test func whatAKilledProgramLeftIsSwept() throws {
    let disk = Disk()
    try disk.preferences().keep(memory, of: "one")
    let name = try #require(disk.names(Self.state).first)
    try disk.put("{\"qu", Self.state, "\(name).0123456789abcdef.tmp")
    try disk.put("mine", Self.state, "notes.tmp")
    try disk.put("mine", Self.state, "\(name).mine.tmp")
    try disk.put("mine", Self.state, "\(name).0123456789ABCDEF.tmp")
    let folder = try #require(disk.folders[Self.state] as? InMemoryFileSystem)
    folder.seconds = 40 * 3_600
    try disk.put("{\"qua", Self.state, "\(name).fedcba9876543210.tmp")
    #expect(disk.names(Self.state).count == 6)
    try disk.preferences().keep(memory, of: "one")
    // What another is writing at this moment is another's, and so is what a person put there.
    #expect(
      Set(disk.names(Self.state)) == [
        name, "notes.tmp", "\(name).mine.tmp", "\(name).0123456789ABCDEF.tmp",
        "\(name).fedcba9876543210.tmp",
      ])
  }

  /// A configuration that its owner closed to others stays closed, and a new file begins so.
  @Test(arguments: [0o600, 0o640, 0o644] as [UInt32])
  func whoMayReadAFileStays(_ mode: UInt32) throws {
    let disk = Disk()
    try disk.preferences().keep(memory, of: "one")
    let name = try #require(disk.names(Self.state).first)
    let folder = try #require(disk.folders[Self.state])
    #expect(try folder.permissions(of: name) == .ownFile)
    try folder.set(Permissions(mode), of: name)
    try disk.preferences().keep(memory, of: "one")
    #expect(try folder.permissions(of: name).bits == mode)
  }

  @Test func damagedAndUnreadableMemoryIsTold() throws {
    let disk = Disk()
    try disk.preferences().keep(memory, of: "one")
    let name = try #require(disk.names(Self.state).first)
    let path = "\(Self.state)/\(name)"
    disk.folders[Self.state] = InMemoryFileSystem()
    try disk.put("{\"quarter\":", Self.state, name)
    #expect(throws: Preferences.Fault.memoryDamaged(path: path, isAside: false)) {
      try disk.preferences().memory(of: "one")
    }
    disk.folders[Self.state] = InMemoryFileSystem()
    try disk.put(String(repeating: " ", count: 300_000), Self.state, name)
    #expect(throws: Preferences.Fault.memoryDamaged(path: path, isAside: false)) {
      try disk.preferences().memory(of: "one")
    }
    disk.refusal = .notPermitted
    #expect(throws: Preferences.Fault.memoryUnreadable(.notPermitted, path: path)) {
      try disk.preferences().memory(of: "one")
    }
    #expect(throws: Preferences.Fault.memoryNotKept(.notPermitted, path: path)) {
      try disk.preferences().keep(memory, of: "one")
    }
    #expect(
      disk.preferences().config().faults == [
        .configUnreadable(.notPermitted, path: Self.config + "/config.json")
      ])
  }

  @Test func whoRecordsJoinsTheConfiguration() throws {
    let disk = Disk()
    try disk.preferences().keep(actor: "李敏")
    #expect(disk.text(Self.config, "config.json") == "{\n  \"actor\": \"李敏\"\n}\n")
    #expect(disk.preferences().config().config.actor == "李敏")
    #expect(disk.names(Self.config) == ["config.json"])
  }

  @Test func whoRecordsIsKeptBesideAConfigurationThatIsFaulty() throws {
    let disk = Disk()
    try disk.put("{\"theme\": \"sepia\"}", Self.config, "config.json")
    try disk.preferences().keep(actor: "李敏")
    #expect(disk.text(Self.config, "config.json") == "{\"theme\": \"sepia\"}")
    #expect(disk.preferences().keptActor() == "李敏")
  }

  @Test func aViewJoinsTheConfiguration() throws {
    let disk = Disk()
    let path = Self.config + "/config.json"
    try disk.preferences().keep(view: NamedView("全部", .units))
    try disk.preferences().keep(view: NamedView("网站", .sites))
    #expect(disk.preferences().config().config.views.map(\.name) == ["网站", "全部"])
    #expect(
      throws: Preferences.Fault.viewRefused("全部", isThere: true, path: path)
    ) {
      try disk.preferences().keep(view: NamedView("全部", .issues))
    }
    disk.refusal = .readOnly
    #expect(throws: Preferences.Fault.self) {
      try disk.preferences().keep(view: NamedView("新的", .issues))
    }
  }

  @Test func aViewIsNotPutIntoAConfigurationThatIsFaulty() throws {
    let disk = Disk()
    let path = Self.config + "/config.json"
    try disk.put("{\"theme\": \"sepia\"}", Self.config, "config.json")
    #expect(
      throws: Preferences.Fault.viewRefused("新的", isThere: false, path: path)
    ) {
      try disk.preferences().keep(view: NamedView("新的", .issues))
    }
    #expect(disk.text(Self.config, "config.json") == "{\"theme\": \"sepia\"}")
  }

  @Test func aSharedLoginSaysNotWhoRecords() {
    for login in ["root", "Admin", "guest", "", nil] { #expect(isSharedLogin(login)) }
    for login in ["limin", "desk-2", "rooty"] { #expect(!isSharedLogin(login)) }
  }

  @Test func whoRecordsIsToldToBeForgotten() {
    let disk = Disk()
    disk.refusal = .readOnly
    #expect(throws: Preferences.Fault.actorNotKept(.readOnly, path: Self.state + "/actor.json")) {
      try disk.preferences().keep(actor: "李敏")
    }
    #expect(throws: Preferences.Fault.actorNotKept(.missing, path: "$HOME")) {
      try disk.preferences([:]).keep(actor: "李敏")
    }
  }
}
