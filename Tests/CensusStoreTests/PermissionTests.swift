import CensusCore
import CensusStore
import CensusTestSupport
import Glibc
import Testing

/// Telephone numbers are their owner's alone: 700 and 600.
struct PermissionTests {
  private static let contact = EventDraft(
    on: Sample.day("2018-10-19"), quarter: nil, subject: .unit("临沧"),
    payload: .contact(Contact(name: "甲", phone: "1")))

  private func mode(_ path: String) -> UInt32 {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  @Test(arguments: [false, true])
  func contactsAreTheirOwnersAlone(_ wasOpen: Bool) throws {
    let scratch = try Scratch()
    let disk = try scratch.disk()
    try Store.initialise(disk, settings: Sample.settings)
    if wasOpen {
      try scratch.makeFolders("private/2018-10-19")
      #expect(chmod(scratch.path + "/private", 0o755) == 0)
      #expect(chmod(scratch.path + "/private/2018-10-19", 0o755) == 0)
      #expect(try Store.open(disk).problems == [Problem(.openToOthers(folder: "private"))])
    }
    var store = try Store.open(disk)
    let event = try store.record([Self.contact], by: Sample.recorder()).events[0]
    #expect(mode(scratch.path + "/private") == 0o700)
    #expect(mode(scratch.path + "/private/2018-10-19") == 0o700)
    #expect(mode(scratch.path + "/private/2018-10-19/\(event.id).json") == 0o600)
    #expect(try Store.open(disk).problems == [])
    // What is shared stays as the umask leaves it.
    let note = try store.record([Sample.note("a")], by: Sample.recorder(from: 50)).events[0]
    let usual = mode(scratch.path + "/store.json")
    #expect(mode("\(scratch.path)/\(Sample.path(of: note))") == usual)
    #expect(usual & 0o044 != 0 || usual == 0o600)
  }

  @Test func sharedContactsAreLikeAllElse() throws {
    let files = InMemoryFileSystem()
    let settings = Settings(
      id: Sample.settings.id, title: Sample.settings.title, province: Sample.settings.province,
      language: .chinese, policy: Settings.Policy(shareContacts: true))
    try Store.initialise(files, settings: settings)
    var store = try Store.open(files)
    _ = try store.record([Self.contact], by: Sample.recorder())
    #expect(try files.permissions(of: "private").bits == 0o755)
    #expect(try Store.open(files).problems == [])
  }

  /// `check` was silent on it, and every recording failed.
  @Test func aLinkInPlaceOfTheTemporariesIsSaid() throws {
    let scratch = try Scratch()
    let disk = try scratch.disk()
    try Store.initialise(disk, settings: Sample.settings)
    #expect(rmdir(scratch.path + "/tmp") == 0)
    #expect(symlink("/tmp", scratch.path + "/tmp") == 0)
    #expect(
      try Store.open(disk).problems
        == [Problem(.unreadableFile(FileError(.list, "tmp", .notAFolder)))])
  }

  /// What stands beside the facts is looked at, too: a link there leads out of the store.
  @Test func linksBesideTheFactsAreSaid() throws {
    let scratch = try Scratch()
    let disk = try scratch.disk()
    try Store.initialise(disk, settings: Sample.settings)
    try scratch.makeFolders("letters")
    #expect(try Store.open(disk).problems == [])
    #expect(symlink("/etc/hostname", scratch.path + "/letters/chase.zh.md") == 0)
    #expect(
      try Store.open(disk).problems
        == [Problem(.unreadableFile(FileError(.read, "letters/chase.zh.md", .notAFile)))])
    #expect(unlink(scratch.path + "/letters/chase.zh.md") == 0)
    #expect(symlink("/tmp", scratch.path + "/local") == 0)
    #expect(
      try Store.open(disk).problems
        == [Problem(.unreadableFile(FileError(.list, "local", .notAFolder)))])
  }

  /// The name that was asked for is named, not the writer's own.
  @Test func aRefusedRenameNamesWhatWasToBeThere() throws {
    let scratch = try Scratch()
    let disk = try scratch.disk()
    try write("a", to: "a", in: disk)
    try scratch.makeFolders("b/c")
    #expect(throws: FileError(.rename, "b/c", .notAFile)) { try disk.rename("a", to: "b/c") }
    #expect(throws: FileError(.rename, "d/e", .missing)) { try disk.rename("a", to: "d/e") }
    #expect(throws: FileError(.rename, "x", .missing)) { try disk.rename("x", to: "b/d") }
  }

  @Test(
    arguments: [
      (EFBIG, .fileTooBig), (EIO, .inputOutput), (EDQUOT, .noSpace), (EMFILE, .tooManyFiles),
      (ENAMETOOLONG, .nameTooLong), (EBUSY, .busy), (ESTALE, .disconnected), (ENOMEM, .noMemory),
      (EOPNOTSUPP, .notOffered), (EROFS, .readOnly), (EBADF, .closed),
    ] as [(Int32, FileError.Reason)])
  func everyErrorOfAWriteHasItsReason(_ code: Int32, _ reason: FileError.Reason) {
    #expect(FileError.Reason(code: code) == reason)
  }

  @Test func filesAreReadInPieces() throws {
    let scratch = try Scratch()
    let disk = try scratch.disk()
    let bytes = (0..<(5 << 19)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.put(bytes, at: "a")
    var sizes: [Int] = []
    var hash = SHA256()
    try disk.read("a", limit: 1 << 30) {
      sizes.append($0.count)
      hash.take($0)
    }
    #expect(sizes.reduce(0, +) == bytes.count)
    #expect(sizes.allSatisfy { $0 <= 1 << 20 })
    #expect(hash.hex() == SHA256.hex(bytes))
    #expect(throws: FileError(.read, "a", .tooLarge(limit: 9))) {
      try disk.read("a", limit: 9) { _ in }
    }
  }

  @Test(arguments: [1, 55, 63, 64, 65, 119, 1_000])
  func aHashOfPiecesIsThatOfTheWhole(_ piece: Int) {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: piece) {
      hash.take(bytes[start..<min(start + piece, bytes.count)])
    }
    #expect(hash.hex() == SHA256.hex(bytes))
  }
}
