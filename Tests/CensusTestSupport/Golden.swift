internal import FoundationEssentials
internal import Glibc
package import Testing

/// Compares a text with the file `Golden/<name>.golden` beside the test, byte by byte.
///
/// With `UPDATE_GOLDEN=1` the file is written and the test fails all the same, so that nobody
/// renews an expectation without reading what changed. A missing file fails.
///
/// - Parameters:
///   - text: What the test made.
///   - name: The file's name without its ending.
///   - folder: The folder beside the test.
///   - ending: The ending.
///   - filePath: The test's own file.
///   - sourceLocation: Where the failure is shown.
package func expectGolden(
  _ text: String, named name: String, in folder: String = "Golden", ending: String = ".golden",
  filePath: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(filePath: "\(filePath)").deletingLastPathComponent().appending(path: folder)
  let file = folder.appending(path: name + ending)
  let advice = "run UPDATE_GOLDEN=1 swift test, read the diff, then run again"

  if getenv("UPDATE_GOLDEN").map({ String(cString: $0) }) == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
      Issue.record("\(name + ending) is written: read the diff", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(file.path) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record("there is no \(file.path): \(advice)", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard !expected.utf8.elementsEqual(text.utf8) else { return }
  let difference = firstDifference(expected: expected, actual: text)
  Issue.record("\(name + ending) differs \(difference)\n\(advice)", sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, as either has it.
package func firstDifference(expected: String, actual: String) -> String {
  let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(left.count, right.count) {
    let (old, new) = (
      index < left.count ? left[index] : nil, index < right.count ? right[index] : nil
    )
    if old.map({ Array($0.utf8) }) != new.map({ Array($0.utf8) }) {
      return """
        in line \(index + 1)
        expected: \(old.map { visible($0) } ?? "(no such line)")
          actual: \(new.map { visible($0) } ?? "(no such line)")
        """
    }
  }
  return "nowhere"
}

/// The line with everything that cannot be seen as its code point.
private func visible(_ line: Substring) -> String {
  var text = ""
  for scalar in line.unicodeScalars {
    if scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.generalCategory == .format {
      text += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
    } else {
      text.unicodeScalars.append(scalar)
    }
  }
  return text
}
