package import CensusCore
internal import CensusStore
internal import Glibc

extension World {
  /// The moment.
  package static func clock() -> Instant { Instant(seconds: Glibc.time(nil)) }

  /// The world as it is: the system's clock, environment, login and folders.
  ///
  /// - Parameters:
  ///   - program: the name that stands before messages.
  ///   - commit: what the program was built of; empty where the build was not told.
  /// - Returns: a world with nothing in its answer.
  package static func system(program: String = "census", commit: String) -> World {
    guardDescriptors()
    // A file that may not grow is an error with a sentence, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    let user = getpwuid(geteuid()).flatMap { entry in
      entry.pointee.pw_name.flatMap { String(validatingCString: $0) }
    }
    let (environment, unreadable) = environment()
    return World(
      program: program, now: clock(), environment: environment,
      unreadableVariable: unreadable, commit: commit.isEmpty ? nil : commit,
      example: Installation.example(), login: user, output: kind(of: STDOUT_FILENO),
      openFolder: { path, creating throws(FileError) in
        try DiskFileSystem(root: path, creating: creating)
      },
      resolve: { path in
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(validatingCString: real) ?? path
      },
      readInput: { limit throws(FileError) in try input(limit: limit) },
      readPaste: { limit throws(FileError) in try paste(limit: limit) },
      convert: { Converter.convert($0) }, save: { LibreOffice(environment).saved($0, as: $1) },
      words: { PDFToText(environment).words(of: $0) },
      randomHex: { Recorder.systemRandomHex() })
  }

  /// What the program was called with, byte for byte, without its name; nil where the system does not
  /// tell, as without /proc.
  package static func arguments() -> [[UInt8]]? {
    guard CommandLine.argc > 0 else { return nil }
    return (1..<Int(CommandLine.argc)).compactMap { index in
      CommandLine.unsafeArgv[index].map { bytes($0) }
    }
  }

  /// The environment's variables, and the first that the programs read and that is no text; of one
  /// that is set twice the first counts, as for the system.
  private static func environment() -> (variables: [String: String], unreadable: String?) {
    var raw: [String: [UInt8]] = [:]
    var place: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let entry = place?.pointee {
      let parts = bytes(entry).split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(decoding: parts[0], as: UTF8.self)
      if parts.count == 2, raw[name] == nil { raw[name] = Array(parts[1]) }
      place = place?.successor()
    }
    // The locale says in which encoding the others are.
    let decoder = CallDecoder(raw.mapValues { String(decoding: $0, as: UTF8.self) })
    var variables: [String: String] = [:]
    var unreadable: [String] = []
    for (name, value) in raw {
      variables[name] = decoder.text(value)
      let isRead = name.hasPrefix("CENSUS_") || name.hasPrefix("XDG_") || name == "HOME"
      if variables[name] == nil, isRead { unreadable.append(name) }
    }
    return (variables, unreadable.min())
  }

  private static func bytes(_ text: UnsafeMutablePointer<CChar>) -> [UInt8] {
    UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
  }

  /// Takes the places of the standard streams that are closed, so that no file of the store does.
  ///
  /// What stands there can only be read: writing an answer to it fails, as it must.
  private static func guardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Ctrl-D.
  private static let endKey = UInt8(4)
  /// Ctrl-C.
  private static let interruptKey = UInt8(3)

  private static func input(limit: Int) throws(FileError) -> [UInt8] {
    var last: UInt8?
    return try input(limit: limit, until: [], last: &last)
  }

  /// Reads to the end, or up to one of some bytes, which is not among what is read.
  private static func input(
    limit: Int, until ends: [UInt8], last: inout UInt8?
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let (chunk, code) = withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 1) {
        buffer -> ([UInt8], Int32) in
        let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        return count < 0 ? ([], errno) : (Array(buffer.prefix(count)), 0)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw FileError(.read, "-", FileError.Reason(code: code)) }
      guard !chunk.isEmpty else { return bytes }
      if let place = chunk.firstIndex(where: ends.contains) {
        last = chunk[place]
        return bytes + chunk[..<place]
      }
      bytes += chunk
      guard bytes.count <= limit else { throw FileError(.read, "-", .tooLarge(limit: limit)) }
    }
  }

  /// What is pasted on a terminal, up to Ctrl-D.
  ///
  /// A terminal that edits lines cuts those of more than 4,095 bytes; so it does not edit them while
  /// it is pasted into.
  private static func paste(limit: Int) throws(FileError) -> [UInt8] {
    var known = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &known) == 0 else {
      return try input(limit: limit)
    }
    _ = write(
      "粘贴表格，然后按 Ctrl-D。 / Paste the table, then press Ctrl-D.\n", to: STDERR_FILENO)
    var open = known
    // Keys for signals would end the program before it has put the terminal back: they are read.
    open.c_lflag &= ~tcflag_t(ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSANOW, &open)
    var last: UInt8?
    defer {
      tcsetattr(STDIN_FILENO, TCSANOW, &known)
      if last == interruptKey { raise(SIGINT) }
    }
    return try input(limit: limit, until: [endKey, interruptKey], last: &last)
  }

  private static func kind(of descriptor: Int32) -> Output {
    if isatty(descriptor) == 1 { return .terminal }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return .other }
    // What is appended to stands behind other text, where a byte order mark would be a character.
    return facts.st_mode & S_IFMT == S_IFREG && facts.st_size == 0 ? .file : .other
  }

  /// Writes warnings and answer, and says how the program is to end.
  ///
  /// - Parameter status: how the command ended.
  /// - Returns: that status; 141 if the reader has gone; 1 if the answer could not be written.
  package func deliver(_ status: Int32) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    _ = Self.write(warnings, to: STDERR_FILENO)
    switch Self.write(answer, to: STDOUT_FILENO) {
    case 0: return status
    case EPIPE: return 141
    case let code:
      let sentence = Messages.notWritten(code: code, hasRecorded: hasRecorded)
      _ = Self.write("\(program): \(sentence[language])\n", to: STDERR_FILENO)
      return 1
    }
  }

  /// Writes all of a text: in the locale's character set where a terminal shows it, in UTF-8 where
  /// a program reads it; zero, or the number of the error.
  package static func write(_ text: String, to descriptor: Int32) -> Int32 {
    guard isatty(descriptor) == 1 else { return write(Array(text.utf8), to: descriptor) }
    return write(CallDecoder(environment().0).bytes(text), to: descriptor)
  }

  /// Writes all of some bytes; zero, or the number of the error.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return count == 0 ? EIO : errno
      }
    }
    return 0
  }
}

extension Messages {
  /// Why an answer did not reach standard output, by the number of the error.
  ///
  /// - Parameters:
  ///   - code: the number of the error.
  ///   - hasRecorded: whether something was recorded, which is not to be repeated.
  /// - Returns: the sentence.
  package static func notWritten(code: Int32, hasRecorded: Bool = false) -> Phrase {
    let reason = words(FileError.Reason(code: code))
    guard !hasRecorded else {
      return Phrase(
        "已经登记并存盘，但结果无法写出：\(reason.chinese)；不要重复登记，用 census history 查看。",
        "it is recorded and on the disk, but the answer cannot be written: \(reason.english); do not "
          + "repeat it, census history shows it.")
    }
    return Phrase(
      "结果无法写出：\(reason.chinese)；请检查输出的去处。",
      "the answer cannot be written: \(reason.english); check where it goes.")
  }
}
