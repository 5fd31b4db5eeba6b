package import CensusCore

/// One thing that is known of a unit, a site, a finding …: a title and words for people, and what
/// programs get besides the row of its list.
package struct Fact: Sendable {
  /// Its name: that of the field that says the same, or that of its value in JSON.
  package let id: String
  package let title: Phrase
  /// What programs get; nil where the row has it already, or where it is for people alone.
  let value: Value?
  /// What stands where there is nothing to say; nothing where nobody misses it.
  private let absence: @Sendable (Manner) -> Words
  private let said: @Sendable (Manner) -> Words

  /// A fact of which nobody expects that it is there.
  init(
    _ id: String, _ title: Phrase, value: Value? = nil,
    said: @escaping @Sendable (Manner) -> Words
  ) {
    (self.id, self.title, self.value, self.said) = (id, title, value, said)
    absence = { _ in .none }
  }

  /// A fact that is one text; nil says nothing.
  init(_ id: String, _ title: Phrase, _ text: Phrase?, _ tone: Tone = .text, value: Value? = nil) {
    self.init(id, title, value: value) { manner in text.map { Words(manner($0), tone) } ?? .none }
  }

  /// What programs alone get.
  init(_ id: String, machines value: Value) {
    self.init(id, Phrase(id, id), value: value) { _ in .none }
  }

  /// What a field says of a row, with a dash where that is nothing.
  init<Row>(_ field: Field<Row>, _ row: Row) {
    (id, title, value) = (field.id, field.title, nil)
    let isSaid = field.when?(row) ?? true
    said = { isSaid ? field.said(row, $0) : .none }
    absence = { isSaid ? .dash($0) : .none }
  }

  /// What a person reads; a dash where something is missed, nothing where nobody misses it.
  package func words(_ manner: Manner) -> Words {
    let words = said(manner)
    return words.isEmpty ? absence(manner) : words
  }

  /// Whether there is something to say.
  package func isKnown(_ manner: Manner) -> Bool { !said(manner).isEmpty }
}

/// What is known of one thing, each fact once: `show` says all of them, a page, an aside and a
/// preview choose some by their names.
package struct Facts: Sendable {
  /// What the thing is called.
  package let name: Phrase
  /// The facts in the order in which they are told, and in which programs get them.
  package let all: [Fact]
  /// What JSON calls a thing of this kind.
  private let entity: String
  private let row: @Sendable () -> Value

  /// The facts of a row of a list.
  ///
  /// - Parameters:
  ///   - entity: what JSON calls a thing of this kind.
  ///   - name: what the thing is called.
  ///   - roll: the list that has it as its only row; programs get that row first.
  ///   - facts: made with the fields of that row.
  init<Row>(
    _ entity: String, _ name: Phrase, of roll: Roll<Row>, _ facts: ((String) -> [Fact]) -> [Fact]
  ) {
    (self.entity, self.name) = (entity, name)
    let rows = roll.rows.prefix(1)
    row = { rows.first.map(roll.object) ?? .object([]) }
    all = facts { id in
      roll[id].map { field in rows.map { Fact(field, $0) } } ?? []
    }
  }

  /// Some facts, in the order asked for.
  package subscript(ids: [String]) -> [Fact] {
    ids.flatMap { id in all.filter { $0.id == id } }
  }

  /// Everything for machines: what it is, its row, the facts, and lists.
  package func value(_ lists: [Value.Field]) -> Value {
    let facts = all.compactMap { fact in fact.value.map { Value.Field(fact.id, $0) } }
    guard case .object(let fields) = row() else { return .none }
    return .object([.init("entity", .text(entity))] + fields + facts + lists)
  }
}
