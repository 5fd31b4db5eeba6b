import CensusCore
import CensusNotices
import CensusStore
import CensusTestSupport
import FoundationEssentials
import Testing

/// The notice that the shipped quarter was typed from gives that quarter.
@Suite struct SeedTests {
  private static let path = ProcessInfo.processInfo.environment["CENSUS_SEED"]

  /// Where `CENSUS_SEED` names the document, reading it gives the shipped facts by value.
  @Test(
    .enabled(
      if: SeedTests.path != nil, "CENSUS_SEED names no document: the real notice was not read"))
  func theSeedGivesTheShippedQuarter() throws {
    let path = try #require(SeedTests.path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var store = try ShippedStore.open()
    let draft = Draft([Source(name: "seed", text: text)], store.directory)
    let shipped = try #require(store.inspection(of: ShippedStore.quarter).inspection)
    let read = try #require(draft.inspection)

    #expect(draft.notUnderstood.isEmpty)
    #expect(draft.notFound.isEmpty)
    #expect(read.quarter == shipped.quarter)
    #expect(read.scope == shipped.scope)
    #expect(read.criteria == shipped.criteria)
    #expect(read.sampling == shipped.sampling || read.sampling.to == shipped.sampling.to)
    #expect(read.totals == shipped.totals)
    #expect(read.annex1 == shipped.annex1)
    #expect(read.rows == shipped.rows)
    #expect(read.annex2 == shipped.annex2)
    #expect(read.findings == shipped.findings)
    #expect(read.wordings == shipped.wordings)
    #expect(read.platforms == shipped.platforms)
    #expect(read.campaign == shipped.campaign)
    // Mentions are kept as printed; the shipped ones are shortened by hand.
    #expect(read.mentions.map(\.siteName) == shipped.mentions.map { $0.siteName })
    #expect(read.mentions.map(\.prefecture) == shipped.mentions.map(\.prefecture))
    #expect(read.mentions.map(\.issues) == shipped.mentions.map(\.issues))
    let (notice, known) = (read.notice, shipped.notice)
    #expect(notice.document == known.document)
    #expect(notice.series == known.series)
    #expect(notice.title == known.title)
    #expect(notice.issuer == known.issuer)
    #expect(notice.addressees == known.addressees)
    #expect(notice.issued == known.issued)
    #expect(notice.deadline == known.deadline)
    #expect(notice.dueText == known.dueText)
    #expect(notice.parts == known.parts)
    #expect(notice.sendTo == known.sendTo)
    #expect(notice.telephones == known.telephones)
    #expect(notice.email == known.email)
    #expect(notice.legalBases == known.legalBases)
    #expect(notice.copiedTo == known.copiedTo)
    #expect(notice.annexes == known.annexes)
    #expect(read.sampling.rounds == shipped.sampling.rounds)
    #expect(read.sampling.footnote == shipped.sampling.footnote)
    #expect(read.sampling.covers?.chinese == shipped.sampling.covers?.chinese)
    #expect(
      read.discrepancies(in: store.directory).map(\.id)
        == shipped.discrepancies(in: store.directory).map(\.id))
    for table in draft.tables {
      #expect(
        table.rows == table.title + table.heading + table.taken + table.total + table.notes
          + table.listed)
    }
  }
}
