import NcursesTerminal
import TerminalKit
import Testing

/// What the terminal is asked, what is known until it answers, and what of its answers is news.
struct QuestionsTests {
  private func questions(
    _ traits: TerminalTraits = TerminalTraits(), background: Shade? = nil, isWide: Bool? = nil,
    in environment: [String: String] = ["TERM": "xterm-256color"]
  ) -> Questions {
    Questions(traits, background: background, isWide: isWide) { environment[$0] }
  }

  private func asked(_ questions: Questions) -> [String] {
    var questions = questions
    var asked: [String] = []
    questions.ask { background, width in
      if background { asked.append("background") }
      if width { asked.append("width") }
      return true
    }
    return asked
  }

  /// What the terminal said last is the best that is known, then its environment.
  @Test func beginsWithWhatIsKnown() {
    let (light, dark) = (["COLORFGBG": "0;15"], ["COLORFGBG": "15;0"])
    let (answered, wide) = (TerminalTraits(background: .light), TerminalTraits(isWide: true))
    #expect(questions().background == .dark)
    #expect(!questions().isWide)
    #expect(questions(in: light).background == .light)
    #expect(questions(answered, in: dark).background == .light)
    #expect(questions(TerminalTraits(background: .dark), in: light).background == .dark)
    #expect(questions(wide).isWide)
    // Where it does not matter, or a person has said it.
    #expect(questions(answered, background: .dark, in: light).background == .dark)
    #expect(!questions(wide, isWide: false).isWide)
  }

  @Test func asksOnlyWhatIsOfUseAndDoesNoHarm() {
    #expect(asked(questions()) == ["background", "width"])
    #expect(asked(questions(background: .dark)) == ["width"])
    #expect(asked(questions(isWide: true)) == ["background"])
    #expect(asked(questions(background: .dark, isWide: true)) == [])
    for (environment, isAsked) in [
      (["TERM": "linux"], false), (["TERM": "linux-16color"], false),
      (["TERM": "screen-256color"], false), (["TERM": "screen-256color", "TMUX": ""], false),
      (["TERM": "screen-256color", "TMUX": "/tmp/1"], true),
      (["TERM": "tmux-256color", "TMUX": "/tmp/1"], true),
      (["TERM": "xterm-256color", "STY": "1.pts"], false),
    ] {
      #expect(asked(questions(in: environment)) == (isAsked ? ["background"] : []) + ["width"])
    }
  }

  @Test func onlyWhatDiffersIsNews() {
    var questions = questions()
    let answers: [(TerminalAnswer, Bool)] = [
      (.background(.dark), false), (.background(.light), true), (.background(.light), false),
      (.columns(1), false), (.columns(2), true),
      // Nonsense: nothing is known by it.
      (.columns(0), false), (.columns(79), false),
    ]
    for (answer, isNews) in answers {
      let outcome = questions.take(answer)
      #expect(outcome == isNews, "\(answer)")
    }
    #expect(questions.background == .light && questions.isWide)
    #expect(questions.traits == TerminalTraits(background: .light, isWide: true))
  }

  @Test func whatWasNotAskedIsNoAnswer() {
    var questions = questions(background: .dark, isWide: false)
    for answer in [TerminalAnswer.background(.light), .columns(2)] {
      let outcome = questions.take(answer)
      #expect(!outcome)
    }
    #expect(questions.background == .dark && !questions.isWide)
    #expect(questions.traits == TerminalTraits())
  }

  /// The last answer ends the wait, and so does a second; who was not asked is not waited for.
  @Test func waitsForAnAnswerNoLongerThanASecond() {
    var questions = questions()
    #expect(questions.left(at: 0) == nil)
    questions.ask { _, _ in true }
    questions.listen(at: 5000)
    questions.listen(at: 9000)
    #expect(questions.left(at: 5000) == 1000)
    #expect(questions.left(at: 5999) == 1)
    #expect(questions.left(at: 6000) == nil)
    _ = questions.take(.background(.dark))
    #expect(questions.left(at: 5500) == 500)
    _ = questions.take(.columns(1))
    #expect(questions.left(at: 5500) == nil)
    questions.ask { _, _ in false }
    #expect(questions.left(at: 5000) == nil)
  }
}
