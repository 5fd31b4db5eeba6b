extension Clone {
  /// How far a clone and its remote are apart.
  package struct Standing: Equatable, Sendable {
    /// The files that the remote lacks or has otherwise, committed or not.
    package let ahead: Int
    /// The files that were fetched and not merged.
    package let behind: Int
  }

  /// How far the clone and what was last fetched of its remote are apart: nobody is asked over a network,
  /// and nothing is written.
  ///
  /// - Parameters:
  ///   - roots: what of the folder is shared.
  ///   - ignored: files that are shared although git is told to ignore them.
  /// - Returns: the counts of files.
  /// - Throws: `GitError`.
  package func standing(
    below roots: [String], besides ignored: [String]
  ) async throws(GitError) -> Standing {
    let answer = try await git.answer(["rev-parse", "--quiet", "--verify", tracking])
    let nothing = try await git.run(["hash-object", "-t", "tree", "--stdin"]).text
    let here = try await head() ?? nothing
    let there = answer.status == 0 ? answer.text : nothing
    let common = try await git.answer(["merge-base", here, there])
    let base = common.status == 0 ? common.text : nothing
    let own = try await difference(base, here, below: roots)
    let open = try await changed(below: roots) + ignored
    let others = try await difference(base, there, below: roots)
    return Standing(ahead: Set(own + open).count, behind: others.count)
  }
}
