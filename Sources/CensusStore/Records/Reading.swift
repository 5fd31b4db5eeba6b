public import StrictJSON

/// Why a file is not what it should be.
public enum ContentFault: Error, Hashable, Sendable {
  /// It is no acceptable JSON.
  case syntax(JSONFault)
  /// It is JSON, but a value is not what its place asks for.
  case record(RecordFault)
}

/// Reads a file of one kind of record.
///
/// - Throws: what is wrong with the file as a whole; rows that are left out are in the second part.
func read<Record: Readable>(
  _ type: Record.Type, from bytes: [UInt8]
) throws(ContentFault) -> (Record, [RecordFault]) {
  let document: JSONDocument
  do {
    document = try JSONDocument(bytes)
  } catch {
    throw .syntax(error)
  }
  let faults = FaultList()
  do throws(RecordFault) {
    return (try Record(Node(document.root, faults)), faults.all)
  } catch {
    throw .record(error)
  }
}
