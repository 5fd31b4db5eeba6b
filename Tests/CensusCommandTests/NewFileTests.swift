import CensusCommand
import CensusCore
import CensusStore
import CensusTestSupport
import Testing

/// A list is written whole, under a name that nobody has, or not at all.
@Suite struct NewFileTests {
  private static func world(_ folder: any FileSystem) throws -> World {
    World(
      now: try #require(Instant("2018-10-19T01:00:00Z")), environment: [:], login: "desk",
      output: .other,
      openFolder: { path, _ throws(FileError) in
        guard path == "/lists/" else { throw FileError(.open, "", .missing) }
        return folder
      },
      randomHex: { String(repeating: "a", count: 32) })
  }

  @Test func takesTheNextFreeName() throws {
    let folder = InMemoryFileSystem()
    let world = try Self.world(folder)
    let file = NewFile(path: "/lists/a.b.csv")
    #expect(try file.write(Array("one".utf8), in: world) == "/lists/a.b.csv")
    #expect(try file.write(Array("two".utf8), in: world) == "/lists/a.b-2.csv")
    #expect(try file.write(Array("three".utf8), in: world) == "/lists/a.b-3.csv")
    #expect(try folder.read("a.b.csv", limit: 9) == Array("one".utf8))
    #expect(try folder.read("a.b-2.csv", limit: 9) == Array("two".utf8))
    #expect(
      try NewFile(path: "/lists/.hidden").write(Array("x".utf8), in: world) == "/lists/.hidden")
    #expect(
      try NewFile(path: "/lists/.hidden").write(Array("x".utf8), in: world) == "/lists/.hidden-2")
  }

  /// `.` and `/dev/null` are no names for a list, and nothing is written beside them.
  @Test(arguments: ["", ".", "..", "folder"])
  func whatIsNoFileIsRefused(_ name: String) throws {
    let folder = InMemoryFileSystem()
    _ = try folder.makeDirectory("folder")
    let world = try Self.world(folder)
    do throws(NewFile.Failure) {
      _ = try NewFile(path: "/lists/" + name).write(Array("one".utf8), in: world)
      Issue.record("“\(name)” was written")
    } catch {
      #expect(error.path == "/lists/" + name)
      #expect(error.reason == .notAFile)
    }
    #expect(try folder.list("").map(\.name) == ["folder"])
  }

  @Test func aFolderThatIsNotThere() throws {
    let world = try Self.world(InMemoryFileSystem())
    do throws(NewFile.Failure) {
      _ = try NewFile(path: "/elsewhere/a.csv").write(Array("one".utf8), in: world)
      Issue.record("there is no such folder")
    } catch {
      #expect(error.path == "/elsewhere/a.csv")
      #expect(error.reason == .missing)
    }
  }

  @Test(arguments: 1...2)
  func aFullDiskLeavesNothingBehind(_ step: Int) throws {
    let base = InMemoryFileSystem()
    let world = try Self.world(FaultyFileSystem(base, failingAt: step, .halfWrite(.noSpace)))
    do throws(NewFile.Failure) {
      _ = try NewFile(path: "/lists/a.csv").write(Array("one".utf8), in: world)
      Issue.record("the disk is full")
    } catch {
      #expect(error.reason == .noSpace)
    }
    #expect(try base.list("").isEmpty)
  }
}
