public import FilCore

extension PriceList {
  func hash(_ function: MultihashCode, _ bytes: Int) -> Gas { hashing[function]?(bytes) ?? .zero }

  /// Opening a block, before its size is known.
  public func blockOpenBase() -> GasCharge {
    GasCharge("OnBlockOpenBase", compute: linkChecked, other: blockOpen.flat)
  }

  /// Opening a block.
  public func blockOpen(bytes: Int, links: Int) -> GasCharge {
    let compute = linkTracked * links
    let base = blockOpen.perUnit * bytes + blockAllocate(bytes) + blockMemcpy(bytes)
    return GasCharge("OnBlockOpen", compute: compute, other: base + (blockRetention(bytes) - compute - base))
  }

  /// Reading an open block.
  public func blockRead(bytes: Int) -> GasCharge { GasCharge("OnBlockRead", compute: blockMemcpy(bytes)) }

  /// Making a block.
  public func blockCreate(bytes: Int, links: Int) -> GasCharge {
    let compute = blockMemcpy(bytes) + blockAllocate(bytes) + linkChecked * links
    return GasCharge("OnBlockCreate", compute: compute, other: blockRetention(bytes) - compute)
  }

  /// Storing a block under the CID that a hash function gives it.
  public func blockLink(_ function: MultihashCode, bytes: Int) -> GasCharge {
    GasCharge(
      "OnBlockLink", compute: blockMemcpy(bytes) + blockAllocate(bytes) + hash(function, bytes) + linkTracked,
      other: blockPersistCompute + blockPersistStorage(bytes))
  }
}
