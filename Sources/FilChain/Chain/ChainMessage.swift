public import FilCore

/// A message as a block carries it.
public enum ChainMessage: Hashable, Sendable {
  /// One whose signature is in the block's aggregate.
  case bls(Message)
  /// One with its signature.
  case signed(SignedMessage)

  /// The message.
  public var message: Message {
    switch self {
    case .bls(let message): message
    case .signed(let signed): signed.message
    }
  }

  /// The CID by which blocks and receipts name it.
  public var cid: CID {
    switch self {
    case .bls(let message): message.cid
    case .signed(let signed): CID(dagCBOR: signed.cbor)
    }
  }

  /// The bytes that the chain carries.
  public var bytes: [UInt8] {
    switch self {
    case .bls(let message): message.cbor
    case .signed(let signed): signed.cbor
    }
  }
}

extension ChainMessage {
  /// A signed message as a block carries it: BLS signatures go into the block's aggregate.
  public init(_ signed: SignedMessage) {
    self = signed.signature.type == .bls ? .bls(signed.message) : .signed(signed)
  }
}

extension SignedMessage {
  /// The CID by which blocks and receipts name the message.
  public var chainCID: CID { ChainMessage(self).cid }
}
