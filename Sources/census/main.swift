import CCommit
import CensusCommand
import CensusSharing
import Glibc

var world = World.system(commit: String(cString: cc_commit()))
var status = execute(bytes: World.arguments(), in: &world)

if case .git(let folder, let message) = world.errand {
  do {
    try await Git(in: folder).initialise(message: message, author: world.login ?? "census")
  } catch .notInstalled {
    world.warnOfGit(nil)
    status = 1
  } catch .notStarted(let words), .failed(let words) {
    world.warnOfGit(words)
    status = 1
  }
}

exit(world.deliver(status))
