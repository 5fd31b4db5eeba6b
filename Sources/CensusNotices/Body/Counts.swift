/// Counts in a text, and which of them are of the period.
extension Glyphs {
  /// A count at a place, with or without signs between thousands: 1,099.
  func count(at place: Int) -> (value: Int, end: Int)? {
    guard var count = number(at: place), count.end - place <= 3, count.value > 0 else {
      return number(at: place)
    }
    while has(",", at: count.end), let more = number(at: count.end + 1),
      more.end - count.end == 4, count.value < 1_000_000
    {
      count = (count.value * 1_000 + more.value, more.end)
    }
    return count
  }

  /// Whether what stands at a place is told of an earlier period: 上季度全省在运行政府网站409个.
  ///
  /// What is compared with it is of this one: 较上季度减少10个.
  func isOfEarlier(at place: Int) -> Bool {
    let front = Glyphs(text(before: place, backTo: "。；;！？"))
    func last(of words: [String]) -> Int? {
      words.flatMap(front.all).filter { start in
        start == 0 || !"较比与同对和".contains(front.characters[start - 1])
      }.max()
    }
    guard let earlier = last(of: ["上季度", "上一季度", "上个季度", "上期", "上次", "上年", "去年"]) else {
      return false
    }
    return last(of: ["本季度", "本次", "此次", "本期", "这次", "目前"]) ?? -1 < earlier
  }
}
