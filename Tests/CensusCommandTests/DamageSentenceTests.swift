import CensusCommand
import CensusCore
import CensusStore
import Testing

/// What is wrong with the files, in one sentence and in a few words.
struct DamageSentenceTests {
  private static let event = Problem.Kind.damagedEvent(path: "events/a", .otherBytes)
  private static let fault = RecordFault(pointer: "/a", expectation: .text)

  @Test(
    arguments: [
      (
        [event], "1条记录损坏，未计入", "1 record is damaged and does not count", "记录损坏1",
        "damaged records 1"
      ),
      (
        [event, event], "2条记录损坏，未计入", "2 records are damaged and do not count", "记录损坏2",
        "damaged records 2"
      ),
      (
        [
          .damagedPart(path: "units.json", fault), .damagedPart(path: "units.json", fault),
          .unreadableFile(FileError(.read, "quarters/2018Q3.json", .missing)),
        ],
        "“units.json”、“quarters/2018Q3.json”无法读取或已损坏",
        "“units.json”, “quarters/2018Q3.json” cannot be read or are damaged", "文件损坏2",
        "damaged files 2"
      ),
      (
        ["a", "b", "c", "d", "e"].map { .editedFacts(path: $0, .changed) },
        "“a”、“b”、“c”等5处被改动过，尚未确认",
        "“a”, “b”, “c” and 2 more were edited and not confirmed", "数据改动5", "edited 5"
      ),
      (
        [event, .strayNames(folder: "events", first: "2018Q3 (conflicted copy)", count: 1)],
        "1条记录损坏，未计入；“events/2018Q3 (conflicted copy)”不属于本数据目录，未读取",
        "1 record is damaged and does not count; “events/2018Q3 (conflicted copy)” belongs to "
          + "nothing here and is not read", "记录损坏1 不明文件1", "damaged records 1, stray 1"
      ),
      (
        [.unreadableFile(FileError(.list, "", .notPermitted))],
        "数据目录本身无法读取或已损坏", "the store's own folder cannot be read or is damaged", "文件损坏1",
        "damaged files 1"
      ),
      (
        [
          .vanishedRecords(folder: "events/2018Q3"),
          .foreignRecords(folder: "events/2020Q2", says: nil),
        ],
        "“events/2018Q3”里原有的记录不见了；“events/2020Q2”里放的是别的季度的记录，未计入",
        "the records in “events/2018Q3” are gone; “events/2020Q2” holds the records of another "
          + "quarter, which do not count", "记录丢失1 记录错放1", "records gone 1, misplaced 1"
      ),
      (
        [.noChecksums],
        "没有“SHA256SUMS”，数据是否被改动无从查考，须核对后用 census check --confirm-facts 重建",
        "there is no “SHA256SUMS”, so that nothing vouches for the facts until they are checked and "
          + "census check --confirm-facts makes it anew", "无校验和", "no checksums"
      ),
    ] as [([Problem.Kind], String, String, String, String)])
  func sentences(
    _ kinds: [Problem.Kind], _ chinese: String, _ english: String, _ brief: String, _ few: String
  ) throws {
    let damage = try #require(Damage(kinds.map(Problem.init)))
    #expect(damage.sentence == Phrase(chinese, english))
    #expect(damage.brief == Phrase(brief, few))
  }

  @Test(
    arguments: [
      .oddNames(folder: "", first: "notes.txt", count: 1),
      .unknownEventType(type: "forecast", count: 1), .newerStore(minWriter: 2, supported: 1),
    ] as [Problem.Kind])
  func whatHidesNothingIsNone(_ kind: Problem.Kind) {
    #expect(Damage([Problem(kind)]) == nil)
  }
}
