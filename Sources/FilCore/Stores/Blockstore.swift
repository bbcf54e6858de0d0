/// Blocks by their CID.
///
/// A store answers at once: what must be fetched from others is fetched into a store first, by asynchronous code. So
/// HAMT, AMT and actors stay plain functions. Blocks with an identity CID hold their own data: every store has them.
public protocol Blockstore: Sendable {
  /// The bytes of a block; `nil` if it is not here.
  ///
  /// - Throws: `StoreError` if the store fails; a missing block is no failure.
  func get(_ cid: CID) throws(StoreError) -> [UInt8]?

  /// Whether a block is here.
  ///
  /// - Throws: `StoreError` if the store fails.
  func has(_ cid: CID) throws(StoreError) -> Bool

  /// Stores blocks; when this returns they are as durable as the store makes them.
  ///
  /// - Throws: `StoreError` if the store fails or takes no writes; then either all or none of the blocks are here.
  func put(_ blocks: [Block]) throws(StoreError)
}

extension Blockstore {
  /// Whether a block is here.
  public func has(_ cid: CID) throws(StoreError) -> Bool {
    try get(cid) != nil
  }

  /// Stores one block.
  ///
  /// - Throws: `StoreError` if the store fails or takes no writes.
  public func put(_ block: Block) throws(StoreError) {
    try put([block])
  }

  /// The bytes of a block that must be here.
  ///
  /// - Throws: `StoreError`, with code `notFound` if the block is missing.
  public func require(_ cid: CID) throws(StoreError) -> [UInt8] {
    guard let bytes = try get(cid) else { throw StoreError(.notFound, "\(cid)") }
    return bytes
  }
}
