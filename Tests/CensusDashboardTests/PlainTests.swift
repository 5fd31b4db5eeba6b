import CensusCore
import CensusDashboard
import CensusTestSupport
import TerminalKit
import Testing

@Suite struct PlainTests {
  /// What is said on some lines, as a person would see it in a terminal.
  private func transcript(
    _ lines: [String], _ language: Language = .chinese, readOnly: Bool = false,
    change: (inout State) -> Void = { _ in }
  ) throws -> String {
    var script = try Script(language, readOnly: readOnly)
    script.change(change)
    var dialogue = script.dialogue()
    var text = dialogue.opening().map { $0 + "\n" }.joined()
    for line in lines where !dialogue.isOver {
      text += "> \(line)\n"
      text += script.say(line, to: &dialogue).map { $0 + "\n" }.joined()
    }
    let ending = dialogue.isOver ? "" : "the input ended\n"
    return text + ending + dialogue.end().map { $0 + "\n" }.joined()
  }

  /// A day's work: the desk, a mark, several rows, a reminder, taking back.
  @Test(arguments: Language.allCases)
  func desk(_ language: Language) throws {
    let place = language == .chinese ? "怒江" : "Nujiang"
    let lines = [
      "5", "p 7", "e", "", "e 1 3-4", "", "n-17", "", "", "", "", "3", "u", "redo", "/\(place)",
      "/",
      "c 3", "王主任", "24日报", "下周", "2018-10-24", "1", "", "", "o 7", "back", "9", "q", "never heard",
    ]
    expectGolden(try transcript(lines, language), named: "plain-desk-\(language.rawValue)")
  }

  /// Every view and detail, both languages.
  @Test(arguments: Language.allCases)
  func views(_ language: Language) throws {
    let lines = [
      "1", "Tab", "o 1", "back", "2", "o 17", "o 1", "q", "q", "3", "s", "S", "4", "o 1", "back",
      "6",
      "8", "9", "0", "A", "back", "5", "D 2018-10-23", "D", "t", "Space 1", "Space", "", "U", "m 1",
      ".", "y b", "L", "L",
      "[", "]",
    ]
    expectGolden(try transcript(lines, language), named: "plain-views-\(language.rawValue)")
  }

  /// What is refused, cancelled, or not understood is a sentence.
  @Test(arguments: Language.allCases)
  func mistakes(_ language: Language) throws {
    let lines = [
      "fly", "5", "p 8", "p 0", "p x", "p 1-", "o 1 2", "z", "P 7", "2018-13-01", ".", "P 7",
      "2018-12-01", "9", "x", "3", "", "", "", "", "", "", ".", "x 1", "Ctrl-P", "M", "6", "+ 1",
      "+ 1 3", "- 4", "q",
      "w", "q",
    ]
    expectGolden(try transcript(lines, language), named: "plain-mistakes-\(language.rawValue)")
  }

  @Test(arguments: Language.allCases)
  func help(_ language: Language) throws {
    expectGolden(try transcript(["?"], language), named: "plain-help-\(language.rawValue)")
  }

  @Test func readOnlyRecordsNothing() throws {
    let text = try transcript(["5", "p 7", "u"], readOnly: true)
    #expect(text.hasSuffix("> p 7\n只读打开\n> u\n只读打开\nthe input ended\n"))
  }

  @Test func verdictsThatAreNotSavedAreToldAtTheEnd() throws {
    let text = try transcript(["6", "+ 1", "- 2"])
    #expect(text.contains("有2条复查结论没有保存，未登记；留到下次打开。\n"))
  }

  @Test func asksOnceWhoRecordsAndGoesOn() throws {
    let text = try transcript(["5", "p 7", " ", "李 敏", "e 7", "9"]) { $0.asksForActor = true }
    #expect(
      text.contains(
        """
        > p 7
        登记人：只问一次，. 不登记。
        > \("")\(" ")
        登记人（须有可见的文字，200字节以内）：只问一次，. 不登记。
        > 李 敏
        已登记：临沧 纸质版（主要负责同志签字）
        > e 7
        已登记：临沧 电子版
        """))
    #expect(text.contains("临沧：日期 2018-10-19，类型 收件，内容 收到电子版，登记人 李 敏\n"))
  }

  @Test func nobodyNamedRecordsNothing() throws {
    let text = try transcript(["5", "p 7", ".", "9"]) { $0.asksForActor = true }
    #expect(text.contains("> .\n没有填写登记人，未登记任何内容\n"))
    #expect(text.contains("共0条"))
  }

  @Test func longListsAreReadInPages() throws {
    let marks = ["c 1-7", "", "", "", "", "", "7", "b 1-7", "", "", "", "", "", "", "", "", "7"]
    let text = try transcript(["5"] + marks + ["9", "more", "more", "", "o 21"])
    let lines = text.split(separator: "\n")
    let page = try #require(lines.firstIndex(of: "还有1行，输入 more 继续。"))
    #expect(lines[page - 1].hasPrefix("20. "))
    #expect(lines[page + 1] == "> more")
    #expect(lines[page + 2].hasPrefix("21. 云南省文史研究馆：日期 2018-10-19，类型 催办，内容 "))
    #expect(lines[page + 3...page + 4] == ["> more", "已经是最后一行"])
    #expect(lines.last == "the input ended")
    #expect(text.contains("\n> o 21\n记录 > "))
  }

  @Test func whatOthersRecordIsToldBeforeTheAnswer() throws {
    var script = try Script()
    var dialogue = script.dialogue()
    script.recordElsewhere(
      EventDraft(
        on: script.state.projection.asOf, quarter: ShippedStore.quarter, subject: .unit("怒江"),
        payload: .receipt(Receipt(part: .paper))))
    let now = script.state.snapshot
    let answer = dialogue.hear("U") { effect in effect == .poll ? [.changed(now)] : [] }
    #expect(answer.first == "其他程序登记了1条：怒江")
    #expect(answer.count == 2)
  }

  /// A row that is named is meant alone, also while others are marked.
  @Test func aNamedRowIsMeantAlone() throws {
    let text = try transcript(["5", "Space 1", "Space 2", "p 7"])
    #expect(text.hasSuffix("已登记：临沧 纸质版（主要负责同志签字）\nthe input ended\n"))
  }

  @Test func fullWidthInputCountsAsTheKeys() throws {
    let text = try transcript(["５", "ｐ　７"])
    #expect(text.hasSuffix("已登记：临沧 纸质版（主要负责同志签字）\nthe input ended\n"))
  }

  /// Screen readers spell signs that draw out one by one.
  @Test(arguments: Language.allCases)
  func nothingIsDrawn(_ language: Language) throws {
    let lines = [
      "1", "2", "o 17", "3", "o 1", "4", "5", "o 7", "6", "8", "9", "0", "?", "y b", "m 1", ".",
    ]
    let text = try transcript(lines, language)
    for scalar in text.unicodeScalars {
      // Boxes, blocks, shapes, braille.
      #expect(
        !(0x2500...0x25FF).contains(scalar.value) && !(0x2800...0x28FF).contains(scalar.value))
      #expect(scalar == "\n" || scalar.value >= 0x20)
    }
  }

  /// Whatever is typed, it answers and stays.
  @Test func neverTraps() throws {
    var random = SplitMix64(seed: 11)
    let words = [
      "1", "2", "3", "4", "5", "6", "8", "9", "0", "o", "p", "e", "b", "c", "m", "M", "u", "y", "D",
      "/",
      "-", ".", ",", "7", "99", "3-5", "9-3", "b", "t", "x", "q", "L", "Space", "Tab", "w", "+",
      "~", "", " ",
      "back", "more", "2018-10-20", "怒江", "\u{301}", "99999999999999999999",
    ]
    var script = try Script()
    var dialogue = script.dialogue()
    for _ in 0..<3_000 {
      if dialogue.isOver { dialogue = script.dialogue() }
      let line = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }.joined(separator: " ")
      for answer in script.say(line, to: &dialogue) {
        #expect(!answer.contains("\n"))
      }
      #expect(
        dialogue.isOver || dialogue.state.overlay == nil || !dialogue.state.way.places.isEmpty)
    }
  }

  /// What nobody sees is not kept in a record, be it piped in or typed.
  @Test func controlsAreNoPartOfALine() throws {
    var script = try Script(view: .deadlines)
    var dialogue = script.dialogue()
    var said: [String] = []
    for line in ["m 7", "n", "请\u{1B}[31m改\u{0}正\t完\u{9B}\r", "", "", "", ""] {
      said += script.say(line, to: &dialogue)
    }
    #expect(said.contains("输入中有3个控制符，不是文字，已略去"), "\(said)")
    let texts = script.effects.flatMap { effect -> [String] in
      guard case .record(let drafts, _) = effect else { return [] }
      return drafts.compactMap { draft in
        if case .note(let note) = draft.payload { note.text } else { nil }
      }
    }
    #expect(texts == ["请[31m改正 完"])
  }
}
