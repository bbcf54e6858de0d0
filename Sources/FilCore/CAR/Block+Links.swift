extension Block {
  /// The CIDs that the block links to, in order, as often as they stand in it.
  ///
  /// - Throws: `StoreError` with code `corrupt` if the bytes are none of the CID's codec.
  /// - SeeAlso: `forEachLink`, which makes no array of them.
  public func links() throws(StoreError) -> [CID] {
    var links: [CID] = []
    try forEachLink { links.append($0) }
    return links
  }

  /// Shows the CIDs that the block links to, in order, as often as they stand in it, without making values of the rest.
  ///
  /// DAG-CBOR is read in the lenient profile, for the sake of the first blocks of the network; dag-pb and DAG-JSON are
  /// read too. Blocks of other codecs have no links.
  ///
  /// - Parameter visit: Sees each link.
  /// - Throws: `StoreError` with code `corrupt` if the bytes are none of the CID's codec.
  public func forEachLink(_ visit: (CID) -> Void) throws(StoreError) {
    do {
      switch cid.codec {
      case .dagCBOR:
        var decoder = CBORDecoder(bytes, .lenient)
        try decoder.skip(visitingLinks: visit)
        try decoder.finish()
      case .dagPB: try PBNode.scan(bytes, visitingLinks: visit)
      case .dagJSON:
        var parser = DAGJSONParser(bytes)
        try parser.scanDocument(visit)
      default: break
      }
    } catch {
      throw StoreError(.corrupt, "\(cid): \(error)")
    }
  }
}
