import CensusCommand
import Glibc

var world = World.system(program: "census-tui")
let status = execute(bytes: World.arguments(), of: CensusTui.self, in: &world)
exit(world.deliver(status))
