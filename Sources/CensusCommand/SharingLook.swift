internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore

/// What `census sync --status` knows of the store; git answers the rest.
package struct SharingLook {
  private let session: Session
  private let isJSON: Bool
  /// The folder, with every link on the way resolved.
  package let folder: String
  /// Names and patterns of what is shared.
  package let roots: [String]
  /// The folders among them that are only ever added to.
  package let growing: [String]

  /// Opens the store; nil where that fails, and the warnings say why.
  package init?(folder: String, isJSON: Bool, in world: inout World) {
    do throws(CommandError) {
      var options = try CommonOptions.leading(to: folder)
      options.lang = world.language
      session = try Session(options, in: &world)
    } catch {
      world.warn(Messages.sentence(error))
      return nil
    }
    self.isJSON = isJSON
    self.folder = world.resolve(folder)
    roots = session.store.sharedPaths
    growing = session.store.growingPaths
  }

  /// Those among some paths that are the store's by their names.
  package func named(_ paths: [String]) -> [String] { session.store.named(paths) }

  /// Says how far the store and its remote are apart.
  package func say(
    remote: String, branch: String, ahead: Int, behind: Int, in world: inout World
  ) {
    let last = session.store.sharedAt
    let sentence = Messages.apart(
      remote, ahead: ahead, behind: behind, last?.text(at: session.store.settings.offset))
    guard isJSON else {
      world.answer += safe(sentence[session.language]) + "\n"
      return
    }
    world.answer +=
      Value.object([
        .init("remote", .text(remote)), .init("branch", .text(branch)),
        .init("ahead", .integer(ahead)), .init("behind", .integer(behind)),
        .init("lastSync", Value(last?.description)),
        .init("message", .text(sentence[session.language])),
      ]).json
  }
}
