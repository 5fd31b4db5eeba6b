import CensusCore

extension Desk {
  static let lostSentence = Phrase(
    "数据目录无法读取（可能被移走或断开）；屏幕上是最后读到的内容，恢复后会自动更新",
    "the store cannot be read (moved away or disconnected); the screen shows what was read last, "
      + "and is updated once it is back")

  static let notRecordedSentence = Phrase(
    "没有登记：数据目录无法读取（可能被移走或断开）；恢复后请再登记",
    "nothing was recorded: the store cannot be read (moved away or disconnected); record it again "
      + "once it is back")
}
