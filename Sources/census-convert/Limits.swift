internal import CLandlock
internal import CensusNotices
internal import Glibc

/// What the process may use: it reads a document that anybody may have made.
enum Limits {
  /// Bytes of one part of an archive when unpacked.
  static let part = 64 << 20
  /// Bytes of all parts that are read.
  static let parts = 128 << 20
  /// Cells of all tables.
  static let cells = 200_000
  /// Bytes of all texts.
  static let text = 16 << 20
  /// Levels of elements within each other.
  static let depth = 200
  /// Elements of a page.
  static let elements = 250_000
  /// Attributes of one element.
  static let attributes = 500
  /// Bytes of the document as it comes in.
  static let document = 64 << 20

  private static let memory: rlim_t = 1 << 30
  private static let seconds: rlim_t = 5

  /// Takes away what reading does not need: memory beyond 1 GiB, time beyond 5 s, other processes,
  /// files that grow beyond measure.
  static func begin() {
    signal(SIGXCPU) { _ in
      // Whoever called is told; nothing that takes memory is safe here.
      let words: StaticString = "{\"fault\":\"tooLong\"}"
      _ = write(STDOUT_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      let sentence: StaticString =
        "census-convert: 读取时间过长，已停止 / it took too long to read and was stopped\n"
      _ = write(STDERR_FILENO, sentence.utf8Start, sentence.utf8CodeUnitCount)
      _exit(1)
    }
    // Archives have times, for which the C library would look for the zone again and again.
    setenv("TZ", "UTC0", 1)
    tzset()
    set(RLIMIT_AS, memory)
    set(RLIMIT_CPU, seconds, hard: seconds + 1)
    set(__RLIMIT_NPROC, 0)
    set(RLIMIT_FSIZE, rlim_t(document))
    set(RLIMIT_CORE, 0)
  }

  /// From here on no file can be opened, and none renamed or removed where the kernel has Landlock.
  static func closeFiles() {
    _ = landlock_forbid_files()
    set(RLIMIT_NOFILE, 0)
  }

  private static func set(_ resource: __rlimit_resource, _ value: rlim_t, hard: rlim_t? = nil) {
    var limit = rlimit(rlim_cur: value, rlim_max: hard ?? value)
    _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}

/// Counts what documents may hold no end of.
struct Counter {
  private var cells = 0
  private var text = 0

  mutating func take(cells count: Int = 1) throws(ContainerFault) {
    cells += count
    guard cells <= Limits.cells else { throw .tooManyCells }
  }

  mutating func take(text bytes: Int) throws(ContainerFault) {
    text += bytes
    guard text <= Limits.text else { throw .tooLarge }
  }
}
