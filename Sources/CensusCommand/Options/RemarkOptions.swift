package import ArgumentParser
internal import CensusCore

/// The remark that goes with what is recorded.
package struct RemarkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Phrase("备注。", "A remark."),
      valueName: Phrase("文字", "text")))
  package var note: String?

  package init() {}
}
