public import FilCore

/// Why bytes or text are no peer ID.
public enum PeerIDError: Error, Hashable, Sendable {
  /// The text is in neither form.
  case invalidText
  /// The bytes are no multihash, or one of more bytes than an ID has.
  case invalidMultihash
  /// A CID that is not of a libp2p key.
  case unexpectedCodec(Multicodec)
  /// A hash function other than the two that make IDs.
  case unexpectedHash(MultihashCode)
}
