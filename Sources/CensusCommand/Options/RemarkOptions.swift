package import ArgumentParser

/// The remark that goes with what is recorded.
package struct RemarkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A remark (备注).", valueName: "text"))
  package var note: String?

  package init() {}
}
