import CensusCore

extension Store {
  /// What is doubtful about the folders that are written to.
  static func folderProblems(
    _ fileSystem: any FileSystem, _ settings: Settings
  ) -> [Problem] {
    let problems = Temporaries(fileSystem: fileSystem).problems + besides(fileSystem)
    let contacts = EventPlace.contacts.path
    // A file of that name is said to be none where the contacts are read.
    guard !settings.policy.shareContacts, (try? fileSystem.list(contacts)) != nil,
      let permissions = try? fileSystem.permissions(of: contacts), !permissions.isOwnersAlone
    else { return problems }
    return problems + [Problem(.openToOthers(folder: contacts))]
  }

  /// What nobody could read of the folders that stand beside the facts, or through a link alone.
  private static func besides(_ fileSystem: any FileSystem) -> [Problem] {
    [local, letters].flatMap { folder -> [Problem] in
      do throws(FileError) {
        let odd = try fileSystem.list(folder).filter { $0.kind == .other }
        return odd.map {
          Problem(.unreadableFile(FileError(.read, "\(folder)/\($0.name)", .notAFile)))
        }
      } catch {
        return error.reason == .missing ? [] : [Problem(.unreadableFile(error))]
      }
    }
  }

  /// The folder of what is of this machine alone.
  static let local = "local"
}
