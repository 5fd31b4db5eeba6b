package import CensusCore

/// Something that a person can record: the entries of the menu 办理.
package enum Act: String, CaseIterable, Sendable {
  case receivePaper
  case receiveElectronic
  case receiveBoth
  case returning
  case chase
  case recheck
  case extend
  case note
  case attach
  case order
  case waive
  case contact
  case assign
  case detail
  case remedy
  case account
  case availability
  case void
  case reinstate
  case correct
  case resolve
  case retract
  case verify

  /// What the menu shows first; the rest stands under 更多.
  package static let common: [Act] = [
    .receivePaper, .receiveElectronic, .receiveBoth, .returning, .chase, .recheck, .extend, .note,
    .attach,
  ]

  /// The other entries of the menu; retracting needs an event and has its own key.
  package static let more: [Act] = [
    .order, .waive, .contact, .assign, .detail, .remedy, .account, .availability, .void,
    .reinstate, .correct, .resolve, .verify,
  ]

  /// The letter that chooses it in the menu.
  package var letter: Character {
    switch self {
    case .receivePaper: "p"
    case .receiveElectronic: "e"
    case .receiveBoth: "b"
    case .returning: "t"
    case .chase: "c"
    case .recheck: "r"
    case .extend: "x"
    case .note: "n"
    case .attach: "z"
    case .order: "o"
    case .waive: "w"
    case .contact: "l"
    case .assign: "u"
    case .detail: "d"
    case .remedy: "y"
    case .account: "a"
    case .availability: "s"
    case .void: "v"
    case .reinstate: "i"
    case .correct: "g"
    case .resolve: "f"
    case .retract: "m"
    case .verify: "h"
    }
  }

  /// What it is called: the verb of its dialog.
  package var name: Phrase {
    switch self {
    case .receivePaper: Phrase("登记纸质版", "Record the paper copy")
    case .receiveElectronic: Phrase("登记电子版", "Record the electronic document")
    case .receiveBoth: Phrase("登记纸质版和电子版", "Record both parts")
    case .returning: Phrase("退回", "Return a part")
    case .chase: Phrase("催办", "Chase")
    case .recheck: Phrase("复查", "Re-check")
    case .extend: Phrase("延期", "Extend the deadline")
    case .note: Phrase("备注", "Note")
    case .attach: Phrase("存为佐证", "Keep a file as evidence")
    case .order: Phrase("限期再整改", "Order rectification anew")
    case .waive: Phrase("免报", "Waive the report")
    case .contact: Phrase("联络员", "Contact")
    case .assign: Phrase("承办人", "Who handles it")
    case .detail: Phrase("问题明细", "Detail line")
    case .remedy: Phrase("整改措施", "Remedy")
    case .account: Phrase("问责", "Accountability")
    case .availability: Phrase("网站状态", "Availability of the site")
    case .void: Phrase("剔除", "Void the finding")
    case .reinstate: Phrase("恢复", "Reinstate the finding")
    case .correct: Phrase("更正", "Correct")
    case .resolve: Phrase("以此记录为准", "Keep this record")
    case .retract: Phrase("撤回记录", "Retract a record")
    case .verify: Phrase("核实", "Verify a check")
    }
  }

  /// The parts that it records, for receipts.
  package var parts: [Part] {
    switch self {
    case .receivePaper: [.paper]
    case .receiveElectronic: [.electronic]
    case .receiveBoth: [.paper, .electronic]
    default: []
    }
  }

  /// The kind of event that it records.
  private var kind: (any EventContent.Type)? {
    switch self {
    case .receivePaper, .receiveElectronic, .receiveBoth: Receipt.self
    case .returning: Return.self
    case .account: Accountability.self
    case .attach: Evidence.self
    default: Event.Payload.kind(named: rawValue)
    }
  }

  /// A field of what it records.
  func field(_ key: String) -> PayloadField? {
    ((kind?.fields ?? []) + Detail.Line.table.fields).first { $0.key == key }
  }

  /// One line of a dialog.
  package enum Field: String, CaseIterable, Sendable {
    case day
    case part
    case signature
    case signer
    case incoming
    case document
    case reason
    case authority
    case until
    case reference
    case channel
    case chaseChannel
    case to
    case answer
    case promised
    case answerBy
    case verdict
    case untestable
    case stage
    case measure
    case approvedBy
    case person
    case name
    case post
    case phone
    case found
    case expected
    case page
    case address
    case measures
    case completion
    case responsible
    case status
    case successor
    case filed
    case field
    case new
    case kind
    case text
    case file
    case note
    case scope
    case again
    case round
    case count

    /// Whether a date is typed there.
    var isDay: Bool { [.day, .until, .promised, .answerBy].contains(self) }
  }

  /// The fields of its dialog, in order.
  package func fields(about references: [Reference]) -> [Field] {
    switch self {
    case .receivePaper, .receiveBoth:
      [.day, .signature, .signer, .incoming, .document, .channel, .again, .note]
        + scope(references)
    case .receiveElectronic:
      [.day, .incoming, .document, .channel, .again, .note] + scope(references)
    case .returning: [.day, .part, .reason]
    case .chase: [.to, .answer, .promised, .chaseChannel, .day]
    case .recheck: [.day, .verdict, .untestable, .note]
    case .extend: [.until, .authority, .reason, .day]
    case .note: [.text, .kind, .answerBy, .day]
    case .attach: [.file, .note, .day]
    case .order: [.until, .reference, .day]
    case .waive: [.authority, .reason, .day]
    case .contact: [.name, .post, .phone, .day]
    case .assign: [.to, .day]
    case .detail: [.found, .expected, .page, .address, .day]
    case .remedy: [.measures, .completion, .responsible, .day]
    case .account: [.stage, .approvedBy, .measure, .person, .document, .note, .day]
    case .availability: [.status, .until, .filed, .reference, .successor, .day]
    case .void: [.reason, .day]
    case .reinstate: [.reason, .day]
    case .correct: [.field, .new, .reason, .day]
    case .resolve: [.note, .day]
    case .retract: [.reason, .day]
    case .verify: [.note, .day]
    }
  }

  private func scope(_ references: [Reference]) -> [Field] {
    let isNarrow = references.contains { reference in
      switch reference {
      case .site, .finding: true
      default: false
      }
    }
    return isNarrow ? [.scope] : []
  }

  /// The choices of a field; nil where something is typed.
  package func choices(of field: Field) -> [Phrase]? {
    switch field {
    case .part: ActChoices.parts.map(\.1)
    case .signature: Signature.allCases.map(Terms.signature)
    case .channel: [Phrase("未填", "not given")] + Receipt.Channel.allCases.map(Terms.channel)
    case .chaseChannel: Chase.Channel.allCases.map(Terms.channel)
    case .verdict: Recheck.Verdict.allCases.map(Terms.verdict)
    case .untestable: Recheck.Reason.allCases.map(Terms.reason)
    case .stage: Accountability.Stage.allCases.map(Terms.stage)
    case .measure: Accountability.Measure.allCases.map(Terms.measure)
    case .status: Availability.Status.allCases.map(Terms.availability)
    case .filed: [false, true].compactMap { self.field("filed")?.words($0) }
    case .field: Correct.Field.allCases.map(Terms.field)
    case .kind: Note.Kind.allCases.map(Terms.noteKind)
    case .again: [Phrase("首次来件", "the first one"), Phrase("再次来件", "a further one")]
    case .scope: [Phrase("整个单位", "the whole unit"), Phrase("只限所选", "only what is chosen")]
    default: nil
    }
  }
}

/// Choices that are not the cases of one type.
enum ActChoices {
  static let parts: [([Part], Phrase)] = [
    ([.paper], Terms.part(.paper)), ([.electronic], Terms.part(.electronic)),
    ([.paper, .electronic], Phrase("两份", "both")),
  ]
}
