import CensusCore
import StrictJSON

extension WorkingCalendar {
  /// The file `holidays.json`.
  var file: DurableWriter.Placement {
    let content = PrettyJSON.object([
      ("format", .text(HolidaysRecord.format)), ("version", .number(1)),
      ("years", .rows(years.map(\.json))),
    ])
    return DurableWriter.Placement(path: Lists.holidays, bytes: content.file)
  }
}

extension ArrangedYear {
  fileprivate var json: PrettyJSON {
    .object([
      ("year", .number(number)), ("notices", .rows(sources.map(\.json))),
      ("holidays", .rows(holidays.map(\.json))),
    ])
  }
}

extension ArrangedYear.Source {
  /// What is not known is left out.
  fileprivate var json: PrettyJSON {
    let fields: [(String, String?)] = [
      ("title", title), ("document", document), ("published", published?.description),
      ("address", address),
    ]
    return .object(fields.compactMap { name, text in text.map { (name, .text($0)) } })
  }
}

extension Holiday {
  fileprivate var json: PrettyJSON {
    .row([
      ("name", PrettyJSON(name)), ("from", .text(first.description)),
      ("to", .text(last.description)), ("working", .list(worked.map { .text($0.description) })),
    ])
  }
}
