import CensusCore
import CensusLists
import CensusNotices
import TerminalKit

extension IntakePanel {
  /// The rows of a page that the cursor stands on.
  func lineCount(of page: Page) -> Int {
    guard let reading else {
      return page == .sources ? intake.sources.count : page == .answers ? given.count : 0
    }
    switch page {
    case .sources: return intake.sources.count
    case .figures: return reading.projection?.prefectures.count ?? 0
    case .findings: return readFindings.count
    case .body: return bodyLines.count
    case .open: return reading.open.count
    case .checks: return reading.checks.count
    case .comparison: return comparisonLines.count
    case .answers: return given.count
    }
  }

  /// What the text says, what was not found, and what comes with it.
  var bodyLines: [Phrase] {
    guard let reading else { return [] }
    let missing =
      reading.notFound.isEmpty
      ? [] : [Phrase("未找到：", "Not found: ") + reading.notFound.joined()]
    return reading.body + missing + reading.additions
  }

  /// How it differs from what the store has, and from the period before.
  var comparisonLines: [Phrase] {
    guard let reading else { return [] }
    return [reading.comparison] + (reading.differences ?? []) + reading.since
  }

  /// The answers that were given, each by itself.
  var given: [GivenAnswer] {
    let directory = reading?.projection?.directory
    return intake.answers.given { directory?.category($0).name ?? Phrase($0.text, $0.text) }
  }

  /// What a source is called, whether it was read or not.
  func name(of source: Int) -> String {
    if let part = reading?.parts[safe: source] { return part.name }
    switch intake.sources[safe: source] {
    case .file(let path): return path
    default: return "-"
    }
  }
}

extension Array {
  /// The element at an index, if there is one.
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

extension IntakePanel.Page {
  /// Its name on the tab.
  var title: Phrase {
    switch self {
    case .sources: Phrase("来源", "From")
    case .figures: Phrase("附件1", "Annex 1")
    case .findings: Phrase("附件2", "Annex 2")
    case .body: Phrase("正文", "Text")
    case .open: Phrase("待处理", "Open")
    case .checks: Phrase("核对", "Checks")
    case .comparison: Phrase("对照", "Diff")
    case .answers: Phrase("答复", "Answers")
    }
  }
}

/// The pages of an intake as lists, with the columns that they have elsewhere.
struct IntakeLists {
  let panel: IntakePanel
  let state: State

  private var reading: IntakeReading? { panel.reading }

  /// The list of a page; nil for one of lines.
  func list(_ page: IntakePanel.Page) -> RowList? {
    if page == .answers { return answers(panel.given) }
    guard let reading else { return nil }
    switch page {
    case .figures:
      return reading.projection.map { projection in
        RowList(
          projection.prefecturesRoll,
          showing: [
            Pick("prefecture", room: .flexible(12, 14, weight: 1, most: 30)), "running",
            "failingPublished", "publishedRate", "computedRate",
          ], in: state)
      }
    case .findings:
      return reading.projection.map { projection in
        RowList(
          projection.findingsRoll(panel.readFindings),
          showing: [
            Pick("row", room: .fixed(4)), Pick("prefecture", room: .fixed(8, 10)),
            Pick("name", room: .flexible(20, weight: 3, most: 44)),
            Pick("code", room: .fixed(12, importance: 5)),
            Pick(
              "text", title: Phrase("存在问题", "As printed"), room: .flexible(16, weight: 2, most: 40)),
            Pick("issues", room: .flexible(12, weight: 2, most: 30, importance: 4)),
          ], in: state)
      }
    case .checks:
      return RowList(
        checksRoll(reading.checks, quarter: reading.quarter, language: state.language),
        showing: ["severity", "where", "published", "computed", "message"], in: state)
    case .open: return open(reading.open)
    case .sources, .body, .comparison, .answers: return nil
    }
  }

  private func answers(_ given: [GivenAnswer]) -> RowList {
    let language = state.language
    return RowList(
      columns: [
        ListColumn(
          "about", Phrase("答复对象", "About"), .flexible(minimum: 20, weight: 1, maximum: 50)),
        ListColumn("said", Phrase("答复", "Answer"), .flexible(minimum: 20, weight: 1)),
      ],
      rows: given.enumerated().map { index, answer in
        ListRow(
          .mention(index),
          cells: [StyledText(answer.about[language]), StyledText(answer.said[language])])
      })
  }

  private func open(_ points: [NotUnderstood]) -> RowList {
    RowList(
      columns: [
        ListColumn("place", Phrase("位置", "Where"), .flexible(minimum: 18, weight: 1, maximum: 36)),
        ListColumn(
          "text", Phrase("原文", "As printed"), .flexible(minimum: 14, weight: 1, maximum: 40)),
        ListColumn(
          "why", Phrase("为什么", "Why"), .flexible(minimum: 20, weight: 3), importance: 3),
      ],
      rows: points.enumerated().map { index, point in
        let (place, why) = (point.place.words, point.why.screenSentence)
        let language = state.language
        return ListRow(
          .mention(index),
          cells: [
            StyledText(place[language]), StyledText(point.text, .caution),
            StyledText(why[language], .muted),
          ])
      })
  }
}
