public import FilCore

/// The state of the init actor.
public struct InitState: Hashable, Sendable {
  /// The numbers of actors by their other addresses: a map of `Address` to `ActorID`.
  public var addressMap: CID
  /// The number of the next actor.
  public var nextID: ActorID
  /// The network's name.
  public var networkName: String

  /// A state.
  public init(addressMap: CID, nextID: ActorID, networkName: String) {
    self.addressMap = addressMap
    self.nextID = nextID
    self.networkName = networkName
  }

  /// A state that maps nothing, with the first number free; the empty map is put in a store.
  ///
  /// - Throws: `CollectionError` if the store fails.
  public init(networkName: String, store: some Blockstore) throws(CollectionError) {
    var map = HAMTMap<Address, ActorID, _>(store: store)
    self.init(addressMap: try map.flush(), nextID: SingletonActors.firstNonSingleton, networkName: networkName)
  }

  /// The number of the actor with an address; numbers resolve to themselves.
  ///
  /// - Throws: `CollectionError` if the map cannot be read.
  public func resolve(_ address: Address, in store: some Blockstore) throws(CollectionError) -> ActorID? {
    if let id = address.id { return id }
    return try HAMTMap<Address, ActorID, _>(root: addressMap, store: store).get(address)
  }

  /// Gives the next number to an actor under one address or two.
  ///
  /// - Parameters:
  ///   - robust: An address that has no number yet.
  ///   - delegated: A delegated address; if it has a number, `robust` gets the same.
  ///   - store: Where the map is.
  /// - Returns: The number, and whether the delegated address had it already.
  /// - Throws: `ActorError`: `forbidden` if `robust` has a number, `illegalState` if the map cannot be read.
  public mutating func map(
    _ robust: Address, delegated: Address?, in store: some Blockstore
  ) throws(ActorError) -> (id: ActorID, existing: Bool) {
    var map = try StateMap<Address, ActorID, _>(root: addressMap, store: store)
    var known: ActorID?
    if let delegated { known = try map.get(delegated) }
    let id = known ?? nextID
    if known == nil {
      nextID += 1
      if let delegated { try map.set(delegated, to: id) }
    }
    let isNew = try map.setIfAbsent(robust, to: id)
    try require(isNew, .forbidden, "robust address \(robust) is already allocated in the address map")
    addressMap = try map.flush()
    return (id, known != nil)
  }
}

extension InitState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(addressMap, nextID, networkName) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (addressMap, nextID, networkName) = try decoder.tuple(CID.self, ActorID.self, String.self)
  }
}
