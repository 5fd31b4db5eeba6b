internal import CLibZip
internal import CensusNotices

/// An archive in memory, whose parts are read by name.
///
/// What its headers say of sizes is not believed: the bytes that come out are counted.
final class Archive {
  private let handle: OpaquePointer
  // The library reads from it as long as the archive is open.
  private let bytes: UnsafeMutableRawBufferPointer
  private var unpacked = 0

  init(_ document: [UInt8]) throws(ContainerFault) {
    bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: document.count, alignment: 1)
    bytes.copyBytes(from: document)
    var error = zip_error_t()
    guard
      let source = zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error),
      let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error)
    else {
      bytes.deallocate()
      throw .brokenArchive
    }
    self.handle = handle
  }

  deinit {
    zip_discard(handle)
    bytes.deallocate()
  }

  /// Whether there is a part of this name.
  func has(_ name: String) -> Bool { zip_name_locate(handle, name, 0) >= 0 }

  /// The bytes of a part; nil if there is none.
  func part(_ name: String) throws(ContainerFault) -> [UInt8]? {
    let index = zip_name_locate(handle, name, 0)
    guard index >= 0 else { return nil }
    guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
      let code = zip_error_code_zip(zip_get_error(handle))
      throw code == ZIP_ER_NOPASSWD ? .encrypted : .brokenArchive
    }
    defer { zip_fclose(file) }
    var content: [UInt8] = []
    while true {
      let (chunk, count) = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) {
        buffer -> ([UInt8], Int64) in
        let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
        return (count > 0 ? Array(buffer.prefix(Int(count))) : [], count)
      }
      guard count >= 0 else { throw .brokenArchive }
      guard count > 0 else { return content }
      unpacked += Int(count)
      guard content.count + Int(count) <= Limits.part, unpacked <= Limits.parts else {
        throw .tooLarge
      }
      content += chunk
    }
  }
}
