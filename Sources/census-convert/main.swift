import CensusConversion
import CensusCore
import CensusNotices
import CharacterSets
import Glibc

// Reads a document on standard input and writes it as neutral blocks on standard output. It has no
// store, no network and no files; what it cannot read it says in one sentence and ends with 1.

Limits.begin()
do throws(ContainerFault) {
  let document = try Standard.input()
  let source = try Conversion.source(document)
  exit(Standard.write(BlocksJSON.bytes(source), to: STDOUT_FILENO) ? 0 : 1)
} catch {
  _ = Standard.write(BlocksJSON.bytes(error), to: STDOUT_FILENO)
  let sentence = Standard.isChinese ? error.sentence.chinese + "。" : error.sentence.english + "."
  let before = Standard.isChinese ? "census-convert: 文件" : "census-convert: the document "
  _ = Standard.write(Array((before + sentence + "\n").utf8), to: STDERR_FILENO)
  exit(1)
}
