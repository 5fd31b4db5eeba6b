internal import CensusCore
package import CensusLists
internal import StrictJSON

extension Value {
  /// The value as JSON text: two blanks a level, keys in the order of their bytes, a line end.
  ///
  /// Whatever a reader cannot see is escaped, so that the text is safe to show.
  package var json: String { jsonText { write(into: &$0) } }

  fileprivate func write(into writer: inout JSONWriter) {
    switch self {
    case .none: writer.null()
    case .text(let text): writer.text(text)
    case .integer(let number): writer.number(number)
    case .day(let day): writer.text(day.description)
    case .flag(let flag): writer.flag(flag)
    case .list(let values): writer.list(values.count) { values[$1].write(into: &$0) }
    case .object(let fields):
      let fields = fields.sorted { keysInOrder($0.name, $1.name) }
      writer.object(fields.count) { writer, place in
        writer.key(fields[place].name)
        fields[place].value.write(into: &writer)
      }
    }
  }
}

extension Roll {
  /// The list as JSON text: one object a row, every field present.
  package var json: String {
    let fields = machineFields.sorted { keysInOrder($0.id, $1.id) }
    return jsonText { writer in
      writer.list(rows.count) { writer, row in
        writer.object(fields.count) { writer, place in
          writer.key(fields[place].id)
          fields[place].value(rows[row]).write(into: &writer)
        }
      }
    }
  }
}

private func jsonText(_ write: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter(.answer)
  write(&writer)
  writer.endLine()
  return String(decoding: writer.bytes, as: UTF8.self)
}
