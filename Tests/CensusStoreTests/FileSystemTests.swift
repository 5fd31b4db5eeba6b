import CensusStore
import Glibc
import Testing

/// What every file system must do, on disk and in memory.
struct FileSystemTests {
  enum Place: CaseIterable {
    case disk
    case diskByParts
    case memory
  }

  /// Runs a test over one of the file systems.
  private func with(_ place: Place, _ body: (any FileSystem) throws -> Void) throws {
    switch place {
    case .memory: try body(InMemoryFileSystem())
    case .disk:
      let scratch = try Scratch()
      try withExtendedLifetime(scratch) { try body(try scratch.disk()) }
    case .diskByParts:
      let scratch = try Scratch()
      try withExtendedLifetime(scratch) {
        try body(try DiskFileSystem(root: scratch.path, creating: false, opening: .byParts))
      }
    }
  }

  @Test(arguments: Place.allCases)
  func keepsWhatIsWritten(_ place: Place) throws {
    try with(place) { files in
      #expect(try files.makeDirectory("a"))
      #expect(try files.makeDirectory("a") == false)
      let file = try files.create("a/b")
      try files.write(Array("one ".utf8), to: file)
      try files.write([], to: file)
      try files.write(Array("two".utf8), to: file)
      try files.synchronize(file)
      try files.close(file)
      #expect(try text("a/b", in: files) == "one two")
      try files.synchronizeFile("a/b")
      try files.synchronizeDirectory("a")
      try files.synchronizeDirectory("")
    }
  }

  /// What the kernel makes up says no size before it is read, and is read whole all the same.
  @Test func readsFilesThatDoNotSayTheirSize() throws {
    let process = try DiskFileSystem(root: "/proc/self")
    let name = try process.read("comm", limit: 64)
    #expect(name.count > 1 && name.last == UInt8(ascii: "\n"))
    let status = try process.read("status", limit: 1 << 20)
    #expect(status.starts(with: Array("Name:\t".utf8) + name))
    #expect(throws: FileError(.read, "status", .tooLarge(limit: 64))) {
      _ = try process.read("status", limit: 64)
    }
  }

  @Test(arguments: Place.allCases)
  func listsNamesByTheirBytes(_ place: Place) throws {
    try with(place) { files in
      #expect(try files.list("") == [])
      for name in ["b", "a10", "a2", "B", "～", "😀", "é"] { try write("", to: name, in: files) }
      _ = try files.makeDirectory("c")
      let entries = try files.list("")
      #expect(entries.map(\.name) == ["B", "a10", "a2", "b", "c", "é", "～", "😀"])
      #expect(entries.filter { $0.kind == .folder }.map(\.name) == ["c"])
      #expect(entries.filter { $0.kind == .file }.count == 7)
    }
  }

  @Test(arguments: Place.allCases)
  func refusesToWriteOverAFile(_ place: Place) throws {
    try with(place) { files in
      try write("first", to: "a", in: files)
      #expect(throws: FileError(.create, "a", .exists)) { try files.create("a") }
      #expect(try text("a", in: files) == "first")
    }
  }

  @Test(arguments: Place.allCases)
  func readsNoMoreThanTheLimit(_ place: Place) throws {
    try with(place) { files in
      try write("12345", to: "a", in: files)
      #expect(try files.read("a", limit: 5) == Array("12345".utf8))
      #expect(throws: FileError(.read, "a", .tooLarge(limit: 4))) { try files.read("a", limit: 4) }
      try write("", to: "empty", in: files)
      #expect(try files.read("empty", limit: 0) == [])
    }
  }

  @Test(arguments: Place.allCases)
  func namesWhatIsMissing(_ place: Place) throws {
    try with(place) { files in
      #expect(throws: FileError(.read, "a", .missing)) { try files.read("a", limit: 9) }
      #expect(throws: FileError(.read, "a/b", .missing)) { try files.read("a/b", limit: 9) }
      #expect(throws: FileError(.list, "a", .missing)) { try files.list("a") }
      #expect(throws: FileError(.inspect, "a", .missing)) { try files.stamp(of: "a") }
      #expect(throws: FileError(.makeDirectory, "a/b", .missing)) {
        try files.makeDirectory("a/b")
      }
      #expect(throws: FileError(.create, "a/b", .missing)) { try files.create("a/b") }
      #expect(throws: FileError(.rename, "a", .missing)) { try files.rename("a", to: "b") }
      #expect(throws: FileError(.remove, "a", .missing)) { try files.remove("a") }
      #expect(throws: FileError(.synchronize, "a", .missing)) { try files.synchronizeFile("a") }
    }
  }

  @Test(arguments: Place.allCases)
  func tellsFilesFromFolders(_ place: Place) throws {
    try with(place) { files in
      _ = try files.makeDirectory("folder")
      try write("", to: "file", in: files)
      #expect(throws: FileError(.read, "folder", .notAFile)) { try files.read("folder", limit: 9) }
      #expect(throws: FileError(.list, "file", .notAFolder)) { try files.list("file") }
      #expect(throws: FileError(.read, "file/a", .notAFolder)) {
        try files.read("file/a", limit: 9)
      }
      #expect(throws: FileError(.remove, "folder", .notAFile)) { try files.remove("folder") }
      #expect(throws: FileError(.rename, "folder", .notAFile)) {
        try files.rename("file", to: "folder")
      }
      #expect(try files.makeDirectory("file") == false)
    }
  }

  @Test(arguments: Place.allCases)
  func renamesInPlaceOfAnother(_ place: Place) throws {
    try with(place) { files in
      _ = try files.makeDirectory("a")
      _ = try files.makeDirectory("b")
      try write("new", to: "a/new", in: files)
      try write("old", to: "b/old", in: files)
      try files.rename("a/new", to: "b/old")
      #expect(try files.list("a") == [])
      #expect(try text("b/old", in: files) == "new")
      try files.remove("b/old")
      #expect(try files.list("b") == [])
    }
  }

  @Test(arguments: Place.allCases)
  func stampsTellAChange(_ place: Place) throws {
    try with(place) { files in
      try write("one", to: "a", in: files)
      let before = try files.stamp(of: "a")
      #expect(try files.stamp(of: "a") == before)
      try write("two", to: "b", in: files)
      try files.rename("b", to: "a")
      #expect(try files.stamp(of: "a") != before)
    }
  }

  @Test(arguments: Place.allCases)
  func locksForOne(_ place: Place) throws {
    try with(place) { files in
      var first = try files.lock("lock")
      #expect(first != nil)
      #expect(try files.lock("lock") == nil)
      first = nil
      #expect(first == nil)
      #expect(try files.lock("lock") != nil)
    }
  }

  @Test(arguments: Place.allCases, ["..", "../a", "a/../../b", "a/.."])
  func staysInside(_ place: Place, _ path: String) throws {
    try with(place) { files in
      _ = try files.makeDirectory("a")
      #expect(throws: FileError.self) { try files.create(path) }
      #expect(throws: FileError.self) { try files.makeDirectory(path) }
      #expect(throws: FileError.self) { try files.remove(path) }
      #expect(throws: FileError.self) { try files.rename("a", to: path) }
      #expect(throws: FileError.self) { try files.read(path, limit: 9) }
    }
  }

  @Test(arguments: Place.allCases)
  func refusesAZeroByteInAName(_ place: Place) throws {
    try with(place) { files in
      try write("", to: "w", in: files)
      #expect(throws: FileError(.create, "w\0b", .badPath)) { try files.create("w\0b") }
      #expect(throws: FileError.self) { try files.read("w\0b", limit: 9) }
    }
  }

  // MARK: - Disk only

  @Test(arguments: [DiskFileSystem.Opening.atOnce, .byParts])
  func followsNoLink(_ opening: DiskFileSystem.Opening) throws {
    let scratch = try Scratch()
    let files = try DiskFileSystem(root: scratch.path, creating: false, opening: opening)
    _ = try files.makeDirectory("folder")
    try write("inside", to: "folder/a", in: files)
    for (target, name) in [
      ("folder", "link"), ("/", "root"), ("..", "up"), ("folder/a", "file"), ("/etc/passwd", "far"),
    ] { #expect(symlink(target, "\(scratch.path)/\(name)") == 0) }
    for path in ["link/a", "root/etc/passwd", "up/x", "root/tmp"] {
      #expect(throws: FileError.self) { try files.read(path, limit: 1 << 20) }
      #expect(throws: FileError.self) { try files.create(path) }
      #expect(throws: FileError.self) { try files.remove(path) }
      #expect(throws: FileError.self) { try files.rename("folder/a", to: path) }
    }
    for path in ["file", "far"] {
      #expect(throws: FileError(.read, path, .notAFile)) { try files.read(path, limit: 1 << 20) }
    }
    for path in ["link", "up"] { #expect(throws: FileError.self) { try files.list(path) } }
    #expect(try text("folder/a", in: files) == "inside")
  }

  @Test(arguments: [DiskFileSystem.Opening.atOnce, .byParts])
  func refusesAbsolutePaths(_ opening: DiskFileSystem.Opening) throws {
    let scratch = try Scratch()
    let files = try DiskFileSystem(root: scratch.path, creating: false, opening: opening)
    #expect(throws: FileError(.read, "/etc/passwd", .outside)) {
      try files.read("/etc/passwd", limit: 1 << 20)
    }
  }

  @Test func opensOnlyFolders() throws {
    let scratch = try Scratch()
    #expect(throws: FileError(.open, "", .missing)) {
      _ = try DiskFileSystem(root: "\(scratch.path)/none")
    }
    try scratch.put([], at: "file")
    #expect(throws: FileError(.open, "", .notAFolder)) {
      _ = try DiskFileSystem(root: "\(scratch.path)/file")
    }
    #expect(throws: FileError(.open, "", .badPath)) { _ = try DiskFileSystem(root: "a\0b") }
    #expect(throws: FileError(.open, "", .badPath)) { _ = try DiskFileSystem(root: "") }
    let made = try DiskFileSystem(root: "\(scratch.path)/new", creating: true)
    #expect(try made.list("") == [])
    _ = try DiskFileSystem(root: "\(scratch.path)/new", creating: true)
    // Also where those above are missing, as in the home of somebody who is new.
    let deep = try DiskFileSystem(root: "\(scratch.path)/a/b/c/", creating: true)
    #expect(deep.isWritable)
    #expect(throws: FileError(.makeDirectory, "", .notAFolder)) {
      _ = try DiskFileSystem(root: "\(scratch.path)/file/b", creating: true)
    }
  }

  // MARK: - Memory only

  @Test func forgetsWhatWasNotSynchronised() throws {
    let files = InMemoryFileSystem()
    let file = try files.create("a")
    try files.write(Array("12".utf8), to: file)
    try files.synchronize(file)
    try files.write(Array("34".utf8), to: file)
    #expect(try text("a", in: files) == "1234")
    files.powerCut(.contents)
    #expect(try text("a", in: files) == "12")
    #expect(throws: FileError(.close, "a", .closed)) { try files.close(file) }
    files.powerCut()
    #expect(try text("a", in: files) == "12", "what a restart found is on the disk")
    try files.remove("a")
    files.powerCut()
    #expect(try text("a", in: files) == "12", "a removal has to be synchronised too")
    _ = try files.makeDirectory("b")
    try write("x", to: "b/x", in: files)
    try files.synchronizeDirectory("b")
    files.powerCut()
    #expect(try files.list("").map(\.name) == ["a"], "the folder above was not synchronised")
  }
}
