internal import Glibc

// Files come out of git with the bytes that were put in: their names are made of them.
extension Clone {
  /// What takes back whatever a `.gitattributes` may say that alters bytes: ends of lines, encodings, keywords,
  /// programs, and how lists are merged.
  private static let attributes =
    "* -text !crlf !eol !ident !filter !working-tree-encoding !merge !diff"

  /// Sees to it that no `.gitattributes`, whoever has sent it, alters the bytes of a file: what stands in the
  /// repository's own `info/attributes` goes before it, for every git that works there.
  ///
  /// - Throws: `GitError` if that cannot be written.
  package func keepBytes() async throws(GitError) {
    let path = git.path(try await git.run(["rev-parse", "--git-path", "info/attributes"]).text)
    let text = String(decoding: Clone.bytes(of: path), as: UTF8.self)
    // Of several lines the last one holds.
    guard text.split(separator: "\n").last.map(String.init) != Clone.attributes else { return }
    let start = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    mkdir(folder.joined(separator: "/"), 0o777)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .failed("\(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    let line = Array("\(start)\(Clone.attributes)\n".utf8)
    guard write(descriptor, line, line.count) == line.count else {
      throw .failed("\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// The files of a commit, with their sizes.
  ///
  /// - Throws: `GitError`.
  package func sizes(of commit: String) async throws(GitError) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for entry in try await git.run(["ls-tree", "-r", "-l", "-z", commit]).names {
      // 100644 blob 1b2c…     812\tevents/2018Q3/…
      guard let tab = entry.firstIndex(of: "\t"),
        let size = entry[..<tab].split(separator: " ").last.flatMap({ Int($0) })
      else { continue }
      sizes[String(entry[entry.index(after: tab)...])] = size
    }
    return sizes
  }

  /// Takes folders out of what is shared; their files stay where they are.
  ///
  /// - Throws: `GitError`.
  package func untrack(_ folders: [String]) async throws(GitError) {
    try await git.run(["rm", "-r", "--quiet", "--cached", "--ignore-unmatch", "--"] + folders)
  }
}
