/// The notice (通报) that published a census: the document, what it demands and of whom.
public struct Notice: Equatable, Sendable {
  /// A part of a report that has to arrive.
  public struct RequiredPart: Equatable, Sendable {
    /// Paper copy or electronic document.
    public let part: Part
    /// How many copies, where the notice says so.
    public let copies: Int?
    /// Whose signature it needs; nil where none is asked for.
    public let signature: Signature?

    /// One demand of the notice.
    public init(part: Part, copies: Int?, signature: Signature?) {
      self.part = part
      self.copies = copies
      self.signature = signature
    }
  }

  /// A telephone number to report to.
  public struct Telephone: Equatable, Sendable {
    /// The number as printed.
    public let number: String
    /// Whether it is a fax as well.
    public let isFax: Bool

    /// One number.
    public init(number: String, isFax: Bool) {
      self.number = number
      self.isFax = isFax
    }
  }

  /// A document that the notice rests on.
  public struct LegalBasis: Equatable, Sendable {
    /// The document number, `国办发〔2017〕47号`.
    public let document: String
    /// Its title as printed.
    public let title: String

    /// One document.
    public init(document: String, title: String) {
      self.document = document
      self.title = title
    }
  }

  /// A requirement for the next step, in our own words.
  public struct Requirement: Equatable, Sendable {
    /// A short heading.
    public let title: Phrase
    /// What is asked, in a sentence.
    public let summary: Phrase

    /// One requirement.
    public init(title: Phrase, summary: Phrase) {
      self.title = title
      self.summary = summary
    }
  }

  /// The document number, `云府办明电〔2018〕55号`.
  public let document: String?
  /// The series it appeared in, `云南省发电`.
  public let series: String?
  /// The title as printed.
  public let title: String?
  /// Who issued it.
  public let issuer: String?
  /// Whom it addresses, as printed.
  public let addressees: [String]
  /// The day of issue.
  public let issued: Day?
  /// By when reports are due; nil where no deadline was read.
  public let deadline: Deadline?
  /// The printed wording of the deadline.
  public let dueText: String?
  /// What has to arrive.
  public let parts: [RequiredPart]

  /// The parts of a report that have to arrive: both where the notice is silent.
  public var askedParts: Set<Part> {
    parts.isEmpty ? Set(Part.allCases) : Set(parts.map(\.part))
  }

  /// To whom it is sent.
  public let sendTo: String?
  /// Telephones for questions.
  public let telephones: [Telephone]
  /// The address for electronic documents.
  public let email: String?
  /// The documents it rests on.
  public let legalBases: [LegalBasis]
  /// Bodies it is copied to (抄送).
  public let copiedTo: [String]
  /// What follows the reports, in our own words.
  public let followUp: Phrase?
  /// The main problems it names, in our own words.
  public let problems: [Phrase]
  /// What it asks for next, in our own words.
  public let requirements: [Requirement]
  /// The titles of its annexes.
  public let annexes: [String]

  /// All that is known of a notice; every part may be missing.
  public init(
    document: String? = nil, series: String? = nil, title: String? = nil, issuer: String? = nil,
    addressees: [String] = [], issued: Day? = nil, deadline: Deadline? = nil,
    dueText: String? = nil, parts: [RequiredPart] = [], sendTo: String? = nil,
    telephones: [Telephone] = [], email: String? = nil, legalBases: [LegalBasis] = [],
    copiedTo: [String] = [], followUp: Phrase? = nil, problems: [Phrase] = [],
    requirements: [Requirement] = [], annexes: [String] = []
  ) {
    self.document = document
    self.series = series
    self.title = title
    self.issuer = issuer
    self.addressees = addressees
    self.issued = issued
    self.deadline = deadline
    self.dueText = dueText
    self.parts = parts
    self.sendTo = sendTo
    self.telephones = telephones
    self.email = email
    self.legalBases = legalBases
    self.copiedTo = copiedTo
    self.followUp = followUp
    self.problems = problems
    self.requirements = requirements
    self.annexes = annexes
  }
}

/// A part of a report (报送材料): both have to arrive.
public enum Part: String, CaseIterable, Sendable {
  /// The paper copy (纸质版), signed by the principal leader.
  case paper
  /// The electronic document (电子版).
  case electronic
}

/// Who signed a paper copy; only the principal leader's signature counts.
public enum Signature: String, CaseIterable, Sendable {
  /// The principal leader (主要负责同志).
  case principal
  /// Another leader.
  case other
  /// Nobody.
  case none
}

/// A deadline (整改时限): a day, and whether that day itself is still on time.
public struct Deadline: Hashable, Sendable {
  /// The day as printed.
  public let day: Day
  /// Whether a report on the day itself is on time (于…日前 reads so unless the notice says otherwise).
  public let isInclusive: Bool

  /// A deadline on a day.
  public init(_ day: Day, isInclusive: Bool = true) {
    self.day = day
    self.isInclusive = isInclusive
  }

  /// The last day on which a report is on time.
  public var lastDayOnTime: Day { isInclusive ? day : day - 1 }

  /// Days left until the last day on time; negative once it has passed.
  public func daysLeft(on day: Day) -> Int { lastDayOnTime - day }

  /// Days by which something done on a day is late; 0 if it is on time.
  public func daysLate(on day: Day) -> Int { max(0, day - lastDayOnTime) }

  /// Whether what is still owed on a day is overdue: the last day on time is over.
  public func isOverdue(on day: Day) -> Bool { day > lastDayOnTime }

  /// Whether it is more than a year past, so that nobody lives with it any more.
  public func isLongOver(on day: Day) -> Bool { daysLeft(on: day) < -365 }
}
