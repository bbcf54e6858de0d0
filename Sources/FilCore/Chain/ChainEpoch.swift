/// A point in the chain's time: one epoch lasts as long as the network's block delay, 30 seconds on mainnet.
///
/// Epoch 0 is the genesis; differences and look-backs early in a chain may be negative.
public typealias ChainEpoch = Int64

/// The number of an actor's method; 0 is a plain transfer.
public typealias MethodNumber = UInt64

/// The number of a storage deal in the market actor.
public typealias DealID = UInt64

/// The number of a sector, unique for its miner.
public typealias SectorNumber = UInt64
