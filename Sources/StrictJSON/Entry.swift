/// One value or one key, in the order of the text: a piece of the flat tape of a document.
struct Entry: Equatable {
  enum Kind: UInt8 {
    case object
    case list
    /// Stands before the value of a field.
    case key
    case text
    /// A number without fraction and exponent.
    case integer
    /// Any other number.
    case number
    case yes
    case no
    case null
  }

  let kind: Kind
  /// Whether the bytes of a text or key are not yet what they stand for.
  let hasEscapes: Bool
  /// Where the content begins: of a text and a key inside the quotation marks.
  let start: UInt32
  /// Behind the content.
  var end: UInt32
  /// The place in the tape behind this entry and all that it holds.
  var next: UInt32
}
