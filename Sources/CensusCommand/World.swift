package import CensusCore
package import CensusStore
internal import CensusViews

/// All that a command sees of the world, and all that it leaves there besides the store.
///
/// The programs fill it from the system; tests fill it by hand, with a fixed moment.
package struct World {
  /// What standard output leads to.
  package enum Output: Equatable, Sendable {
    /// A terminal.
    case terminal
    /// A regular file that is empty as yet.
    case file
    /// A pipe or anything else.
    case other
  }

  /// The program's name, which stands before its messages.
  package let program: String
  /// The moment.
  package let now: Instant
  /// The environment's variables.
  package let environment: [String: String]
  /// A variable that the programs read and whose value is no text, if there is one.
  package let unreadableVariable: String?
  /// The commit that the program was built of, with `+` behind it where files differed from it; nil
  /// where the build was not told.
  package let commit: String?
  /// The store that was installed with the program as an example, if there is one.
  package let example: String?
  /// The name the person logged in with.
  package let login: String?
  /// What standard output leads to.
  package let output: Output
  /// Opens a folder, by a path as the person gave it; makes it first if asked to.
  package let openFolder: (_ path: String, _ creating: Bool) throws(FileError) -> any FileSystem
  /// The path that a path leads to through links.
  package let resolve: (_ path: String) -> String
  /// Reads standard input to its end, up to a number of bytes.
  package let readInput: (_ limit: Int) throws(FileError) -> [UInt8]
  /// Reads what is pasted on a terminal, whole; from anything else standard input to its end.
  package let readPaste: (_ limit: Int) throws(FileError) -> [UInt8]
  /// Has a document saved by LibreOffice in another form.
  package let save: (_ document: [UInt8], _ form: OfficeForm) -> Conversion
  /// Has `pdftotext` say where the words of a PDF stand.
  package let words: (_ document: [UInt8]) -> Conversion
  /// Has a document read by the converter, a process that can do no harm.
  package let convert: (_ document: [UInt8]) -> Conversion
  /// Gives 32 lower-case hex digits, others each time.
  package let randomHex: () -> String

  /// The language of messages: what the environment says until a store is open.
  package private(set) var language: Language
  /// Whether it is the language of the store and the person, and no guess any more.
  private var isLanguageSettled = false
  /// What goes to standard output at the end.
  package var answer = ""
  /// What goes to standard error at the end.
  package var warnings = ""
  /// Whether something was recorded: an answer that gets lost does not undo it.
  package private(set) var hasRecorded = false
  /// The bytes of the records that were made, of which the person's own program is told.
  var recordedFiles: [[UInt8]] = []
  /// What is to be done after the answer, if anything.
  package var errand: Errand?

  /// A world.
  package init(
    program: String = "census", now: Instant, environment: [String: String],
    unreadableVariable: String? = nil, commit: String? = nil, example: String? = nil,
    login: String?, output: Output,
    openFolder: @escaping (_ path: String, _ creating: Bool) throws(FileError) -> any FileSystem,
    resolve: @escaping (_ path: String) -> String = { $0 },
    readInput: @escaping (_ limit: Int) throws(FileError) -> [UInt8] = { _ in [] },
    readPaste: ((_ limit: Int) throws(FileError) -> [UInt8])? = nil,
    convert: @escaping (_ document: [UInt8]) -> Conversion = { _ in .missing },
    save: @escaping (_ document: [UInt8], _ form: OfficeForm) -> Conversion = { _, _ in .missing },
    words: @escaping (_ document: [UInt8]) -> Conversion = { _ in .missing },
    randomHex: @escaping () -> String
  ) {
    self.program = program
    self.now = now
    self.environment = environment
    self.unreadableVariable = unreadableVariable
    self.commit = commit
    self.example = example
    self.login = login
    self.output = output
    self.openFolder = openFolder
    self.resolve = resolve
    self.readInput = readInput
    self.readPaste = readPaste ?? readInput
    self.convert = convert
    self.save = save
    self.words = words
    self.randomHex = randomHex
    language = World.localeLanguage(environment)
  }

  /// Takes the language that options, environment and store agree on.
  package mutating func settle(_ language: Language) {
    self.language = language
    isLanguageSettled = true
  }

  /// Works out the language where something went wrong before a command could: the option, the
  /// variable, the store's, the locale's.
  mutating func settleLanguage(by arguments: [String]) {
    guard !isLanguageSettled else { return }
    let named = value(of: "--lang", in: arguments).flatMap { Language(rawValue: $0) }
    if let language = named ?? chosenLanguage { return settle(language) }
    let path = storePath(value(of: "--store", in: arguments), in: self)
    if let language = try? openStore(path, in: self).settings.language { settle(language) }
  }

  /// The value of an option among arguments that were not understood.
  private func value(of option: String, in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == option {
        return arguments.indices.contains(index + 1) ? arguments[index + 1] : nil
      }
      if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// Adds a warning: one sentence, with the program's name before it.
  package mutating func warn(_ sentence: Phrase) {
    warnings += "\(program): " + safe(sentence[language]) + "\n"
  }

  /// Notes that something was recorded.
  mutating func noteRecord() { hasRecorded = true }

  /// Tells the person's own program of what was recorded, if there is one.
  package mutating func tellOfRecords() {
    guard !recordedFiles.isEmpty else { return }
    defer { recordedFiles = [] }
    do throws(PersonalConfig.Failure) {
      let words = try PersonalConfig.onRecorded(environment, open: openFolder)
      if let why = OwnProgram.tell(words, of: recordedFiles) { warn(why) }
    } catch {
      warn(
        [
          Phrase("已登记，但没有告知登记后要运行的程序", "recorded, but no program was told of it"),
          Messages.sentence(error),
        ].joined(Phrase("：", ": ")))
    }
  }

  /// A variable of the environment that is set to something.
  package func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The language of the locale: Chinese where it begins with `zh`, else English.
  static func localeLanguage(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}

/// How the converter came to its end.
package enum Conversion: Equatable, Sendable {
  /// It wrote this.
  case output([UInt8])
  /// There is none beside the program.
  case missing
  /// It took longer than it may.
  case tooLong
  /// It was stopped by the system, or wrote nothing.
  case stopped
}

/// Something that a command asks the program to do after it, outside of this target.
package enum Errand: Equatable, Sendable {
  /// Make a folder a git repository and commit what is in it.
  case git(folder: String, message: String)
  /// Share a store through git.
  case sync(folder: String, remote: String?, actor: String, isJSON: Bool, saysSteps: Bool)
  /// Say how far a store and its remote are apart.
  case sharing(folder: String, remote: String?, isJSON: Bool)
}
