internal import CensusStore

/// Has `pdftotext` say which words a PDF has and where each of them stands.
///
/// The document goes in and the words come out through pipes: there is no copy of it anywhere.
struct PDFToText {
  /// How long it may take.
  private static let seconds = 20
  /// The most bytes that are read of it.
  private static let largest = 64 << 20

  private let programs: OtherPrograms

  /// - Parameter environment: `PATH` says where it lies.
  init(_ environment: [String: String]) {
    programs = OtherPrograms(environment)
  }

  /// The words of a document, as `Source.init(name:placedWords:)` reads them.
  func words(of document: [UInt8]) -> Conversion {
    guard let program = programs.found("pdftotext") else { return .missing }
    // Whoever stops the program ends its child, too.
    return holdingSignals {
      let child = ChildProcess(
        program, ["-q", "-bbox", "-enc", "UTF-8", "-", "-"],
        environment: ["PATH=\(programs.path)", "LC_ALL=C.UTF-8"])
      guard let child else { return .stopped }
      return child.exchange(
        document, until: PDFToText.seconds * 1_000, most: PDFToText.largest)
    }
  }
}
