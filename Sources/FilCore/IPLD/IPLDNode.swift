/// Any value of the IPLD data model, for data whose type is not known beforehand.
///
/// Protocol values have types of their own, which are faster and stricter.
public indirect enum IPLDNode: Hashable, Sendable {
  /// Null.
  case null
  /// A truth value.
  case bool(Bool)
  /// An integer from -2^64 to 2^64 - 1.
  case integer(Int128)
  /// A finite float.
  case float(Double)
  /// Text.
  case string(String)
  /// Bytes.
  case bytes([UInt8])
  /// A list.
  case list([IPLDNode])
  /// Values by their names.
  case map([String: IPLDNode])
  /// A link to another block.
  case link(CID)
}

extension IPLDNode {
  /// How deep lists and maps may nest when a node is read.
  public static let maxDepth = 256

  /// The CIDs that this node links to, in order; names of a map in canonical order.
  public var links: [CID] {
    switch self {
    case .link(let cid): [cid]
    case .list(let elements): elements.flatMap(\.links)
    case .map(let fields): IPLDNode.canonical(fields).flatMap(\.value.links)
    default: []
    }
  }

  /// The fields of a map in canonical order: shorter names first, then by bytes.
  static func canonical(_ fields: [String: IPLDNode]) -> [(key: String, value: IPLDNode)] {
    fields.sorted { CBORDecoder.isOrdered($0.key, $1.key) }
  }
}
