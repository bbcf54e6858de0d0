/// Values by keys that are bytes, in the order of the keys.
///
/// A node keeps here what is not content-addressed: heads, progress, wallets, deals.
public protocol KeyValueStore: Sendable {
  /// The value under a key; `nil` if there is none.
  ///
  /// - Throws: `StoreError` if the store fails.
  func get(_ key: [UInt8]) throws(StoreError) -> [UInt8]?

  /// The pairs whose keys begin with a prefix, in the order of the keys' bytes.
  ///
  /// - Parameters:
  ///   - prefix: What the keys begin with; empty for all.
  ///   - start: The least key to give; `nil` for the first one.
  ///   - limit: The most pairs to give.
  /// - Returns: The pairs.
  /// - Throws: `StoreError` if the store fails.
  func pairs(withPrefix prefix: [UInt8], startingAt start: [UInt8]?, limit: Int) throws(StoreError) -> [KeyValuePair]

  /// Makes changes, all or none; when this returns they are as durable as the store makes them.
  ///
  /// - Parameter changes: The changes, which take effect in order.
  /// - Throws: `StoreError` if the store fails or takes no writes.
  func apply(_ changes: [KeyValueChange]) throws(StoreError)
}

extension KeyValueStore {
  /// Puts a value under a key.
  ///
  /// - Throws: `StoreError` if the store fails or takes no writes.
  public func set(_ key: [UInt8], to value: [UInt8]) throws(StoreError) {
    try apply([.set(KeyValuePair(key: key, value: value))])
  }

  /// Removes a key, if it is there.
  ///
  /// - Throws: `StoreError` if the store fails or takes no writes.
  public func remove(_ key: [UInt8]) throws(StoreError) {
    try apply([.remove(key)])
  }

  /// All pairs whose keys begin with a prefix, in order.
  ///
  /// - Throws: `StoreError` if the store fails.
  public func pairs(withPrefix prefix: [UInt8] = []) throws(StoreError) -> [KeyValuePair] {
    try pairs(withPrefix: prefix, startingAt: nil, limit: .max)
  }
}
