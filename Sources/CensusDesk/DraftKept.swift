package import CensusCore

/// What came of keeping the draft of a notice, or of forgetting it.
package enum DraftKept {
  case kept
  /// It is kept, in the place of one that another window of the same person had left.
  case keptOverAnother
  /// It is not, and why.
  case failed(Phrase)

  /// Why it is not kept.
  var complaint: Phrase? {
    if case .failed(let why) = self { why } else { nil }
  }

  /// What is to be said of it.
  var said: Phrase? {
    switch self {
    case .kept: nil
    case .failed(let why): why
    case .keptOverAnother:
      Phrase(
        "另一个窗口也在载入通报：草稿现在是这个窗口的，那边的来源和答复不再保存",
        "another window takes a notice in as well: the draft is this window's now, and the sources and "
          + "answers of the other one are kept no more")
    }
  }
}
