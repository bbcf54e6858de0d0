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
    let fields = try PBLinkFields(decoding: bytes)
    var name: String?
    if let bytes = fields.name {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidText }
      name = text
    }
    self.init(cid: fields.cid, name: name, totalSize: fields.totalSize)
  }
}
