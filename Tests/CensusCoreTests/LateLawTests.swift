import CensusCore
import Testing

/// One act that a person wishes, on a day of its own.
struct Wish {
  let on: Day
  let words: String
  let isOrder: Bool
  let plan: (Projection, Day) throws(Refusal) -> Plan

  /// The wish for a day, of one kind or of any.
  init(on day: Day, kind given: Int? = nil, using random: inout SplitMix64) {
    on = day
    // Few units, so that acts meet; 临沧 has five findings, two of one site.
    let row = Int.random(in: 16...20, using: &random)
    let isNamed = Bool.random(using: &random)
    let until = day + Int.random(in: 3...30, using: &random)
    let part = Part.allCases.randomElement(using: &random) ?? .paper
    let parts = Bool.random(using: &random) ? Part.allCases : [part]
    let isOnly = Bool.random(using: &random)
    let signature = Bool.random(using: &random) ? Signature.principal : .other
    let any = Int.random(in: 0...12, using: &random)
    let kind = given ?? any
    // One finding is excused in the round that is open, a unit in all: only that is the same for both.
    let references: [Reference] =
      isNamed && !(5...6 ~= kind) ? [.finding(finding(row))] : [.unit("临沧")]
    isOrder = 7...8 ~= kind
    words = "\(day) \(kind) \(references) \(parts) only=\(isOnly) until=\(until) \(signature)"
    plan = { projection, today throws(Refusal) in
      switch kind {
      case 0...3:
        var request = ReceiptRequest(parts: parts, on: day)
        request.onlyNamed = isOnly
        if parts.contains(.paper) { request.signature = signature }
        return try projection.plan(request, for: references, today: today)
      case 4:
        return try projection.plan(
          ReturnRequest(parts: [part], on: day, reason: "甲"), for: references, today: today)
      case 5:
        return try projection.plan(
          WaiveRequest(on: day, authority: "甲", reason: "乙"), for: references, today: today)
      case 6:
        return try projection.plan(
          ExtendRequest(until: until, on: day, authority: "甲", reason: "乙"), for: references,
          today: today)
      case 7, 8:
        return try projection.plan(
          OrderRequest(until: until, on: day), for: references, today: today)
      case 9:
        return try projection.plan(
          RecheckRequest(.passed, on: day), for: references, today: today)
      case 10, 11:
        return try projection.plan(
          RecheckRequest(.failed, on: day), for: references, today: today)
      default:
        var request = AccountRequest(isOnly ? .opened : .concluded, on: day)
        request.approvedBy = isOnly ? "甲" : nil
        return try projection.plan(request, for: references, today: today)
      }
    }
  }
}

/// An order that is recorded late comes to the same as one recorded in time, or is refused, wherever the
/// other acts are about the same as they were.
@Suite("Laws of what is recorded late")
struct LateLawTests {
  private static let last = "2019-03-01"

  private func said(_ story: Story) -> [String] {
    story.at(Self.last).findings.filter { $0.unit == "临沧" }.map { state in
      let reports = (state.earlier + [state.report]).map {
        "\($0.submission) \($0.paper) \($0.electronic) \($0.deadline?.day.description ?? "-")"
      }
      return
        "\(state.finding.id) \(state.headline) \(state.recheck) \(state.accountability) \(reports)"
    }
  }

  /// What a plan says of each finding: an act may be about others where an order is not known.
  private func meant(_ plan: Plan, _ projection: Projection) -> Set<String> {
    let all = projection.findings.filter { $0.unit == "临沧" }.map(\.finding.id)
    return Set(
      plan.drafts.flatMap { draft -> [String] in
        let receipt: Receipt? =
          if case .receipt(let receipt) = draft.payload { receipt } else { nil }
        let words = "\(draft.payload.typeName) \(receipt?.part.rawValue ?? "")"
        let named: [FindingID]? = if case .findings(let ids) = draft.subject { ids } else { nil }
        let order: Order? = if case .order(let order) = draft.payload { order } else { nil }
        let own = receipt?.covers ?? order?.covers ?? named ?? all
        return own.map { "\(words) \($0)" }
      })
  }

  @Test("An order recorded late comes to the same as in time", arguments: UInt64(0)..<60)
  func late(block: UInt64) throws {
    var compared = 0
    for seed in (block * 20)..<(block * 20 + 20) {
      var random = SplitMix64(seed: seed &+ 4_242)
      let first = day("2018-10-08")
      // A failure and an order, so that there is something to be late; all else as chance has it.
      let kinds = [
        Int.random(in: 0...1, using: &random): 10, Int.random(in: 2...3, using: &random): 7,
      ]
      let wishes = (0..<8).map { index in
        let day = first + index * 9 + Int.random(in: 0...7, using: &random)
        return Wish(on: day, kind: kinds[index], using: &random)
      }
      var inTime = Story(seed: seed)
      var taken: [(wish: Wish, meant: Set<String>)] = []
      for wish in wishes {
        let state = inTime.at(wish.on.description)
        guard let plan = try? wish.plan(state, wish.on), !plan.drafts.isEmpty else { continue }
        inTime.record(plan.drafts, at: "\(wish.on)T01:00:00Z")
        taken.append((wish, meant(plan, state)))
      }
      for place in taken.indices where taken[place].wish.isOrder {
        var story = Story(seed: seed)
        var isWhole = true
        for (index, (wish, meant)) in taken.enumerated() where index != place {
          let state = story.at(wish.on.description)
          guard let plan = try? wish.plan(state, wish.on), self.meant(plan, state) == meant else {
            isWhole = false
            break
          }
          story.record(plan.drafts, at: "\(wish.on)T01:00:00Z")
        }
        guard isWhole else { continue }
        let late = taken[place].wish
        guard let plan = try? late.plan(story.at(Self.last), day(Self.last)), !plan.drafts.isEmpty,
          plan.leftOut.isEmpty
        else { continue }
        story.record(plan.drafts, at: "\(Self.last)T01:00:00Z")
        let told = Comment(
          rawValue: "seed \(seed), late: \(late.words)\nall:\n"
            + taken.map(\.wish.words).joined(separator: "\n"))
        #expect(said(story) == said(inTime), told)
        compared += 1
      }
    }
    #expect(compared > 0, "nothing was compared")
  }
}
