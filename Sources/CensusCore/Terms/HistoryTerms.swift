extension Terms {
  /// That a quarter has no record on the day looked at, and what came after that day.
  public static func nothingRecorded(in projection: Projection) -> Phrase {
    let ahead = projection.eventsAhead.count
    return ahead == 0
      ? Phrase("暂无记录。", "Nothing has been recorded yet.")
      : Phrase(
        "到\(projection.asOf)为止没有记录；此后有\(ahead)条。",
        "Nothing was recorded for a day up to \(projection.asOf); "
          + "\(counted(ahead, "record is", "records are")) of later days.")
  }

  /// That a thing has no record on the day looked at.
  public static let nothingRecordedOfIt = Phrase("没有记录。", "Nothing is recorded of it.")
}
