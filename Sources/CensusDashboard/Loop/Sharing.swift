package import CensusCore
import TerminalKit

/// How a store that is shared through git stands beside its remote, as far as the disk knows.
package struct SharingState: Equatable, Sendable {
  /// How many files wait to be sent, committed or not.
  package let ahead: Int
  /// How many were fetched and wait to be merged.
  package let behind: Int
  /// When it was last synced to the end on this machine; nil if never.
  package let last: Instant?

  package init(ahead: Int, behind: Int, last: Instant?) {
    self.ahead = ahead
    self.behind = behind
    self.last = last
  }
}

/// What a person is shown of sharing the store.
package struct Sharing: Equatable, Sendable {
  /// How it stands; nil where the store is not shared, or nobody knows yet.
  package var state: SharingState?
  /// The step that goes on.
  package var step: Phrase?
  /// How often the person has asked for it to stop: between two steps, then at once.
  var stops = 0

  /// What is said at the foot while it goes on.
  var sentence: Phrase? {
    guard let step else { return nil }
    let how =
      switch stops {
      case 0: Phrase("Esc 在两步之间停止", "Esc stops it between two steps")
      case 1:
        Phrase(
          "这一步完成后停止，再按 Esc 立即终止",
          "it stops when this step is done; Esc again ends it at once")
      default: Phrase("正在终止", "it is being ended")
      }
    return Phrase("同步 \(step.chinese)……\(how.chinese)", "sync \(step.english) … \(how.english)")
  }
}

extension State {
  /// Shares the store, unless that goes on already.
  mutating func startSync() -> Effect {
    guard sharing.step == nil else {
      talk.message = sharing.sentence.map { Message($0, .news) }
      return .none
    }
    talk.message = Message(Self.beginning, .news)
    return .sync(language)
  }

  /// Asks for it to stop; nil where nothing goes on that could.
  mutating func stopSync() -> Effect? {
    guard sharing.step != nil, sharing.stops < 2 else { return nil }
    sharing.stops += 1
    talk.message = sharing.sentence.map { Message($0, .news) }
    return .stopSync
  }

  /// A step of it has begun, or it is over.
  mutating func sync(_ step: Phrase?) {
    let before = sharing.sentence
    sharing.step = step
    guard step != nil else {
      sharing.stops = 0
      if let before, talk.message?.text == before { talk.message = nil }
      return
    }
    sayStep(before)
  }

  /// What goes on is said for as long as it does; other messages have their time first.
  mutating func sayStep(_ before: Phrase? = nil) {
    guard let sentence = sharing.sentence else { return }
    let isFree = talk.message.map { $0.text == sentence || $0.text == before } ?? true
    guard isFree || talk.message?.text == Self.beginning else { return }
    if talk.message?.text == sentence {
      talk.hold(sentence)
    } else {
      talk.message = Message(sentence, .news)
    }
  }

  /// What is said before the first step.
  fileprivate static let beginning = Phrase("正在同步……", "syncing through git …")
}

extension Chrome {
  /// How the store stands beside its remote: 同步 ↑3 ↓2 10:42; nothing where it is not shared.
  var sharing: StyledText? {
    guard let shared = state.sharing.state else { return nil }
    let isPlain = state.alphabet == .ascii
    let (up, down) = isPlain ? ("+", "-") : ("↑", "↓")
    let muted = Style(.muted, on: .band)
    let figure = { (sign: String, count: Int) in
      StyledText(" \(sign)\(count)", count == 0 ? muted : Style(.text, on: .band).bold)
    }
    let name = StyledText(Phrase("同步", "sync")[language], muted)
    let last = StyledText(" " + lastSync(shared.last)[language], muted)
    return name + figure(up, shared.ahead) + figure(down, shared.behind) + last
  }

  /// The time of day, of another day its date.
  private func lastSync(_ moment: Instant?) -> Phrase {
    guard let moment else { return Phrase("从未", "never") }
    let text = moment.text(at: state.snapshot.offset)
    let day = moment.day(at: state.snapshot.offset)
    let today = state.snapshot.today
    if day == today { return Phrase(String(text.suffix(5)), String(text.suffix(5))) }
    let shown = day.year == today.year ? String(text.prefix(10).suffix(5)) : String(text.prefix(10))
    return Phrase(shown, shown)
  }

  /// Draws it at the end of what is free, if it finds room.
  func drawSharing(in free: Rect, on grid: inout Grid) {
    guard let sharing, let x = grid.start(of: sharing, atEndOf: free) else { return }
    grid.write(sharing, at: Point(x: x, y: free.y), clip: free)
  }
}
