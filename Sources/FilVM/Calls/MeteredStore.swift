internal import FilCore

/// The store that an actor sees: opening and storing blocks costs gas.
struct MeteredStore<Base: Blockstore>: Blockstore {
  let base: Base
  let gas: GasTracker
  let prices: PriceList

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    try charge(prices.blockOpenBase())
    guard let bytes = try base.get(cid) else { return nil }
    try charge(prices.blockOpen(bytes: bytes.count, links: Self.linkCount(bytes)))
    try charge(prices.blockRead(bytes: bytes.count))
    return bytes
  }

  func put(_ blocks: [Block]) throws(StoreError) {
    for block in blocks {
      try charge(prices.blockCreate(bytes: block.bytes.count, links: Self.linkCount(block.bytes)))
      try charge(prices.blockLink(block.cid.hash, bytes: block.bytes.count))
    }
    try base.put(blocks)
  }

  private func charge(_ charge: GasCharge) throws(StoreError) {
    do {
      try gas.charge(charge)
    } catch {
      // The tracker remembers, and the call ends with the machine's exit code whatever the actor makes of this.
      throw StoreError(.failed, "out of gas")
    }
  }

  /// How many links a block of CBOR has; none if it is something else.
  static func linkCount(_ bytes: [UInt8]) -> Int {
    var count = 0
    var decoder = CBORDecoder(bytes)
    do {
      try decoder.skip { _ in count += 1 }
    } catch {
      return 0
    }
    return count
  }
}
