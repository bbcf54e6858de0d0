/// A blockstore of any kind, for those who keep stores of different kinds in the same place.
public struct AnyBlockstore: Blockstore {
  /// The store.
  public let base: any Blockstore

  /// A store of any kind.
  public init(_ base: some Blockstore) {
    self.base = base
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? { try base.get(cid) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func has(_ cid: CID) throws(StoreError) -> Bool { try base.has(cid) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) { try base.put(blocks) }
}
