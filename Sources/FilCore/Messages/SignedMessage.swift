/// A message with its sender's signature.
public struct SignedMessage: Hashable, Sendable {
  /// The message.
  public let message: Message
  /// The sender's signature.
  public let signature: Signature

  /// A message and a signature that was, or will be, checked.
  public init(message: Message, signature: Signature) {
    self.message = message
    self.signature = signature
  }

  /// The CID by which blocks and receipts name the message: with a BLS signature, which blocks keep only in aggregate,
  /// that of the bare message.
  public var cid: CID {
    signature.type == .bls ? message.cid : CID(dagCBOR: cbor)
  }
}

extension SignedMessage: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(message, signature)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (message, signature) = try decoder.tuple(Message.self, Signature.self)
  }
}
