internal import CensusCore

/// The colours of pictures; each shape says by itself what it means, and colour only repeats it.
enum Ink {
  static let text = "#1b2430"
  static let quiet = "#5a6675"
  static let rule = "#cfd6de"
  static let wash = "#f4f6f9"
  static let blue = "#1f4e8c"
  static let paleBlue = "#a9bfdc"
  static let good = "#1d6b3c"
  static let caution = "#8a5300"
  static let bad = "#b3261e"
  static let paleBad = "#e7b3af"
}

/// Where a text stands: it begins, has its middle, or ends there.
enum Anchor: String {
  case start
  case middle
  case end
}

/// What pictures are drawn with.
enum Draw {
  static func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, size: Int = 13,
    colour: String = Ink.text, bold: Bool = false
  ) -> Markup {
    .element(
      "text",
      [
        "x": short(x), "y": short(y), "text-anchor": anchor.rawValue, "font-size": "\(size)",
        "style": "fill:\(colour)", "font-weight": bold ? "700" : "400",
      ], Markup(text)) + .line
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, width: Double = 1,
    dashes: String? = nil
  ) -> Markup {
    .shape(
      "path",
      [
        "d": "M\(short(x1)) \(short(y1))L\(short(x2)) \(short(y2))", "stroke": colour,
        "stroke-width": short(width), "stroke-dasharray": dashes ?? "none", "fill": "none",
      ]) + .line
  }

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String = "none", lineWidth: Double = 1.5
  ) -> Markup {
    .shape(
      "rect",
      [
        "x": short(x), "y": short(y), "width": short(max(0, width)),
        "height": short(max(0, height)),
        "fill": fill, "stroke": stroke, "stroke-width": short(lineWidth),
      ]) + .line
  }

  static func path(
    _ path: String, fill: String = "none", stroke: String = "none", width: Double = 1.5
  ) -> Markup {
    .shape(
      "path",
      ["d": path, "fill": fill, "stroke": stroke, "stroke-width": short(width)]) + .line
  }

  /// A number with one decimal at most: coordinates need no more.
  static func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}

extension Lane.Sign {
  /// What it means, in few words.
  var word: Phrase {
    switch self {
    case .unsound: Phrase("不合要求、退回", "not acceptable, or sent back")
    case .complete: Phrase("报齐", "complete")
    case .part: Phrase("部分收到", "part arrived")
    case .closed: Phrase("办结", "closed")
    case .broken: Phrase("失约", "promise broken")
    case .chased: Phrase("催办", "chased")
    case .promised: Phrase("承诺报送", "promised")
    }
  }

  /// Its shape about a point; no two look alike without colour.
  func drawn(_ x: Double, _ y: Double) -> Markup {
    let at = { (dx: Double, dy: Double) in "\(Draw.short(x + dx)) \(Draw.short(y + dy))" }
    switch self {
    case .complete: return Draw.box(x - 5.5, y - 5.5, 11, 11, fill: Ink.good)
    case .part:
      return Draw.box(x - 5.5, y - 5.5, 11, 11, fill: "#fff", stroke: Ink.caution)
        + Draw.box(x - 5.5, y - 5.5, 5.5, 11, fill: Ink.caution)
    case .unsound:
      return Draw.path(
        "M\(at(0, -7))L\(at(7, 6))L\(at(-7, 6))Z", fill: "#fff", stroke: Ink.bad)
        + Draw.text("!", x, y + 4.5, .middle, size: 11, colour: Ink.bad, bold: true)
    case .closed:
      return Draw.path(
        "M\(at(-6, 0))L\(at(-1.5, 5))L\(at(6.5, -5.5))", stroke: Ink.good, width: 2.5)
    case .broken:
      return Draw.path(
        "M\(at(-5, -5))L\(at(5, 5))M\(at(-5, 5))L\(at(5, -5))", stroke: Ink.bad, width: 2.5)
    case .chased:
      return .shape(
        "circle",
        [
          "cx": Draw.short(x), "cy": Draw.short(y), "r": "4.5", "fill": "#fff",
          "stroke": Ink.caution, "stroke-width": "2",
        ]) + .line
    case .promised:
      return Draw.path(
        "M\(at(0, -6.5))L\(at(6.5, 0))L\(at(0, 6.5))L\(at(-6.5, 0))Z", fill: "#fff",
        stroke: Ink.blue)
    }
  }
}
