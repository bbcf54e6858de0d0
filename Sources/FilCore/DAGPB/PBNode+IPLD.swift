extension PBNode {
  /// The node in the data model: `Links`, a list of maps with `Hash`, `Name` and `Tsize`, and `Data`.
  public var ipld: IPLDNode {
    var fields: IPLDMap = ["Links": .list(links.map(\.ipld))]
    if let data { fields["Data"] = .bytes(data) }
    return .map(fields)
  }

  /// The node that a value of the data model is the form of.
  ///
  /// - Parameter ipld: A map as `ipld` gives it, with links sorted by the bytes of their names.
  /// - Throws: `DAGPBError.invalidForm`.
  public init(ipld: IPLDNode) throws(DAGPBError) {
    guard case .map(let fields) = ipld else { throw .invalidForm("no map") }
    self.init()
    switch fields["Data"] {
    case nil: break
    case .bytes(let bytes)?: data = bytes
    default: throw .invalidForm("Data is no bytes")
    }
    guard case .list(let elements)? = fields["Links"] else { throw .invalidForm("Links is no list") }
    guard fields.count == (data == nil ? 1 : 2) else { throw .invalidForm("a field that a node does not have") }
    for element in elements {
      let link = try PBLink(ipld: element)
      if let last = links.last, (link.name ?? "").utf8.lexicographicallyPrecedes((last.name ?? "").utf8) {
        throw .invalidForm("links are not sorted by name")
      }
      links.append(link)
    }
  }
}

extension PBLink {
  var ipld: IPLDNode {
    var fields: IPLDMap = ["Hash": .link(cid)]
    if let name { fields["Name"] = .string(name) }
    if let totalSize { fields["Tsize"] = .integer(IPLDInteger(totalSize)) }
    return .map(fields)
  }

  init(ipld: IPLDNode) throws(DAGPBError) {
    guard case .map(let fields) = ipld else { throw .invalidForm("a link is no map") }
    guard case .link(let cid)? = fields["Hash"] else { throw .invalidForm("Hash is no link") }
    self.init(cid: cid)
    switch fields["Name"] {
    case nil: break
    case .string(let text)?: name = text
    default: throw .invalidForm("Name is no text")
    }
    switch fields["Tsize"] {
    case nil: break
    case .integer(let size)?:
      guard let size = UInt64(exactly: size.value) else { throw .invalidForm("Tsize is below 0") }
      totalSize = size
    default: throw .invalidForm("Tsize is no integer")
    }
    guard fields.count == 1 + (name == nil ? 0 : 1) + (totalSize == nil ? 0 : 1) else {
      throw .invalidForm("a field that a link does not have")
    }
  }
}
