import CensusCommand
import CensusCore
import CensusDashboard
import CensusStore

/// Files kept as evidence: shown, and taken in.
extension Desk {
  /// Shows a copy of a file; what is kept itself is neither handed on nor executed.
  ///
  /// The copy bears an ending that follows from its bytes, whatever the record says they are.
  mutating func open(_ file: Evidence) -> Action {
    let path = Store.attachmentPath(file.sha256)
    let bytes: [UInt8]
    do throws(FileError) {
      guard let whole = try session.store.attachment(file.sha256) else {
        return .failed(
          Phrase(
            "“\(file.name)”的内容已不是登记时的内容，没有打开；请用 census check 核对 \(path)，再从备份取回",
            "“\(file.name)” is not what was recorded any more and was not opened; look at \(path) with "
              + "census check, and take it from a backup"))
      }
      bytes = whole
    } catch {
      let why = Messages.words(error.reason)
      return .failed(
        Phrase(
          "“\(file.name)”无法读取：\(path) \(why.chinese)；请用 census check 核对，再从备份取回",
          "“\(file.name)” cannot be read: \(path): \(why.english); look with census check, and take it from "
            + "a backup"))
    }
    let form = Evidence.Form(bytes, name: file.name)
    guard let ending = form.ending(ofCopyOf: file.name) else {
      let word = Terms.evidenceForm(form)
      return .failed(
        Phrase(
          "“\(file.name)”（\(word.chinese)）不在这里打开；内容存于数据目录的 \(path)，请另存后自行检查",
          "“\(file.name)” (\(word.english)) is not opened from here; its bytes are \(path) of the store: copy "
            + "them and look at them with care"))
    }
    do throws(FileError) {
      let copy = try privateCopy(of: bytes, named: Self.name(ofCopyOf: file.name, ending))
      return browser.open(copy: copy, of: file.name)
    } catch {
      let why = Messages.words(error.reason)
      return .failed(
        Phrase(
          "“\(file.name)”的副本写不进“\(temporary)”：\(why.chinese)；请腾出空间，或把 TMPDIR 设为可写的目录",
          "no copy of “\(file.name)” could be written to “\(temporary)”: \(why.english); make room, or set "
            + "TMPDIR to a folder that can be written"))
    }
  }

  private var temporary: String { world.variable("TMPDIR") ?? "/tmp" }

  /// Writes bytes into a file that only its owner reads, in a new folder that only its owner enters.
  private func privateCopy(
    of bytes: [UInt8], named name: String
  ) throws(FileError) -> String {
    let disk = try world.openFolder(temporary, false)
    let folder = "census-\(world.randomHex())"
    guard try disk.makeDirectory(folder, .ownFolder) else {
      throw FileError(.makeDirectory, folder, .exists)
    }
    let path = "\(folder)/\(name)"
    let file = try disk.create(path, Permissions(0o400))
    do throws(FileError) {
      try disk.write(bytes, to: file)
      try disk.close(file)
    } catch {
      try? disk.remove(path)
      throw error
    }
    return temporary.hasSuffix("/") ? temporary + path : "\(temporary)/\(path)"
  }

  /// The name of a copy: letters, digits and a few signs of the file's own, and an ending that nobody
  /// but this program chose.
  static func name(ofCopyOf name: String, _ ending: String) -> String {
    var stem = Substring(name)
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = stem[..<dot] }
    let safe = stem.map { $0.isLetter || $0.isNumber || "-_()（）《》".contains($0) ? $0 : "_" }
    var short = ""
    for character in safe where (short + String(character)).utf8.count <= longestStem {
      short.append(character)
    }
    // What begins with a hyphen would be an option of the opener.
    if short.isEmpty || short.hasPrefix("-") { short = "_" + short }
    return "\(short).\(ending)"
  }

  private static let longestStem = 120

  /// Reads a file that a person named, keeps it, and records it as evidence.
  mutating func attach(_ attaching: Attaching) -> [Action] {
    if case .readOnly(let why) = access { return [.failed(why)] }
    let files: [Attachment]
    do throws(CommandError) {
      files = try attachments([absolute(attaching.path)], in: world)
    } catch {
      return [.failed(Messages.sentence(error))]
    }
    guard let file = files.first else { return [] }
    let known = snapshot().known
    let evidence = file.evidence(note: attaching.note)
    let plan: Plan
    do throws(Refusal) {
      plan = try known.plan(
        EvidenceRequest(on: attaching.on, files: [evidence]), for: attaching.references,
        today: today)
    } catch {
      return [.failed(Labels.refusal(error))]
    }
    let about = attaching.about
    guard !plan.drafts.isEmpty else {
      let events = attaching.references.flatMap { known.evidence(of: $0) }.map(\.event.id)
      return confirm(
        events,
        Phrase(
          "此前已存为佐证：\(file.name)（\(about.chinese)），无需重复",
          "kept before: \(file.name) (\(about.english)); nothing to record"))
    }
    do throws(StoreError) {
      try session.store.check(plan.drafts, by: actor)
      try session.store.keep(files)
    } catch {
      return [.failed(Messages.sentence(error))]
    }
    let size = Terms.fileSize(kilobytes: evidence.kilobytes)
    return record(plan.drafts) {
      .recorded(
        $0,
        Phrase(
          "已存为佐证：\(file.name)，\(size)（\(about.chinese)）",
          "kept as evidence: \(file.name), \(size) (\(about.english))"))
    }
  }
}
