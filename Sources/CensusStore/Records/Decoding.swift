import FoundationEssentials

/// Why a file is not what it should be.
public enum ContentFault: Error, Hashable, Sendable {
  /// It is no acceptable JSON.
  case syntax(JSONFault)
  /// It is JSON, but a value is not what its place asks for.
  case record(RecordFault)
}

/// Decodes a file after the recogniser has passed it.
///
/// - Throws: what is wrong with the file as a whole; rows that are left out are in the second part.
func decoded<Record: Decodable>(
  _ type: Record.Type, from bytes: [UInt8]
) throws(ContentFault) -> (Record, [RecordFault]) {
  do {
    try StrictJSON.check(bytes)
  } catch {
    throw .syntax(error)
  }
  let faults = FaultList()
  let decoder = JSONDecoder()
  decoder.userInfo = faults.userInfo
  do {
    // The decoder reads the bytes where they are; nothing of them outlives the call.
    let record = try bytes.withUnsafeBytes { buffer in
      try decoder.decode(type, from: uncopied(buffer))
    }
    return (record, faults.all)
  } catch {
    throw .record(RecordFault(error))
  }
}

private func uncopied(_ buffer: UnsafeRawBufferPointer) -> Data {
  guard let start = buffer.baseAddress else { return Data() }
  let bytes = UnsafeMutableRawPointer(mutating: start)
  return Data(bytesNoCopy: bytes, count: buffer.count, deallocator: .none)
}
