public import FilCore

extension PriceList {
  /// Carrying a message on the chain, by the bytes of its signed form or, for BLS, of the message.
  public func onChainMessage(bytes: Int) -> GasCharge {
    GasCharge(
      "OnChainMessage", compute: onChainMessageCompute(bytes), other: actorUpdate + onChainMessageStorage(bytes))
  }

  /// Moving money.
  public func valueTransfer() -> GasCharge { GasCharge("OnValueTransfer", compute: sendTransferFunds) }

  /// Running a method.
  public func methodInvocation(paramLinks: Int) -> GasCharge {
    GasCharge("OnMethodInvocation", compute: sendInvokeMethod + linkTracked * paramLinks)
  }

  /// Returning from a method; from the outermost call, of depth 1, the value goes on the chain.
  public func methodReturn(callDepth: Int, bytes: Int, links: Int) -> GasCharge {
    guard callDepth > 1 else { return GasCharge("OnChainReturnValue", other: onChainReturnStorage(bytes)) }
    return GasCharge("OnReturnValue", compute: linkTracked * links)
  }

  /// Creating an actor, with an address of its own or not.
  public func createActor(newAddress: Bool) -> GasCharge {
    GasCharge(
      "OnCreateActor", other: newAddress ? actorCreateStorage + addressAssignment + addressLookup : actorCreateStorage)
  }

  /// Reading an actor's record for the first time.
  public func onActorLookup() -> GasCharge { GasCharge("OnActorLookup", other: actorLookup) }

  /// Changing an actor's record for the first time.
  public func onActorUpdate() -> GasCharge { GasCharge("OnActorUpdate", other: actorUpdate) }

  /// Creating an actor's record.
  public func onActorCreate() -> GasCharge { GasCharge("OnActorCreate", other: actorCreateStorage) }

  /// Reading the root of the receiver's state.
  public func getRoot() -> GasCharge { GasCharge("OnActorGetRoot", compute: linkTracked) }

  /// Setting the root of the receiver's state.
  public func setRoot() -> GasCharge { GasCharge("OnActorSetRoot", compute: linkChecked) }

  /// Randomness of an epoch that lies a number of epochs back.
  public func getRandomness(lookback epochs: ChainEpoch) -> GasCharge {
    GasCharge("OnGetRandomness", other: lookback(Int(clamping: epochs)))
  }

  /// The CID of a tipset that lies a number of epochs back.
  public func tipsetCID(lookback epochs: ChainEpoch) -> GasCharge {
    GasCharge("OnTipsetCid", other: lookback(Int(clamping: epochs)))
  }

  /// An event with entries whose keys and values have numbers of bytes.
  public func actorEvent(entries: Int, keyBytes: Int, valueBytes: Int) -> GasCharge {
    let size = eventOverheadBytes + eventEntryOverheadBytes * entries + keyBytes + valueBytes
    let memory = blockMemcpy(size) + blockAllocate(size)
    return GasCharge(
      "OnActorEvent", compute: memory * 2 + eventPerEntry(entries) + utf8Validation(keyBytes),
      other: hash(.blake2b256, size) + memory)
  }
}
