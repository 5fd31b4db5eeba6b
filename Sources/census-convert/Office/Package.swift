internal import CensusNotices

/// A document as office programs keep it: parts of an archive that name each other.
struct Package {
  let archive: Archive

  /// Reads the archive of a document.
  static func source(_ document: [UInt8]) throws(ContainerFault) -> Source {
    let package = Package(archive: try Archive(document))
    let archive = package.archive
    if let kind = try archive.part("mimetype"),
      String(decoding: kind.prefix(64), as: UTF8.self).contains("opendocument")
    {
      throw .openDocument
    }
    if archive.has("OFD.xml") { throw .ofd }
    if archive.has("EncryptedPackage") { throw .encrypted }
    guard archive.has("_rels/.rels") else { throw .otherArchive }
    guard
      let main = try package.relations(of: "").first(where: {
        $0.value.type.hasSuffix("/officeDocument")
      })?.value.target,
      let bytes = try archive.part(main)
    else { throw .noContent }
    switch try XMLEvents.reading(bytes, { (events) throws(ContainerFault) in try events.root() }) {
    case "document": return try WordReading.source(bytes)
    case "workbook": return try WorkbookReading(package, main, bytes).source()
    default: throw .noContent
    }
  }

  /// A part that another names.
  struct Relation {
    let type: String
    /// The name of the part in the archive.
    let target: String
  }

  /// The parts that a part names, by their identities; of the whole where the name is empty.
  func relations(of part: String) throws(ContainerFault) -> [String: Relation] {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let file = part.split(separator: "/").last.map(String.init) ?? ""
    let name = (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels"
    guard let bytes = try archive.part(name) else { return [:] }
    return try XMLEvents.reading(bytes) { (events) throws(ContainerFault) in
      var relations: [String: Relation] = [:]
      while let event = try events.next() {
        guard case .start("Relationship") = event, let id = events.attribute("Id"),
          let type = events.attribute("Type"), let target = events.attribute("Target"),
          events.attribute("TargetMode") != "External"
        else { continue }
        relations[id] = Relation(type: type, target: Package.path(target, from: folder))
      }
      return relations
    }
  }

  /// The name of a part as another one names it.
  private static func path(_ target: String, from folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension XMLEvents {
  /// The name of the outermost element.
  mutating func root() throws(ContainerFault) -> String {
    while let event = try next() { if case .start(let name) = event { return name } }
    return ""
  }
}
