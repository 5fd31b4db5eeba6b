import CCommit
import CensusCommand
import Glibc

var world = World.system(program: "census-tui", commit: String(cString: cc_commit()))
let status = execute(bytes: World.arguments(), of: CensusTui.self, in: &world)
exit(world.deliver(status))
