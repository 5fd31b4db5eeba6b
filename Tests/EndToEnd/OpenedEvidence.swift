import Testing

/// A file that is kept as evidence is opened as a copy that nobody can run or change.
@Suite(.serialized, .enabled(if: Programs.hasTmux, "tmux is not installed"))
struct OpenedEvidence {
  /// A text that calls itself a program is handed on as a text, read-only, in a folder of its own.
  @Test func aCopyIsHandedOnUnderASafeName() async throws {
    let scratch = try Scratch()
    try scratch.write("#!/bin/sh\ntouch \(scratch.path)/executed\n", to: "整改 $(id).sh")
    // What an opener is given, and what that is.
    try scratch.write(
      """
      #!/bin/sh
      { echo "$#"; echo "$1"; stat -c %a "$1"; stat -c %a "${1%/*}"; cat "$1"; } > \(scratch.path)/opening
      mv \(scratch.path)/opening \(scratch.path)/opened

      """, to: "xdg-open")
    let screen = try await Screen(
      "mkdir \(scratch.path)/bin \(scratch.path)/tmp; mv \(scratch.path)/xdg-open \(scratch.path)/bin; "
        + "chmod +x \(scratch.path)/bin/xdg-open; export PATH=\(scratch.path)/bin:$PATH "
        + "TMPDIR=\(scratch.path)/tmp; exec "
        + scratch.dashboard("--view deadlines").replacing("2018-10-19", with: "2018-10-23"),
      in: scratch)
    try await screen.wait(for: "到期")
    try await screen.press("m", "z")
    try await screen.wait(for: "存为佐证")
    try await screen.type("\(scratch.path)/整改 $(id).sh")
    try await screen.press("Enter")
    try await screen.wait(for: "已存为佐证：整改 $(id).sh，1 KB")
    try await screen.press("o")
    try await screen.wait(for: "已打开“整改 $(id).sh”的只读副本")
    try await screen.wait(for: "the opener") { _ in scratch.text("opened") != nil }
    let lines = try #require(scratch.text("opened")).split(separator: "\n")
    try #require(lines.count == 6)
    #expect(lines[0] == "1")
    #expect(lines[1].hasPrefix("\(scratch.path)/tmp/census-"))
    #expect(lines[1].hasSuffix("/整改___id_.txt") || lines[1].hasSuffix("/整改__(id).txt"))
    #expect(lines[2] == "400")
    #expect(lines[3] == "700")
    #expect(lines[5] == "touch \(scratch.path)/executed")
    #expect(scratch.text("executed") == nil)
    try await screen.close()
  }

  /// Where nothing opens files, the copy is named.
  @Test func withoutAnOpenerTheCopyIsNamed() async throws {
    let scratch = try Scratch()
    try scratch.write("整改情况\n", to: "说明.txt")
    let kept = try await Programs.run(
      Programs.census,
      ["attach", "昆明", scratch.path + "/说明.txt", "--on", "2018-10-20", "--store", scratch.store])
    #expect(kept.status == 0, "\(kept.errors)")
    let frame = try await Programs.run(
      Programs.dashboard,
      [
        "--store", scratch.store, "--as-of", "2018-10-23", "--lang", "zh", "--print-frame",
        "--size",
        "200x30", "--keys", "5 / lit:昆明 Enter o",
      ], setting: ["PATH=/nonexistent", "TMPDIR=\(scratch.path)"])
    #expect(
      frame.output.contains("这里没有打开文件的程序（xdg-open）；“说明.txt”的只读副本：\(scratch.path)/census-"),
      "\(frame.output)")
  }
}
