package import ArgumentParser
internal import CensusCore
internal import CensusStore

/// Files that are kept as evidence of what is recorded.
package struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase(
        "作为佐证材料保存的文件；可重复给出。",
        "A file to be kept as evidence; may be repeated."),
      valueName: Phrase("路径", "path")), completion: .file())
  package var file: [String] = []

  package init() {}

  /// The files, read.
  func files(in world: World) throws(CommandError) -> [Attachment] {
    try attachments(file, in: world)
  }
}
