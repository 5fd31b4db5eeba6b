package import CensusCore
package import CensusNotices

/// A notice that is being taken in (载入): where it is read, and what a person said about it so far.
///
/// It is kept until it is written or dropped, so that neither leaving nor a kill loses it.
package struct Intake: Equatable, Sendable {
  /// Where a part of it is read.
  package enum Source: Hashable, Sendable {
    /// A file, by its path.
    case file(String)
    /// A text that was pasted.
    case pasted(String)
  }

  /// The notice and its annexes, in the order in which they came.
  package var sources: [Source]
  /// What a person said about it.
  package var answers: Answers
  /// Whether LibreOffice and pdftotext may help with documents that are not read.
  package var isConverting: Bool
  /// The hashes of the sources on which answers about rows and cells were given, in order: those speak
  /// of other rows once a source is gone or has changed.
  package var known: [String] = []

  package init(
    _ sources: [Source], answers: Answers = Answers(), isConverting: Bool = false
  ) {
    self.sources = sources
    self.answers = answers
    self.isConverting = isConverting
  }

  /// The same notice as its sources are now: what was said of rows and cells holds while those are the
  /// same and others only came behind them.
  package func reading(_ hashes: [String]) -> Intake {
    var intake = self
    if !hashes.starts(with: known) {
      intake.answers.columns = [:]
      intake.answers.skipped = []
      intake.answers.cells = [:]
      intake.answers.findings = [:]
    }
    intake.known = hashes
    return intake
  }
}

/// What was read of an intake: all that its pages show.
package struct IntakeReading: Equatable, Sendable {
  /// A source as it was read.
  package struct Part: Equatable, Sendable {
    /// What it is called.
    package let name: String
    /// Why it could not be read; nil if it was.
    package let fault: Phrase?
    /// The account of its tables.
    package let accounts: [Phrase]

    package init(name: String, fault: Phrase?, accounts: [Phrase]) {
      self.name = name
      self.fault = fault
      self.accounts = accounts
    }
  }

  /// The sources, in the order of the intake.
  package let parts: [Part]
  /// The period; nil while none is known.
  package let quarter: Quarter?
  /// How the period would stand; nil where nothing was read.
  package let projection: Projection?
  /// Where the findings stand in the sources.
  package let places: [FindingID: CensusNotices.Place]
  /// What the text says, a fact a line.
  package let body: [Phrase]
  /// What was looked for in vain.
  package let notFound: [Phrase]
  /// What comes with it that the lists lack, and what was read by earlier answers.
  package let additions: [Phrase]
  /// What waits for an answer.
  package let open: [NotUnderstood]
  /// What `check` says of it, and what was doubtful in reading it.
  package let checks: [Discrepancy]
  /// What the store has of the period, in a sentence.
  package let comparison: Phrase
  /// How it differs from that; nil where the store has nothing of the period.
  package let differences: [Phrase]?
  /// What became of each table.
  package let tables: [TableAccount]
  /// What became of the sites of the period before.
  package let since: [Phrase]
  /// How many findings of the store it has no more.
  package let vanishing: Int
  /// How many findings were read by where words stand, as out of a PDF; 0 where none was.
  package let placed: Int
  /// What stands for all that is shown; nil where nothing can be taken in.
  package let digest: String?
  /// Whether the draft is on the disk.
  package let isKept: Bool

  package init(
    parts: [Part], quarter: Quarter?, projection: Projection?,
    places: [FindingID: CensusNotices.Place], body: [Phrase], notFound: [Phrase],
    additions: [Phrase], open: [NotUnderstood], checks: [Discrepancy], comparison: Phrase,
    differences: [Phrase]?, tables: [TableAccount] = [], since: [Phrase], vanishing: Int,
    placed: Int = 0, digest: String?,
    isKept: Bool = true
  ) {
    self.parts = parts
    self.quarter = quarter
    self.projection = projection
    self.places = places
    self.body = body
    self.notFound = notFound
    self.additions = additions
    self.open = open
    self.checks = checks
    self.comparison = comparison
    self.differences = differences
    self.tables = tables
    self.since = since
    self.vanishing = vanishing
    self.placed = placed
    self.digest = digest
    self.isKept = isKept
  }
}

extension String {
  /// Whether a pasted text looks like a table or a notice, and not like a word for a field.
  var looksLikeNotice: Bool {
    let lines = split(whereSeparator: \.isNewline)
    guard lines.count > 1 else { return false }
    if lines.count(where: { $0.contains("\t") || $0.contains("|") }) > 1 { return true }
    let words = ["标识码", "序号", "通报", "不合格", "合格率"]
    return words.contains(where: contains) || lines.count > 5
  }

  /// The text with one kind of line's end: a terminal makes CR of LF, and CR CR of CRLF.
  var withPlainLineEnds: String {
    let bytes = Array(utf8)
    let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    guard bytes.contains(cr) else { return self }
    var runs: [Int] = []
    if !bytes.contains(lf) {
      for (place, byte) in bytes.enumerated() where byte == cr {
        if place > 0, bytes[place - 1] == cr, !runs.isEmpty {
          runs[runs.count - 1] += 1
        } else {
          runs.append(1)
        }
      }
    }
    let isDoubled = !runs.isEmpty && runs.allSatisfy { $0.isMultiple(of: 2) }
    var plain: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      if byte == cr {
        plain.append(lf)
        if next == lf || isDoubled && next == cr { place += 1 }
      } else {
        plain.append(byte)
      }
      place += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
