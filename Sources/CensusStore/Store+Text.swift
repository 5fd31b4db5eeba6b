public import CensusCore

extension Store {
  /// The bytes of a quarter's file, as imports write it: fields in a fixed order, rows on lines.
  public static func text(of inspection: Inspection) -> [UInt8] { QuarterRecord.file(inspection) }
}
