extension Store {
  /// The format of stores that this program reads and writes, as `store.json` asks for it.
  public static var format: Int { StoreRecord.version }
}
