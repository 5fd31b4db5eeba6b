package import CensusCore
package import CensusLists
package import CensusReports
internal import CensusStore

/// Letters of one kind, one a unit, as both programs write them.
package struct Letters {
  package let kind: LetterKind
  let language: Language
  /// The wording: the office's own, else what ships.
  private let template: LetterTemplate
  /// The units that need one, with what it is about.
  package private(set) var written: [(unit: Unit, facts: LetterFacts)] = []
  /// The members of a group that need none, by name.
  package private(set) var leftOut: [Phrase] = []
  /// The members of a group of which nobody knows by when, since nothing was ordered yet.
  package private(set) var undated: [Phrase] = []

  /// The letters to some units.
  ///
  /// - Parameters:
  ///   - kind: which letter.
  ///   - references: units, what they are known by, or the notice for all that are concerned.
  ///   - projection: how the quarter stands.
  ///   - session: the store, which may have a wording of its own, and the language.
  ///   - to: whom it addresses, if not the unit.
  ///   - until: the day of an order that was not recorded yet.
  /// - Throws: why there are none; one that was named by itself and needs none refuses all.
  package init(
    _ kind: LetterKind, to references: [Reference], in projection: Projection,
    _ session: Session, addressing to: String? = nil, until: Day? = nil
  ) throws(CommandError) {
    self.kind = kind
    language = session.language
    template = try session.wording(of: kind).template
    var known: Set<UnitID> = []
    var refusal: LetterFault?
    for (obligation, isMember) in try Self.obligations(references, in: projection, language)
    where known.insert(obligation.unit.id).inserted {
      let meant = references.findings(of: obligation)
      do throws(LetterRefusal) {
        let facts = try LetterFacts.letters(
          kind, to: obligation, in: projection, addressing: to, until: until, about: meant)
        written += facts.map { (obligation.unit, $0) }
      } catch {
        let name = Terms.unit(obligation.unit.id, in: projection)
        let fault = LetterFault.refused(error, unit: name)
        guard isMember else { throw .letter(fault) }
        if error == .noDay(obligation.unit.id) {
          // Of several reasons this is the one that somebody can mend.
          refusal = undated.isEmpty ? fault : refusal
          undated.append(name)
        } else {
          refusal = refusal ?? fault
          leftOut.append(name)
        }
      }
    }
    if written.isEmpty, let refusal { throw .letter(refusal) }
  }

  /// Those of them that were left out for want of a day, and what to do, in a sentence; nil if none was.
  package var undatedWords: Phrase? {
    guard !undated.isEmpty else { return nil }
    let names = undated.joined()
    return Phrase(
      "尚未登记限期再整改、没有期限可写，未写：\(names.chinese)",
      "rectification was not ordered yet, so there is no day to write, for \(names.english)")
  }

  /// The units that they are to, each once: of several orders each has a letter.
  package var units: [Unit] {
    distinct(written.map(\.unit.id)).compactMap { id in
      written.first { $0.unit.id == id }?.unit
    }
  }

  /// Those to whom letters rest on records that contradict each other, in a sentence; nil if none does.
  package var conflictWords: Phrase? {
    let names = units.filter { unit in
      written.contains { $0.unit.id == unit.id && $0.facts.restsOnConflict }
    }.map(\.name)
    guard !names.isEmpty else { return nil }
    let joined = names.joined()
    return Phrase(
      "\(joined.chinese)有相互矛盾的记录尚未裁定，函件按暂时计入的记录写出，请先核实",
      "records about \(joined.english) contradict each other and nobody has settled which counts; the letter "
        + "goes by those that count for now, so look into them first")
  }

  /// The letters, in order.
  package var documents: [OfficialDocument] {
    written.map { $0.facts.document(template, language) }
  }

  /// The letters as one text.
  package func text(_ form: LetterForm) -> String {
    let between = form == .markdown ? "\n---\n\n" : "\n\u{2014}\u{2014}\u{2014}\n\n"
    return documents.map { String(decoding: form.bytes(of: $0), as: UTF8.self) }
      .joined(separator: between)
  }

  /// Writes each into its own file, never over one that is there.
  ///
  /// - Parameters:
  ///   - output: the file, or a folder, which ends with `/`; of several each has its unit in its name.
  ///   - form: which form.
  ///   - world: where files are reached.
  /// - Returns: where they are.
  /// - Throws: where one could not be written; it names those that were.
  package func write(
    to output: String, _ form: LetterForm, in world: World
  ) throws(CommandError) -> [String] {
    var paths: [String] = []
    for (letter, document) in zip(written, documents) {
      let isOfSeveral = written.count > 1 || output.hasSuffix("/")
      let path = path(output, of: isOfSeveral ? letter.unit : nil, form)
      do throws(NewFile.Failure) {
        paths.append(try NewFile(path: path).write(form.bytes(of: document), in: world))
      } catch {
        throw .letter(.notWritten(path: path, error.reason, folder: error.folder, written: paths))
      }
    }
    return paths
  }

  /// The path of one of several letters: its unit stands before the ending.
  private func path(_ output: String, of unit: Unit?, _ form: LetterForm) -> String {
    guard let unit else { return output }
    let name = String(unit.name[language].map { "/\0".contains($0) ? "_" : $0 })
    if output.hasSuffix("/") { return "\(output)\(kind.name[language])-\(name).\(form.ending)" }
    let ending = "." + form.ending
    guard output.lowercased().hasSuffix(ending) else { return "\(output)-\(name)" }
    return "\(output.dropLast(ending.count))-\(name)\(output.suffix(ending.count))"
  }

  /// The units that were named, and whether each is only a member of a group.
  private static func obligations(
    _ references: [Reference], in projection: Projection, _ language: Language
  ) throws(CommandError) -> [(Obligation, isMember: Bool)] {
    do throws(Refusal) {
      guard projection.inspection.coverage == .full else {
        throw .noFindings(projection.quarter)
      }
      var found: [(Obligation, isMember: Bool)] = []
      for reference in references {
        let units = projection.obligations.filter { obligation in
          switch reference {
          case .unit(let id): obligation.unit.id == id
          case .prefecture(let id): obligation.unit.prefecture == id
          case .site(let code): obligation.findings.contains { $0.site == code }
          case .finding(let id): obligation.findings.contains { $0.finding.id == id }
          case .notice: true
          case .event, .batch, .check: false
          }
        }
        switch reference {
        case .event, .batch, .check: throw .notASubject(reference)
        default: if units.isEmpty { throw .owesNothing(reference, projection.quarter) }
        }
        found += units.map { ($0, units.count > 1) }
      }
      // What was named by itself is no mere member of a group.
      return found.filter { !$0.isMember } + found.filter(\.isMember)
    } catch {
      throw .refused(error.named(in: projection, language))
    }
  }
}

extension [Reference] {
  /// The findings of a unit that are named, by themselves or as those of a site; nil where it is named as a
  /// whole.
  fileprivate func findings(of obligation: Obligation) -> Set<FindingID>? {
    var named: Set<FindingID> = []
    for reference in self {
      switch reference {
      case .finding(let id): named.insert(id)
      case .site(let code):
        named.formUnion(obligation.findings.filter { $0.site == code }.map(\.finding.id))
      default: return nil
      }
    }
    return named.intersection(obligation.findings.map(\.finding.id))
  }
}

extension Session {
  /// The office's own wording of a letter, else what ships.
  ///
  /// - Parameters:
  ///   - kind: which letter.
  ///   - isShown: whether the wording itself is asked for: the shell has emptied the file that it is
  ///     about to be saved in.
  /// - Returns: the text, and the same read.
  /// - Throws: where the office's own cannot be read, or has a fault.
  func wording(
    of kind: LetterKind, isShown: Bool = false
  ) throws(CommandError) -> (text: String, template: LetterTemplate) {
    let name = kind.file(language)
    let path = "\(path)/\(Store.letters)/\(name)"
    let own: [UInt8]?
    do throws(FileError) {
      own = try store.letterTemplate(name)
    } catch {
      throw .letter(.templateUnreadable(path: path, error.reason))
    }
    let text: String
    if let own {
      guard let read = String(validating: own, as: UTF8.self) else {
        let line = own.prefix(while: { $0 < 0x80 }).count { $0 == UInt8(ascii: "\n") } + 1
        throw .letter(.template(path: path, TemplateFault(line: line, .noText)))
      }
      text = read.hasPrefix("\u{FEFF}") ? String(read.unicodeScalars.dropFirst()) : read
    } else {
      text = kind.shipped(language)
    }
    if isShown, text.allSatisfy(\.isWhitespace) {
      let shipped = kind.shipped(language)
      if let read = try? LetterTemplate(shipped, knowing: LetterFields.shape) {
        return (shipped, read)
      }
    }
    do throws(TemplateFault) {
      return (text, try LetterTemplate(text, knowing: LetterFields.shape))
    } catch {
      // What ships is held to its fields by a test; --template shows what is wrong all the same.
      throw .letter(.template(path: path, error))
    }
  }
}
