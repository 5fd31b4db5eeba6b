internal import CensusCore

/// How a site that went dark is spoken of: nobody re-checked it.
let wentDark = Phrase("未经报备擅自下线", "gone dark without filing")

/// What a letter says of what failed: by a re-check, or because its site went dark without filing.
extension LetterFacts {
  private var dark: [FindingState] { findings.filter { $0.darkOn != nil } }
  private var failed: [FindingState] {
    findings.filter { $0.darkOn == nil && $0.recheck == .failed }
  }

  /// How it was seen: 对所列问题的整改情况进行了复查.
  var seen: Phrase {
    let rechecked = Phrase("对所列问题的整改情况进行了复查", "re-checked the named defects")
    let count = distinct(dark.map(\.site)).count
    guard count > 0 else { return rechecked }
    let gone = Phrase(
      "发现有网站未经报备擅自下线、无法访问",
      "found that \(counted(count, "site")) had gone dark without filing")
    return failed.isEmpty ? gone : rechecked + Phrase("，并", ", and ") + gone
  }

  /// What failed, as the ground of an order: 复查整改不到位; 网站擅自下线.
  var failure: Phrase {
    let rechecked = Phrase("复查整改不到位", "a re-check found that rectification was not in place")
    let count = distinct(dark.map(\.site)).count
    guard count > 0 else { return rechecked }
    let gone = Phrase("网站擅自下线", "\(counted(count, "site")) went dark without filing")
    return failed.isEmpty ? gone : rechecked + Phrase("、", ", and ") + gone
  }

  /// What became of the findings: 经复查整改不到位.
  var outcome: Phrase {
    let other = findings.count - dark.count - failed.count
    let verb = findings.count == 1 ? "is" : "are"
    switch (failed.count, dark.count, other) {
    case (_, 0, 0): return Phrase("经复查整改不到位", "failed the re-check")
    case (0, _, 0):
      return Phrase(
        "整改不到位：网站未经报备擅自下线、无法访问",
        "\(verb) not rectified: the site has gone dark without filing")
    case (0, 0, _): return Phrase("已启动问责", "\(verb) under accountability")
    default:
      let parts = [
        (failed.count, Phrase("经复查整改不到位", "failed the re-check")),
        (dark.count, Phrase("网站未经报备擅自下线", "at sites gone dark without filing")),
        (other, Phrase("已启动问责", "under accountability")),
      ].filter { $0.0 > 0 }.map { Phrase("\($1.chinese)\($0)个", "\($0) \($1.english)") }
      return Phrase(
        "须追究责任（\(parts.joined().chinese)）", "call for accountability (\(parts.joined().english))")
    }
  }

  /// That nothing is left to be mended, where the report alone is owed.
  var mended: Phrase? {
    guard findings.allSatisfy(\.isMended) else { return nil }
    let passed = findings.count { $0.recheck == .passed }
    if passed == findings.count {
      return Phrase("经复查，上述问题已整改到位", "On re-check all of this is rectified")
    }
    return passed == 0
      ? Phrase(
        "上述网站已按程序永久下线，无须再整改",
        "The sites were closed for good, as filed, and nothing is left to be mended")
      : Phrase(
        "上述问题经复查已整改到位，或者所在网站已按程序永久下线",
        "On re-check this is rectified, or its site was closed for good, as filed")
  }
}

extension FindingState {
  /// Whether nothing is left to be mended, whatever was reported.
  var isMended: Bool { recheck == .passed || recheck != .failed && isRetired }
}
