package import CensusCore
internal import DisplayText

/// The pictures among the evidence that a page shows, and those that it leaves out.
package struct KeptPictures: Sendable {
  /// The most bytes of pictures that one page holds: 16 MiB.
  package static let limit = 16 << 20

  /// Why a picture is not shown.
  package enum LeftOut: Hashable, CaseIterable, Sendable {
    /// The page would be larger than mail and browsers bear.
    case tooMuch
    /// It is neither PNG nor JPEG.
    case otherForm
    /// Its bytes are missing, or not those that were kept.
    case unreadable
  }

  /// A picture that is shown.
  private struct Shown: Sendable {
    let title: Phrase
    let data: PictureData
  }

  private var shown: [Shown] = []
  private var leftOut: [(name: String, why: LeftOut)] = []
  private var known: Set<String> = []
  private var size = 0

  /// No picture at all.
  package init() {}

  /// Takes in the pictures among some files; each once, whatever it is evidence of.
  ///
  /// - Parameters:
  ///   - files: the files.
  ///   - read: the bytes of one; nil where they cannot be read.
  package init(of files: [KeptFile], _ read: (Evidence) -> [UInt8]?) {
    for kept in files where kept.entry.file.form == .image {
      let file = kept.entry.file
      guard known.insert(file.sha256).inserted else { continue }
      guard size + file.kilobytes << 10 <= Self.limit + 1_023 else {
        leftOut.append((file.name, .tooMuch))
        continue
      }
      guard let bytes = read(file) else {
        leftOut.append((file.name, .unreadable))
        continue
      }
      guard let data = PictureData(bytes) else {
        leftOut.append((file.name, .otherForm))
        continue
      }
      guard size + bytes.count <= Self.limit else {
        leftOut.append((file.name, .tooMuch))
        continue
      }
      size += bytes.count
      let unit = kept.unit.map { $0.name + Phrase("，", ", ") } ?? .empty
      let day = Phrase("（\(kept.entry.event.on)）", " (\(kept.entry.event.on))")
      shown.append(
        Shown(
          title: unit + kept.about + Phrase("：\(file.name)", ": \(file.name)") + day, data: data))
    }
  }

  /// The pictures, and below them which are left out and why.
  var blocks: [Page.Block] {
    shown.map { .photograph($0.title, $0.data) } + notes.map(Page.Block.note)
  }

  /// Which pictures are left out and why, in sentences.
  package var notes: [Phrase] {
    LeftOut.allCases.compactMap { why in
      let names = leftOut.filter { $0.why == why }.map { Phrase($0.name, $0.name) }.joined()
      guard !names.chinese.isEmpty else { return nil }
      let limit = Terms.fileSize(kilobytes: Self.limit >> 10)
      let (chinese, english) =
        switch why {
        case .tooMuch:
          ("一份报告内嵌图片合计不超过\(limit)", "a page holds \(limit) of pictures at most")
        case .otherForm: ("只内嵌 PNG 和 JPEG 图片", "only PNG and JPEG pictures are shown")
        case .unreadable:
          ("文件缺失或已改动，详见 census check", "the file is missing or was changed, see census check")
        }
      return Phrase(
        "未内嵌的图片：\(names.chinese)（\(chinese)）。", "Pictures not shown: \(names.english) (\(english))."
      )
    }
  }
}

/// The bytes of a picture that every browser knows.
struct PictureData: Sendable {
  let isPNG: Bool
  let bytes: [UInt8]

  /// A picture; nil where the bytes are neither PNG nor JPEG.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      isPNG = true
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      isPNG = false
    } else {
      return nil
    }
    self.bytes = bytes
  }
}
