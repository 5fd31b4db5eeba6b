extension String {
  /// The first control character that no record has: all but tabs and the ends of lines.
  ///
  /// A person cannot see it, and a terminal or another program may obey it. Every text of a record
  /// is asked before it is written, wherever it came from.
  public var firstUnwritable: Unicode.Scalar? {
    unicodeScalars.first { scalar in
      scalar.properties.generalCategory == .control
        && !"\t\n\r\u{85}".unicodeScalars.contains(scalar)
    }
  }
}
