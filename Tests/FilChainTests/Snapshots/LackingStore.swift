import FilCore

/// A store without one of its blocks.
struct LackingStore<Base: Blockstore>: Blockstore {
  let base: Base
  let missing: CID

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? { cid == missing ? nil : try base.get(cid) }

  func put(_ blocks: [Block]) throws(StoreError) { try base.put(blocks) }
}
