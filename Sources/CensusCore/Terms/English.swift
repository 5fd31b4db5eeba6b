/// The months of the year as English writes them.
package enum EnglishMonth {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The name of a month, from 1 to 12.
  package static func name(_ month: Int) -> String { names[month - 1] }

  /// Its first three letters, for narrow places.
  package static func short(_ month: Int) -> String { String(name(month).prefix(3)) }
}

extension StringProtocol {
  /// The text with a capital letter at its beginning.
  package var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
