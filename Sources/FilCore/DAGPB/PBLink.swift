/// A link of a dag-pb node.
public struct PBLink: Hashable, Sendable {
  /// What it leads to.
  public var cid: CID
  /// The name; `nil` where the field is absent, which is not the same bytes as an empty name.
  public var name: String?
  /// The sizes of all blocks below together, as the writer says; nothing checks it.
  public var totalSize: UInt64?

  /// A link.
  public init(cid: CID, name: String? = nil, totalSize: UInt64? = nil) {
    self.cid = cid
    self.name = name
    self.totalSize = totalSize
  }

  /// Whether the links have the same form; names are compared as bytes.
  public static func == (left: PBLink, right: PBLink) -> Bool {
    left.cid == right.cid && left.totalSize == right.totalSize && left.name.hasSameBytes(as: right.name)
  }
}

extension PBLink {
  var encoded: [UInt8] {
    var writer = ProtobufWriter()
    writer.bytes(1, cid.bytes)
    if let name { writer.bytes(2, name.utf8) }
    if let totalSize { writer.integer(3, totalSize) }
    return writer.bytes
  }

  init(decoding bytes: ArraySlice<UInt8>) throws(DAGPBError) {
    var reader = ProtobufReader(bytes)
    var cid: CID?
    var last: UInt64 = 0
    var (name, totalSize): (String?, UInt64?)
    while let (number, value) = try reader.next() {
      guard number > last else { throw .disordered(field: number) }
      last = number
      switch (number, value) {
      case (1, .bytes(let bytes)): cid = try PBLink.cid(bytes)
      case (2, .bytes(let bytes)):
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidText }
        name = text
      case (3, .integer(let size)): totalSize = size
      case (_, .bytes): throw .unexpectedField(number: number, wireType: 2)
      case (_, .integer): throw .unexpectedField(number: number, wireType: 0)
      }
    }
    guard let cid else { throw .missingField(1) }
    self.init(cid: cid, name: name, totalSize: totalSize)
  }

  private static func cid(_ bytes: ArraySlice<UInt8>) throws(DAGPBError) -> CID {
    do {
      return try CID(bytes: bytes)
    } catch {
      throw .invalidCID(error)
    }
  }
}
