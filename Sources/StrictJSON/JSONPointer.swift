extension JSONValue {
  /// The way from the outermost value as a JSON pointer (RFC 6901): `/annex2/rows/3/code`.
  ///
  /// It is found by going down to the value, which costs nothing until somebody asks.
  package var pointer: String {
    var pointer = ""
    var holder = document.root
    while holder.index < index {
      guard let (token, value) = holder.part(with: index) else { break }
      pointer += "/" + token
      holder = value
    }
    return pointer
  }

  /// The way to a field of this object, whether it has it or not.
  package func pointer(to key: String) -> String { "\(pointer)/\(escaped(key))" }

  /// The field or item that holds a place of the tape, and its name in a pointer.
  private func part(with place: Int) -> (token: String, value: JSONValue)? {
    if let field = fields?.first(where: { $0.value.holds(place) }) {
      return (escaped(field.name), field.value)
    }
    guard let (number, item) = items?.enumerated().first(where: { $1.holds(place) }) else {
      return nil
    }
    return (String(number), item)
  }

  private func holds(_ place: Int) -> Bool { place < Int(entry.next) }
}

private func escaped(_ key: String) -> String {
  var text = ""
  for scalar in key.unicodeScalars {
    switch scalar {
    case "~": text += "~0"
    case "/": text += "~1"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}
