import CensusTestSupport
import Testing

struct GoldenTests {
  @Test func showsTheFirstDifferingLineBothWays() {
    #expect(
      firstDifference(expected: "a\nb \n", actual: "a\nb\u{1B}\nc\n") == """
        in line 2
        expected: b\u{20}
          actual: b<U+1B>
        """)
    #expect(
      firstDifference(expected: "a", actual: "a\nb") == """
        in line 2
        expected: (no such line)
          actual: b
        """)
    // Equal in the eyes of Swift's strings, not in those of a file.
    #expect(firstDifference(expected: "\u{E9}", actual: "e\u{301}").hasPrefix("in line 1\n"))
    #expect(firstDifference(expected: "a\n", actual: "a\n") == "nowhere")
  }

  @Test func aMissingFileFails() {
    withKnownIssue {
      expectGolden("text", named: "absent", filePath: "/dev/null/Test.swift")
    }
  }

  @Test func aSeedRepeatsItsNumbers() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
