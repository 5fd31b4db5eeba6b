import CensusCommand
import Glibc

var world = World.system(program: "census-tui")
let status = execute(Array(CommandLine.arguments.dropFirst()), of: CensusTui.self, in: &world)
exit(world.deliver(status))
