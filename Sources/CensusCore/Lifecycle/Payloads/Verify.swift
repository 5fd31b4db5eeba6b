/// A row of `check` was looked into and stands as it is (已核实).
///
/// It says what was printed and computed at the time: where either changes, the row is open again.
public struct Verify: Equatable, Sendable {
  /// What is printed, if the row shows a value.
  public let published: String?
  /// What is computed, if the row shows a value.
  public let computed: String?
  /// A remark: who was asked, what they said.
  public let note: String?

  /// One confirmation.
  public init(published: String? = nil, computed: String? = nil, note: String? = nil) {
    self.published = published
    self.computed = computed
    self.note = note
  }
}

extension Verify: EventContent {
  package static let eventKind = EventKind(
    "verify", Phrase("核实", "verification"), Event.Payload.verify, Verify.init,
    FieldSlot(
      "published", Phrase("公布", "Published"), \.published, isTyped: false,
      told: Phrase("公布…", "published …")),
    FieldSlot(
      "computed", Phrase("核算", "Computed"), \.computed, isTyped: false,
      told: Phrase("核算…", "computed …")),
    FieldSlot("note", .note, \.note, told: .plain))
}
