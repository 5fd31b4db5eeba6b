import CensusTestSupport
import FoundationEssentials
import Testing

/// Whoever stops the program while LibreOffice works ends that, too, and leaves no copy of the document.
struct StoppedConversion {
  @Test(arguments: ["INT", "TERM", "HUP"])
  func leavesNothingBehind(signal: String) async throws {
    let scratch = try Scratch()
    try Data("{\\rtf1 x}".utf8).write(to: URL(filePath: scratch.path + "/notice.rtf"))
    // Stands for LibreOffice: it says who it is, has a child of its own, and never ends.
    try scratch.write(
      """
      #!/bin/sh
      sleep 1000 &
      echo $$ $! > "\(scratch.path)/started.part"
      mv "\(scratch.path)/started.part" "\(scratch.path)/started"
      wait
      """, to: "soffice")
    try scratch.write(
      """
      chmod +x "\(scratch.path)/soffice"
      mkdir "\(scratch.path)/tmp"
      PATH="\(scratch.path):$PATH" TMPDIR="\(scratch.path)/tmp" \\
        env --default-signal "\(Programs.census)" import "\(scratch.path)/notice.rtf" --convert --store "\(scratch.store)" &
      program=$!
      until [ -e "\(scratch.path)/started" ]; do sleep 0.05; done
      [ -e "\(scratch.path)"/tmp/site-census-*/document ] || echo "no document"
      kill -\(signal) $program
      wait $program
      echo "status $?"
      for id in $(cat "\(scratch.path)/started"); do
        until ! kill -0 $id 2>/dev/null; do sleep 0.05; done
      done
      ls "\(scratch.path)/tmp"
      """, to: "stop")
    let answer = try await Programs.run("bash", ["-m", scratch.path + "/stop"])
    let number = ["INT": 130, "TERM": 143, "HUP": 129][signal] ?? 0
    #expect(answer.output == "status \(number)\n", "\(answer.errors)")
  }
}
