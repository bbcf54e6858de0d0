internal import FilCore

/// The store that an actor sees: opening and storing blocks costs gas.
///
/// A block that cannot be read is the machine's failure: another node has it, and comes to another result.
struct MeteredStore<Base: Blockstore>: Blockstore {
  let base: Base
  let gas: GasTracker
  let prices: PriceList
  let failure: MachineFailure

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    try charge(prices.blockOpenBase())
    guard let bytes = try noting({ () throws(StoreError) in try base.get(cid) }) else {
      failure.note(VMError(.store, "no block \(cid)"))
      return nil
    }
    try charge(prices.blockOpen(bytes: bytes.count, links: Self.linkCount(bytes)))
    try charge(prices.blockRead(bytes: bytes.count))
    return bytes
  }

  func put(_ blocks: [Block]) throws(StoreError) {
    for block in blocks {
      try charge(prices.blockCreate(bytes: block.bytes.count, links: Self.linkCount(block.bytes)))
      try charge(prices.blockLink(block.cid.hash, bytes: block.bytes.count))
    }
    try noting { () throws(StoreError) in try base.put(blocks) }
  }

  private func noting<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    do {
      return try body()
    } catch {
      failure.note(VMError(.store, error.description))
      throw error
    }
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
