import CCommit
import CensusCommand
import CensusSharing
import Glibc

var world = World.system(commit: String(cString: cc_commit()))
var status = execute(bytes: World.arguments(), in: &world)

switch world.errand {
case .git(let folder, let message):
  do {
    try await Git(in: folder).initialise(message: message, author: world.login ?? "census")
  } catch .notInstalled {
    world.warnOfGit(nil)
    status = 1
  } catch .notStarted(let words), .failed(let words) {
    world.warnOfGit(words)
    status = 1
  }
case .sync(let folder, let remote, let actor, let isJSON, let saysSteps):
  (world, status) = await sync(
    folder: folder, remote: remote, actor: actor, isJSON: isJSON, saysSteps: saysSteps, in: world)
case .sharing(let folder, let remote, let isJSON):
  (world, status) = await standing(folder: folder, remote: remote, isJSON: isJSON, in: world)
case nil: break
}

world.tellOfRecords()
exit(world.deliver(status))
