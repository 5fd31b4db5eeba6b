import CensusCore
import CensusDashboard
import CensusStore
import NcursesTerminal
import TerminalKit
import Glibc

let args = Array(CommandLine.arguments.dropFirst())
func option(_ n: String) -> String? { let args = CommandLine.arguments; return args.firstIndex(of: n).map { args[$0 + 1] } }
let fs = try DiskFileSystem(root: option("--store") ?? "data")
let store = try Store.open(fs)
var desk = Desk(store: store, quarter: Quarter(option("--quarter") ?? "2018Q3")!, asOf: option("--as-of").flatMap { Day($0) }, knownAt: nil, isReadOnly: false, actor: "root", now: { Instant(seconds: time(nil)) }, sentence: { Phrase("\($0)", "\($0)") }, discrepancies: { _ in [] })
let parts = (option("--size") ?? "100x30").split(separator: "x").map { Int($0)! }
var state = State(snapshot: desk.snapshot(), language: Language(rawValue: option("--lang") ?? "zh")!, alphabet: args.contains("--ascii") ? .ascii : .unicode, size: Size(columns: parts[0], rows: parts[1]), view: View(rawValue: option("--view") ?? "overview")!)
if args.contains("--print-frame") {
  var terminal = InMemoryTerminal(size: state.size, keys: Key.parse(script: option("--keys") ?? "") ?? [])
  Dashboard.run(&state, on: &terminal) { desk.perform($0) }
  print(terminal.frames.last!.plainText)
} else {
  var terminal = try NcursesTerminal(depth: .automatic, theme: .dark, announcesIdle: false, crashMessage: "stopped")
  try Dashboard.run(&state, on: &terminal) { desk.perform($0) }
}
