internal import CensusConversion
package import CensusNotices
internal import CensusStore
internal import CharacterSets

/// A document that was opened: what stands in it, and the hash of its bytes.
package struct ReadSource {
  package let source: Source
  package let sha256: String

  /// Reads a document, text itself, all else by the converter.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - isConverting: whether LibreOffice or pdftotext may help where it is read by neither.
  ///   - world: the world.
  ///   - known: what was read there before, which holds while the bytes are the same.
  /// - Throws: why it cannot be read.
  package init(
    file path: String, converting isConverting: Bool, in world: World, known: ReadSource? = nil
  ) throws(CommandError) {
    let bytes = try documentBytes(path, limit: Source.largest, in: world)
    sha256 = SHA256.hex(bytes)
    if let known, known.sha256 == sha256 {
      source = known.source
    } else {
      source = try Source.read(bytes, of: path, converting: isConverting, in: world)
    }
  }

  /// A text that was pasted.
  ///
  /// - Parameters:
  ///   - text: as it came.
  ///   - name: what it is called.
  ///   - world: the world.
  /// - Throws: why it is no text to be read.
  package init(pasted text: String, name: String, in world: World) throws(CommandError) {
    let bytes = Array(text.utf8)
    do throws(ContainerFault) {
      source = try Source.read(bytes, name: name, in: world)
      sha256 = SHA256.hex(bytes)
    } catch {
      throw .importing(.container(path: name, error))
    }
  }
}

extension Source {
  /// The most bytes of a document.
  static let largest = 64 << 20
  /// The most bytes of one that the program reads itself.
  private static let largestText = 8 << 20
  /// The most bytes of a page.
  private static let largestPage = 16 << 20
  /// The most cells of one, as the converter has it.
  private static let mostCells = 200_000
  /// The most lines of text outside of tables: a notice has a few hundred.
  private static let mostLines = 50_000

  /// Reads a document, text itself, all else by the converter.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: where it lies.
  ///   - isConverting: whether LibreOffice or pdftotext may help where it is read by neither.
  ///   - world: the world.
  /// - Returns: what stands in it.
  /// - Throws: why it cannot be read.
  fileprivate static func read(
    _ bytes: [UInt8], of path: String, converting isConverting: Bool, in world: World
  ) throws(CommandError) -> Source {
    let name = path == "-" ? path : path.split(separator: "/").last.map(String.init) ?? path
    do throws(ContainerFault) {
      return try read(bytes, name: name, in: world)
    } catch {
      let form = OfficeForm(error, bytes)
      guard isConverting, form != nil || error == .pdf else {
        throw .importing(.container(path: path, error))
      }
      do throws(ContainerFault) {
        guard let form else { return try placed(bytes, name: name, in: world) }
        return try saved(bytes, as: form, name: name, in: world)
      } catch {
        throw .importing(.container(path: path, error))
      }
    }
  }

  private static func saved(
    _ bytes: [UInt8], as form: OfficeForm, name: String, in world: World
  ) throws(ContainerFault) -> Source {
    switch world.save(bytes, form) {
    case .output(let document):
      let source = try read(document, name: name, in: world)
      return Source(
        name: name, blocks: source.blocks, remarks: [.savedByLibreOffice] + source.remarks)
    case .missing: throw .noLibreOffice
    case .tooLong: throw .tooLong
    case .stopped: throw .notSaved
    }
  }

  private static func placed(
    _ bytes: [UInt8], name: String, in world: World
  ) throws(ContainerFault) -> Source {
    switch world.words(bytes) {
    case .output(let words): return try Source(name: name, placedWords: words)
    case .missing: throw .noPDFToText
    case .tooLong: throw .tooLong
    case .stopped: throw .notPlaced
    }
  }

  /// The same, where its text is not too long.
  private var shortEnough: Source {
    get throws(ContainerFault) {
      let count = blocks.count { if case .paragraph = $0 { true } else { false } }
      guard count <= Source.mostLines else { throw .tooManyLines }
      return self
    }
  }

  fileprivate static func read(
    _ bytes: [UInt8], name: String, in world: World
  ) throws(ContainerFault) -> Source {
    switch Container(bytes) {
    case .refused(let fault): throw fault
    case .text:
      guard bytes.count <= largestText else { throw .tooLarge }
      // Whatever it is a table of, it has no more cells than signs between them.
      let signs: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x2C, 0x3B, 0x7C]
      guard bytes.count(where: signs.contains) <= mostCells else { throw .tooManyCells }
      guard let text = decodedText(bytes) else { throw .noise }
      return try Source(name: name, text: text).shortEnough
    case .page, .archive:
      guard bytes.count <= largestPage || Container(bytes) == .archive else { throw .tooLarge }
      switch world.convert(bytes) {
      case .output(let output):
        let source = try BlocksJSON.source(output, name: name)
        // Each row has a place for every cell that reaches into it.
        guard source.filledCount <= mostCells else { throw .tooManyCells }
        return try source.shortEnough
      case .missing: throw .noConverter
      case .tooLong: throw .tooLong
      case .stopped: throw .stopped
      }
    }
  }
}
