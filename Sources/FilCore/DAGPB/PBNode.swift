/// A node of dag-pb: the form of files and directories.
public struct PBNode: Hashable, Sendable {
  /// The links, in the order of the bytes; those of a directory are sorted by name.
  public var links: [PBLink]
  /// The data; `nil` where the field is absent.
  public var data: [UInt8]?

  /// A node.
  public init(links: [PBLink] = [], data: [UInt8]? = nil) {
    self.links = links
    self.data = data
  }

  /// The canonical form: the links, then the data.
  public var encoded: [UInt8] {
    var writer = ProtobufWriter()
    for link in links { writer.bytes(2, link.encoded) }
    if let data { writer.bytes(1, data) }
    return writer.bytes
  }

  /// Reads a node; what is accepted encodes to the same bytes again.
  ///
  /// - Throws: `DAGPBError` for anything else, such as data before links or fields that dag-pb does not have.
  public init(decoding bytes: [UInt8]) throws(DAGPBError) {
    self.init()
    data = try PBNode.read(bytes) { link throws(DAGPBError) in links.append(try PBLink(decoding: link)) }.map(
      Array.init)
  }

  /// Goes over a node without making values of it; the names of links are not looked at.
  static func scan(_ bytes: [UInt8], visitingLinks visit: (CID) -> Void) throws(DAGPBError) {
    _ = try read(bytes) { link throws(DAGPBError) in visit(try PBLinkFields(decoding: link).cid) }
  }

  /// Shows the links of a node and gives its data.
  private static func read(
    _ bytes: [UInt8], link: (ArraySlice<UInt8>) throws(DAGPBError) -> Void
  ) throws(DAGPBError) -> ArraySlice<UInt8>? {
    var data: ArraySlice<UInt8>?
    var reader = ProtobufReader(bytes[...])
    while let (number, value) = try reader.next() {
      guard data == nil else { throw .disordered(field: number) }
      switch (number, value) {
      case (1, .bytes(let bytes)): data = bytes
      case (2, .bytes(let bytes)): try link(bytes)
      case (_, .bytes): throw .unexpectedField(number: number, wireType: 2)
      case (_, .integer): throw .unexpectedField(number: number, wireType: 0)
      }
    }
    return data
  }
}
