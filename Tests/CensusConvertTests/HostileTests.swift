import CensusConversion
import CensusNotices
import FoundationEssentials
import Testing

/// Documents that mean harm: one sentence, status 1, nothing else.
@Suite struct HostileTests {
  private static let mark = "<?xml version=\"1.0\"?>"

  private static func deflated(_ count: Int) -> [UInt8] {
    // Stored blocks of deflate would not grow; a run of one byte, in fixed codes, grows by 258.
    var bits: [Bool] = [true, true, false]
    func put(_ code: Int, _ length: Int) {
      for place in (0..<length).reversed() { bits.append(code >> place & 1 == 1) }
    }
    put(0x30 + 0x20, 8)
    for _ in 0..<(count / 258) {
      put(0xC5, 8)
      put(0, 5)
    }
    put(0, 7)
    return stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { byte, place in
        start + place < bits.count && bits[start + place] ? byte | 1 << UInt8(place) : byte
      }
    }
  }

  private static let wide = (0..<2_000).map { "a\($0)=\"\"" }.joined(separator: " ")

  static let documents: [(String, ContainerFault, @Sendable () -> [UInt8])] = [
    (
      "a bomb whose header lies", .tooLarge,
      {
        Zip([
          Zip.Part(name: "_rels/.rels", bytes: deflated(80 << 20), method: 8, size: 80 << 20)
        ]).bytes
      }
    ),
    (
      "entities that multiply", .doctype,
      {
        Documents.word(
          Documents.paragraph("&b;"),
          before: mark + "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>")
      }
    ),
    (
      "an entity of a file", .doctype,
      {
        Documents.word(
          Documents.paragraph("&x;"),
          before: mark + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
      }
    ),
    (
      "a deep document", .tooDeep,
      {
        Documents.word(
          String(repeating: "<w:sdt>", count: 240) + String(repeating: "</w:sdt>", count: 240))
      }
    ),
    ("a wide element", .tooLarge, { Documents.word("<w:p \(wide)/>") }),
    ("zero bytes", .nul, { Documents.word(Documents.paragraph("a\0b")) }),
    (
      "UTF-16", .utf16,
      {
        let text = "<a/>".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        return Zip([Zip.Part(name: "_rels/.rels", bytes: [0xFF, 0xFE] + text)]).bytes
      }
    ),
    ("broken XML", .brokenXML, { Documents.word("<w:p>") }),
    (
      "too many cells", .tooManyCells,
      {
        Documents.word(
          "<w:tbl><w:tr>" + String(repeating: "<w:tc/>", count: 200_001) + "</w:tr></w:tbl>")
      }
    ),
    (
      "too many cells in one row, each with its text", .tooManyCells,
      {
        Documents.word(
          "<w:tbl><w:tr>"
            + String(
              repeating: "<w:tc>\(Documents.paragraph("x"))</w:tc>", count: 300_000)
            + "</w:tr></w:tbl>")
      }
    ),
    ("nothing but a picture", .onlyPictures, { Documents.word("<w:p><a:blip/></w:p>") }),
    ("half an archive", .brokenArchive, { Array(Documents.word.prefix(400)) }),
    ("another archive", .otherArchive, { Zip(["a.txt": "a"]).bytes }),
    (
      "a text document of another office", .openDocument,
      { Zip(["mimetype": "application/vnd.oasis.opendocument.text"]).bytes }
    ),
    ("OFD", .ofd, { Zip(["OFD.xml": "<a/>"]).bytes }),
    ("PDF", .pdf, { Array("%PDF-1.4".utf8) }),
    ("nothing", .empty, { [] }),
    (
      "a deep page", .tooDeep,
      { Array(("<html><body>" + String(repeating: "<div>", count: 20_000)).utf8) }
    ),
    (
      "a page of too many cells", .tooManyCells,
      { Array(("<html><body><table>" + String(repeating: "<td>x", count: 200_001)).utf8) }
    ),
    (
      "a page of too many elements", .tooLarge,
      { Array(("<html><body>" + String(repeating: "<b>x</b>", count: 250_001)).utf8) }
    ),
    ("a wide page", .tooLarge, { Array("<html><body \(wide) \(wide)>x".utf8) }),
  ]

  @Test(arguments: documents.indices)
  func harmIsRefused(index: Int) async throws {
    let (name, fault, make) = HostileTests.documents[index]
    let answer = try await Converter.run(make())
    #expect(answer.status == 1, "\(name)")
    #expect(answer.errors.split(separator: "\n").count == 1, "\(name): \(answer.errors)")
    #expect(throws: fault, "\(name)") { try BlocksJSON.source(answer.output, name: "") }
  }

  private static let hasTrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  /// From the first byte that it reads on, the converter opens nothing, whatever a document asks for.
  @Test(
    .enabled(if: HostileTests.hasTrace, "there is no strace: that no file is opened was not seen"))
  func nothingIsOpened() async throws {
    let log = FileManager.default.temporaryDirectory
      .appending(path: "trace-\(UInt64.random(in: .min ... .max))")
    defer { try? FileManager.default.removeItem(at: log) }
    let calls =
      "trace=open,openat,openat2,socket,connect,execve,fork,vfork,clone,clone3,read,"
      + "landlock_create_ruleset,landlock_restrict_self"
    for document in [Documents.word, Documents.workbook, HostileTests.documents[2].2()] {
      _ = try await Converter.run(document, under: ["strace", "-f", "-e", calls, "-o", log.path])
      let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
      let read = try #require(lines.firstIndex { $0.contains("read(0,") })
      let landlock = lines.filter { $0.contains("landlock_") }
      for line in lines[read...]
      where !line.contains("read(") && line.contains("(") && !landlock.contains(line) {
        #expect(line.contains(" = -1 "), "\(line)")
      }
      // The kernel is asked, and where it can it takes all files away.
      let version = try #require(landlock.first)
      if !version.contains(" = -1 ") {
        #expect(landlock.count == 3)
        #expect(landlock.last?.contains("landlock_restrict_self") == true)
        #expect(landlock.last?.hasSuffix(" = 0") == true, "\(landlock)")
      }
    }
  }

  /// A merge over all of a sheet hides nothing; one of a column goes on over what it hides.
  @Test func mergesBeyondTheSheet() async throws {
    let rows = [["昆明", "60"], ["曲靖", "15"]].enumerated().map { place, cells in
      "<row r=\"\(place + 1)\">"
        + cells.enumerated().map { Documents.inline("\(Array("AB")[$0])\(place + 1)", $1) }.joined()
        + "</row>"
    }
    func source(_ merge: String) async throws -> Source {
      try await Converter.source(
        Documents.workbook([
          "<sheetData>\(rows.joined())</sheetData><mergeCells><mergeCell ref=\"\(merge)\"/></mergeCells>"
        ]))
    }
    for merge in ["A1:XFD1048576", "A1:B2", "A1:A9"] {
      let whole = try await source(merge)
      guard case .table(let table) = whole.blocks[0] else { throw ContainerFault.empty }
      #expect(table.rows.map { $0.map(\.text) } == [["昆明", "60"], ["曲靖", "15"]], "\(merge)")
      #expect(whole.remarks == [.covered(merge == "A1:A9" ? 1 : 3)], "\(merge)")
    }
    let column = try await source("A1:A2")
    guard case .table(let table) = column.blocks[0] else { throw ContainerFault.empty }
    #expect(table.rows.map { $0.map(\.text) } == [["昆明", "60"], ["曲靖", "15"]])
    #expect(table.rows.map { $0[0].marks.contains(.continued) } == [false, true])
    #expect(column.remarks == [])
  }

  /// Numbers keep their digits.
  @Test func digitsAreKept() async throws {
    let cells = ["5301260001", "5.301260001E9", "5.3E10", "0.50", "12345678901234567890"]
    let row = cells.enumerated().map { "<c r=\"\(Array("ABCDE")[$0])1\"><v>\($1)</v></c>" }
    let source = try await Converter.source(
      Documents.workbook(["<sheetData><row r=\"1\">\(row.joined())</row></sheetData>"]))
    guard case .table(let table) = source.blocks[0] else { throw ContainerFault.empty }
    #expect(
      table.rows[0].map(\.text) == [
        "5301260001", "5301260001", "53000000000", "0.5", "12345678901234567890",
      ])
  }
}
