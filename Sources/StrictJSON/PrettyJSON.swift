/// A value as it is written into a file that people read and edit: fields in the order given.
package indirect enum PrettyJSON {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  /// On one line.
  case list([PrettyJSON])
  /// One item a line.
  case rows([PrettyJSON])
  /// One field a line.
  case object([(String, PrettyJSON)])
  /// On one line.
  case row([(String, PrettyJSON)])

  /// The whole file, with a newline at its end.
  package var file: [UInt8] {
    var writer = JSONWriter(.file)
    write(into: &writer)
    writer.endLine()
    return writer.bytes
  }

  private func write(into writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.text(text)
    case .number(let number): writer.number(number)
    case .flag(let flag): writer.flag(flag)
    case .null: writer.null()
    case .list(let items): writer.list(items.count, .line) { items[$1].write(into: &$0) }
    case .rows(let items): writer.list(items.count, .lines) { items[$1].write(into: &$0) }
    case .object(let fields): writer.object(fields.count, .lines) { write(&$0, fields[$1]) }
    case .row(let fields): writer.object(fields.count, .line) { write(&$0, fields[$1]) }
    }
  }

  private func write(_ writer: inout JSONWriter, _ field: (String, PrettyJSON)) {
    writer.key(field.0)
    field.1.write(into: &writer)
  }
}
