/// The fields of a link as they stand in a block.
struct PBLinkFields {
  let cid: CID
  let name: ArraySlice<UInt8>?
  let totalSize: UInt64?

  /// Reads a link; the name is not looked at.
  init(decoding bytes: ArraySlice<UInt8>) throws(DAGPBError) {
    var reader = ProtobufReader(bytes)
    var last: UInt64 = 0
    var (cid, name, totalSize): (CID?, ArraySlice<UInt8>?, UInt64?)
    while let (number, value) = try reader.next() {
      guard number > last else { throw .disordered(field: number) }
      last = number
      switch (number, value) {
      case (1, .bytes(let bytes)): cid = try PBLinkFields.cid(bytes)
      case (2, .bytes(let bytes)): name = bytes
      case (3, .integer(let size)): totalSize = size
      case (_, .bytes): throw .unexpectedField(number: number, wireType: 2)
      case (_, .integer): throw .unexpectedField(number: number, wireType: 0)
      }
    }
    guard let cid else { throw .missingField(1) }
    (self.cid, self.name, self.totalSize) = (cid, name, totalSize)
  }

  private static func cid(_ bytes: ArraySlice<UInt8>) throws(DAGPBError) -> CID {
    do {
      return try CID(bytes: bytes)
    } catch {
      throw .invalidCID(error)
    }
  }
}
