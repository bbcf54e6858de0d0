internal import FilCore

/// Reads one section of a CAR from bytes that begin with it.
enum SectionParser {
  /// The length of the section's content and where in `bytes` the content begins; `nil` at the end of `bytes`.
  static func head(_ bytes: ArraySlice<UInt8>) throws(StoreError) -> (count: Int, start: Int)? {
    guard !bytes.isEmpty else { return nil }
    var rest = bytes
    let count: UInt64
    do {
      count = try Varint.read(from: &rest)
    } catch {
      throw StoreError(.corrupt, "length of a section: \(error)")
    }
    guard count <= UInt64(Int32.max) else { throw StoreError(.corrupt, "section of \(count) bytes") }
    return (Int(count), rest.startIndex)
  }

  /// The CID at the start of a section's content, and where the block's bytes begin.
  static func cid(_ content: ArraySlice<UInt8>) throws(StoreError) -> (cid: CID, start: Int) {
    var rest = content
    do {
      let cid = try CID.read(from: &rest)
      return (cid, rest.startIndex)
    } catch {
      throw StoreError(.corrupt, "CID of a section: \(error)")
    }
  }
}
