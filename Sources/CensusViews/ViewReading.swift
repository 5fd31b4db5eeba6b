package import CensusCore
package import CensusLists
package import StrictJSON

/// Something in the named views of `config.json` that cannot be used; that view is left out.
package struct ViewFault: Error, Equatable, Sendable {
  /// Why.
  package enum Reason: Equatable, Sendable {
    /// A value that the key does not take, and what it takes.
    case wrongValue(key: String, takes: Phrase)
    /// A view has no such key.
    case unknownKey(String)
    /// It does not say which list it is of.
    case noList
  }

  /// The line, from 1.
  package let line: Int
  /// The view; nil for all of them.
  package let view: String?
  package let reason: Reason

  /// What is wrong, as a part of a sentence.
  package var what: Phrase {
    let name = view.map { Phrase("视图“\($0)”", "the view “\($0)”") } ?? Phrase("“views”", "“views”")
    switch reason {
    case .wrongValue(let key, let takes):
      return Phrase(
        "\(name.chinese)未采用：“\(key)”应为\(takes.chinese)",
        "\(name.english) is left out: “\(key)” must be \(takes.english)")
    case .unknownKey(let key):
      let known = ViewKey.allCases.map(\.rawValue)
      return Phrase(
        "\(name.chinese)未采用：没有“\(key)”这一项；可用的有 \(known.joined(separator: "、"))",
        "\(name.english) is left out: there is no “\(key)”; there are "
          + known.joined(separator: ", "))
    case .noList:
      return Phrase(
        "\(name.chinese)未采用：须用“list”写明是哪个列表，如 \"units\"",
        "\(name.english) is left out: “list” must say which list it is of, as \"units\"")
    }
  }
}

/// The keys of a view in the file.
private enum ViewKey: String, CaseIterable {
  case list
  case `where`
  case overdue
  case search
  case sort
  case reverse
  case columns
}

extension [NamedView] {
  /// Reads the value of `views`: an object with a view under each name.
  ///
  /// - Returns: the views in the order of the file, and what cannot be used.
  package static func read(_ value: JSONValue) -> (views: [NamedView], faults: [ViewFault]) {
    guard let fields = value.fields else {
      let takes = Phrase("对象，如 {\"未报\": {\"list\": \"units\"}}", "an object of views by name")
      return (
        [],
        [ViewFault(line: value.line, view: nil, reason: .wrongValue(key: "views", takes: takes))]
      )
    }
    var views: [NamedView] = []
    var faults: [ViewFault] = []
    for field in fields {
      do throws(ViewFault) {
        views.append(try NamedView(reading: field))
      } catch {
        faults.append(error)
      }
    }
    return (views, faults)
  }
}

extension NamedView {
  fileprivate init(reading field: JSONValue.Field) throws(ViewFault) {
    let name = field.name
    func fault(_ line: Int, _ reason: ViewFault.Reason) -> ViewFault {
      ViewFault(line: line, view: name, reason: reason)
    }
    guard Self.isName(name), let fields = field.value.fields else {
      throw fault(
        field.line,
        .wrongValue(
          key: name,
          takes: Phrase("40字以内的名称和一个对象", "a name of at most 40 characters and an object")))
    }
    guard let list = field.value["list"] else { throw fault(field.line, .noList) }
    guard let roll = list.text.flatMap(RollName.init(rawValue:)) else {
      let names = RollName.allCases.map(\.rawValue)
      throw fault(
        list.line,
        .wrongValue(
          key: "list",
          takes: Phrase(
            names.joined(separator: "、") + "之一", "one of " + names.joined(separator: ", "))))
    }
    self.init(name, roll)
    for entry in fields {
      guard let key = ViewKey(rawValue: entry.name) else {
        throw fault(entry.line, .unknownKey(entry.name))
      }
      do throws(WrongValue) {
        try take(key, entry.value)
      } catch {
        throw fault(entry.value.line, .wrongValue(key: entry.name, takes: error.takes))
      }
    }
  }

  private mutating func take(_ key: ViewKey, _ value: JSONValue) throws(WrongValue) {
    guard !value.isNull else { return }
    switch key {
    case .list: break
    case .where:
      conditions = try value.texts().map { text throws(WrongValue) in
        guard let condition = Condition(text) else {
          throw WrongValue(takes: Phrase("如 \"submission=未报\"", "as \"submission=outstanding\""))
        }
        return condition
      }
    case .overdue: isOverdue = try value.yes()
    case .search: search = try value.texts()
    case .sort: sort = try value.texts().first
    case .reverse: isReversed = try value.yes()
    case .columns: columns = try value.texts()
    }
  }
}

/// What a value would have to be.
private struct WrongValue: Error {
  let takes: Phrase
}

extension JSONValue {
  /// A text, or a list of texts.
  fileprivate func texts() throws(WrongValue) -> [String] {
    if let text { return [text] }
    guard let items, items.allSatisfy({ $0.text != nil }) else {
      throw WrongValue(takes: Phrase("文字或文字的列表", "a text or a list of texts"))
    }
    return items.compactMap(\.text)
  }

  fileprivate func yes() throws(WrongValue) -> Bool {
    guard let flag else { throw WrongValue(takes: Phrase("true 或 false", "true or false")) }
    return flag
  }
}
