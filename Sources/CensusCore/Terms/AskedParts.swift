extension Terms {
  /// The paper copy as a notice asks for it.
  public static let signedPaper = Phrase(
    "经主要负责同志签字的纸质版", "the paper copy signed by the principal leader")
  /// The electronic document.
  public static let electronicDocument = Phrase("电子版", "the electronic document")
  /// What has to arrive where a notice does not say it.
  public static let bothParts = signedPaper + Phrase("和", " and ") + electronicDocument

  /// What a notice asks for: 经主要负责同志签字的纸质版1份和电子版.
  public static func asked(by notice: Notice) -> Phrase {
    let parts = notice.parts.map { part in
      switch part.part {
      case .paper:
        let number = part.copies.map { $0 == 1 ? "one" : "\($0)" } ?? "a"
        let noun = (part.copies ?? 1) == 1 ? "paper copy" : "paper copies"
        let isSigned = part.signature == .principal
        return Phrase(
          (isSigned ? "经主要负责同志签字的" : "") + "纸质版" + (part.copies.map { "\($0)份" } ?? ""),
          "\(number) \(noun)" + (isSigned ? " signed by the principal leader" : ""))
      case .electronic: return electronicDocument
      }
    }
    return parts.isEmpty ? bothParts : parts.joined(Phrase("和", " and "))
  }
}
