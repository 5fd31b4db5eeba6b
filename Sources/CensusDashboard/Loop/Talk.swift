package import CensusCore
package import CensusLists

/// What was said to a person, and what nobody has looked at yet.
package struct Talk: Equatable, Sendable {
  /// What is said at the foot of the screen.
  package var message: Message? {
    didSet { if let message, message.text != oldValue?.text { messages.append(message) } }
  }
  /// All that was said there, the latest last.
  package private(set) var messages: [Message] = []
  /// The rows that another program changed and nobody has looked at yet.
  package var news: Set<RowID> = []
  /// Whether the hint on an input method was given.
  var hasMetInputMethod = false
  /// Whether the last that was typed was no character.
  var isGarbled = false

  init(_ message: Message?) { self.message = message }

  /// Says it, or keeps it among the messages while a problem stands at the foot.
  mutating func add(_ said: Message) {
    if message?.kind == .problem { messages.append(said) } else { message = said }
  }

  /// Says it behind what was done, which it does not hide.
  mutating func say(besides said: Phrase) {
    guard let done = message, done.kind == .done else {
      message = Message(said, .news)
      return
    }
    message = Message(
      [done.text, said].joined(Phrase("；", "; ")), .done, remedy: done.remedy, offer: done.offer)
  }

  /// A message that still holds is as new.
  mutating func hold(_ text: Phrase) { if message?.text == text { message?.age = 0 } }

  /// Messages fade: what was done after ten seconds, news after five; problems stay.
  mutating func fade() {
    message?.age += 1
    guard let message else { return }
    switch message.kind {
    case .done where message.age >= 10, .news where message.age >= 5: self.message = nil
    default: break
    }
  }

  /// A key answers a problem; what was done stays until it fades.
  mutating func clearStale() {
    if message?.kind == .problem { message = nil }
  }
}

/// What is said at the foot of the screen.
package struct Message: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Something was done; it fades after so many seconds.
    case done
    /// Something cannot be done; it stays until a key is pressed.
    case problem
    /// News; it fades.
    case news
  }

  package let text: Phrase
  package let kind: Kind
  /// What takes it back, said beside it.
  package let remedy: Command?
  /// What can be added to it, said beside it as well.
  package let offer: Command?
  /// Seconds it has been there.
  package var age = 0

  package init(_ text: Phrase, _ kind: Kind, remedy: Command? = nil, offer: Command? = nil) {
    self.offer = offer
    self.text = text
    self.kind = kind
    self.remedy = remedy ?? (kind == .done ? .undo : nil)
  }
}
