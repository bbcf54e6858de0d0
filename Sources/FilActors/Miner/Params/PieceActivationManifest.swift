public import FilCore

/// A piece of a sector that is proven.
public struct PieceActivationManifest: Hashable, Sendable {
  /// Its commitment.
  public var cid: CID
  /// Its padded size in bytes.
  public var size: UInt64
  /// The allocation that it claims.
  public var verifiedAllocationKey: VerifiedAllocationKey?
  /// Who is told.
  public var notify: [DataActivationNotification]

  /// All fields.
  public init(
    cid: CID, size: UInt64, verifiedAllocationKey: VerifiedAllocationKey?, notify: [DataActivationNotification]
  ) {
    self.cid = cid
    self.size = size
    self.verifiedAllocationKey = verifiedAllocationKey
    self.notify = notify
  }
}

extension PieceActivationManifest: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(cid, size, verifiedAllocationKey, notify) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (cid, size, verifiedAllocationKey, notify) = try decoder.tuple(
      CID.self, UInt64.self, VerifiedAllocationKey?.self, [DataActivationNotification].self)
  }
}
