/// Any value of the IPLD data model, for data whose type is not known beforehand.
///
/// Protocol values have types of their own, which are faster and stricter. Two nodes are equal when their canonical
/// forms are: text by its bytes, floats by their bits.
public indirect enum IPLDNode: Hashable, Sendable {
  /// Null.
  case null
  /// A truth value.
  case bool(Bool)
  /// An integer from -2^64 to 2^64 - 1.
  case integer(IPLDInteger)
  /// A finite float.
  case float(IPLDFloat)
  /// Text.
  case string(String)
  /// Bytes.
  case bytes([UInt8])
  /// A list.
  case list([IPLDNode])
  /// Values by their names.
  case map(IPLDMap)
  /// A link to another block.
  case link(CID)
}

extension IPLDNode {
  /// How deep lists and maps may nest when a node is read, so that a thread with a small stack can do it too.
  public static let maxDepth = 128

  /// The CIDs that this node links to, in order; names of a map in canonical order.
  public var links: [CID] {
    switch self {
    case .link(let cid): [cid]
    case .list(let elements): elements.flatMap(\.links)
    case .map(let fields): fields.flatMap(\.value.links)
    default: []
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: IPLDNode, right: IPLDNode) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.bytes(let a), .bytes(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)): a == b
    case (.link(let a), .link(let b)): a == b
    default: false
    }
  }
}
