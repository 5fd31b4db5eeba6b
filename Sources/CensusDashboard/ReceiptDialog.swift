package import CensusCore
package import TerminalKit

/// The dialog P and E: a receipt with date, signature, numbers, cover; values only.
package struct ReceiptDialog: Equatable, Sendable {
  package enum Field: Hashable, Sendable {
    case day
    case signature
    case signer
    case incoming
    case document
    case note
    case scope
  }

  /// Which part arrived.
  package let part: Part
  /// What the cursor was on.
  package let reference: Reference
  /// The field that has the keys.
  package var focus: Field = .day
  package var day: LineEditor
  package var signature: Signature = .principal
  package var signer = LineEditor()
  package var incoming = LineEditor()
  package var document = LineEditor()
  package var note = LineEditor()
  /// Only the site or finding under the cursor, not its whole unit.
  package var isOnlyThis = false
  /// Why it was refused the last time.
  package var refusal: Phrase?

  package init(part: Part, reference: Reference, day: Day) {
    self.part = part
    self.reference = reference
    self.day = LineEditor(day.description)
  }

  /// The fields in order; the paper copy has a signature, a site has a choice of scope.
  package var fields: [Field] {
    var fields: [Field] = [.day]
    if part == .paper { fields += [.signature, .signer] }
    fields += [.incoming, .document, .note]
    switch reference {
    case .site, .finding: fields.append(.scope)
    default: break
    }
    return fields
  }

  /// What is to be recorded, or nil if the day cannot be read.
  package var request: ReceiptRequest? {
    guard let on = Day(trimmed(day.text) ?? "") else { return nil }
    var request = ReceiptRequest(parts: [part], on: on)
    request.signature = signature
    request.signer = trimmed(signer.text)
    request.incoming = trimmed(incoming.text)
    request.document = trimmed(document.text)
    request.note = trimmed(note.text)
    request.onlyNamed = isOnlyThis
    return request
  }

  /// Does what a key means in a field; false if it means nothing there.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .tab, .down, .backTab, .up: move(by: key == .tab || key == .down ? 1 : -1)
    default: return edit(key)
    }
    return true
  }

  private mutating func move(by step: Int) {
    let fields = fields
    let index = fields.firstIndex(of: focus) ?? 0
    focus = fields[(index + step + fields.count) % fields.count]
  }

  private mutating func edit(_ key: Key) -> Bool {
    refusal = nil
    switch focus {
    case .day: return editDay(key)
    case .signer: return signer.handle(key)
    case .incoming: return incoming.handle(key)
    case .document: return document.handle(key)
    case .note: return note.handle(key)
    case .signature:
      guard let step = choice(key) else { return false }
      let all = Signature.allCases
      let index = all.firstIndex(of: signature) ?? 0
      signature = all[(index + step + all.count) % all.count]
      return true
    case .scope:
      guard choice(key) != nil else { return false }
      isOnlyThis.toggle()
      return true
    }
  }

  /// `+` and `-` change the day by one, for which there is no text key in a date.
  private mutating func editDay(_ key: Key) -> Bool {
    guard let current = Day(trimmed(day.text) ?? "") else { return day.handle(key) }
    switch key.normalised {
    case "+", "=": day.set((current + 1).description)
    case "-" where day.caret == day.text.count: day.set((current - 1).description)
    default: return day.handle(key)
    }
    return true
  }

  private func choice(_ key: Key) -> Int? {
    switch key.normalised {
    case .left: -1
    case .right, " ": 1
    default: nil
    }
  }

  private func trimmed(_ text: String) -> String? {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }
}
