import CensusCore
import CensusStore
import CensusTestSupport
import StrictJSON
import Testing

/// What `data/schema` says of events is what their kinds declare.
struct EventSchemaTests {
  private static let kinds: [String] = Event.Payload.kinds.map { $0.name }

  private func schema() throws -> JSONValue {
    let disk = try DiskFileSystem(root: "\(ShippedStore.repository)/data/schema")
    return try JSONDocument(try disk.read("event.schema.json", limit: 1 << 20)).root
  }

  private func kindsOfSchema() throws -> [(name: String, schema: JSONValue)] {
    let branches = try #require(try schema()["allOf"]?.items)
    return try branches.map { branch in
      (
        try #require(branch["if"]?["properties"]?["type"]?["const"]?.text),
        try #require(branch["then"])
      )
    }
  }

  /// What a file holds by the schema of a field.
  private func form(_ schema: JSONValue) -> FieldForm? {
    if let words = schema["enum"]?.items { return .word(words.compactMap(\.text)) }
    return switch (schema["$ref"]?.text, schema["type"]?.text) {
    case ("#/$defs/text", nil), (nil, "string"): .text
    case ("#/$defs/day", nil): .day
    case ("#/$defs/positive", nil): .number
    case (nil, "boolean"): .flag
    case ("#/$defs/findings", nil): .findings
    case ("#/$defs/id", nil): .event
    case ("#/$defs/ids", nil): .events
    case (nil, "array") where schema["items"]?["$ref"]?.text == "#/$defs/line": .lines
    default: nil
    }
  }

  private func hold(_ fields: [PayloadField], to schema: JSONValue, _ kind: String) throws {
    let common: Set<String> = ["subject", "quarter", "round"]
    let properties = try #require(schema["properties"]?.fields).filter { !common.contains($0.name) }
    #expect(properties.map(\.name) == fields.map(\.key), "\(kind)")
    for (property, field) in zip(properties, fields) {
      // A step that a newer version knows is read, though it must not be written.
      let isLenient = kind == "retract" && field.key == "step"
      let form = isLenient ? .word(Retract.Step.allCases.map(\.rawValue)) : field.form
      #expect(self.form(property.value) == form, "\(kind) \(field.key)")
    }
    let required = (schema["required"]?.items).map { $0.compactMap(\.text) } ?? []
    #expect(
      required.filter { !common.contains($0) } == fields.filter(\.isRequired).map(\.key), "\(kind)")
  }

  @Test func theKindsAreThoseThatThisVersionKnows() throws {
    #expect(try kindsOfSchema().map(\.name).sorted() == Self.kinds.sorted())
  }

  @Test("The fields of a kind are those of its schema", arguments: kinds)
  func fields(of name: String) throws {
    let kind = try #require(Event.Payload.kind(named: name))
    let schema = try #require(try kindsOfSchema().first { $0.name == name }?.schema)
    try hold(kind.fields, to: schema, name)
  }

  @Test func theFieldsOfALineAreThoseOfItsSchema() throws {
    try hold(
      Detail.Line.table.fields, to: try #require(try schema()["$defs"]?["line"]), "line")
  }
}
