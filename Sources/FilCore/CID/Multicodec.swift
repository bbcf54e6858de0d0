/// What the bytes behind a CID are: a number of the multicodec table.
public struct Multicodec: RawRepresentable, Hashable, Sendable {
  /// The number in the table.
  public let rawValue: UInt64

  /// The codec with this number, whether or not it has a name here.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Bytes without structure.
  public static let raw = Multicodec(rawValue: 0x55)
  /// CBOR that need not be canonical; parameters and return values of actors carry it.
  public static let cbor = Multicodec(rawValue: 0x51)
  /// The nodes of UnixFS.
  public static let dagPB = Multicodec(rawValue: 0x70)
  /// Canonical CBOR with links: everything on the chain.
  public static let dagCBOR = Multicodec(rawValue: 0x71)
  /// JSON with links.
  public static let dagJSON = Multicodec(rawValue: 0x0129)
  /// The public key of a libp2p peer.
  public static let libp2pKey = Multicodec(rawValue: 0x72)
  /// The root of a tree over unsealed data: piece commitments and CommD.
  public static let filCommitmentUnsealed = Multicodec(rawValue: 0xf101)
  /// The commitment to a sealed replica: CommR.
  public static let filCommitmentSealed = Multicodec(rawValue: 0xf102)
}

extension Multicodec: CustomStringConvertible {
  /// The table's name where it is known, else the number in hexadecimal.
  public var description: String {
    switch self {
    case .raw: "raw"
    case .cbor: "cbor"
    case .dagPB: "dag-pb"
    case .dagCBOR: "dag-cbor"
    case .dagJSON: "dag-json"
    case .libp2pKey: "libp2p-key"
    case .filCommitmentUnsealed: "fil-commitment-unsealed"
    case .filCommitmentSealed: "fil-commitment-sealed"
    default: "0x" + String(rawValue, radix: 16)
    }
  }
}
