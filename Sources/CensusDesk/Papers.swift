import CensusCommand
import CensusCore
import CensusDashboard
import CensusLists
import CensusReports
import CensusStore

/// Reports, letters and forms: made to be looked at, then written.
extension Desk {
  /// A paper that was worked out.
  private enum Made {
    case page(Page)
    case letters(Letters)
    case forms(RemedyForms)
  }

  /// What others recorded since the screen was made: a paper says what is known when it is written.
  mutating func news() -> [Action] {
    session.store.refresh(quarter).isEmpty
      ? [] : [.changed(snapshot(), own: Set(unconfirmed.keys))]
  }

  /// Makes a paper, to be looked at.
  mutating func draft(_ request: PaperRequest) -> Action {
    do throws(CommandError) {
      return .drafted(request, draft(of: try make(request), request))
    } catch {
      return .failed(sentence(error))
    }
  }

  /// Writes a paper into new files, if it is still what was shown.
  mutating func write(
    _ request: PaperRequest, as form: PaperForm, to path: String, shown: PaperDraft
  ) -> Action {
    do throws(CommandError) {
      let made = try make(request)
      let now = draft(of: made, request)
      guard now == shown else { return .drafted(request, now) }
      let paths = try write(made, as: form, to: absolute(path), request.language)
      return .wrote(
        Self.written(paths),
        remindable: request.paper == .letter(.chase) ? now.units.map(\.id) : [])
    } catch {
      return .failed(sentence(error))
    }
  }

  /// Freezes the report in the store, if it is still what was shown.
  mutating func freeze(_ request: PaperRequest, shown: PaperDraft) -> Action {
    if case .readOnly(let why) = access { return .failed(why) }
    guard !isDemo else {
      return .failed(
        Phrase("这是演示数据，只在内存中，不归档", "made-up data in memory are not frozen"))
    }
    do throws(CommandError) {
      let now = draft(of: try make(request), request)
      guard now == shown else { return .drafted(request, now) }
      var looking = session.looking(at: quarter, on: asOf, in: request.language)
      let frozen = try looking.freeze(by: actor, origin: "tui", at: self.now, in: world)
      return .wrote(frozen.sentence)
    } catch {
      return .failed(sentence(error))
    }
  }

  private mutating func make(_ request: PaperRequest) throws(CommandError) -> Made {
    session.store.now = now
    var looking = session.looking(at: quarter, on: asOf, in: request.language)
    switch request.paper {
    case .report, .frozen: return .page(try looking.reportPage(withPictures: false))
    case .next: return .page(try looking.nextNoticePage())
    case .since: return .page(try looking.sincePage(request.day ?? asOf))
    case .handover: return .page(try looking.handoverPage())
    case .letter(let kind):
      let projection = try looking.projection()
      return .letters(
        try Letters(
          kind, to: request.references, in: projection, looking, addressing: request.to,
          until: request.day))
    case .answers:
      return .forms(
        try RemedyForms(
          of: request.references, in: try looking.projection(), request.language))
    }
  }

  private func draft(of made: Made, _ request: PaperRequest) -> PaperDraft {
    switch made {
    case .page(let page):
      PaperDraft(text: page.markdown(request.language), isMarkdown: true)
    case .letters(let letters):
      PaperDraft(
        text: letters.text(.text), isMarkdown: false, units: letters.units,
        remark: Self.remark(letters, asked: request.day))
    case .forms(let forms):
      PaperDraft(
        text: forms.paper.markdown, isMarkdown: true, units: forms.units.map(\.unit))
    }
  }

  /// Who needs no letter, and where an order stands whose day is in the letter.
  private static func remark(_ letters: Letters, asked: Day?) -> Phrase? {
    let standing = letters.written.compactMap { unit, facts in
      facts.standing.map { day in
        Phrase(
          "\(unit.name.chinese)已责令限期再整改，期限为\(day)，函件以此为准",
          "rectification by \(unit.name.english) was ordered before: \(day) stands, and is in the letter"
        )
      }
    }
    let names = letters.leftOut.joined()
    let left =
      letters.leftOut.isEmpty
      ? []
      : [
        Phrase(
          "不需要\(letters.kind.name.chinese)：\(names.chinese)",
          "no \(letters.kind.name.english) is needed for \(names.english)")
      ]
    let all =
      (asked == nil ? [] : standing) + left
      + [letters.undatedWords, letters.conflictWords].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(.semicolon)
  }

  private func write(
    _ made: Made, as form: PaperForm, to path: String, _ language: Language
  ) throws(CommandError) -> [String] {
    switch (made, form) {
    case (.page(let page), let form):
      let text = form == .list(.html) ? page.html(language) : page.markdown(language)
      return [try OutputFile.write(Array(text.utf8), to: path, in: world)]
    case (.letters(let letters), .document(let form)):
      return try letters.write(to: path, form, in: world)
    case (.letters(let letters), .list): return try letters.write(to: path, .text, in: world)
    case (.forms(let forms), _) where path.hasSuffix("/"):
      return try forms.write(into: path, in: world)
    case (.forms(let forms), .document):
      return [try OutputFile.write(forms.paper.docx, to: path, in: world)]
    case (.forms(let forms), .list(let form)):
      return [try OutputFile.write(forms.list(form), to: path, in: world)]
    }
  }

  private static func written(_ paths: [String]) -> Phrase {
    guard let first = paths.first, paths.count > 1 else {
      return Messages.written(paths.first ?? "")
    }
    return Phrase(
      "已写出\(paths.count)份：\(first) 等", "wrote \(paths.count) files: \(first) and so on")
  }

  /// Why a paper could not be made or written, in the words of the screen.
  private func sentence(_ error: CommandError) -> Phrase {
    switch error {
    case .letter(.refused(.noDay, let unit)):
      Phrase(
        "\(unit.chinese)尚未登记限期再整改，没有期限可写；请填写期限，或先登记限期再整改（m o）",
        "rectification by \(unit.english) has not been ordered anew, so there is no day to write; type one, "
          + "or record the order first (m o)")
    case .letter(.notWritten(let path, let reason, let folder, let written)):
      Messages.unwritten(
        path, reason, folder,
        written.isEmpty
          ? .empty
          : Phrase(
            "已写出\(written.joined(separator: "、"))；",
            "written were \(written.joined(separator: ", ")); "))
    case .cannotWrite(let path, let reason, let folder): Messages.unwritten(path, reason, folder)
    default: Messages.sentence(error)
    }
  }
}
