import CensusCommand
import Glibc

var world = World.system()
let status = execute(Array(CommandLine.arguments.dropFirst()), in: &world)
exit(world.deliver(status))
