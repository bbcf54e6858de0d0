extension Block {
  /// The CIDs that the block links to, in order, as often as they stand in it; none unless it is DAG-CBOR or dag-pb.
  ///
  /// - Throws: `StoreError` with code `corrupt` if the bytes are none of the CID's codec.
  public func links() throws(StoreError) -> [CID] {
    do {
      switch cid.codec {
      case .dagCBOR:
        var links: [CID] = []
        var decoder = CBORDecoder(bytes)
        try decoder.skip(anyKeyOrder: true) { links.append($0) }
        try decoder.finish()
        return links
      case .dagPB: return try PBNode(decoding: bytes).links.map(\.cid)
      default: return []
      }
    } catch {
      throw StoreError(.corrupt, "\(cid): \(error)")
    }
  }
}
