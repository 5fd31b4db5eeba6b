package import ArgumentParser
internal import CensusCore
package import CensusLists
internal import CensusReports
internal import CensusStore

/// A list as a command: what it is called, what else it can be asked, and how its rows come about.
package protocol ListKind {
  /// The options that it has besides those of every list.
  associatedtype Options: ParsableArguments, Sendable
  associatedtype Row: Sendable
  /// The name and the help of the command.
  static var configuration: CommandConfiguration { get }
  /// The list before it is narrowed and ordered.
  static func roll(_ options: Options, _ inquiry: inout Inquiry) throws(CommandError) -> Roll<Row>
}

/// What a list is made from: an open store, and what was asked.
package struct Inquiry {
  /// The store, the day, the language.
  package var session: Session
  /// What was asked of every list.
  let filters: FilterOptions
  /// What is doubtful about what was read.
  private(set) var problems: [Problem] = []

  /// An inquiry into a store.
  package init(_ session: Session, _ filters: FilterOptions) {
    self.session = session
    self.filters = filters
  }

  /// How the quarter stands.
  mutating func projection() throws(CommandError) -> Projection {
    let projection = try session.projection()
    problems += session.problems(of: projection.quarter)
    return projection
  }

  /// What a search looks at; nothing where nobody searches.
  func searched(_ projection: Projection) -> SearchTexts? {
    filters.search.isEmpty ? nil : SearchTexts(of: projection)
  }

  /// Says of more that is doubtful.
  mutating func note(_ more: [Problem]) { problems += more }
}

/// A command that answers with a list.
package struct ListCommand<Kind: ListKind>: WorldCommand {
  package static var configuration: CommandConfiguration { Kind.configuration }

  @OptionGroup(title: "Answer") package var own: Kind.Options
  @OptionGroup(title: "Filters") package var filters: FilterOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  func list(in world: inout World) throws(CommandError) -> Listed<Kind.Row> {
    var inquiry = Inquiry(try Session(common, in: &world), filters)
    let roll = try Kind.roll(own, &inquiry)
    let session = inquiry.session
    // Other quarters were read, too, where the list says what is from them.
    let told = Set(inquiry.problems)
    let read = session.problems.filter { !told.contains($0) }
    warnOfDamage(inquiry.problems + read, in: &world)
    let left = try filters.applied(to: roll, session)
    return Listed(roll: left, session: session, verdict: filters.verdict(on: left))
  }
}

/// No options of its own.
package struct NoOptions: ParsableArguments {
  package init() {}
}
