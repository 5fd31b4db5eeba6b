import CensusStore
import Testing

/// What every file system must do, on disk and in memory.
struct FileSystemTests {
  enum Place: CaseIterable {
    case disk
    case memory
  }

  /// Runs a test over one of the file systems.
  private func with(_ place: Place, _ body: (any FileSystem) throws -> Void) throws {
    switch place {
    case .memory: try body(InMemoryFileSystem())
    case .disk:
      let scratch = try Scratch()
      try body(try scratch.disk())
      _ = scratch
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
      #expect(throws: FileError(.rename, "file", .notAFile)) {
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
}
