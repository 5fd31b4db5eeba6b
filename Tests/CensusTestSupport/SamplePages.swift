internal import FoundationEssentials

/// The sample notice as `pdftotext -bbox` tells of it: words and where they stand on pages.
///
/// Made of documents with the facts of `SampleNotice`: `plain` of a page without merged cells, `merged` of
/// a document with merged prefectures in the middle of their rows, `narrow-code` of the same with a column
/// of codes that is too narrow for them. `long` has 47 rows of other sites on several pages.
package enum SamplePages {
  /// What was told of a document.
  package static func words(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: "\(#filePath)").deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Pages/\(name).xhtml")))
  }

  /// A page as `pdftotext -bbox` would tell of it.
  ///
  /// - Parameter words: each with its left edge, its middle line and its width of characters, in points;
  ///   they are ten points wide and high.
  /// - Returns: the page's part of a document.
  package static func page(_ words: [(text: String, left: Int, middle: Int)]) -> String {
    let lines = words.map { word in
      let (right, top) = (word.left + 10 * word.text.count, word.middle - 5)
      return
        "    <word xMin=\"\(word.left).000000\" yMin=\"\(top).000000\" xMax=\"\(right).000000\" "
        + "yMax=\"\(top + 10).000000\">\(word.text)</word>\n"
    }
    return "  <page width=\"595.000000\" height=\"842.000000\">\n\(lines.joined())  </page>\n"
  }

  /// Pages as one document.
  package static func document(_ pages: String...) -> [UInt8] {
    let head = "<html><head><title></title></head>\n<body>\n<doc>\n"
    return Array((head + pages.joined() + "</doc>\n</body>\n</html>\n").utf8)
  }
}
